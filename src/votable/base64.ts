const ALPHABET =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Above every value of four digits: this byte is no digit. */
const NONE = 1 << 24;
const PADDING = 61;
/** The value of a digit at each of the four places of a group. */
const PLACES = [18, 12, 6, 0].map(shift => {
  const table = new Int32Array(256).fill(NONE);
  for (let i = 0; i < 64; i++) {
    table[ALPHABET.charCodeAt(i)] = i << shift;
  }
  return table;
});
const [FIRST, SECOND, THIRD, FOURTH] = PLACES;

/**
 * Base64 (RFC 2045) in pieces of any size: white space anywhere, and padding
 * also between parts that were encoded one by one.
 */
export class Base64 {
  /**
   * Appends the bytes of a piece of text to `out` at `at`; returns where they
   * end. `out` has room for ¾ of the piece and 3 more. Stops, with `pos`
   * there, at what is neither a digit nor white space.
   */
  decode(
    text: Uint8Array,
    start: number,
    end: number,
    out: Uint8Array,
    at: number
  ): number {
    let pos = start;
    while (pos < end) {
      if (this._count === 0) {
        // Whole groups without anything between.
        while (pos + 4 <= end) {
          const group =
            FIRST[text[pos]] |
            SECOND[text[pos + 1]] |
            THIRD[text[pos + 2]] |
            FOURTH[text[pos + 3]];
          if (group >= NONE) {
            break;
          }
          out[at] = group >> 16;
          out[at + 1] = group >> 8;
          out[at + 2] = group;
          at += 3;
          pos += 4;
        }
        if (pos >= end) {
          break;
        }
      }
      const byte = text[pos];
      if (FOURTH[byte] >= NONE && byte > 32 && byte !== PADDING) {
        break;
      }
      at = this._digit(byte, out, at);
      pos++;
    }
    this.pos = pos;
    return at;
  }

  /** Where the last piece was read to. */
  pos = 0;

  /** Digits of a group that is not whole; they are lost at the end. */
  get pending(): number {
    return this._count;
  }

  private _digit(byte: number, out: Uint8Array, at: number): number {
    if (byte <= 32) {
      return at;
    }
    if (byte === PADDING) {
      // The end of a part: what there is of its last group.
      if (this._count === 2) {
        out[at++] = this._group >> 4;
      } else if (this._count === 3) {
        out[at++] = this._group >> 10;
        out[at++] = this._group >> 2;
      }
      this._count = 0;
      this._group = 0;
      return at;
    }
    this._group = (this._group << 6) | FOURTH[byte];
    if (++this._count === 4) {
      out[at++] = this._group >> 16;
      out[at++] = this._group >> 8;
      out[at++] = this._group;
      this._count = 0;
      this._group = 0;
    }
    return at;
  }

  private _count = 0;
  private _group = 0;
}
