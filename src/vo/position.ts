import { type IAngle, readAngle } from './angle';
import { readFrame } from './frame';
import { icrsFromGalactic } from './galactic';
import { readLabels } from './labels';
import { plainMarks } from './marks';
import { unwrapped } from './pasted';
import { type Halves, halves } from './split';

/** How a position was written; `howRead` has the words. */
export type How = 'degrees' | 'decimal-hours' | 'hms' | 'dms' | 'galactic';

/** A position as it was understood. */
export interface IPosition {
  readonly ok: true;
  /** ICRS, degrees, 0 ≤ ra < 360. */
  readonly ra: number;
  /** ICRS, degrees, −90 … +90. */
  readonly dec: number;
  readonly how: How;
}

/** Why a text is no position. */
export interface INoPosition {
  readonly ok: false;
  readonly code:
    | 'empty'
    /** Only one value is there. */
    | 'one-only'
    | 'unreadable'
    /** It can be read in several ways. */
    | 'unclear'
    /** `facts.degrees`, `facts.axis`: `dec` or `b`. */
    | 'beyond-pole'
    /** `facts.degrees`, `facts.axis`: `ra` or `l`. */
    | 'beyond-circle'
    /** `facts.hours`. */
    | 'beyond-day'
    /** `facts.part`: `minutes` or `seconds`; `facts.value`. */
    | 'sixty'
    /** Hours where degrees belong. */
    | 'no-hours'
    /** `facts.frame`: one that we do not convert. */
    | 'frame';
  readonly facts?: Readonly<Record<string, string>>;
}

/** Longer than any position with its labels. */
const LONGEST = 200;

/**
 * Reads a position in any usual writing: decimal degrees, sexagesimal with
 * blanks, colons or letters (right ascension then in hours), decimal hours with
 * their `h`, galactic `l b`, with or without labels and frame.
 *
 * Without a sign a declination is north. Right ascension may be −180 … 360°
 * and is brought into 0 … 360; 24h is 0. FK5 at J2000 is taken as ICRS.
 */
export function parsePosition(text: string): IPosition | INoPosition {
  if (text.trim() === '') {
    return { ok: false, code: 'empty' };
  }
  if (text.length > LONGEST) {
    return { ok: false, code: 'unreadable' };
  }
  const { frame, text: unframed } = readFrame(unwrapped(plainMarks(text)));
  if (typeof frame === 'object') {
    return { ok: false, code: 'frame', facts: { frame: frame.unknown } };
  }
  const labelled = readLabels(unframed);
  const galactic =
    frame === 'galactic' ||
    (typeof labelled === 'object' && labelled.frame === 'galactic');
  const ways =
    typeof labelled === 'object'
      ? [comma([labelled.lon, labelled.lat])]
      : halves(labelled);
  const reads = ways.map(way => readHalves(way, galactic));
  const found = reads.filter(read => read.ok);
  if (found.length > 0) {
    return found.every(
      read => read.ra === found[0].ra && read.dec === found[0].dec
    )
      ? found[0]
      : { ok: false, code: 'unclear' };
  }
  return (
    reads.find(read => !read.ok && read.code !== 'unreadable') ?? {
      ok: false,
      code: isOne(labelled) ? 'one-only' : 'unreadable'
    }
  );
}

/** Labels leave no doubt, so that a comma in a value is a decimal one. */
function comma([lon, lat]: Halves): Halves {
  return [lon.replace(/(\d),(\d)/, '$1.$2'), lat.replace(/(\d),(\d)/, '$1.$2')];
}

function isOne(labelled: ReturnType<typeof readLabels>): boolean {
  return (
    typeof labelled === 'string' &&
    !('why' in readAngle(labelled.trim().replace(',', '.'), 'hours'))
  );
}

function readHalves(way: Halves, galactic: boolean): IPosition | INoPosition {
  const lon = readAngle(way[0].trim(), galactic ? 'degrees' : 'hours');
  const lat = readAngle(way[1].trim(), 'degrees');
  for (const angle of [lon, lat]) {
    if ('why' in angle) {
      const { why, part = '', value = '' } = angle;
      return why === 'sixty'
        ? { ok: false, code: 'sixty', facts: { part, value } }
        : { ok: false, code: 'unreadable' };
    }
  }
  return place(lon as IAngle, lat as IAngle, galactic);
}

/** Puts two angles on the sky, or says why that can't be. */
function place(
  lon: IAngle,
  lat: IAngle,
  galactic: boolean
): IPosition | INoPosition {
  const [axis, axis2] = galactic ? ['l', 'b'] : ['ra', 'dec'];
  if (lat.unit === 'hours' || (galactic && lon.unit === 'hours')) {
    return { ok: false, code: 'no-hours' };
  }
  if (
    lon.unit === 'hours' &&
    (lon.size > 24 || (lon.negative && lon.size > 0))
  ) {
    return { ok: false, code: 'beyond-day', facts: { hours: shown(lon) } };
  }
  const degrees =
    (lon.negative ? -1 : 1) * lon.size * (lon.unit === 'hours' ? 15 : 1);
  if (degrees > 360 || degrees < -180) {
    return {
      ok: false,
      code: 'beyond-circle',
      facts: { axis, degrees: shown(lon) }
    };
  }
  if (lat.size > 90) {
    return {
      ok: false,
      code: 'beyond-pole',
      facts: { axis: axis2, degrees: shown(lat) }
    };
  }
  // `+ 0` makes −0 a plain zero.
  const first = ((degrees < 0 ? degrees + 360 : degrees) % 360) + 0;
  const second = (lat.negative ? -lat.size : lat.size) + 0;
  return galactic
    ? { ok: true, ...icrsFromGalactic(first, second), how: 'galactic' }
    : { ok: true, ra: first, dec: second, how: howOf(lon) };
}

function howOf(lon: IAngle): How {
  if (lon.sexagesimal) {
    return lon.unit === 'hours' ? 'hms' : 'dms';
  }
  return lon.unit === 'hours' ? 'decimal-hours' : 'degrees';
}

/** The value as a person would say it, with a real minus. */
function shown({ negative, size }: IAngle): string {
  return `${negative ? '−' : ''}${Number(size.toFixed(4))}`;
}
