import type { IDocumentManager } from '@jupyterlab/docmanager';
import type { KernelSpec } from '@jupyterlab/services';
import { type ISignal, Signal } from '@lumino/signaling';
import { kernelOf } from '../../notebook/document';
import { safeName } from '../../notebook/folder';
import { kernelsFor, openNotebook } from '../../notebook/open';
import { failureOf, Latest, type Remote } from '../../remote';
import {
  canOpen,
  chosenOffer,
  firstOffer,
  type IChooserState,
  type Place
} from './chooserState';
import { chosenRows, common, type IChosenRow } from './chosenRow';
import { contentsFailure } from './contentsFailure';
import { kernelWish } from './kernelWish';
import { type Offer, templatesFor } from './offer';
import { MOST_ROWS } from './parametersFor';
import {
  type ISourceParts,
  type ISources,
  loading,
  ready,
  Sources
} from './sources';
import { type IRead, readOffer } from './text';
import { writeOffer } from './write';

/** What a choice is made from. */
export interface IChooserParts extends ISourceParts {
  readonly kernelspecs: Pick<
    KernelSpec.IManager,
    'specs' | 'ready' | 'specsChanged'
  >;
  readonly documents: Pick<IDocumentManager, 'openOrReveal'>;
}

/** Where rows that have neither an experiment nor a target in common are worked on. */
const MIXED = 'rows';

/**
 * The choice of a notebook for rows of a search: an immutable state, and
 * methods that replace it. What it offers comes from several places, each on
 * its own, so that one that hangs or fails takes nothing from the others.
 */
export class Chooser {
  constructor(private readonly _parts: IChooserParts) {
    const { search, ids, site } = _parts;
    this.rows = chosenRows(search, ids.slice(0, MOST_ROWS));
    this.count = ids.length;
    this.folder = safeName(
      common(this.rows, 'experiment') || common(this.rows, 'target') || MIXED
    );
    this._state = {
      copies: loading(),
      linked: loading(),
      archive: loading(),
      templates: templatesFor(site, this.rows),
      read: { state: 'idle' },
      data: loading(),
      place: 'fetch',
      opening: { state: 'idle' }
    };
    this.sources = new Sources(
      _parts,
      this.rows,
      this.folder,
      this._stop.signal,
      change => this._take(change)
    );
    _parts.kernelspecs.specsChanged.connect(this._takeKernels, this);
  }

  /** The rows that the notebook is told of: all, up to `MOST_ROWS`. */
  readonly rows: readonly IChosenRow[];
  /** How many were chosen. */
  readonly count: number;
  /** The folder of the user's that it goes into. */
  readonly folder: string;

  /** Where it is looked; for a retry of one. */
  readonly sources: Sources;

  /** The site has data on disks of its own. */
  get hasMounts(): boolean {
    return this._parts.site.mounts.length > 0;
  }

  get state(): IChooserState {
    return this._state;
  }

  /** Emitted whenever `state` is another. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._stop.signal.aborted;
  }

  /** Begins to look everywhere; resolves when all have answered or failed, and what was chosen by itself is read. */
  async load(): Promise<void> {
    this._takeFirst();
    await Promise.all([
      this.sources.findCopies(),
      this.sources.askArchive(),
      this.sources.readLinks(),
      this._parts.kernelspecs.ready.then(
        () => this._takeKernels(),
        () => this._takeKernels()
      )
    ]);
    await this._settled;
  }

  /** Chooses an offer; its text is read, so that a kernel can be chosen and what is wrong with it is said before. */
  choose(key: string): void {
    this._touched = true;
    this._choose(key);
  }

  useKernel(kernel: string): void {
    this._kernelTouched = true;
    this._set({ kernel });
  }

  useData(place: Place): void {
    this._placed = true;
    this._set({ place });
  }

