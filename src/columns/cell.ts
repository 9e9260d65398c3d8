import type { ColumnData, NullMap } from './batch';

/** One value as a view or a sort needs it; a complex number is a pair. */
export type Cell = null | number | bigint | boolean | string | readonly Cell[];

const UTF8 = new TextDecoder();

/** Is value `index` null in this map? */
export function isNull(nulls: NullMap | undefined, index: number): boolean {
  return nulls !== undefined && (nulls[index >> 3] & (1 << (index & 7))) !== 0;
}

/** The value of a column at a row of its batch. */
export function cell(data: ColumnData, index: number): Cell {
  if (isNull(data.nulls, index)) {
    return null;
  }
  switch (data.kind) {
    case 'number':
    case 'long':
      return data.values[index];
    case 'boolean':
      return data.values[index] !== 0;
    case 'complex':
      return [data.values[2 * index], data.values[2 * index + 1]];
    case 'text':
      return UTF8.decode(
        data.bytes.subarray(data.offsets[index], data.offsets[index + 1])
      );
    case 'list': {
      const items: Cell[] = [];
      for (let i = data.offsets[index]; i < data.offsets[index + 1]; i++) {
        items.push(cell(data.items, i));
      }
      return items;
    }
  }
}
