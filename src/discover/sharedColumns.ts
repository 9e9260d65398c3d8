import type { TranslationBundle } from '@jupyterlab/translation';
import type { IColumn } from '../columns';
import type { IRoleColumn } from '../table';
import { type ICone, rolesOf } from '../vo';
import { texts } from './fill';
import { fillOf } from './sharedFills';
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
