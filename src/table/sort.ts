import { cell, isNull, type Cell, type ColumnData } from '../columns';

/** A column's values in one batch. */
export interface IPiece {
  readonly length: number;
  /** Absent where these rows come from a request that lacks the column. */
  readonly data?: ColumnData;
}

/** What a sort needs; it runs the same here and in the worker. */
export interface ISortTask {
  /** The pieces of the key column, in order of arrival. */
  readonly pieces: readonly IPiece[];
  readonly descending: boolean;
  /** BCP 47 tag for the order of texts; the machine's own without it. */
  readonly locale?: string;
}

/** Keys of the rows that have a value, as two words that sort as unsigned integers. */
interface IKeys {
  /** Ordinals of those rows. */
  readonly rows: Uint32Array;
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** Ordinals of rows without a value (null, NaN), in order of arrival. */
  readonly empty: Uint32Array;
}

/**
 * The order of rows by one column: `result[position]` is the ordinal of the row.
 *
 * Stable both ways: rows with equal keys keep the order of arrival. Null and
 * NaN come last both ways. 64-bit integers are compared exactly, texts as the
 * locale has it and numbers inside them by value (N5 before N10), lists and
 * complex numbers by their first item.
 */
export function sortOrder(task: ISortTask): Uint32Array {
  const keys = keysOf(task);
  if (task.descending) {
    for (let i = 0; i < keys.rows.length; i++) {
      keys.high[i] = ~keys.high[i];
      keys.low[i] = ~keys.low[i];
    }
  }
  const sorted = radix(keys);
  const order = new Uint32Array(keys.rows.length + keys.empty.length);
  for (let i = 0; i < sorted.length; i++) {
    order[i] = keys.rows[sorted[i]];
  }
  order.set(keys.empty, sorted.length);
  return order;
}

function keysOf(task: ISortTask): IKeys {
  const kinds = new Set<ColumnData['kind']>();
  for (const { data } of task.pieces) {
    if (data) {
      kinds.add(data.kind === 'list' ? data.items.kind : data.kind);
    }
  }
  if (kinds.has('text')) {
    return textKeys(task);
  }
  return kinds.size === 1 &&
    task.pieces.some(({ data }) => data?.kind === 'long')
    ? longKeys(task.pieces)
    : numberKeys(task.pieces);
}

function numberKeys(pieces: readonly IPiece[]): IKeys {
  const total = count(pieces);
  const values = new Float64Array(total);
  let at = 0;
  for (const { data, length } of pieces) {
    for (let i = 0; i < length; i++, at++) {
      values[at] = !data || isNull(data.nulls, i) ? NaN : numberAt(data, i);
    }
  }
  return doubleKeys(values);
}

function numberAt(data: ColumnData, index: number): number {
  switch (data.kind) {
    case 'number':
    case 'boolean':
      return data.values[index];
    case 'long':
      return Number(data.values[index]);
    case 'complex':
      return data.values[2 * index];
    case 'list':
      return data.offsets[index] < data.offsets[index + 1]
        ? numberAt(data.items, data.offsets[index])
        : NaN;
    case 'text':
      return NaN;
  }
}

/** IEEE 754 doubles sort as integers once the sign is turned over. */
function doubleKeys(values: Float64Array): IKeys {
  const keys = newKeys(values.length);
  const words = new Uint32Array(values.buffer);
  let full = 0;
  let empty = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isNaN(value)) {
      keys.empty[empty++] = i;
      continue;
    }
    // Minus zero is zero.
    const high = value === 0 ? 0 : words[2 * i + 1];
    const low = value === 0 ? 0 : words[2 * i];
    const negative = high >>> 31 === 1;
    keys.rows[full] = i;
    keys.high[full] = negative ? ~high : high ^ 0x80000000;
    keys.low[full] = negative ? ~low : low;
    full++;
  }
  return cut(keys, full, empty);
}

