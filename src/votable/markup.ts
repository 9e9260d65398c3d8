import { Broken } from './broken';
import type { IMarkupHandler } from './markupHandler';
import { readTag } from './tag';
import { textOf } from './utf8';
import { expand, heldBack } from './references';

/** A tag, comment or instruction longer than this is damage. */
const TOKEN_LIMIT = 2 ** 20;
/** Text that a CDATA section may hold. */
const CDATA_LIMIT = 64 * 2 ** 20;

const OPEN = 60;
const COMMENT = '<!--';
const CDATA = '<![CDATA[';
const DOCTYPE = '<!DOCTYPE';

/**
 * XML in pieces, from UTF-8 bytes. Our own and not a library's, because
 * reading VOTables fast is what this project is for: a general parser makes a
 * string of every cell, and that alone takes longer than reading numbers from
 * bytes. It is not a validating parser, and lenient where real answers need
 * it: a stray `&` or `<` is text. A DOCTYPE is skipped unread; one that
 * defines anything itself is refused, so there are no entities but the five.
 */
export class Markup {
  constructor(private readonly _handler: IMarkupHandler) {}

  push(chunk: Uint8Array): void {
    this._append(chunk);
    this._run();
    if (this._pos === this._end) {
      this._pos = this._end = this._safe = this._looked = 0;
    }
  }

  /** The document's bytes are over: text held back is text. */
  finish(): void {
    this._last = true;
    this._run();
  }

  private _append(chunk: Uint8Array): void {
    if (this._end + chunk.length > this._bytes.length) {
      const left = this._end - this._pos;
      const bytes =
        left + chunk.length > this._bytes.length / 2
          ? new Uint8Array(2 * (left + chunk.length))
          : this._bytes;
      bytes.set(this._bytes.subarray(this._pos, this._end));
      this._bytes = bytes;
      this._safe = Math.max(0, this._safe - this._pos);
      this._looked = Math.max(0, this._looked - this._pos);
      this._pos = 0;
      this._end = left;
    }
    this._bytes.set(chunk, this._end);
    this._end += chunk.length;
    this._live = this._bytes.subarray(0, this._end);
  }

  private _run(): void {
    const handler = this._handler;
    while (this._pos < this._end && !handler.done) {
      const { scanner } = handler;
      if (scanner !== null) {
        const at = scanner.scan(
          this._bytes,
          this._pos,
          scanner.cells ? this._safeEnd() : 0,
          this._end
        );
        if (at > this._pos) {
          this._pos = at;
          this._ahead = 0;
          continue;
        }
      }
      const more =
        this._bytes[this._pos] === OPEN ? this._markup() : this._text();
      if (!more) {
        return;
      }
      this._ahead = 0;
    }
  }

  /** Behind the last `</TD>` there is. */
  private _safeEnd(): number {
    const bytes = this._bytes;
    const from = Math.max(this._looked - 4, this._pos);
    if (this._looked < this._end) {
      for (let i = this._end - 5; i >= from; i--) {
        if (
          bytes[i] === OPEN &&
          bytes[i + 1] === 47 &&
          bytes[i + 2] === 84 &&
          bytes[i + 3] === 68 &&
          bytes[i + 4] === 62
        ) {
          this._safe = i + 5;
          break;
        }
      }
      this._looked = this._end;
    }
    return this._safe;
  }

  /** Text up to the next tag; false where more bytes have to come first. */
  private _text(): boolean {
    const live = this._live;
    const start = this._pos;
    const next = live.indexOf(OPEN, start);
    let stop = next < 0 ? this._end : next;
    if (next < 0 && !this._last) {
      stop -= heldBack(live, start, stop);
    }
    if (stop > start) {
      expand(live, start, stop, this._handler);
    }
    this._pos = stop;
    return next >= 0;
  }

