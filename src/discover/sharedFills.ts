import { cell, type Cell, type ColumnData, type IBatch } from '../columns';
import type { Fill } from '../table';
import {
  bandOf,
  formatMjd,
  gigahertz,
  type ICone,
  LIGHT,
  type Role,
  separation
} from '../vo';
import { numbers, texts } from './fill';
import type { Shared } from './sharedColumns';
import type { ITaste } from './taste';

/** keV · m. */
const KEV_METRE = 1.239841984332e-9;

/** How one service's own columns fill a shared one; undefined where they can't. */
export function fillOf(
  shared: Exclude<Shared, 'archive'>,
  roles: ReadonlyMap<Role, number>,
  cone: ICone | undefined,
  taste: ITaste
): Fill | undefined {
  const one = (
    role: Role,
    make?: (value: Cell) => number
  ): Fill | undefined => {
    const index = roles.get(role);
    return index === undefined
      ? undefined
      : batch => {
          const data = batch.data[index];
          // As it is, where it is what is wanted: nothing is copied.
          return !make && data.kind === 'number'
            ? data
            : numbers(batch, i => (make ?? asNumber)(cell(data, i)));
        };
  };
  const words = (
    role: Role,
    make?: (value: Cell) => string
  ): Fill | undefined => {
    const index = roles.get(role);
    return index === undefined
      ? undefined
      : batch => {
          const data = batch.data[index];
          return !make && data.kind === 'text'
            ? data
            : texts(batch, i => (make ?? asText)(cell(data, i)));
        };
  };
  const two = (
    a: Role,
    b: Role,
    make: (batch: IBatch, at: (i: number) => [number, number]) => ColumnData
  ): Fill | undefined => {
    const [first, second] = [roles.get(a), roles.get(b)];
    return first === undefined || second === undefined
      ? undefined
      : batch =>
          make(batch, i => [
            asNumber(cell(batch.data[first], i)),
            asNumber(cell(batch.data[second], i))
          ]);
  };
  switch (shared) {
    case 'exposure':
      return one('exposure', value => asNumber(value) / 3600);
    case 'size':
      // kB in ObsCore; archives write -1 for "not known".
      return one('size', value =>
        asNumber(value) >= 0 ? asNumber(value) / 1e6 : NaN
      );
    case 'start':
      return words('start', value => formatMjd(asNumber(value), true));
    case 'separation':
      return (
        cone &&
        two('ra', 'dec', (batch, at) =>
          numbers(batch, i => 3600 * separation(cone.ra, cone.dec, ...at(i)))
        )
      );
    case 'band':
      return two('emMin', 'emMax', (batch, at) =>
        texts(batch, i => bandOf(...at(i))?.letter ?? '')
      );
    case 'light':
      return two('emMin', 'emMax', (batch, at) =>
        numbers(batch, i => inTaste(gigahertz(...at(i)), taste))
      );
    case 'ra':
    case 'dec':
    case 'emMin':
    case 'emMax':
    case 'end':
      return one(shared);
    case 'experiment':
    case 'target':
    case 'productType':
    case 'did':
    case 'collection':
    case 'accessUrl':
    case 'accessFormat':
    case 'release':
      return words(shared);
  }
}

function inTaste(ghz: number, taste: ITaste): number {
  const metres = LIGHT / (ghz * 1e9);
  switch (taste.spectral) {
    case 'GHz':
      return ghz;
    case 'cm':
      return metres * 100;
    case 'keV':
      return KEV_METRE / metres;
  }
}

function asText(value: Cell): string {
  return String(value ?? '');
}

/** NaN for what is no number. */
function asNumber(value: Cell): number {
  return typeof value === 'number'
    ? value
    : typeof value === 'bigint'
      ? Number(value)
      : typeof value === 'string' && value.trim() !== ''
        ? Number(value)
        : NaN;
}
