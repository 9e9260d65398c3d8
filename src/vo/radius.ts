import type { ITrans } from '../remote';
import { plainMarks } from './marks';

/** Units that a radius may have, the largest first. */
export const RADIUS_UNITS = ['deg', 'arcmin', 'arcsec'] as const;
export type RadiusUnit = (typeof RADIUS_UNITS)[number];

/** A radius as it was understood. */
export interface IRadius {
  readonly ok: true;
  /** 0 < degrees ≤ 180. */
  readonly degrees: number;
  /** The number as it was written, without a unit. */
  readonly number: string;
  /** The unit that was typed behind the number, else the chosen one. */
  readonly unit: RadiusUnit;
}

export interface INoRadius {
  readonly ok: false;
  readonly code:
    'empty' | 'unreadable' | 'unit' | 'unclear' | 'zero' | 'beyond';
  readonly facts?: Readonly<Record<string, string>>;
}

const PER_DEGREE: Record<RadiusUnit, number> = {
  deg: 1,
  arcmin: 60,
  arcsec: 3600
};

const UNITS: Record<RadiusUnit, RegExp> = {
  deg: /^(?:d|degs?|degrees?|°)$/i,
  arcmin: /^(?:'|m|amin|arc ?mins?|arc ?minutes?|min|minutes?)$/i,
  arcsec: /^(?:"|s|asec|as|arc ?secs?|arc ?seconds?|sec|seconds?)$/i
};

/**
 * Reads a radius: `2`, `2.5′`, `30"`, `0.1 deg`, `0,5`.
 *
 * @param unit - of a number without a unit
 */
export function parseRadius(
  text: string,
  unit: RadiusUnit
): IRadius | INoRadius {
  const plain = plainMarks(text);
  if (plain === '') {
    return { ok: false, code: 'empty' };
  }
  const parts =
    /^([+-]? ?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?) ?(.*)$/i.exec(plain);
  if (!parts) {
    return { ok: false, code: 'unreadable' };
  }
  const [, written, mark] = parts;
  // 1,000 is a thousand to some and one to others.
  if (/^\+?[1-9]\d{0,2},\d{3}$/.test(written)) {
    return { ok: false, code: 'unclear', facts: { text: written } };
  }
  const typed = RADIUS_UNITS.find(one => UNITS[one].test(mark));
  if (mark && !typed) {
    return { ok: false, code: 'unit', facts: { unit: mark } };
  }
  const number = written.replace(',', '.').replace(/^\+ ?| /g, '');
  const degrees = Number(number) / PER_DEGREE[typed ?? unit];
  if (!(degrees > 0)) {
    return { ok: false, code: 'zero' };
  }
  return degrees > 180
    ? { ok: false, code: 'beyond' }
    : { ok: true, degrees, number, unit: typed ?? unit };
}

/** Why a text is no radius, in one sentence. */
export function radiusRefusal(refusal: INoRadius, trans: ITrans): string {
  const { text = '', unit = '' } = refusal.facts ?? {};
  switch (refusal.code) {
    case 'empty':
      return trans.__('Give a radius.');
    case 'unreadable':
      return trans.__(
        'This cannot be read as a radius. Write a number like 2 or 0.5.'
      );
    case 'unclear':
      return trans.__(
        'Is %1 more than a hundred, or about one? Write it without a comma.',
        text
      );
    case 'unit':
      return trans.__('“%1” is no unit of a radius. Use °, ′ or ″.', unit);
    case 'zero':
      return trans.__('The radius must be larger than zero.');
    case 'beyond':
      return trans.__('The radius cannot be larger than 180°, the whole sky.');
  }
}