  /**
   * Opens the chosen one: a copy as it is, all others as a new copy with the
   * rows in its first cell. No kernel is started. True if it was opened.
   */
  async open(): Promise<boolean> {
    const offer = chosenOffer(this._state);
    if (!offer || !canOpen(this._state)) {
      return false;
    }
    this._set({ opening: { state: 'busy' } });
    try {
      const path =
        offer.kind === 'copy' ? offer.copy.path : await this._write(offer);
      if (path !== undefined && !this.isDisposed) {
        openNotebook(this._parts.documents, path, this._state.kernel);
      }
      this._set({ opening: { state: 'idle' } });
      return path !== undefined && !this.isDisposed;
    } catch (reason) {
      this._set({
        opening: { state: 'failed', failure: contentsFailure(reason) }
      });
      return false;
    }
  }

  /** Stops everything that is still on its way. */
  dispose(): void {
    this._stop.abort();
    this._reading.stop();
    Signal.clearData(this);
  }

  /** Writes a copy of an offer; undefined if its text is none that can be. */
  private async _write(
    offer: Exclude<Offer, { kind: 'copy' }>
  ): Promise<string | undefined> {
    await this._settled;
    const { read, data, place, kernel } = this._state;
    if (read.state !== 'ready' || !read.value.result.ok) {
      return undefined;
    }
    const inPlace =
      place === 'in-place' && data.state === 'ready'
        ? data.value.inPlace
        : undefined;
    const { contents, site, kernelspecs } = this._parts;
    return writeOffer(contents, this.folder, offer, read.value, {
      rows: this.rows,
      site,
      inPlace,
      kernel,
      specs: kernelspecs.specs
    });
  }

  private _choose(key: string): void {
    if (key === this._state.chosen && this._state.read.state !== 'failed') {
      return;
    }
    this._set({ chosen: key, opening: { state: 'idle' } });
    const offer = chosenOffer(this._state);
    const signal = this._reading.begin();
    this._settled =
      offer && offer.kind !== 'copy'
        ? this._read(offer, signal)
        : Promise.resolve();
    if (offer?.kind === 'copy') {
      this._set({ read: { state: 'idle' } });
      this._takeKernels();
    }
  }

  private async _read(
    offer: Exclude<Offer, { kind: 'copy' }>,
    signal: AbortSignal
  ): Promise<void> {
    const { client, routes } = this._parts;
    const set = (read: Remote<IRead>): void => {
      if (!signal.aborted) {
        this._set({ read });
        this._takeKernels();
      }
    };
    set(loading());
    try {
      set(ready(await readOffer(offer, client.transport, routes, signal)));
    } catch (reason) {
      const service = offer.kind === 'template' ? {} : { service: offer.label };
      set({ state: 'failed', failure: { ...service, ...failureOf(reason) } });
    }
  }

  /** Puts the kernels in order for the chosen one, and takes the first unless the user has taken one. */
  private _takeKernels(): void {
    const { specs } = this._parts.kernelspecs;
    if (!specs) {
      return;
    }
    const wish = kernelWish(this._state);
    const kernels = kernelsFor(specs, wish);
    const kept =
      this._kernelTouched &&
      kernels.some(({ name }) => name === this._state.kernel);
    this._set({
      kernels,
      named: kernelOf(wish),
      kernel: kept ? this._state.kernel : kernels[0]?.name
    });
  }

  private _take(change: Partial<ISources>): void {
    this._set(change);
    const { data } = change;
    if (data?.state === 'ready' && data.value.inPlace && !this._placed) {
      this._set({ place: 'in-place' });
    }
  }

  private _takeFirst(): void {
    const first = firstOffer(this._state);
    if (first && !this._touched && this._state.chosen === undefined) {
      this._choose(first.key);
    }
  }

  private _set(change: Partial<IChooserState>): void {
    if (this.isDisposed) {
      return;
    }
    this._state = { ...this._state, ...change };
    this._changed.emit();
    this._takeFirst();
  }

  private readonly _stop = new AbortController();
  private readonly _reading = new Latest();
  private readonly _changed = new Signal<this, void>(this);
  /** Ends when the text of the chosen one is there or has failed. */
  private _settled = Promise.resolve();
  private _touched = false;
  private _kernelTouched = false;
  private _placed = false;
  private _state: IChooserState;
}
