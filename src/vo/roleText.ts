import { cell, type Cell, type IBatch, type IColumn } from '../columns';
import { bandOf } from './bands';
import { formatDec, formatRa } from './format';
import {
  formatDuration,
  formatKilobytes,
  formatLight,
  formatSeparation,
  type Spectral
} from './quantities';
import type { Role } from './roles';
import { formatMjd } from './time';

/** How many of our own unit one of a column's unit is; by what columns have in practice. */
const SECONDS = new Map([
  ['s', 1],
  ['sec', 1],
  ['ms', 1e-3],
  ['min', 60],
  ['h', 3600],
  ['hr', 3600],
  ['d', 86400]
]);
const KILOBYTES = new Map([
  ['kbyte', 1],
  ['kb', 1],
  ['byte', 1e-3],
  ['bytes', 1e-3],
  ['b', 1e-3],
  ['mbyte', 1e3],
  ['mb', 1e3],
  ['gbyte', 1e6],
  ['gb', 1e6]
]);
const ARCSECONDS = new Map([
  ['arcsec', 1],
  ['arcmin', 60],
  ['deg', 3600],
  ['mas', 1e-3]
]);

/** How numbers are written in their roles, with the unit of their column; others as they are. */
const WRITERS: Partial<Record<Role, (value: number, unit: string) => string>> =
  {
    ra: value => formatRa(value, 3),
    dec: value => formatDec(value, 2),
    separation: (value, unit) =>
      formatSeparation(value * (ARCSECONDS.get(unit) ?? 1)),
    start: value => formatMjd(value),
    end: value => formatMjd(value),
    exposure: (value, unit) => formatDuration(value * (SECONDS.get(unit) ?? 1)),
    size: (value, unit) => formatKilobytes(value * (KILOBYTES.get(unit) ?? 1))
  };

/**
 * What a row's column says in the role that it plays, short enough for a list:
 * `4.0 h`, `1.20 GB`, `2005-02-25`. Empty where the row says nothing.
 */
export function roleText(role: Role, value: Cell, column: IColumn): string {
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (number === null || Number.isNaN(number)) {
    return '';
  }
  if (typeof number !== 'number') {
    const text = String(number).trim();
    // Dates come as text as well.
    return role === 'start' || role === 'end' || role === 'release'
      ? text.replace(/T.*$/, '')
      : text;
  }
  const unit = (column.unit ?? '').trim().toLowerCase();
  return WRITERS[role]?.(number, unit) ?? String(number);
}

/** The light of a row: `L 1.66 GHz`; empty where it does not say. */
export function lightText(
  batch: IBatch,
  row: number,
  roles: ReadonlyMap<Role, number>,
  as: Spectral = 'auto'
): string {
  const [emMin, emMax] = (['emMin', 'emMax'] as const).map(role => {
    const index = roles.get(role);
    return index === undefined
      ? NaN
      : Number(cell(batch.data[index], row) ?? NaN);
  });
  const light = formatLight(emMin, emMax, as);
  const band = light ? bandOf(emMin, emMax) : undefined;
  return band ? `${band.letter} ${light}` : light;
}
