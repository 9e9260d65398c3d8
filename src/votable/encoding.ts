import { ascii } from './decimal';
import { utf8Of } from './utf8';

/** Longest XML declaration that is looked at. */
const HEAD = 1024;

/**
 * Makes UTF-8 of a document in pieces. Which encoding it has says its byte
 * order mark, else its first bytes (XML 1.0 appendix F), else its XML
 * declaration.
 */
export class Utf8Stream {
  constructor(private readonly _warn: (words: string) => void) {}

  /** The next bytes as UTF-8; none while the begin is not long enough to tell. */
  push(chunk: Uint8Array): Uint8Array {
    if (this._settled) {
      return this._decoder === null
        ? chunk
        : utf8Of(this._decoder.decode(chunk, { stream: true }));
    }
    const head = new Uint8Array(this._head.length + chunk.length);
    head.set(this._head);
    head.set(chunk, this._head.length);
    this._head = head;
    return this._tells(head) ? this._settle() : new Uint8Array(0);
  }

  /** What is left at the end. */
  finish(): Uint8Array {
    if (!this._settled) {
      return this._settle();
    }
    return this._decoder === null
      ? new Uint8Array(0)
      : utf8Of(this._decoder.decode());
  }

  private _tells(head: Uint8Array): boolean {
    if (head.length < 4) {
      return false;
    }
    const declared = ascii(head, 0, 5).startsWith('<?xml');
    return !declared || head.length >= HEAD || head.indexOf(62) >= 0;
  }

  private _settle(): Uint8Array {
    const head = this._head;
    this._head = new Uint8Array(0);
    this._settled = true;
    const label = encodingOf(head);
    let start = 0;
    if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
      start = 3;
    } else if (!/^(utf-?8|us-ascii|ascii)$/i.test(label)) {
      try {
        this._decoder = new TextDecoder(label);
      } catch {
        this._warn(
          `The encoding “${label}” is not known; it was read as UTF-8.`
        );
      }
    }
    return this.push(head.subarray(start));
  }

  private _settled = false;
  private _head = new Uint8Array(0);
  private _decoder: TextDecoder | null = null;
}

function encodingOf(head: Uint8Array): string {
  const [a, b, c, d] = head;
  if (
    (a === 0xff && b === 0xfe) ||
    (a === 60 && b === 0 && c !== 0 && d === 0)
  ) {
    return 'utf-16le';
  }
  if (
    (a === 0xfe && b === 0xff) ||
    (a === 0 && b === 60 && c === 0 && d !== 0)
  ) {
    return 'utf-16be';
  }
  const declaration = ascii(head, 0, Math.min(head.length, HEAD));
  const label =
    /^<\?xml\s[^>]{0,900}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/.exec(
      declaration
    )?.[1];
  // These bytes are not two a character, whatever they call themselves.
  return label === undefined ||
    /^(utf|ucs|iso-10646-ucs)-?(16|2|4|32)/i.test(label)
    ? 'utf-8'
    : label;
}
