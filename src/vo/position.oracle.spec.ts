import { formatDec, formatRa } from './format';
import { parsePosition } from './position';
import { separation } from './separation';
import { askPython } from './testing/python';

/** What astropy says of one position. */
interface ICase {
  readonly ra: number;
  readonly dec: number;
  readonly other: readonly [number, number];
  readonly separation: number;
  readonly digits: number;
  readonly formatRa: string;
  readonly formatDec: string;
  /** By the name of the hand that wrote it. */
  readonly writings: Readonly<Record<string, string>>;
}

const COUNT = 2000;
const SEED = 36;
/** Degrees; 0.4 microarcseconds. */
const EXACT = 1e-10;

/** What differs, in a form that a person can repeat. */
function differences(cases: readonly ICase[]): string[] {
  const found: string[] = [];
  for (const one of cases) {
    for (const [hand, text] of Object.entries(one.writings)) {
      const read = parsePosition(text);
      const off = read.ok
        ? separation(read.ra, read.dec, one.ra, one.dec)
        : NaN;
      if (!(off < EXACT)) {
        found.push(
          `${hand}: ${text} → ${JSON.stringify(read)}, off by ${off}°`
        );
      }
    }
  }
  return found;
}

describe('positions, with astropy as the judge', () => {
  let cases: readonly ICase[] = [];
  beforeAll(() => {
    cases = askPython('positions_oracle.py', [String(COUNT), String(SEED)]);
  }, 120000);

  it('are read alike in every hand', () => {
    expect(cases).toHaveLength(COUNT);
    expect(differences(cases)).toEqual([]);
  });

  it('have the same distances', () => {
    const off = cases.filter(
      ({ ra, dec, other, separation: expected }) =>
        Math.abs(separation(ra, dec, ...other) - expected) > EXACT
    );
    expect(off).toEqual([]);
  });

  it('are written alike', () => {
    for (const one of cases) {
      expect(formatRa(one.ra, one.digits)).toBe(one.formatRa);
      // astropy keeps a sign in front of a zero.
      expect(formatDec(one.dec, one.digits)).toBe(
        one.formatDec.replace(/^-(?=[0 .]+$)/, '+')
      );
    }
  });

  it('come back as they were when they are read again', () => {
    for (const { ra, dec } of cases) {
      const read = parsePosition(`${formatRa(ra, 9)} ${formatDec(dec, 8)}`);
      expect(read.ok && separation(read.ra, read.dec, ra, dec)).toBeLessThan(
        1e-10
      );
    }
  });
});
