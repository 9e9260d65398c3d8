/**
 * A bit map of nulls: bit `i % 8`, counted from the least significant, of byte
 * `i >> 3` is set where value `i` is null. Absent where nothing is null.
 */
export type NullMap = Uint8Array;

/** Real numbers and the integers that fit into a double. */
export interface INumberData {
  readonly kind: 'number';
  readonly values:
    Float64Array | Float32Array | Int32Array | Int16Array | Uint8Array;
  readonly nulls?: NullMap;
}

/** 64-bit integers, exact. */
export interface ILongData {
  readonly kind: 'long';
  readonly values: BigInt64Array;
  readonly nulls?: NullMap;
}

/** Truth values and bits: 0 or 1. */
export interface IBooleanData {
  readonly kind: 'boolean';
  readonly values: Uint8Array;
  readonly nulls?: NullMap;
}

/** Pairs: value `i` is `values[2 * i]` + `values[2 * i + 1]` i. */
export interface IComplexData {
  readonly kind: 'complex';
  readonly values: Float64Array;
  readonly nulls?: NullMap;
}

/** Strings as UTF-8: string `i` is `bytes[offsets[i] … offsets[i + 1]]`, decoded when seen. */
export interface ITextData {
  readonly kind: 'text';
  /** One more than there are strings; the first is 0. */
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
  readonly nulls?: NullMap;
}

/** Lists: list `i` is the items `offsets[i] … offsets[i + 1]`, in storage order. */
export interface IListData {
  readonly kind: 'list';
  readonly offsets: Uint32Array;
  readonly items: ScalarData;
  readonly nulls?: NullMap;
}

export type ScalarData =
  INumberData | ILongData | IBooleanData | IComplexData | ITextData;

export type ColumnData = ScalarData | IListData;

/** Some rows, column by column. Its buffers are transferred between threads, never copied. */
export interface IBatch {
  /** Number of rows. */
  readonly length: number;
  /** One entry a column, in the order of the columns. */
  readonly data: readonly ColumnData[];
}
