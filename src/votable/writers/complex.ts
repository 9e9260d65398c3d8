import type { IComplexData } from '../../columns';
import { ascii, realOf, scanReal } from '../decimal';
import {
  Nulls,
  exactly,
  type IBinary,
  type IItemWriter,
  type Verdict
} from './writer';

/** Columns of `floatComplex` and `doubleComplex`: pairs of real numbers. */
export class ComplexWriter implements IItemWriter {
  readonly arity = 2;
  readonly keepsSpace = false;
  readonly verdict = 'fine';
  readonly width: 8 | 16;

  constructor(private readonly _single: boolean) {
    this.width = _single ? 8 : 16;
  }

  begin(rows: number): void {
    this._values = new Float64Array(2 * rows);
    this._nulls.begin();
  }

  reserve(index: number): void {
    if (2 * index + 1 >= this._values.length) {
      const values = new Float64Array(Math.max(64, 4 * (index + 1)));
      values.set(this._values);
      this._values = values;
    }
  }

  scan(bytes: Uint8Array, pos: number, row: number): number {
    let at = scanReal(bytes, pos, this._values, 2 * row);
    if (at < 0 || bytes[at] > 32) {
      return -1;
    }
    while (bytes[at] <= 32) {
      at++;
    }
    at = scanReal(bytes, at, this._values, 2 * row + 1);
    this._round(row);
    return at;
  }

  text(bytes: Uint8Array, start: number, end: number, row: number): Verdict {
    const tokens = ascii(bytes, start, end)
      .trim()
      .split(/[\s,]+/);
    if (tokens.length === 1 && /^(nan)?$/i.test(tokens[0])) {
      this.clear(row);
      return 'fine';
    }
    if (tokens.length !== 2) {
      this.clear(row);
      return 'unreadable';
    }
    return this.token(tokens[0], tokens[1], row);
  }

  token(first: string, second: string, index: number): Verdict {
    const re = realOf(first);
    const im = realOf(second);
    if (re === undefined || im === undefined) {
      this.clear(index);
      return 'unreadable';
    }
    this._nulls.unset(index);
    this._values[2 * index] = re;
    this._values[2 * index + 1] = im;
    this._round(index);
    return 'fine';
  }

  binary(from: IBinary, pos: number, end: number, row: number): number {
    const after = pos + this.width;
    if (after > end) {
      return -1;
    }
    const half = this.width / 2;
    for (let part = 0; part < 2; part++) {
      const at = pos + part * half;
      this._values[2 * row + part] = this._single
        ? from.view.getFloat32(at)
        : from.view.getFloat64(at);
    }
    return after;
  }

  clear(row: number): void {
    this._values[2 * row] = NaN;
    this._values[2 * row + 1] = NaN;
    this._nulls.set(row);
  }

  take(rows: number): IComplexData {
    return {
      kind: 'complex',
      values: exactly(this._values, 2 * rows),
      nulls: this._nulls.take(rows)
    };
  }

  private _round(index: number): void {
    if (this._single) {
      this._values[2 * index] = Math.fround(this._values[2 * index]);
      this._values[2 * index + 1] = Math.fround(this._values[2 * index + 1]);
    }
  }

  private _values = new Float64Array(0);
  private readonly _nulls = new Nulls();
}
