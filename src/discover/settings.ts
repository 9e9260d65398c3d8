import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { RADIUS_UNITS } from '../vo';
import type { ITaste } from './taste';

export const PLUGIN_ID = 'jupyterlab-esap:discover';

/**
 * The user's own settings, read when they are asked for. What the user has not
 * set is absent, so that the profile can say it.
 */
export async function readSettings(
  registry: ISettingRegistry | null
): Promise<() => Partial<ITaste>> {
  const settings = await registry?.load(PLUGIN_ID).catch(() => undefined);
  return () => {
    const set = settings?.user ?? {};
    const { positions, spectral, radius } = set;
    const unit = RADIUS_UNITS.find(known => known === set.unit);
    return {
      ...((positions === 'sexagesimal' || positions === 'degrees') && {
        positions
      }),
      ...((spectral === 'GHz' || spectral === 'cm' || spectral === 'keV') && {
        spectral
      }),
      ...(typeof radius === 'number' && radius > 0 && { radius }),
      ...(unit && { unit })
    };
  };
}
