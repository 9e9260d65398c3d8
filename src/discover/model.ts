import { VDomModel } from '@jupyterlab/ui-components';
import type { Service } from '../contract';
import { failureOf, isAbort, Latest } from '../remote';
import { LocalTable } from '../table';
import type { ISite } from '../tokens';
import { parsePosition, parseRadius } from '../vo';
import { runSearch, type ISearcher } from './run';
import {
  chosenServices,
  countRows,
  EMPTY_FORM,
  isSearching,
  type IDiscoverState,
  type IForm,
  type IQuestion,
  type IRun
} from './state';

/** Where the form is kept between two visits. */
export interface IFormStore {
  load(): Promise<Partial<IForm> | undefined>;
  save(form: IForm): void;
}

/**
 * The Discover panel's one model: an immutable state, and methods that replace
 * it. It outlives what is drawn, so a search goes on while the panel is hidden.
 */
export class DiscoverModel extends VDomModel {
  constructor(
    private readonly _site: ISite,
    private readonly _searcher: ISearcher,
    private readonly _store: IFormStore
  ) {
    super();
  }

  get state(): IDiscoverState {
    return this._state;
  }

  override dispose(): void {
    this.stop();
    super.dispose();
  }

  /** Called at the first show: brings back the form and reads the profile. */
  async open(): Promise<void> {
    const kept = await this._store.load();
    if (kept && this._state.form === EMPTY_FORM) {
      this._set({ form: { ...EMPTY_FORM, ...kept } });
    }
    await this.readSite();
  }

  /** Reads the site's profile; again after a failure. */
  async readSite(): Promise<void> {
    this._set({ site: { state: 'loading', since: Date.now() } });
    try {
      this._set({
        site: { state: 'ready', value: await this._site.profile() }
      });
    } catch (reason) {
      this._set({ site: { state: 'failed', failure: failureOf(reason) } });
    }
  }

  /** Changes fields of the form. */
  edit(change: Partial<IForm>): void {
    const form = { ...this._state.form, ...change };
    this._set({ form });
    this._store.save(form);
  }

  /** Ticks or unticks a service. */
  choose(id: string, ticked: boolean): void {
    const before = chosenServices(this._state).map(service => service.id);
    this.edit({
      chosen: ticked ? [...before, id] : before.filter(other => other !== id)
    });
  }

  fold(folded: boolean): void {
    this._set({ folded });
  }

  /** Shows the rows of this service. */
  show(id: string): void {
    this._set({ shown: id });
  }

  /** What the form asks for, or undefined while it can't be read. */
  question(): IQuestion | undefined {
    const { form } = this._state;
    const position = parsePosition(form.position);
    const radius = parseRadius(form.radius, form.unit);
    return position.ok && radius.ok
      ? {
          ra: position.ra,
          dec: position.dec,
          radius: radius.degrees,
          text: form.position.trim()
        }
      : undefined;
  }

  /** Asks all chosen services; rows of an earlier search can't come any more. */
  search(): void {
    const question = this.question();
    const services = chosenServices(this._state);
    if (!question || services.length === 0) {
      return;
    }
    const signal = this._latest.begin();
    this._set({
      question,
      runs: services.map(service => newRun(service)),
      shown: undefined,
      folded: false
    });
    for (const service of services) {
      void this._run(service, question, signal);
    }
  }

  /** Asks one service of the last search again; its rows so far go. */
  retry(id: string): void {
    const { question, runs } = this._state;
    const old = runs.find(run => run.service.id === id);
    if (!question || !old || old.state === 'running') {
      return;
    }
    this._replace(newRun(old.service));
    void this._run(old.service, question, this._latest.signal);
  }

  /** Stops the search; the rows that came stay. */
  stop(): void {
    this._latest.stop();
    this._set({
      runs: this._state.runs.map(run =>
        run.state === 'running'
          ? { ...run, state: 'stopped', ended: Date.now() }
          : run
      )
    });
  }

  private async _run(
    service: Service,
    question: IQuestion,
    signal: AbortSignal
  ): Promise<void> {
    const run = this._state.runs.find(one => one.service.id === service.id);
    if (!run) {
      return;
    }
    const now = (change: Partial<IRun>): void => {
      const current = this._state.runs.find(one => one.table === run.table);
      if (!signal.aborted && current) {
        this._replace({ ...current, ...change });
      }
    };
    try {
      await runSearch(this._searcher, run, question, signal, now);
      now({ state: 'done', ended: Date.now() });
    } catch (reason) {
      if (!isAbort(reason)) {
        now({
          state: 'failed',
          failure: { service: service.label, ...failureOf(reason) },
          ended: Date.now()
        });
      }
    }
  }

  private _replace(run: IRun): void {
    const runs = this._state.runs.map(old =>
      old.service.id === run.service.id ? run : old
    );
    const before = isSearching(this._state);
    const after = isSearching({ ...this._state, runs });
    // Once all services have ended, their rows get the room of the form.
    const ended = before && !after && countRows(runs) > 0;
    this._set({ runs, folded: this._state.folded || ended });
  }

  private _set(change: Partial<IDiscoverState>): void {
    if (this.isDisposed) {
      return;
    }
    this._state = { ...this._state, ...change };
    this.stateChanged.emit();
  }

  private readonly _latest = new Latest();
  private _state: IDiscoverState = {
    site: { state: 'idle' },
    form: EMPTY_FORM,
    folded: false,
    runs: []
  };
}

function newRun(service: Service): IRun {
  return {
    service,
    state: 'running',
    since: Date.now(),
    rows: 0,
    notes: [],
    table: new LocalTable()
  };
}
