import { decimal, literal, tableName } from './adql';
import { spellings } from './archiveNames';
import { BANDS, wavelengths } from './bands';
import type { ICone } from './cone';
import { inCircle, OBSCORE } from './tap';

/** What is looked for in an ObsCore table; everything that is given has to hold. */
export interface IObsQuery {
  readonly cone?: ICone;
  /**
   * Codes of experiments (`obs_id`); any of them. `*` stands for anything, `?`
   * for one sign, `!` in front for all others.
   */
  readonly experiments?: readonly string[];
  /** Names of sources (`target_name`); any of them, with the same signs. */
  readonly targets?: readonly string[];
  /** Letters of `BANDS`; any of them. */
  readonly bands?: readonly string[];
  /** MJD; what was observed at any time between. */
  readonly from?: number;
  readonly to?: number;
  /** `visibility`, `image`, `cube`, `spectrum` … (ObsCore 1.1 §3.3.1). */
  readonly productTypes?: readonly string[];
  readonly collections?: readonly string[];
  readonly facilities?: readonly string[];
  readonly instruments?: readonly string[];
}

/** How a query is put. */
export interface IObsWording {
  /** `ivoa.obscore` if absent. */
  readonly table?: string;
  /** All columns if absent. */
  readonly columns?: readonly string[];
  /** `box` for services whose geometry does not work; gives rows outside the cone too. */
  readonly geometry?: 'contains' | 'box';
}

/**
 * ADQL for a query (ADQL 2.0 and 2.1). It has no order: to sort is the client's
 * business, and costs a service the whole table.
 *
 * Undefined where nothing is asked for, which would be the whole archive.
 */
export function obsQuery(
  query: IObsQuery,
  wording: IObsWording = {}
): string | undefined {
  const { cone, bands, from, to } = query;
  const parts = [
    cone && inCone(cone, wording.geometry ?? 'contains'),
    matching('obs_id', query.experiments, codes),
    matching('target_name', query.targets, spellings),
    bands && inBands(bands),
    from !== undefined && `t_max >= ${decimal(from)}`,
    to !== undefined && `t_min <= ${decimal(to)}`,
    matching('dataproduct_type', query.productTypes, same),
    matching('obs_collection', query.collections, same),
    matching('facility_name', query.facilities, same),
    matching('instrument_name', query.instruments, same)
  ].filter(part => typeof part === 'string' && part !== '');
  if (parts.length === 0) {
    return undefined;
  }
  const columns = wording.columns?.join(', ') ?? '*';
  return `SELECT ${columns} FROM ${tableName(wording.table ?? OBSCORE)} WHERE ${parts.join(' AND ')}`;
}

/** Geometry in words that every version knows, or a box of it without any functions. */
function inCone(cone: ICone, geometry: 'contains' | 'box'): string {
  const { ra, dec, radius } = cone;
  if (geometry === 'contains') {
    return inCircle(cone);
  }
  const [south, north] = [dec - radius, dec + radius];
  const belt = `s_dec BETWEEN ${decimal(Math.max(south, -90))} AND ${decimal(Math.min(north, 90))}`;
  if (south <= -90 || north >= 90) {
    // A pole lies inside, and with it every right ascension.
    return belt;
  }
  const radian = 180 / Math.PI;
  const sine = Math.sin(radius / radian) / Math.cos(dec / radian);
  const half = Math.asin(Math.min(1, sine)) * radian;
  const [west, east] = [ra - half, ra + half];
  const range = (begin: number, end: number): string =>
    `s_ra BETWEEN ${decimal(begin)} AND ${decimal(end)}`;
  if (west < 0 || east > 360) {
    return `${belt} AND (${range((west + 360) % 360, 360)} OR ${range(0, east % 360)})`;
  }
  return `${belt} AND ${range(west, east)}`;
}

const same = (text: string): readonly string[] => [text];

/** Codes are in capitals by custom, and typed as it comes. */
const codes = (text: string): readonly string[] => [
  ...new Set([text, text.toUpperCase()])
];

/** Any of the terms, but none of those with `!`. */
function matching(
  column: string,
  terms: readonly string[] | undefined,
  forms: (term: string) => readonly string[]
): string {
  const given = (terms ?? []).map(term => term.trim()).filter(Boolean);
  const not = given.filter(term => term.startsWith('!'));
  const any = given.filter(term => !not.includes(term));
  const plain = any.filter(term => !/[*?]/.test(term)).flatMap(forms);
  const alternatives = [
    ...(plain.length > 0
      ? [`${column} IN (${plain.map(literal).join(', ')})`]
      : []),
    ...any
      .filter(term => /[*?]/.test(term))
      .flatMap(codes)
      .map(term => `${column} LIKE ${pattern(term)}`)
  ];
  return [
    ...(alternatives.length > 0
      ? [
          alternatives.length > 1
            ? `(${alternatives.join(' OR ')})`
            : alternatives[0]
        ]
      : []),
    ...not
      .map(term => term.slice(1))
      .flatMap(codes)
      .map(term => `NOT ${column} LIKE ${pattern(term)}`)
  ].join(' AND ');
}

/** ADQL's LIKE has no escape: a `%` or `_` of a name stands for itself and more. */
function pattern(term: string): string {
  return literal(term.replace(/\*/g, '%').replace(/\?/g, '_'));
}

/** Ranges of light that touch one of the bands. */
function inBands(letters: readonly string[]): string {
  const parts = BANDS.filter(band =>
    letters.some(letter => letter.toLowerCase() === band.letter.toLowerCase())
  ).map(band => {
    const [shortest, longest] = wavelengths(band);
    return `(em_min <= ${decimal(longest)} AND em_max >= ${decimal(shortest)})`;
  });
  return parts.length > 1 ? `(${parts.join(' OR ')})` : (parts[0] ?? '');
}
