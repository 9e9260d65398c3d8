import type { IRow } from '../table';
import { placeOf, type Shared } from './sharedColumns';

/** A shared column's value in a row, as text; empty where there is none. */
export function textIn(row: IRow, shared: Shared): string {
  const value = row.cell(placeOf(shared));
  return value === null ? '' : String(value).trim();
}

/** A shared column's value in a row; undefined where there is none. */
export function numberIn(row: IRow, shared: Shared): number | undefined {
  const value = row.cell(placeOf(shared));
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : undefined;
}
