import type { ITextData } from '../../columns';
import { plainReference } from '../references';
import { isUtf8, textOf, utf8Of } from '../utf8';
import {
  Nulls,
  exactly,
  type IBinary,
  type ILoad,
  type IWriter,
  type Verdict
} from './writer';

/** How many characters a string has in BINARY: a number, or a count before each. */
export type Length = number | 'counted';

/**
 * UTF-8 bytes one string after the other, with room that grows; the storage of
 * strings and of lists of strings.
 */
export class TextStore {
  constructor(private readonly _load: ILoad) {}

  begin(strings: number): void {
    this.offsets = new Uint32Array(strings + 1);
    this._bytes = new Uint8Array(Math.max(256, this._used));
  }

  reserve(index: number): void {
    if (index + 1 >= this.offsets.length) {
      const offsets = new Uint32Array(Math.max(64, 2 * (index + 2)));
      offsets.set(this.offsets);
      this.offsets = offsets;
    }
  }

  /** String `index` from bytes that are UTF-8, or ought to be. */
  put(bytes: Uint8Array, start: number, end: number, index: number): Verdict {
    if (!isUtf8(bytes, start, end)) {
      const mended = utf8Of(textOf(bytes, start, end));
      this.copy(mended, 0, mended.length, index);
      return 'encoding';
    }
    this.copy(bytes, start, end, index);
    return 'fine';
  }

  copy(bytes: Uint8Array, start: number, end: number, index: number): void {
    const at = this.offsets[index];
    const room = this.room(at + end - start);
    room.set(bytes.subarray(start, end), at);
    this.close(index, at + end - start);
  }

  /** String `index` from UTF-16 with the high byte first. */
  putUtf16(view: DataView, start: number, end: number, index: number): void {
    let at = this.offsets[index];
    // Three bytes hold any unit; a pair of units needs four.
    const room = this.room(at + ((end - start) / 2) * 3);
    for (let i = start; i < end; i += 2) {
      let code = view.getUint16(i);
      if (code >= 0xd800 && code <= 0xdfff) {
        const low = i + 3 < end ? view.getUint16(i + 2) : 0;
        if (code <= 0xdbff && low >= 0xdc00 && low <= 0xdfff) {
          code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
          i += 2;
        } else {
          code = 0xfffd;
        }
      }
      if (code < 0x80) {
        room[at++] = code;
      } else if (code < 0x800) {
        room[at++] = 0xc0 | (code >> 6);
        room[at++] = 0x80 | (code & 63);
      } else if (code < 0x10000) {
        room[at++] = 0xe0 | (code >> 12);
        room[at++] = 0x80 | ((code >> 6) & 63);
        room[at++] = 0x80 | (code & 63);
      } else {
        room[at++] = 0xf0 | (code >> 18);
        room[at++] = 0x80 | ((code >> 12) & 63);
        room[at++] = 0x80 | ((code >> 6) & 63);
        room[at++] = 0x80 | (code & 63);
      }
    }
    this.close(index, at);
  }

  /** The bytes, with room for so many. */
  room(size: number): Uint8Array {
    if (size > this._bytes.length) {
      const bytes = new Uint8Array(Math.max(2 * this._bytes.length, size));
      bytes.set(this._bytes);
      this._bytes = bytes;
    }
    return this._bytes;
  }

  /** Ends string `index` at this offset. */
  close(index: number, at: number): void {
    this._load.bytes += at - this.offsets[index];
    this.offsets[index + 1] = at;
  }

  take(strings: number): Pick<ITextData, 'offsets' | 'bytes'> {
    this._used = this.offsets[strings];
    return {
      offsets: exactly(this.offsets, strings + 1),
      bytes: exactly(this._bytes, this._used)
    };
  }

  offsets = new Uint32Array(1);
  private _bytes = new Uint8Array(0);
  private _used = 0;
}

/**
 * Columns of strings: `char` and `unicodeChar` with one dimension or none, and
 * datatypes nobody knows. The empty string is null, because TABLEDATA can't
 * tell them apart.
 */
export class TextWriter implements IWriter {
  readonly keepsSpace = true;
  readonly width = 4;
  verdict: Verdict = 'fine';

  /** `unit` is the bytes of a character in BINARY: 1 (`char`) or 2 (`unicodeChar`). */
  constructor(
    private readonly _unit: 1 | 2,
    private readonly _length: Length,
    /** Most characters that the arraysize allows. */
    private readonly _limit: number,
    load: ILoad
  ) {
    this._store = new TextStore(load);
  }

  begin(rows: number): void {
    this._store.begin(rows);
    this._nulls.begin();
  }

  scan(bytes: Uint8Array, pos: number, row: number): number {
    const start = pos;
    let all = 0;
    let references = false;
    let c = bytes[pos];
    while (c !== 60) {
      if (c === 13) {
        return -1;
      }
      all |= c;
      references ||= c === 38;
      c = bytes[++pos];
    }
    if (
      pos - start > this._limit ||
      (all > 127 && !isUtf8(bytes, start, pos))
    ) {
      return -1;
    }
    let to = this._store.offsets[row];
    const room = this._store.room(to + pos - start);
    if (!references) {
      for (let i = start; i < pos; i++) {
        room[to++] = bytes[i];
      }
    } else {
      for (let i = start; i < pos; i++) {
        let byte = bytes[i];
        if (byte === 38) {
          byte = plainReference(bytes, i);
          if (byte === 0) {
            return -1;
          }
          i += byte === 38 ? 4 : 3;
        }
        room[to++] = byte;
      }
    }
    this._store.close(row, to);
    return pos;
  }

  text(bytes: Uint8Array, start: number, end: number, row: number): Verdict {
    if (start === end) {
      this.clear(row);
      return 'fine';
    }
    this._nulls.unset(row);
    const verdict = this._store.put(bytes, start, end, row);
    const long =
      end - start > this._limit &&
      [...textOf(bytes, start, end)].length > this._limit;
    return verdict === 'fine' && long ? 'long' : verdict;
  }

  binary(from: IBinary, pos: number, end: number, row: number): number {
    let count: number;
    if (this._length === 'counted') {
      if (pos + 4 > end) {
        return -1;
      }
      count = from.view.getUint32(pos);
      pos += 4;
    } else {
      count = this._length;
    }
    const after = pos + count * this._unit;
    if (after > end) {
      return -1;
    }
    const { bytes, view } = from;
    const unit = this._unit;
    let stop = pos;
    // A NUL ends a string before its declared length (VOTable §6, `char`).
    while (stop < after && (bytes[stop] | bytes[stop + unit - 1]) !== 0) {
      stop += unit;
    }
    this.verdict = 'fine';
    if (stop === pos) {
      this.clear(row);
      return after;
    }
    this._nulls.unset(row);
    if (unit === 2) {
      this._store.putUtf16(view, pos, stop, row);
    } else {
      this.verdict = this._store.put(bytes, pos, stop, row);
    }
    return after;
  }

  clear(row: number): void {
    this._store.close(row, this._store.offsets[row]);
    this._nulls.set(row);
  }

  take(rows: number): ITextData {
    return {
      kind: 'text',
      ...this._store.take(rows),
      nulls: this._nulls.take(rows)
    };
  }

  private readonly _store: TextStore;
  private readonly _nulls = new Nulls();
}
