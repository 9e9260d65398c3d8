import type { Cell, ColumnData, IColumn, RowEvent } from '../../columns';

/** A column and its values, as a test writes them down. */
export interface IGiven {
  readonly column: IColumn;
  readonly values: readonly (number | bigint | boolean | string | null)[];
}

/** A column with these values, its datatype found by the first one. */
export function given(
  name: string,
  values: IGiven['values'],
  more: Partial<IColumn> = {}
): IGiven {
  const some = values.find(value => value !== null);
  const text = typeof some === 'string';
  return {
    values,
    column: {
      name,
      datatype: text
        ? 'char'
        : typeof some === 'bigint'
          ? 'long'
          : typeof some === 'boolean'
            ? 'boolean'
            : 'double',
      ...(text && { arraysize: '*' }),
      ...more
    }
  };
}

/** The events of an answer that has these columns, in batches of so many rows. */
export function eventsOf(columns: readonly IGiven[], size = 1000): RowEvent[] {
  return [
    { kind: 'columns', columns: columns.map(({ column }) => column) },
    ...batchesOf(columns, size),
    { kind: 'end' }
  ];
}

/** Only the batches. */
export function batchesOf(columns: readonly IGiven[], size = 1000): RowEvent[] {
  const events: RowEvent[] = [];
  const rows = columns[0].values.length;
  for (let from = 0; from < rows; from += size) {
    const parts = columns.map(({ values }) => values.slice(from, from + size));
    const data = parts.map(dataOf);
    events.push({ kind: 'batch', batch: { length: parts[0].length, data } });
  }
  return events;
}

/** The values of one batch of one column. */
export function dataOf(values: readonly Cell[]): ColumnData {
  const nulls = new Uint8Array((values.length >> 3) + 1);
  values.forEach((value, i) => {
    nulls[i >> 3] |= value === null ? 1 << (i & 7) : 0;
  });
  const some = values.find(value => value !== null);
  if (typeof some === 'bigint') {
    const longs = BigInt64Array.from(values, value => (value ?? 0n) as bigint);
    return { kind: 'long', values: longs, nulls };
  }
  if (typeof some === 'boolean') {
    return { kind: 'boolean', values: Uint8Array.from(values, Number), nulls };
  }
  if (typeof some !== 'string') {
    return { kind: 'number', values: Float64Array.from(values, Number), nulls };
  }
  const texts = values.map(value =>
    new TextEncoder().encode(String(value ?? ''))
  );
  const offsets = new Uint32Array(values.length + 1);
  texts.forEach((text, i) => (offsets[i + 1] = offsets[i] + text.length));
  const bytes = new Uint8Array(offsets[values.length]);
  texts.forEach((text, i) => bytes.set(text, offsets[i]));
  return { kind: 'text', offsets, bytes, nulls };
}