function longKeys(pieces: readonly IPiece[]): IKeys {
  const keys = newKeys(count(pieces));
  let at = 0;
  let full = 0;
  let empty = 0;
  for (const { data, length } of pieces) {
    const words =
      data?.kind === 'long'
        ? new Uint32Array(
            data.values.buffer,
            data.values.byteOffset,
            2 * length
          )
        : undefined;
    for (let i = 0; i < length; i++, at++) {
      if (!words || isNull(data?.nulls, i)) {
        keys.empty[empty++] = at;
        continue;
      }
      keys.rows[full] = at;
      keys.high[full] = words[2 * i + 1] ^ 0x80000000;
      keys.low[full] = words[2 * i];
      full++;
    }
  }
  return cut(keys, full, empty);
}

/** Texts, and whatever else stands beside them: each different text gets its rank. */
function textKeys({ pieces, locale }: ISortTask): IKeys {
  const keys = newKeys(count(pieces));
  const seen = new Map<string, number>();
  const texts: string[] = [];
  let at = 0;
  let full = 0;
  let empty = 0;
  for (const { data, length } of pieces) {
    for (let i = 0; i < length; i++, at++) {
      const text = data && textOf(cell(data, i));
      if (text === undefined) {
        keys.empty[empty++] = at;
        continue;
      }
      let number = seen.get(text);
      if (number === undefined) {
        number = texts.length;
        texts.push(text);
        seen.set(text, number);
      }
      keys.rows[full] = at;
      keys.low[full] = number;
      full++;
    }
  }
  const ranks = ranksOf(texts, locale);
  for (let i = 0; i < full; i++) {
    keys.low[i] = ranks[keys.low[i]];
  }
  return cut(keys, full, empty);
}

/** Undefined where there is no value. */
function textOf(value: Cell): string | undefined {
  if (value === null || Number.isNaN(value)) {
    return undefined;
  }
  if (typeof value === 'object') {
    return value.length > 0 ? textOf(value[0]) : undefined;
  }
  // VOTable has no null text: an empty one is no value.
  return String(value) || undefined;
}

/** Equal ranks where the locale sees no difference, so that arrival decides. */
function ranksOf(texts: readonly string[], locale?: string): Uint32Array {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const order = Uint32Array.from(texts, (_, i) => i).sort((a, b) =>
    compare(texts[a], texts[b])
  );
  const ranks = new Uint32Array(texts.length);
  let rank = 0;
  order.forEach((text, i) => {
    if (i > 0 && compare(texts[order[i - 1]], texts[text]) !== 0) {
      rank++;
    }
    ranks[text] = rank;
  });
  return ranks;
}

/** Least digit first, 11 bits at a time; a digit that is the same everywhere is skipped. */
function radix({ high, low }: IKeys): Uint32Array {
  const length = high.length;
  let from = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    from[i] = i;
  }
  let to = new Uint32Array(length);
  for (const word of [low, high]) {
    for (const shift of [0, 11, 22]) {
      const starts = new Uint32Array(2049);
      for (let i = 0; i < length; i++) {
        starts[((word[i] >>> shift) & 2047) + 1]++;
      }
      if (starts.includes(length)) {
        continue;
      }
      for (let digit = 1; digit < 2049; digit++) {
        starts[digit] += starts[digit - 1];
      }
      for (let i = 0; i < length; i++) {
        const row = from[i];
        to[starts[(word[row] >>> shift) & 2047]++] = row;
      }
      [from, to] = [to, from];
    }
  }
  return from;
}

function count(pieces: readonly IPiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}

function newKeys(length: number): IKeys {
  return {
    rows: new Uint32Array(length),
    high: new Uint32Array(length),
    low: new Uint32Array(length),
    empty: new Uint32Array(length)
  };
}

function cut(keys: IKeys, full: number, empty: number): IKeys {
  return {
    rows: keys.rows.subarray(0, full),
    high: keys.high.subarray(0, full),
    low: keys.low.subarray(0, full),
    empty: keys.empty.subarray(0, empty)
  };
}
