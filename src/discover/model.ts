import type { TranslationBundle } from '@jupyterlab/translation';
import { VDomModel } from '@jupyterlab/ui-components';
import type { Service } from '../contract';
import { failureLog, failureOf, isAbort, Latest } from '../remote';
import { ColumnSet, type IColumnsState } from '../table';
import type { ISite } from '../tokens';
import {
  type Boxed,
  distinctPlaces,
  type IClient,
  type ITarget,
  resolveName
} from '../vo';
import type { Chooser } from './notebook/chooser';
import { boxOf, type IQuestion, questionOf } from './question';
import { resolversOf } from './resolvers';
import { Search } from './search';
import {
  chosenServices,
  type IDiscoverState,
  type IEarlier,
  type IFilters,
  type IForm,
  NO_FILTERS,
  searchable
} from './state';
import { type ITaste, tasteOf } from './taste';

/** What is kept between two visits; a search's rows are not. */
export interface IKept {
  readonly form: IForm;
  readonly columns: IColumnsState;
  readonly earlier?: IEarlier;
}

/** Where it is kept. */
export interface IKeeper {
  load(): Promise<Partial<IKept> | undefined>;
  save(kept: IKept): void;
}

/** What the panel needs of the world. */
export interface IWorld {
  readonly site: ISite;
  readonly client: IClient;
  readonly keeper: IKeeper;
  readonly trans: TranslationBundle;
  /** The user's own settings, as they are now. */
  readonly settings: () => Partial<ITaste>;
}

/**
 * The Discover panel's one model: an immutable state, and methods that replace
 * it. It outlives what is drawn, so a search goes on while the panel is hidden.
 */
export class DiscoverModel extends VDomModel {
  constructor(readonly world: IWorld) {
    super();
    this.columns.changed.connect(this._save, this);
  }

  get state(): IDiscoverState {
    return this._state;
  }

  /** How things are shown: the user's settings, else the profile's. */
  get taste(): ITaste {
    const { site } = this._state;
    return tasteOf(
      this.world.settings(),
      site.state === 'ready' ? site.value.defaults : undefined
    );
  }

  /** What the box means. */
  get boxed(): Boxed {
    return boxOf(this._state.form.box, searchable(this._state));
  }

  /** Which columns a table shows, the same for all searches of a workspace. */
  readonly columns = new ColumnSet();

  override dispose(): void {
    this._state.search?.dispose();
    this._state.chooser?.dispose();
    this._names.stop();
    super.dispose();
  }

  /** Called at the first show: brings back the form and reads the profile. */
  async open(): Promise<void> {
    const kept = await this.world.keeper.load();
    if (kept && !this._touched) {
      this._set({
        form: { ...this._state.form, ...kept.form },
        earlier: kept.earlier
      });
      this.columns.restore(kept.columns ?? {});
      this._touched = kept.form !== undefined;
      this._sized = this._touched;
    }
    await this.readSite();
  }

  /** Reads the site's profile; again after a failure. */
  async readSite(): Promise<void> {
    this._set({ site: { state: 'loading', since: Date.now() } });
    try {
      this._set({
        site: { state: 'ready', value: await this.world.site.profile() }
      });
      if (!this._sized) {
        const { radius, unit } = this.taste;
        this._set({
          form: { ...this._state.form, radius: String(radius), unit }
        });
      }
    } catch (reason) {
      const failure = failureOf(reason);
      failureLog.add(failure);
      this._set({ site: { state: 'failed', failure } });
    }
  }

  /** Changes fields of the form. */
  edit(change: Partial<IForm>): void {
    this._touched = true;
    this._sized ||= change.radius !== undefined || change.unit !== undefined;
    const form = { ...this._state.form, ...change };
    const renamed = form.box !== this._state.form.box;
    if (renamed) {
      this._names.stop();
    }
    this._set({ form, ...(renamed && { name: { state: 'idle' } }) });
    this._save();
  }

