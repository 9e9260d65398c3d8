import type { INumberData } from '../../columns';
import { ascii, realOf, scanReal } from '../decimal';
import {
  Nulls,
  exactly,
  type IBinary,
  type IItemWriter,
  type Verdict
} from './writer';

/** Columns of `float` and `double`. Null is NaN with its bit set; NaN alone is a value. */
export class RealWriter implements IItemWriter {
  readonly arity = 1;
  readonly keepsSpace = false;
  readonly verdict = 'fine';
  readonly width: 4 | 8;

  /** `magic` is the null of VALUES: that value stands for null. */
  constructor(
    private readonly _single: boolean,
    magic?: string
  ) {
    this.width = _single ? 4 : 8;
    this._values = this._room(0);
    const value = magic === undefined ? undefined : realOf(magic.trim());
    if (value !== undefined && value === value) {
      this._magic = _single ? Math.fround(value) : value;
    }
  }

  begin(rows: number): void {
    this._values = this._room(rows);
    this._nulls.begin();
  }

  reserve(index: number): void {
    if (index >= this._values.length) {
      const values = this._room(Math.max(64, 2 * (index + 1)));
      values.set(this._values);
      this._values = values;
    }
  }

  scan(bytes: Uint8Array, pos: number, row: number): number {
    const at = scanReal(bytes, pos, this._values, row);
    if (at >= 0 && this._values[row] === this._magic) {
      this.clear(row);
    }
    return at;
  }

  text(bytes: Uint8Array, start: number, end: number, row: number): Verdict {
    return this.token(ascii(bytes, start, end).trim(), '', row);
  }

  token(first: string, _second: string, index: number): Verdict {
    const value = realOf(first);
    if (value === undefined) {
      this.clear(index);
      return first === '' ? 'fine' : 'unreadable';
    }
    this._nulls.unset(index);
    this._values[index] = value;
    if (this._values[index] === this._magic) {
      this.clear(index);
    }
    return 'fine';
  }

  binary(from: IBinary, pos: number, end: number, row: number): number {
    const after = pos + this.width;
    if (after > end) {
      return -1;
    }
    const value = this._single
      ? from.view.getFloat32(pos)
      : from.view.getFloat64(pos);
    this._values[row] = value;
    if (value === this._magic) {
      this.clear(row);
    }
    return after;
  }

  clear(row: number): void {
    this._values[row] = NaN;
    this._nulls.set(row);
  }

  take(rows: number): INumberData {
    return {
      kind: 'number',
      values: exactly(this._values, rows),
      nulls: this._nulls.take(rows)
    };
  }

  private _room(length: number): Float64Array | Float32Array {
    return this._single ? new Float32Array(length) : new Float64Array(length);
  }

  private _values: Float64Array | Float32Array;
  private readonly _nulls = new Nulls();
  /** NaN equals nothing, so it stands for "there is none". */
  private readonly _magic: number = NaN;
}
