const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
const ENCODER = new TextEncoder();

/** Is this well-formed UTF-8 (RFC 3629)? */
export function isUtf8(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end;) {
    const b = bytes[i];
    if (b < 0x80) {
      i++;
      continue;
    }
    const more = b >= 0xf0 ? 3 : b >= 0xe0 ? 2 : 1;
    const next = bytes[i + 1];
    if (
      b < 0xc2 ||
      b > 0xf4 ||
      i + more >= end ||
      (b === 0xe0 && next < 0xa0) ||
      (b === 0xed && next > 0x9f) ||
      (b === 0xf0 && next < 0x90) ||
      (b === 0xf4 && next > 0x8f)
    ) {
      return false;
    }
    for (let k = 1; k <= more; k++) {
      if ((bytes[i + k] & 0xc0) !== 0x80) {
        return false;
      }
    }
    i += more + 1;
  }
  return true;
}

/** Text of UTF-8 bytes; what is none becomes U+FFFD. */
export function textOf(
  bytes: Uint8Array,
  start = 0,
  end = bytes.length
): string {
  return DECODER.decode(bytes.subarray(start, end));
}

export function utf8Of(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** Text that comes in pieces of UTF-8, a character perhaps in two. */
export class Utf8Text {
  add(bytes: Uint8Array, start: number, end: number): void {
    this._text += this._decoder.decode(bytes.subarray(start, end), {
      stream: true
    });
  }

  /** The text so far, and begins anew. */
  take(): string {
    const text = this._text + this._decoder.decode();
    this._text = '';
    return text;
  }

  private _text = '';
  private readonly _decoder = new TextDecoder('utf-8', { ignoreBOM: true });
}
