// The tables that are measured. Each is made row by row from random numbers that
// are the same every time, and has the proportions of what archives send.

/** Marsaglia's xorshift, 0 … 1. */
const SEED = 20260;
let state = SEED;
function random() {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32 + (state & 0xffff) / 2 ** 49;
}

const NUMBERS = [
  'id long',
  'ra double',
  'dec double',
  'pmra double',
  'pmdec double',
  'parallax double',
  'g float',
  'bp float',
  'rp float',
  'n int'
];

function numbers(row) {
  return [
    4e18 + Math.floor(random() * 1e6) * 1e12 + row,
    random() * 360,
    random() * 180 - 90,
    random() * 100 - 50,
    random() * 100 - 50,
    random() * 10,
    Math.fround(random() * 20),
    Math.fround(random() * 20),
    Math.fround(random() * 20),
    Math.floor(random() * 1e9)
  ];
}

const OBSCORE = [
  'dataproduct_type char *',
  'calib_level int',
  'obs_collection char *',
  'obs_id char *',
  'obs_publisher_did char *',
  'access_url char *',
  'access_format char *',
  'access_estsize long',
  'target_name char *',
  's_ra double',
  's_dec double',
  's_fov double',
  's_region char *',
  't_min double',
  't_max double',
  't_exptime double',
  'em_min double',
  'em_max double',
  'o_ucd char *',
  'pol_states char *',
  'facility_name char *',
  'instrument_name char *'
];

function obscore(row) {
  const [ra, dec, t] = [
    random() * 360,
    random() * 180 - 90,
    50000 + random() * 9000
  ];
  const id = `EX${(row % 997).toString(36).toUpperCase()}_${row}`;
  return [
    'visibility',
    1,
    'EVN',
    id,
    `ivo://example.org/~?${id}&part=${row % 7}`,
    `http://archive.example.org/exp/${id}/fits/${id}.IDI${row % 9}`,
    'application/x-fits-idi',
    Math.floor(random() * 1e10),
    `J${Math.floor(ra * 1000)}${dec < 0 ? '-' : '+'}${Math.floor(Math.abs(dec) * 1000)}`,
    ra,
    dec,
    row % 5 ? random() : null,
    `Circle ICRS ${ra} ${dec} 0.02`,
    t,
    t + random(),
    random() * 1e4,
    0.1799,
    0.1821,
    'stat.uncalib',
    '',
    'EVN',
    'EVN'
  ];
}

const WIDE = Array.from({ length: 150 }, (_, c) => {
  const datatype =
    c === 0 ? 'long' : ['double', 'float', 'float', 'int'][c % 4];
  return `c${c} ${datatype}`;
});

function wide(row) {
  return WIDE.map((_, c) => {
    if (c === 0) {
      return 4e18 + row * 1024;
    }
    const value = random();
    if (value < 0.2) {
      return null;
    }
    return [
      value * 360,
      Math.fround(value * 20),
      Math.fround(value),
      Math.floor(value * 1e6)
    ][c % 4];
  });
}

const ARRAYS = [
  'id long',
  'ra double',
  'dec double',
  'cov double 3',
  'flux float *',
  'flags int *',
  'box double 2x2'
];

export const list = (length, make) => Array.from({ length }, make);

function arrays(row) {
  return [
    4e18 + row * 1024,
    random() * 360,
    random() * 180 - 90,
    list(3, random),
    list(row % 20, () => Math.fround(random() * 20)),
    list(row % 7, () => Math.floor(random() * 1000)),
    list(4, random)
  ];
}

export const TABLES = {
  random: [NUMBERS, numbers],
  wide: [WIDE, wide],
  obscore: [OBSCORE, obscore],
  arrays: [ARRAYS, arrays]
};

const AT_ONCE = 1000;

/** The rows of a table, some at a time, from its first. */
export function* batches(rows, make) {
  state = SEED;
  for (let row = 0; row < rows; row += AT_ONCE) {
    yield list(Math.min(AT_ONCE, rows - row), (_, i) => make(row + i));
  }
}
