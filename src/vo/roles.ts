import type { IColumn } from '../columns';

/** What a column means to a view, whatever its service calls it. */
export type Role =
  | 'target'
  /** Degrees, ICRS. */
  | 'ra'
  | 'dec'
  /** Arcsec or degrees, as its unit says. */
  | 'separation'
  /** MJD. */
  | 'start'
  | 'end'
  /** Limits of wavelength, m. */
  | 'emMin'
  | 'emMax'
  /** Time on source, s. */
  | 'exposure'
  /** kB. */
  | 'size'
  | 'accessUrl'
  | 'accessFormat'
  /** The observation as its archive counts: an experiment, a project. */
  | 'experiment'
  /** The data set as its publisher counts: IVOID with the product in it. */
  | 'did'
  | 'collection'
  | 'productType'
  | 'instrument'
  | 'facility'
  /** Until when the data are not public: ISO date. */
  | 'release'
  | 'rights';

interface ISigns {
  /** UCD1+ and UCD1, the better sign first; compared without regard to case. */
  readonly ucds?: readonly string[];
  readonly utypes?: readonly string[];
  readonly names: readonly string[];
  /** What of these tells most; UCDs if absent. */
  readonly first?: 'names' | 'ucds';
}

/**
 * How a role is recognised: by UCD (Simple Cone Search 1.03 §2.2.2 for
 * positions), by ObsCore's utype or column name (ObsCore 1.1, table 1), by names
 * in general use. Where many columns share a UCD, names come first.
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
  // A target's own name tells more than a row's identifier.
  target: {
    first: 'names',
    ucds: ['meta.id;src', 'meta.id;meta.main', 'ID_MAIN', 'meta.id'],
    utypes: ['Target.Name'],
    names: ['target_name', 'name', 'main_id', 'target', 'source', 'id']
  },
  separation: {
    ucds: ['pos.angDistance', 'POS_ANG_DIST_GENERAL'],
    names: ['separation', 'dist', '_r', 'distance']
  },
  start: {
    utypes: ['Char.TimeAxis.Coverage.Bounds.Limits.StartTime'],
    ucds: ['time.start;obs.exposure', 'time.start'],
    names: ['t_min']
  },
  end: {
    utypes: ['Char.TimeAxis.Coverage.Bounds.Limits.StopTime'],
    ucds: ['time.end;obs.exposure', 'time.end'],
    names: ['t_max']
  },
  emMin: {
    utypes: ['Char.SpectralAxis.Coverage.Bounds.Limits.LoLimit'],
    ucds: ['em.wl;stat.min'],
    names: ['em_min']
  },
  emMax: {
    utypes: ['Char.SpectralAxis.Coverage.Bounds.Limits.HiLimit'],
    ucds: ['em.wl;stat.max'],
    names: ['em_max']
  },
  exposure: {
    utypes: ['Char.TimeAxis.Coverage.Support.Extent'],
    ucds: ['time.duration;obs.exposure', 'time.expo'],
    names: ['t_exptime', 'exptime', 'exposure']
  },
  size: {
    utypes: ['Access.Size'],
    ucds: ['phys.size;meta.file'],
    names: ['access_estsize']
  },
  accessUrl: {
    utypes: ['Access.Reference'],
    ucds: ['VOX:Image_AccessReference', 'meta.ref.url;meta.dataset'],
    names: ['access_url', 'accref']
  },
  accessFormat: {
    utypes: ['Access.Format'],
    ucds: ['VOX:Image_Format', 'meta.code.mime'],
    names: ['access_format', 'mime', 'format']
  },
  experiment: {
    first: 'names',
    utypes: ['DataID.observationID'],
    names: ['obs_id']
  },
  did: {
    first: 'names',
    utypes: ['Curation.PublisherDID'],
    names: ['obs_publisher_did', 'publisher_did']
  },
  collection: {
    first: 'names',
    utypes: ['DataID.Collection'],
    names: ['obs_collection', 'collection']
  },
  productType: {
    first: 'names',
    utypes: ['ObsDataset.dataProductType', 'Obs.dataProductType'],
    names: ['dataproduct_type']
  },
  instrument: {
    utypes: ['Provenance.ObsConfig.Instrument.name'],
    ucds: ['meta.id;instr'],
    names: ['instrument_name', 'instrument']
  },
  facility: {
    utypes: ['Provenance.ObsConfig.Facility.name'],
    ucds: ['meta.id;instr.tel'],
    names: ['facility_name', 'facility']
  },
  release: {
    utypes: ['Curation.releaseDate'],
    ucds: ['time.release'],
    names: ['obs_release_date']
  },
  rights: {
    utypes: ['Curation.Rights'],
    names: ['data_rights']
  }
};

/** Prefixes (`obscore:`) and case differ between services. */
function plain(text: string | undefined): string {
  return (text ?? '').replace(/^[a-z0-9]+:/i, '').toLowerCase();
}

/** The index of the column that plays a role, or -1. */
export function columnOf(role: Role, columns: readonly IColumn[]): number {
  const { ucds = [], utypes = [], names, first = 'ucds' } = SIGNS[role];
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
    first === 'names'
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

/** The columns that play roles, by role; those that nobody plays are missing. */
export function rolesOf(
  columns: readonly IColumn[]
): ReadonlyMap<Role, number> {
  const found = new Map<Role, number>();
  for (const role of Object.keys(SIGNS) as Role[]) {
    const index = columnOf(role, columns);
    if (index >= 0) {
      found.set(role, index);
    }
  }
  return found;
}
