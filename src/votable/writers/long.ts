import type { ILongData } from '../../columns';
import { ascii, integerOf } from '../decimal';
import {
  Nulls,
  exactly,
  type IBinary,
  type IItemWriter,
  type Verdict
} from './writer';

const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;
const WORD = 2 ** 32;
/** A BigInt64Array is written as two words, which costs no object; their order is the machine's. */
const LOW = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 0 : 1;
const HIGH = 1 - LOW;

/** Columns of `long`: 64 bits, exact. */
export class LongWriter implements IItemWriter {
  readonly arity = 1;
  readonly width = 8;
  readonly keepsSpace = false;
  readonly verdict = 'fine';

  /** `magic` is the null of VALUES: that value stands for null. */
  constructor(magic?: string) {
    const value = magic === undefined ? undefined : integerOf(magic.trim());
    if (value !== undefined) {
      this._magic = value;
      const words = new Int32Array(new BigInt64Array([value]).buffer);
      this._magicLow = words[LOW];
      this._magicHigh = words[HIGH];
      this._hasMagic = value >= MIN && value <= MAX;
    }
  }

  begin(rows: number): void {
    this._values = new BigInt64Array(rows);
    this._words = new Int32Array(this._values.buffer);
    this._nulls.begin();
  }

  reserve(index: number): void {
    if (index >= this._values.length) {
      const values = new BigInt64Array(Math.max(64, 2 * (index + 1)));
      values.set(this._values);
      this._values = values;
      this._words = new Int32Array(values.buffer);
    }
  }

  scan(bytes: Uint8Array, pos: number, row: number): number {
    let c = bytes[pos];
    const negative = c === 45;
    if (negative || c === 43) {
      c = bytes[++pos];
    }
    const first = pos;
    // Two halves, each exact as a double: all digits but nine, and nine.
    let length = 0;
    while (bytes[pos + length] >= 48 && bytes[pos + length] <= 57) {
      length++;
    }
    if (length === 0 || length > 19) {
      return -1;
    }
    let upper = 0;
    for (const split = first + length - 9; pos < split; pos++) {
      upper = upper * 10 + (bytes[pos] - 48);
    }
    let lower = 0;
    for (const end = first + length; pos < end; pos++) {
      lower = lower * 10 + (bytes[pos] - 48);
    }
    // upper × 10⁹ + lower, in words.
    const top = Math.floor(upper / 65536) * 1e9;
    const rest = (upper % 65536) * 1e9 + lower;
    const low = (top % 65536) * 65536 + (rest % WORD);
    let high =
      Math.floor(top / 65536) +
      Math.floor(rest / WORD) +
      Math.floor(low / WORD);
    if (high >= WORD / 2) {
      return -1;
    }
    let word = low % WORD;
    if (negative) {
      high = word === 0 ? -high : -high - 1;
      word = word === 0 ? 0 : WORD - word;
    }
    this._put(row, word | 0, high | 0);
    return pos;
  }

  text(bytes: Uint8Array, start: number, end: number, row: number): Verdict {
    return this.token(ascii(bytes, start, end).trim(), '', row);
  }

  token(first: string, _second: string, index: number): Verdict {
    const value = integerOf(first);
    if (value === undefined) {
      this.clear(index);
      return first === '' || /^nan$/i.test(first) ? 'fine' : 'unreadable';
    }
    if (value === this._magic) {
      this.clear(index);
      return 'fine';
    }
    this._nulls.unset(index);
    this._values[index] = value < MIN ? MIN : value > MAX ? MAX : value;
    if (value < MIN || value > MAX) {
      return 'clipped';
    }
    return /[.e]/i.test(first) && !/^[+-]?0x/i.test(first)
      ? 'fraction'
      : 'fine';
  }

  binary(from: IBinary, pos: number, end: number, row: number): number {
    const after = pos + 8;
    if (after > end) {
      return -1;
    }
    this._put(row, from.view.getInt32(pos + 4), from.view.getInt32(pos));
    return after;
  }

  clear(row: number): void {
    this._values[row] = 0n;
    this._nulls.set(row);
  }

  take(rows: number): ILongData {
    return {
      kind: 'long',
      values: exactly(this._values, rows),
      nulls: this._nulls.take(rows)
    };
  }

  private _put(row: number, low: number, high: number): void {
    if (this._hasMagic && low === this._magicLow && high === this._magicHigh) {
      this.clear(row);
      return;
    }
    this._words[2 * row + LOW] = low;
    this._words[2 * row + HIGH] = high;
  }

  private _values = new BigInt64Array(0);
  private _words = new Int32Array(this._values.buffer);
  private readonly _nulls = new Nulls();
  private readonly _magic: bigint | undefined;
  private readonly _hasMagic: boolean = false;
  private readonly _magicLow: number = 0;
  private readonly _magicHigh: number = 0;
}
