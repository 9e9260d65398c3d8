import type { TranslationBundle } from '@jupyterlab/translation';
import { type ISignal, Signal } from '@lumino/signaling';
import type { Service } from '../contract';
import { failureOf, isAbort } from '../remote';
import { ColumnSet, LocalTable, Selection } from '../table';
import { search, searchObservations, searchRequest, obsRequest } from '../vo';
import type { IClient } from '../vo';
import { canAsk, hasObservations, type IQuestion } from './question';
import { Ranking } from './ranking';
import type { IRun } from './state';
import { isShared, sharedColumns } from './sharedColumns';
import type { ITaste } from './taste';

/** Rows that are asked for when somebody wants the rest: so many times those that came. */
const MORE = 10;

/**
 * One search: its question, the services that answer it, and the one table of
 * all their rows. The side bar and a tab of the main area show the same search,
 * with the same choice of rows.
 */
export class Search {
  constructor(
    private readonly _client: IClient,
    readonly question: IQuestion,
    taste: ITaste,
    trans: TranslationBundle,
    readonly columns = new ColumnSet()
  ) {
    this.table = new LocalTable({
      roles: sharedColumns(question.cone, taste, trans)
    });
    this.ranking = new Ranking(this.table, question, trans, id =>
      this._runs.find(run => run.service.id === id)
    );
  }

  readonly table: LocalTable;
  readonly ranking: Ranking;
  readonly selection = new Selection();
  readonly since = Date.now();

  /** The services of this search and how each is doing. */
  get runs(): readonly IRun[] {
    return this._runs;
  }

  get isRunning(): boolean {
    return this._runs.some(run => run.state === 'running');
  }

  get rows(): number {
    return this._runs.reduce((sum, run) => sum + run.rows, 0);
  }

  /** Emitted whenever `runs` is another. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** Asks all services; those that can't answer are named with the reason. */
  start(services: readonly Service[]): void {
    this.columns.preset = [
      ...new Set(services.flatMap(service => service.columns ?? []))
    ].map(name => (isShared(name) ? `role ${name}` : name));
    this._runs = services.map(service => {
      const why = canAsk(service, this.question);
      return why ? notAsked(service, why) : this._begin(service);
    });
    this._changed.emit();
    for (const run of this._runs) {
      if (run.state === 'running') {
        void this._run(run);
      }
    }
    this._ended();
  }

  /** Asks one service again; its rows so far stay until there are as many new ones. */
  retry(id: string): void {
    this._again(id, run => run.maxrec);
  }

  /** Asks a service that stopped at a limit for ten times as many rows. */
  getRest(id: string): void {
    this._again(id, run => Math.max(run.rows, 1) * MORE);
  }

  /** Stops what still runs; the rows that came stay. */
  stop(): void {
    for (const run of this._runs) {
      if (run.state === 'running') {
        run.abort.abort();
        this._replace(run, { state: 'stopped', ended: Date.now() });
      }
    }
    this._ended();
  }

  dispose(): void {
    this.stop();
    this.ranking.dispose();
    Signal.clearData(this);
  }

  private _again(id: string, maxrec: (run: IRun) => number | undefined): void {
    const old = this._runs.find(run => run.service.id === id);
    if (!old || old.state === 'running' || old.state === 'not-asked') {
      return;
    }
    const run = this._begin(old.service, old, maxrec(old));
    this._runs = this._runs.map(other => (other === old ? run : other));
    this._changed.emit();
    void this._run(run);
  }

  private _begin(service: Service, old?: IRun, maxrec?: number): IRun {
    const wish = maxrec ?? service.maxrec;
    const part = this.table.begin(
      {
        service: service.id,
        label: service.label,
        request: this._request({ ...service, maxrec: wish })
      },
      old?.part
    );
    return {
      service,
      part,
      ...(old && { before: old.part }),
      maxrec: wish,
      abort: new AbortController(),
      state: 'running',
      since: Date.now(),
      rows: old?.rows ?? 0,
      notes: []
    };
  }

  /** What is asked, to be shown and to be repeated: the ADQL, or the URL of a cone search. */
  private _request(service: Service): string | undefined {
    const { query, cone } = this.question;
    const request = hasObservations(service)
      ? obsRequest(service, query)
      : // Of a catalogue by TAP only the search itself finds out which columns to ask.
        service.kind === 'scs' && cone
        ? searchRequest(service, cone)
        : undefined;
    return typeof request?.body === 'string'
      ? (new URLSearchParams(request.body).get('QUERY') ?? request.body)
      : request?.url;
  }

  private async _run(run: IRun): Promise<void> {
    const { part, abort } = run;
    if (!part) {
      return;
    }
    const service = { ...run.service, maxrec: run.maxrec };
    const { query, cone } = this.question;
    const { signal } = abort;
    let came = 0;
    let notes: IRun['notes'] = [];
    let now = run;
    const set = (change: Partial<IRun>): void => {
      if (!signal.aborted) {
        now = this._replace(now, change);
      }
    };
    try {
      const rows =
        hasObservations(service) || !cone
          ? searchObservations(this._client, service, query, signal)
          : search(this._client, service, cone, signal);
      for await (const event of rows) {
        this.table.add(event, part);
        if (event.kind === 'batch') {
          came += event.batch.length;
          set({ rows: Math.max(came, now.rows) });
        } else if (event.kind === 'note') {
          notes = [...notes, event.note];
          set({ notes });
        }
      }
      set({ state: 'done', rows: came, ended: Date.now() });
    } catch (reason) {
      // A second try that brought fewer rows than the first leaves those of the first.
      const { before } = run;
      const worse = before !== undefined && came < before.rows;
      if (worse) {
        this.table.drop(part);
      } else {
        this.table.add({ kind: 'end' }, part);
      }
      if (!isAbort(reason)) {
        const failure = failureOf(reason);
        set({
          state: 'failed',
          // The same object where it is in the log of failures: it is found there by it.
          failure: failure.service
            ? failure
            : { ...failure, service: service.label },
          part: worse ? before : part,
          rows: worse ? before.rows : came,
          ended: Date.now()
        });
      }
    }
    this._ended();
  }

  private _replace(run: IRun, change: Partial<IRun>): IRun {
    const next = { ...run, ...change };
    this._runs = this._runs.map(other =>
      other.abort === run.abort ? next : other
    );
    this._changed.emit();
    return next;
  }

  /** Once all have ended the rows are put in order; until then they stand as they came. */
  private _ended(): void {
    if (!this.isRunning && this.rows > 0) {
      this.ranking.settle();
    }
  }

  private _runs: readonly IRun[] = [];
  private readonly _changed = new Signal<this, void>(this);
}

function notAsked(service: Service, why: IRun['why']): IRun {
  return {
    service,
    why,
    abort: new AbortController(),
    state: 'not-asked',
    since: Date.now(),
    rows: 0,
    notes: []
  };
}
