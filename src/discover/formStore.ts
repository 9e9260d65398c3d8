import type { IStateDB } from '@jupyterlab/statedb';
import { RADIUS_UNITS } from '../vo';
import type { IFormStore } from './model';
import type { IForm } from './state';

const KEY = 'jupyterlab-esap:discover';

/** Keeps the form in the workspace's state, so that a reload loses nothing. */
export function formStore(state: IStateDB | null): IFormStore {
  return {
    load: async () => readForm(await state?.fetch(KEY)),
    save: form => void state?.save(KEY, { ...form } as never)
  };
}

/** What was kept, as far as it is what a form is made of; older versions may have kept else. */
function readForm(kept: unknown): Partial<IForm> | undefined {
  if (typeof kept !== 'object' || kept === null) {
    return undefined;
  }
  const given = kept as Record<string, unknown>;
  const { position, radius, chosen } = given;
  const unit = RADIUS_UNITS.find(known => known === given.unit);
  return {
    ...(typeof position === 'string' && { position }),
    ...(typeof radius === 'string' && { radius }),
    ...(unit && { unit }),
    ...(Array.isArray(chosen) && {
      chosen: chosen.filter((id): id is string => typeof id === 'string')
    })
  };
}
