import type { ColumnData, IBatch, IColumn, RowEvent } from '../../columns';

/** A batch from rows as a person writes them: numbers, texts, null. */
export function batchOf(
  names: readonly string[],
  rows: readonly (readonly (string | number | null)[])[]
): RowEvent[] {
  const columns = names.map((name, at): IColumn => {
    const isText = rows.some(row => typeof row[at] === 'string');
    return isText
      ? { name, datatype: 'char', arraysize: '*' }
      : { name, datatype: 'double' };
  });
  const batch: IBatch = {
    length: rows.length,
    data: columns.map((column, at) =>
      column.datatype === 'char'
        ? texts(rows.map(row => String(row[at] ?? '')))
        : {
            kind: 'number',
            values: Float64Array.from(rows, row => Number(row[at] ?? NaN))
          }
    )
  };
  return [
    { kind: 'columns', columns },
    { kind: 'batch', batch },
    { kind: 'end' }
  ];
}

function texts(values: readonly string[]): ColumnData {
  const parts = values.map(value => new TextEncoder().encode(value));
  const offsets = new Uint32Array(values.length + 1);
  parts.forEach((part, at) => (offsets[at + 1] = offsets[at] + part.length));
  const bytes = new Uint8Array(offsets[values.length]);
  parts.forEach((part, at) => bytes.set(part, offsets[at]));
  return { kind: 'text', offsets, bytes };
}
