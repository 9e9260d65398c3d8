import type { IColumn } from '../columns';

/** What a column means to a view, whatever its service calls it. */
export type Role = 'target' | 'ra' | 'dec';

interface ISigns {
  /** UCD1+ and UCD1, the better sign first; compared without regard to case. */
  readonly ucds: readonly string[];
  readonly utypes: readonly string[];
  readonly names: readonly string[];
}

/**
 * How a role is recognised: by UCD (Simple Cone Search 1.03 §2.2.2 for
 * positions), else by ObsCore's utype or column name (ObsCore 1.1, table 1),
 * else by names in general use.
 */
const SIGNS: Record<Role, ISigns> = {
  ra: {
    ucds: ['pos.eq.ra;meta.main', 'POS_EQ_RA_MAIN', 'pos.eq.ra', 'POS_EQ_RA'],
    utypes: ['Char.SpatialAxis.Coverage.Location.Coord.Position2D.Value2.C1'],
    names: ['s_ra', 'ra', 'raj2000', 'ra_icrs', '_raj2000', 'ra_deg']
  },
  dec: {
    ucds: [
      'pos.eq.dec;meta.main',
      'POS_EQ_DEC_MAIN',
      'pos.eq.dec',
      'POS_EQ_DEC'
    ],
    utypes: ['Char.SpatialAxis.Coverage.Location.Coord.Position2D.Value2.C2'],
    names: ['s_dec', 'dec', 'dej2000', 'de_icrs', '_dej2000', 'dec_deg']
  },
  target: {
    ucds: ['meta.id;src', 'meta.id;meta.main', 'ID_MAIN', 'meta.id'],
    utypes: ['Target.Name'],
    names: ['target_name', 'name', 'main_id', 'target', 'source', 'id']
  }
};

/** Prefixes (`obscore:`) and case differ between services. */
function plain(text: string | undefined): string {
  return (text ?? '').replace(/^[a-z0-9]+:/i, '').toLowerCase();
}

/**
 * The index of the column that plays a role, or -1.
 *
 * A target's own name tells more than a row's identifier, so for `target` the
 * names and utypes that say so come before UCDs.
 */
export function columnOf(role: Role, columns: readonly IColumn[]): number {
  const { ucds, utypes, names } = SIGNS[role];
  const byUcd = ucds.map(
    ucd => (column: IColumn) =>
      (column.ucd ?? '').toLowerCase() === ucd.toLowerCase()
  );
  const byUtype = utypes.map(
    utype => (column: IColumn) => plain(column.utype) === plain(utype)
  );
  const byName = names.map(
    name => (column: IColumn) => column.name.toLowerCase() === name
  );
  const tests =
    role === 'target'
      ? [...byUtype, ...byName.slice(0, 2), ...byUcd, ...byName.slice(2)]
      : [...byUcd, ...byUtype, ...byName];
  for (const test of tests) {
    const index = columns.findIndex(test);
    if (index >= 0) {
      return index;
    }
  }
  return -1;
}
