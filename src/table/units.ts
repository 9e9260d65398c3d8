/** Powers of ten of the prefixes in VOUnits 1.1 §2.5. */
const PREFIXES: Record<string, number> = {
  p: -12,
  n: -9,
  u: -6,
  µ: -6,
  m: -3,
  c: -2,
  d: -1,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15
};

/** Units that are compared with each other, in the first one of each line. */
const UNITS: readonly Record<string, number>[] = [
  { s: 1, min: 60, h: 3600, d: 86_400, a: 31_557_600, yr: 31_557_600 },
  {
    deg: 1,
    arcmin: 1 / 60,
    arcsec: 1 / 3600,
    mas: 1 / 3.6e6,
    uas: 1 / 3.6e9,
    rad: 180 / Math.PI
  },
  { m: 1, Angstrom: 1e-10, AU: 1.495978707e11, pc: 3.08567758149137e16 },
  { Hz: 1 },
  { B: 1, byte: 1, bit: 1 / 8 },
  { Jy: 1 },
  { eV: 1 },
  { K: 1 },
  { W: 1 },
  { 'm/s': 1, 'm.s-1': 1, 'm s-1': 1 }
];

/**
 * How many of the unit `to` one of the unit `from` is, or undefined where one
 * is not known or they measure different things.
 */
export function factor(from: string, to: string): number | undefined {
  for (const units of UNITS) {
    const one = valueOf(from, units);
    const other = valueOf(to, units);
    if (one !== undefined && other !== undefined) {
      return one / other;
    }
  }
  return from === to ? 1 : undefined;
}

function valueOf(
  unit: string,
  units: Record<string, number>
): number | undefined {
  if (Object.hasOwn(units, unit)) {
    return units[unit];
  }
  const [prefix, rest] = [unit[0], unit.slice(1)];
  return Object.hasOwn(PREFIXES, prefix) && Object.hasOwn(units, rest)
    ? units[rest] * 10 ** PREFIXES[prefix]
    : undefined;
}
