import type { IKernelChoice } from '../../notebook/open';
import type { IFailure, Remote } from '../../remote';
import type { ITemplateOffer, Offer } from './offer';
import type { ISources } from './sources';
import type { IRead } from './text';

/** What a choice of a notebook shows. */
export interface IChooserState extends ISources {
  readonly templates: readonly ITemplateOffer[];
  /** Key of the offer that is chosen. */
  readonly chosen?: string;
  /** The text of the chosen one; idle for a copy, which is opened as it is. */
  readonly read: Remote<IRead>;
  /** The kernels of this server, those that fit the chosen one first; undefined until they are known. */
  readonly kernels?: readonly IKernelChoice[];
  /** Name of the one that is chosen. */
  readonly kernel?: string;
  /** Name of the one that the notebook asks for. */
  readonly named?: string;
  readonly place: Place;
  readonly opening: Opening;
}

/** Where the data are used: where they are, or where the notebook puts them. */
export type Place = 'in-place' | 'fetch';

export type Opening =
  | { readonly state: 'idle' }
  | { readonly state: 'busy' }
  | { readonly state: 'failed'; readonly failure: IFailure };

/** All offers in the order in which they stand. */
export function offersIn(state: IChooserState): readonly Offer[] {
  return [
    ...known(state.copies),
    ...known(state.archive),
    ...known(state.linked),
    ...state.templates
  ];
}

export function chosenOffer(state: IChooserState): Offer | undefined {
  return offersIn(state).find(({ key }) => key === state.chosen);
}

/** What there is of something, whole or not. */
export function known<T>(remote: Remote<readonly T[]>): readonly T[] {
  return remote.state === 'ready'
    ? remote.value
    : remote.state === 'idle'
      ? []
      : (remote.partial ?? []);
}

/**
 * The offer to begin with: the user's own, else the archive's, else a template.
 * Undefined while a better one may still come, so that nobody opens another
 * than the one that was read. A link from a service that is not marked for
 * notebooks is never it.
 */
export function firstOffer(state: IChooserState): Offer | undefined {
  for (const source of [state.copies, state.archive, state.linked]) {
    const [best] = known<Offer>(source).filter(
      offer => offer.kind !== 'linked' || offer.marked
    );
    if (best || source.state === 'loading') {
      return best;
    }
  }
  return state.templates[0];
}

/** Whether there is something to open now. */
export function canOpen(state: IChooserState): boolean {
  const { chosen, read, opening } = state;
  return (
    chosen !== undefined &&
    opening.state !== 'busy' &&
    read.state !== 'failed' &&
    (read.state !== 'ready' || read.value.result.ok)
  );
}
