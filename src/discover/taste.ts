import type { RadiusUnit } from '../vo';

/** How somebody likes to see things: the user's settings, else the profile's, else what is usual. */
export interface ITaste {
  readonly positions: 'sexagesimal' | 'degrees';
  readonly spectral: 'GHz' | 'cm' | 'keV';
  readonly radius: number;
  readonly unit: RadiusUnit;
}

export const USUAL: ITaste = {
  positions: 'sexagesimal',
  spectral: 'GHz',
  radius: 2,
  unit: 'arcmin'
};

/** The one place where a setting's effective value is made. */
export function tasteOf(
  user: Partial<ITaste>,
  profile: Partial<ITaste> | undefined
): ITaste {
  const pick = <K extends keyof ITaste>(key: K): ITaste[K] =>
    user[key] ?? profile?.[key] ?? USUAL[key];
  return {
    positions: pick('positions'),
    spectral: pick('spectral'),
    radius: pick('radius'),
    unit: pick('unit')
  };
}
