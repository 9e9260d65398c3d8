import type { Profile, Service } from '../contract';
import type { INote } from '../columns';
import type { IFailure, Remote } from '../remote';
import type { IPart } from '../table';
import type { IResolved, RadiusUnit } from '../vo';
import type { Chooser } from './notebook/chooser';
import type { NotAsked } from './question';
import type { Search } from './search';

/** Fields that narrow a search of observations, as they stand in the form. */
export interface IFilters {
  readonly experiment: string;
  readonly source: string;
  /** Letters of bands. */
  readonly bands: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly productType: string;
}

/** What the user has typed and ticked, as it stands in the fields. Kept over a reload. */
export interface IForm {
  /** The one box: a position, a name or an experiment. */
  readonly box: string;
  readonly radius: string;
  readonly unit: RadiusUnit;
  readonly filters: IFilters;
  /** Ids of the services that are ticked; absent until somebody changed what the profile says. */
  readonly chosen?: readonly string[];
}

/** One service's part in a search. */
export interface IRun {
  readonly service: Service;
  readonly state: 'running' | 'done' | 'stopped' | 'failed' | 'not-asked';
  /** Only when `state` is `not-asked`. */
  readonly why?: NotAsked;
  /** Its rows in the table of the search. */
  readonly part?: IPart;
  /** The rows of an earlier try. */
  readonly before?: IPart;
  /** Rows that were asked for at most. */
  readonly maxrec?: number;
  readonly abort: AbortController;
  /** ms since the epoch. */
  readonly since: number;
  readonly ended?: number;
  /** Rows that have come; there may be some whatever the state. */
  readonly rows: number;
  readonly notes: readonly INote[];
  /** Only when `state` is `failed`. */
  readonly failure?: IFailure;
}

/** A search of an earlier visit: said, not repeated by itself. */
export interface IEarlier {
  readonly text: string;
  readonly rows: number;
  /** ms since the epoch. */
  readonly at: number;
}

export interface IDiscoverState {
  readonly site: Remote<Profile>;
  readonly form: IForm;
  /** The form shows only its first line; the rows have the room. */
  readonly folded: boolean;
  /** What the name in the box means. */
  readonly name: Remote<IResolved>;
  /** The search whose rows are shown. */
  readonly search?: Search;
  /** A choice of notebooks for rows of the search, while it is open. */
  readonly chooser?: Chooser;
  /** Present until something is searched. */
  readonly earlier?: IEarlier;
}

export const NO_FILTERS: IFilters = {
  experiment: '',
  source: '',
  bands: [],
  from: '',
  to: '',
  productType: ''
};

/** The services of the profile that can be searched. */
export function searchable(state: IDiscoverState): readonly Service[] {
  return state.site.state === 'ready'
    ? state.site.value.services.filter(
        ({ kind }) => kind === 'tap' || kind === 'scs'
      )
    : [];
}

/** The services that will be asked: the user's choice, else the profile's. */
export function chosenServices(state: IDiscoverState): readonly Service[] {
  const { chosen } = state.form;
  return searchable(state).filter(service =>
    chosen ? chosen.includes(service.id) : service.selected
  );
}

/** True while any service is still being asked, or a name looked up. */
export function isSearching(state: IDiscoverState): boolean {
  return state.name.state === 'loading' || (state.search?.isRunning ?? false);
}

/** The run of a service in the search that is shown. */
export function runOf(state: IDiscoverState, id: string): IRun | undefined {
  return state.search?.runs.find(run => run.service.id === id);
}
