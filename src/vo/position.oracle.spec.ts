import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatDec, formatRa } from './format';
import { parsePosition } from './position';
import { separation } from './separation';

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

const root = join(__dirname, '..', '..');

/** The interpreter that has astropy: the checkout's own, unless told otherwise. */
function interpreter(): string {
  const own = join(root, '.venv', 'bin', 'python');
  return process.env.ESAP_PYTHON ?? (existsSync(own) ? own : 'python3');
}

function askAstropy(): readonly ICase[] {
  const script = join(root, 'services', 'vo', 'positions_oracle.py');
  const answer = spawnSync(
    interpreter(),
    [script, String(COUNT), String(SEED)],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28
    }
  );
  if (answer.status !== 0) {
    throw new Error(`${interpreter()} cannot be asked: ${answer.stderr}`);
  }
  return JSON.parse(answer.stdout) as readonly ICase[];
}

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
    cases = askAstropy();
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
