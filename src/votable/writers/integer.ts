import type { INumberData } from '../../columns';
import { ascii, integerOf } from '../decimal';
import {
  Nulls,
  exactly,
  type IBinary,
  type IItemWriter,
  type Verdict
} from './writer';

type Kind = 'unsignedByte' | 'short' | 'int';

const LIMITS: Record<Kind, readonly [min: number, max: number]> = {
  unsignedByte: [0, 255],
  short: [-32768, 32767],
  int: [-2147483648, 2147483647]
};

/** Columns of `unsignedByte`, `short` and `int`. */
export class IntegerWriter implements IItemWriter {
  readonly arity = 1;
  readonly keepsSpace = false;
  readonly verdict = 'fine';
  readonly width: 1 | 2 | 4;

  /** `magic` is the null of VALUES: that value stands for null. */
  constructor(
    private readonly _kind: Kind,
    magic?: string
  ) {
    this.width = _kind === 'unsignedByte' ? 1 : _kind === 'short' ? 2 : 4;
    [this._min, this._max] = LIMITS[_kind];
    this._values = this._room(0);
    const value = magic === undefined ? undefined : integerOf(magic.trim());
    // It may lie outside of the datatype; then only text can hold it.
    this._magic = value === undefined ? NaN : Number(value);
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
    let c = bytes[pos];
    const negative = c === 45;
    if (negative || c === 43) {
      c = bytes[++pos];
    }
    const first = pos;
    let value = 0;
    while (c >= 48 && c <= 57) {
      value = value * 10 + (c - 48);
      c = bytes[++pos];
    }
    if (pos === first || pos - first > 15) {
      return -1;
    }
    if (negative) {
      value = -value;
    }
    if (value === this._magic) {
      this.clear(row);
      return pos;
    }
    if (value < this._min || value > this._max) {
      return -1;
    }
    this._values[row] = value;
    return pos;
  }

  text(bytes: Uint8Array, start: number, end: number, row: number): Verdict {
    return this.token(ascii(bytes, start, end).trim(), '', row);
  }

  token(first: string, _second: string, index: number): Verdict {
    const whole = integerOf(first);
    if (whole === undefined) {
      this.clear(index);
      // Some services write the null of a real number.
      return first === '' || /^nan$/i.test(first) ? 'fine' : 'unreadable';
    }
    const value = Number(whole);
    if (value === this._magic) {
      this.clear(index);
      return 'fine';
    }
    this._nulls.unset(index);
    const kept = Math.min(this._max, Math.max(this._min, value));
    this._values[index] = kept;
    if (kept !== value) {
      return 'clipped';
    }
    return /[.e]/i.test(first) && !/^[+-]?0x/i.test(first)
      ? 'fraction'
      : 'fine';
  }

  binary(from: IBinary, pos: number, end: number, row: number): number {
    const after = pos + this.width;
    if (after > end) {
      return -1;
    }
    const value =
      this.width === 4
        ? from.view.getInt32(pos)
        : this.width === 2
          ? from.view.getInt16(pos)
          : from.view.getUint8(pos);
    this._values[row] = value;
    if (value === this._magic) {
      this.clear(row);
    }
    return after;
  }

  clear(row: number): void {
    this._values[row] = 0;
    this._nulls.set(row);
  }

  take(rows: number): INumberData {
    return {
      kind: 'number',
      values: exactly(this._values, rows),
      nulls: this._nulls.take(rows)
    };
  }

  private _room(length: number): Uint8Array | Int16Array | Int32Array {
    switch (this._kind) {
      case 'unsignedByte':
        return new Uint8Array(length);
      case 'short':
        return new Int16Array(length);
      case 'int':
        return new Int32Array(length);
    }
  }

  private _values: Uint8Array | Int16Array | Int32Array;
  private readonly _nulls = new Nulls();
  private readonly _min: number;
  private readonly _max: number;
  private readonly _magic: number;
}
