import type { ColumnData, NullMap, ScalarData } from '../../columns';

/** What came of a cell that was not as the standard has it. */
export type Verdict =
  | 'fine'
  /** It says nothing that its datatype can say, and is null. */
  | 'unreadable'
  /** Outside of its datatype's range, and set to the end of that range. */
  | 'clipped'
  /** An integer written as a decimal fraction (`12.`). */
  | 'fraction'
  /** More text than its arraysize, kept whole. */
  | 'long'
  /** Not as many values as its arraysize: padded with nulls, or the rest left out. */
  | 'count'
  /** Bytes that are no UTF-8, replaced by U+FFFD. */
  | 'encoding';

/** What a batch weighs so far beside its fixed part: bytes of strings and lists. */
export interface ILoad {
  bytes: number;
}

/** The same bytes twice: as such, and for reading numbers. */
export interface IBinary {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/**
 * Fills one column of a batch. Any cell may be written again before the batch
 * is taken: a cell or a row that was cut by the end of a piece of the answer
 * is read from its start when more has come.
 */
export interface IWriter {
  /** True where white space at the ends of a cell is part of its value. */
  readonly keepsSpace: boolean;
  /** Bytes that one row surely takes; for the size of a batch. */
  readonly width: number;
  /** Makes room for so many rows, the first of which is row 0. */
  begin(rows: number): void;
  /**
   * The fast way for TABLEDATA: reads what begins at `pos`, right behind `<TD>`,
   * and returns the position after it, or -1 where `text` has to be called.
   * There is a `<` ahead.
   */
  scan(bytes: Uint8Array, pos: number, row: number): number;
  /** The sure way: a whole cell, references resolved. */
  text(bytes: Uint8Array, start: number, end: number, row: number): Verdict;
  /**
   * BINARY: reads the value at `pos` and returns the position after it, or -1
   * where it does not end before `end`.
   */
  binary(from: IBinary, pos: number, end: number, row: number): number;
  /** Makes a row null. */
  clear(row: number): void;
  /** The column of so many rows; `begin` has to follow. */
  take(rows: number): ColumnData;
  /** What `binary` had to say about the last value. */
  readonly verdict: Verdict;
}

/** A writer of single values, which also can be the values of lists. */
export interface IItemWriter extends IWriter {
  /** Tokens that a value takes in text: 2 for a complex number. */
  readonly arity: 1 | 2;
  /** Bytes that a value takes in BINARY. */
  readonly width: number;
  /** Room for item `index`, keeping what is there. */
  reserve(index: number): void;
  /** One value from its tokens; the second is for complex numbers. */
  token(first: string, second: string, index: number): Verdict;
  take(count: number): ScalarData;
}

/** The null map of a column under construction: there only once something is null. */
export class Nulls {
  private _bits: Uint8Array | undefined;

  begin(): void {
    this._bits = undefined;
  }

  set(index: number): void {
    const at = index >> 3;
    if (this._bits === undefined || at >= this._bits.length) {
      const bits = new Uint8Array(Math.max(64, 2 * (at + 1)));
      if (this._bits !== undefined) {
        bits.set(this._bits);
      }
      this._bits = bits;
    }
    this._bits[at] |= 1 << (index & 7);
  }

  unset(index: number): void {
    if (this._bits !== undefined && index >> 3 < this._bits.length) {
      this._bits[index >> 3] &= ~(1 << (index & 7));
    }
  }

  /** The map of so many values, or undefined where none of them is null. */
  take(count: number): NullMap | undefined {
    const bits = this._bits;
    if (bits === undefined) {
      return undefined;
    }
    const map = new Uint8Array((count + 7) >> 3);
    map.set(bits.subarray(0, map.length));
    if (count & 7) {
      map[map.length - 1] &= (1 << (count & 7)) - 1;
    }
    return map.some(byte => byte !== 0) ? map : undefined;
  }
}

/** The first `count` values in an array of exactly that size; copied only where it is larger. */
export function exactly<
  T extends
    | Float64Array
    | Float32Array
    | Int32Array
    | Int16Array
    | Uint8Array
    | Uint32Array
    | BigInt64Array
>(values: T, count: number): T {
  return values.length === count ? values : (values.slice(0, count) as T);
}
