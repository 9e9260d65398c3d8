import { type Cell } from '../../columns';
import type { Fields } from '../../notebook/template';
import { withoutSecrets } from '../../remote/withoutSecrets';
import { placeOf, type Shared } from '../sharedColumns';
import type { Search } from '../search';

/** The part of a search that is needed to know its rows. */
export type Rows = Pick<Search, 'table'>;

/** What is known of a row that was chosen, as plain values; text that is not known is empty. */
export interface IChosenRow {
  /** Id and label of the service that it came from, and what was asked of it. */
  readonly service: string;
  readonly label: string;
  readonly query: string;
  readonly experiment: string;
  readonly target: string;
  /** Degrees, ICRS. */
  readonly ra?: number;
  readonly dec?: number;
  readonly accessUrl: string;
  readonly accessFormat: string;
  readonly productType: string;
  /** Of the whole data set, as the archive estimates it. */
  readonly bytes?: number;
}

/** The chosen rows of a search, in the order of their ids. */
export function chosenRows(
  { table }: Rows,
  ids: readonly number[]
): readonly IChosenRow[] {
  return ids.map(id => {
    const row = table.row(id);
    const text = (shared: Shared): string => asText(row.cell(placeOf(shared)));
    const number = (shared: Shared): number | undefined => {
      const value = row.cell(placeOf(shared));
      return typeof value === 'number' && Number.isFinite(value)
        ? value
        : undefined;
    };
    const origin = table.origin(id);
    const size = number('size');
    return {
      service: origin?.service ?? '',
      label: origin?.label ?? '',
      query: withoutSecrets(origin?.request ?? ''),
      experiment: text('experiment'),
      target: text('target'),
      ra: number('ra'),
      dec: number('dec'),
      accessUrl: text('accessUrl'),
      accessFormat: text('accessFormat'),
      productType: text('productType'),
      ...(size !== undefined && { bytes: size * 1e9 })
    };
  });
}

/** A row's fields as its own service names them, for the rules of a profile. */
export function fieldsOf({ table }: Rows, id: number): Fields {
  const row = table.row(id);
  const fields = new Map<string, string>();
  table.columns.forEach((column, index) => {
    const value = column.role === undefined ? asText(row.cell(index)) : '';
    if (value !== '') {
      fields.set(column.name, value);
    }
  });
  return fields;
}

/** What all rows have in common; empty where they differ. */
export function common(
  rows: readonly IChosenRow[],
  key: 'service' | 'experiment' | 'target' | 'productType'
): string {
  const [first] = rows;
  return first && rows.every(row => row[key] === first[key]) ? first[key] : '';
}

function asText(value: Cell): string {
  return value === null ? '' : String(value).trim();
}
