import type { TranslationBundle } from '@jupyterlab/translation';
import { cell, type Cell, type ColumnData, type IBatch } from '../columns';
import type { IColumn } from '../columns';
import type { Fill, IRoleColumn } from '../table';
import {
  bandOf,
  formatMjd,
  gigahertz,
  LIGHT,
  type Role,
  rolesOf,
  separation,
  type ICone
} from '../vo';
import { numbers, texts } from './fill';
import type { ITaste } from './taste';

/** Columns of a table that are ours: what every archive has, whatever it calls it. */
export type Shared =
  | 'experiment'
  | 'target'
  | 'exposure'
  | 'separation'
  | 'ra'
  | 'dec'
  | 'band'
  | 'light'
  | 'start'
  | 'size'
  | 'archive'
  | 'productType'
  | 'did'
  | 'collection'
  | 'accessUrl'
  | 'accessFormat'
  | 'emMin'
  | 'emMax'
  | 'end'
  | 'release';

/** The order in which they stand; the index is that of the table's column. */
export const SHARED: readonly Shared[] = [
  'experiment',
  'target',
  'exposure',
  'separation',
  'ra',
  'dec',
  'band',
  'light',
  'start',
  'size',
  'productType',
  'archive',
  'did',
  'collection',
  'accessUrl',
  'accessFormat',
  'emMin',
  'emMax',
  'end',
  'release'
];

/** The index of a shared column in a table of search results. */
export function placeOf(shared: Shared): number {
  return SHARED.indexOf(shared);
}

export function isShared(name: string): name is Shared {
  return SHARED.includes(name as Shared);
}

/** keV · m. */
const KEV_METRE = 1.239841984332e-9;

/** The shared columns of one search: names and units by taste, separations from its centre. */
export function sharedColumns(
  cone: ICone | undefined,
  taste: ITaste,
  trans: TranslationBundle
): readonly IRoleColumn[] {
  const text = (name: string, description = ''): IColumn => ({
    name,
    datatype: 'unicodeChar',
    arraysize: '*',
    description
  });
  const number = (name: string, more: Partial<IColumn>): IColumn => ({
    name,
    datatype: 'double',
    ...more
  });
  const sexagesimal = taste.positions === 'sexagesimal';
  const columns: Record<Shared, IColumn> = {
    experiment: text(
      trans.__('Experiment'),
      trans.__('The observation as its archive counts: experiment or project.')
    ),
    target: text(trans.__('Target')),
    exposure: number(trans.__('On source'), {
      unit: 'h',
      precision: 'F1',
      description: trans.__('Time on source.')
    }),
    separation: number(trans.__('Sep.'), {
      unit: 'arcsec',
      precision: 'F2',
      ucd: 'pos.angDistance',
      description: trans.__('Distance on the sky from what was searched.')
    }),
    ra: number(trans.__('RA'), {
      unit: 'deg',
      ucd: 'pos.eq.ra',
      precision: sexagesimal ? 'F3' : 'F6',
      ...(sexagesimal && { xtype: 'hms' }),
      description: trans.__('Right ascension, ICRS.')
    }),
    dec: number(trans.__('Dec'), {
      unit: 'deg',
      ucd: 'pos.eq.dec',
      precision: sexagesimal ? 'F2' : 'F6',
      ...(sexagesimal && { xtype: 'dms' }),
      description: trans.__('Declination, ICRS.')
    }),
    band: text(trans.__('Band'), trans.__('As radio astronomers call it.')),
    light: number(lightName(taste, trans), {
      unit: taste.spectral,
      precision: taste.spectral === 'cm' ? 'F1' : 'F2',
      description: trans.__('The middle of the range that was observed.')
    }),
    start: { ...text(trans.__('Start'), trans.__('UTC.')), unit: 'UTC' },
    size: number(trans.__('Size'), {
      unit: 'GB',
      precision: 'F2',
      description: trans.__(
        'Of the whole data set; rows of one pass give the same.'
      )
    }),
    productType: text(trans.__('Type')),
    archive: text(trans.__('Archive')),
    did: text('obs_publisher_did'),
    collection: text('obs_collection'),
    accessUrl: text('access_url'),
    accessFormat: text('access_format'),
    emMin: number('em_min', { unit: 'm' }),
    emMax: number('em_max', { unit: 'm' }),
    end: number('t_max', { unit: 'd', ucd: 'time.end' }),
    release: text('obs_release_date')
  };
  return SHARED.map(role => ({
    role,
    column: columns[role],
    aside: ASIDE.has(role),
    fill: (native, origin) =>
      role === 'archive'
        ? batch => texts(batch, () => origin.label)
        : fillOf(role, rolesOf(native), cone, taste)
  }));
}

/** Needed to work with a row, but the service's own column shows it as well. */
const ASIDE: ReadonlySet<Shared> = new Set<Shared>([
  'did',
  'collection',
  'accessUrl',
  'accessFormat',
  'emMin',
  'emMax',
  'end',
  'release'
]);

function lightName(taste: ITaste, trans: TranslationBundle): string {
  switch (taste.spectral) {
    case 'GHz':
      return trans.__('Frequency');
    case 'cm':
      return trans.__('Wavelength');
    case 'keV':
      return trans.__('Energy');
  }
}

/** How one service's own columns fill a shared one; undefined where they can't. */
function fillOf(
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
