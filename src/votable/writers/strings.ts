import type { IListData } from '../../columns';
import type { IShape } from '../shape';
import { TextStore } from './text';
import {
  Nulls,
  exactly,
  type IBinary,
  type ILoad,
  type IWriter,
  type Verdict
} from './writer';

/** A fixed number of strings is only filled up to here; see `ListWriter`. */
const TRUSTED = 65536;

/**
 * Columns whose cells are lists of strings: `char` and `unicodeChar` of two
 * dimensions or more, the first of which is the length of each string, padded
 * with blanks or NULs.
 */
export class StringsWriter implements IWriter {
  readonly keepsSpace = true;
  readonly width = 8;
  verdict: Verdict = 'fine';

  constructor(
    private readonly _unit: 1 | 2,
    private readonly _shape: IShape,
    load: ILoad
  ) {
    this._store = new TextStore(load);
    this._length = Math.max(1, _shape.dimensions[0]);
  }

  begin(rows: number): void {
    this._offsets = new Uint32Array(rows + 1);
    this._store.begin(rows);
    this._nulls.begin();
  }

  scan(): number {
    return -1;
  }

  text(bytes: Uint8Array, start: number, end: number, row: number): Verdict {
    if (start === end) {
      this.clear(row);
      return 'fine';
    }
    let verdict: Verdict = 'fine';
    let index = this._offsets[row];
    while (start < end) {
      let stop = start;
      for (let n = 0; n < this._length && stop < end; n++) {
        stop++;
        // Bytes that go on with a character.
        while (stop < end && (bytes[stop] & 0xc0) === 0x80) {
          stop++;
        }
      }
      let last = stop;
      while (
        last > start &&
        (bytes[last - 1] === 32 || bytes[last - 1] === 0)
      ) {
        last--;
      }
      this._store.reserve(index);
      const said = this._store.put(bytes, start, last, index++);
      verdict = verdict === 'fine' ? said : verdict;
      start = stop;
    }
    this._close(row, index);
    return verdict;
  }

  binary(from: IBinary, pos: number, end: number, row: number): number {
    let characters = this._shape.size;
    if (this._shape.variable) {
      if (pos + 4 > end) {
        return -1;
      }
      characters = from.view.getUint32(pos);
      pos += 4;
    }
    const after = pos + characters * this._unit;
    if (after > end) {
      return -1;
    }
    this.verdict = 'fine';
    const step = this._length * this._unit;
    let index = this._offsets[row];
    for (; pos < after; pos += step) {
      const stop = this._stop(from.bytes, pos, Math.min(after, pos + step));
      this._store.reserve(index);
      if (this._unit === 2) {
        this._store.putUtf16(from.view, pos, stop, index++);
      } else {
        const said = this._store.put(from.bytes, pos, stop, index++);
        this.verdict = this.verdict === 'fine' ? said : this.verdict;
      }
    }
    this._close(row, index);
    if (characters === 0) {
      this._nulls.set(row);
    }
    return after;
  }

  clear(row: number): void {
    this._offsets[row + 1] = this._offsets[row];
    this._nulls.set(row);
  }

  take(rows: number): IListData {
    return {
      kind: 'list',
      offsets: exactly(this._offsets, rows + 1),
      items: { kind: 'text', ...this._store.take(this._offsets[rows]) },
      nulls: this._nulls.take(rows)
    };
  }

  /** Where a string ends: before its first NUL, without blanks at its end. */
  private _stop(bytes: Uint8Array, start: number, end: number): number {
    const unit = this._unit;
    let stop = start;
    while (stop < end && (bytes[stop] | bytes[stop + unit - 1]) !== 0) {
      stop += unit;
    }
    while (
      stop > start &&
      bytes[stop - 1] === 32 &&
      (unit === 1 || bytes[stop - 2] === 0)
    ) {
      stop -= unit;
    }
    return stop;
  }

  /** Ends the row; a fixed size is filled with empty strings. */
  private _close(row: number, index: number): void {
    const first = this._offsets[row];
    const { variable, size } = this._shape;
    const count = variable || size > TRUSTED ? 0 : size / this._length;
    for (; index - first < count; index++) {
      this._store.reserve(index);
      this._store.close(index, this._store.offsets[index]);
    }
    this._offsets[row + 1] = index;
    this._nulls.unset(row);
  }

  private _offsets = new Uint32Array(1);
  private readonly _length: number;
  private readonly _store: TextStore;
  private readonly _nulls = new Nulls();
}