  filter(change: Partial<IFilters>): void {
    this.edit({ filters: { ...this._state.form.filters, ...change } });
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

  /** What the form asks for, or undefined while it can't be read. */
  question(): IQuestion | undefined {
    return questionOf(this._state.form, this.boxed, this._target());
  }

  /** Asks all chosen services; a name is looked up first. */
  async search(): Promise<void> {
    const { boxed } = this;
    if (boxed.kind === 'name' && !this._target()) {
      await this._resolve(boxed.name);
    }
    const question = this.question();
    const services = chosenServices(this._state);
    if (!question || services.length === 0) {
      return;
    }
    this._begin(question, services);
  }

  /** Searches around one of the places that the name may mean. */
  take(target: ITarget): void {
    this._set({
      name: { state: 'ready', value: { targets: [target], failures: [] } }
    });
    void this.search();
  }

  /** Stops the search; the rows that came stay. */
  stop(): void {
    this._names.stop();
    if (this._state.name.state === 'loading') {
      this._set({ name: { state: 'idle' } });
    }
    this._state.search?.stop();
  }

  /** Opens a choice of notebooks in place of the rows, or closes it. */
  show(chooser: Chooser | undefined): void {
    this._state.chooser?.dispose();
    this._set({ chooser });
  }

  private _begin(question: IQuestion, services: readonly Service[]): void {
    const { search: before } = this._state;
    before?.stop();
    // A connection would hold it, with all its rows, as long as this model lives.
    before?.changed.disconnect(this._follow, this);
    const { client, trans } = this.world;
    const search = new Search(
      client,
      question,
      this.taste,
      trans,
      this.columns
    );
    this._set({ search, folded: false, earlier: undefined });
    search.changed.connect(this._follow, this);
    search.start(services);
  }

  private _follow(search: Search): void {
    if (search !== this._state.search) {
      return;
    }
    const ended = !search.isRunning && this._wasRunning && search.rows > 0;
    // Once all services have ended their rows get the room of the form; who stopped it wants to change it.
    const fold = ended && !search.runs.some(run => run.state === 'stopped');
    this._wasRunning = search.isRunning;
    this._set({ folded: this._state.folded || fold });
    if (ended) {
      this._save();
    }
  }

  /** The place that the name means, once it is clear which. */
  private _target(): ITarget | undefined {
    const { name } = this._state;
    const targets =
      name.state === 'ready' ? distinctPlaces(name.value.targets) : [];
    return targets.length === 1 ? targets[0] : undefined;
  }

  private async _resolve(name: string): Promise<void> {
    const signal = this._names.begin();
    this._set({ name: { state: 'loading', since: Date.now() } });
    try {
      const value = await resolveName(
        name,
        resolversOf(this._state, this.world.client),
        signal,
        this._known
      );
      if (!signal.aborted) {
        this._set({ name: { state: 'ready', value } });
      }
    } catch (reason) {
      if (!isAbort(reason) && !signal.aborted) {
        this._set({ name: { state: 'failed', failure: failureOf(reason) } });
      }
    }
  }

  private _save(): void {
    const { form, search, earlier } = this._state;
    this.world.keeper.save({
      form,
      columns: this.columns.state,
      ...(search && search.rows > 0
        ? {
            earlier: {
              text: search.question.text,
              rows: search.rows,
              at: search.since
            }
          }
        : earlier && { earlier })
    });
  }

  private _set(change: Partial<IDiscoverState>): void {
    if (this.isDisposed) {
      return;
    }
    this._state = { ...this._state, ...change };
    this.stateChanged.emit();
  }

  private readonly _names = new Latest();
  private readonly _known = new Map<string, readonly ITarget[]>();
  private _wasRunning = false;
  /** The user has written into the form, or an earlier form was brought back. */
  private _touched = false;
  /** The same of the radius: until then the site's profile says it. */
  private _sized = false;
  private _state: IDiscoverState = {
    site: { state: 'idle' },
    form: { box: '', radius: '2', unit: 'arcmin', filters: NO_FILTERS },
    folded: false,
    name: { state: 'idle' }
  };
}
