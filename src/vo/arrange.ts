import {
  cell,
  type ColumnData,
  type IBatch,
  type IColumn,
  type RowEvent,
  type Rows
} from '../columns';
import { separation } from './separation';
import { columnOf } from './roles';

/** A position in degrees, ICRS. */
interface ICentre {
  readonly ra: number;
  readonly dec: number;
}

/** A service need not give a distance, and may give rows outside the cone; so we compute it. */
const SEPARATION: IColumn = {
  name: 'Separation',
  datatype: 'double',
  unit: 'arcsec',
  ucd: 'pos.angDistance',
  precision: 'F2',
  description: 'Distance on the sky from the position that was searched.'
};

/**
 * Puts what a person looks for first: separation (computed from the row's own
 * position), target, RA and Dec; then all other columns as the service has
 * them. Nothing is dropped. Rows without columns for RA and Dec pass unchanged.
 */
export async function* arrange(rows: Rows, centre: ICentre): Rows {
  let order: readonly number[] = [];
  let ra = -1;
  let dec = -1;
  for await (const event of rows) {
    if (event.kind === 'columns') {
      ra = columnOf('ra', event.columns);
      dec = columnOf('dec', event.columns);
      const first = [columnOf('target', event.columns), ra, dec].filter(
        index => index >= 0
      );
      const rest = event.columns
        .map((_, index) => index)
        .filter(index => !first.includes(index));
      order = [...first, ...rest];
      const columns = order.map(index => event.columns[index]);
      yield {
        kind: 'columns',
        columns: ra >= 0 && dec >= 0 ? [SEPARATION, ...columns] : columns
      };
    } else if (event.kind === 'batch') {
      const data = order.map(index => event.batch.data[index]);
      yield {
        kind: 'batch',
        batch: {
          length: event.batch.length,
          data:
            ra >= 0 && dec >= 0
              ? [separations(event.batch, ra, dec, centre), ...data]
              : data
        }
      };
    } else {
      yield event satisfies RowEvent;
    }
  }
}

/** Separations in arcsec; null where a row has no position. */
function separations(
  batch: IBatch,
  ra: number,
  dec: number,
  centre: ICentre
): ColumnData {
  const values = new Float64Array(batch.length);
  for (let i = 0; i < batch.length; i++) {
    const lon = cell(batch.data[ra], i);
    const lat = cell(batch.data[dec], i);
    values[i] =
      typeof lon === 'number' && typeof lat === 'number'
        ? 3600 * separation(centre.ra, centre.dec, lon, lat)
        : NaN;
  }
  return { kind: 'number', values };
}
