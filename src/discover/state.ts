import type { Profile, Service } from '../contract';
import type { INote } from '../columns';
import type { IFailure, Remote } from '../remote';
import type { LocalTable } from '../table';
import type { RadiusUnit } from '../vo';

/** What the user has typed and ticked, as it stands in the fields. Kept over a reload. */
export interface IForm {
  readonly position: string;
  readonly radius: string;
  readonly unit: RadiusUnit;
  /** Ids of the services that are ticked; absent until somebody changed what the profile says. */
  readonly chosen?: readonly string[];
}

/** What was asked, in degrees, ICRS. */
export interface IQuestion {
  readonly ra: number;
  readonly dec: number;
  readonly radius: number;
  /** As the user wrote it. */
  readonly text: string;
}

/** One service's part in a search. */
export interface IRun {
  readonly service: Service;
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  /** ms since the epoch. */
  readonly since: number;
  readonly ended?: number;
  /** Rows that have come; there may be some whatever the state. */
  readonly rows: number;
  readonly notes: readonly INote[];
  /** Only when `state` is `failed`. */
  readonly failure?: IFailure;
  readonly table: LocalTable;
}

export interface IDiscoverState {
  readonly site: Remote<Profile>;
  readonly form: IForm;
  /** The form shows only its first line; the rows have the room. */
  readonly folded: boolean;
  /** What the runs answer to; absent before the first search. */
  readonly question?: IQuestion;
  readonly runs: readonly IRun[];
  /** Id of the service whose rows are shown. */
  readonly shown?: string;
}

export const EMPTY_FORM: IForm = {
  position: '',
  radius: '2',
  unit: 'arcmin'
};

/** The services that will be asked: the user's choice, else the profile's. */
export function chosenServices(state: IDiscoverState): readonly Service[] {
  const services =
    state.site.state === 'ready' ? state.site.value.services : [];
  const { chosen } = state.form;
  return services.filter(service =>
    chosen ? chosen.includes(service.id) : service.selected
  );
}

/** True while any service is still being asked. */
export function isSearching(state: IDiscoverState): boolean {
  return state.runs.some(run => run.state === 'running');
}

/** Rows of all services together. */
export function countRows(runs: readonly IRun[]): number {
  return runs.reduce((sum, run) => sum + run.rows, 0);
}

/** The run whose rows are to be seen: the chosen one, else the first that has any. */
export function shownRun(state: IDiscoverState): IRun | undefined {
  return (
    state.runs.find(run => run.service.id === state.shown) ??
    state.runs.find(run => run.rows > 0)
  );
}