  /** What begins with `<`; false where its end is not there yet. */
  private _markup(): boolean {
    const bytes = this._bytes;
    const pos = this._pos;
    const c = bytes[pos + 1];
    if (pos + 1 >= this._end) {
      return this._wait(TOKEN_LIMIT);
    }
    if (c === 47) {
      return this._closing();
    }
    if (c === 33) {
      return this._declaration();
    }
    if (c === 63) {
      return this._between(2, '?>', TOKEN_LIMIT) >= 0;
    }
    if (!isNameStart(c)) {
      this._handler.warn(
        'There is a “<” that begins no tag; it was taken as text.'
      );
      this._handler.text(bytes, pos, pos + 1);
      this._pos++;
      return true;
    }
    const end = this._tagEnd();
    if (end < 0) {
      return this._wait(TOKEN_LIMIT);
    }
    const tag = readTag(bytes, pos + 1, end, this._handler);
    this._pos = end + 1;
    this._handler.open(tag.name, tag.attributes, tag.written);
    if (tag.empty) {
      this._handler.close(tag.name);
    }
    return true;
  }

  private _closing(): boolean {
    const end = this._live.indexOf(62, this._pos + 2);
    if (end < 0) {
      return this._wait(TOKEN_LIMIT);
    }
    const { name } = readTag(this._bytes, this._pos + 2, end, this._handler);
    this._pos = end + 1;
    this._handler.close(name);
    return true;
  }

  private _declaration(): boolean {
    const pos = this._pos;
    const head = textOf(this._bytes, pos, Math.min(pos + 9, this._end));
    if (head.startsWith(COMMENT)) {
      const end = this._between(4, '-->', TOKEN_LIMIT);
      if (end >= 0) {
        this._handler.comment(textOf(this._bytes, pos + 4, end));
      }
      return end >= 0;
    }
    if (head === CDATA) {
      const end = this._between(9, ']]>', CDATA_LIMIT);
      if (end >= 0) {
        this._handler.text(this._bytes, pos + 9, end);
      }
      return end >= 0;
    }
    if (COMMENT.startsWith(head) || CDATA.startsWith(head)) {
      return this._wait(TOKEN_LIMIT);
    }
    const end = this._tagEnd();
    if (end < 0) {
      return this._wait(TOKEN_LIMIT);
    }
    const written = textOf(this._bytes, pos, end);
    if (written.includes('[')) {
      throw new Broken(
        'unsupported',
        'The document defines entities or elements of its own (an internal DTD subset); such documents are not read.'
      );
    }
    this._pos = end + 1;
    if (written.toUpperCase().startsWith(DOCTYPE)) {
      this._handler.doctype(
        written.slice(DOCTYPE.length).trim().split(/\s/)[0]
      );
    }
    return true;
  }

  /** Moves behind `close`, looked for from `skip` on; returns where it begins, or -1. */
  private _between(skip: number, close: string, limit: number): number {
    const bytes = this._live;
    const begin = this._pos;
    const last = close.charCodeAt(close.length - 1);
    let at = begin + Math.max(this._ahead, skip + close.length - 1);
    for (;;) {
      at = bytes.indexOf(last, at);
      if (at < 0) {
        this._ahead = Math.max(this._end - begin, this._ahead);
        this._wait(limit);
        return -1;
      }
      const first = at - close.length + 1;
      let i = 0;
      while (i < close.length && bytes[first + i] === close.charCodeAt(i)) {
        i++;
      }
      if (i === close.length) {
        this._pos = at + 1;
        return first;
      }
      at++;
    }
  }

  /** Where the `>` of the tag at hand is: not one inside quotes. -1 where it has not come. */
  private _tagEnd(): number {
    const bytes = this._bytes;
    const begin = this._pos;
    let quote = this._ahead === 0 ? 0 : this._quote;
    for (let i = begin + Math.max(1, this._ahead); i < this._end; i++) {
      const c = bytes[i];
      if (quote !== 0) {
        quote = c === quote ? 0 : quote;
      } else if (c === 62) {
        return i;
      } else if (c === 34 || c === 39) {
        quote = c;
      }
    }
    this._ahead = this._end - begin;
    this._quote = quote;
    return -1;
  }

  private _wait(limit: number): false {
    if (this._end - this._pos > limit) {
      throw new Broken('malformed', 'A tag, comment or section has no end.');
    }
    return false;
  }

  private _bytes = new Uint8Array(65536);
  private _live = this._bytes.subarray(0, 0);
  private _pos = 0;
  private _end = 0;
  private _safe = 0;
  /** Up to here `_safe` was looked for. */
  private _looked = 0;
  /** How far behind `_pos` the end of the token at hand was looked for, and in which quote that was. */
  private _ahead = 0;
  private _quote = 0;
  private _last = false;
}

function isNameStart(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || c > 127;
}
