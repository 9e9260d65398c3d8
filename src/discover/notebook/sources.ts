import type { Contents } from '@jupyterlab/services';
import type { Profile } from '../../contract';
import { copiesIn } from '../../notebook/copies';
import { failureOf, isAbort, type Remote } from '../../remote';
import type { IClient } from '../../vo';
import { common, fieldsOf, type IChosenRow, type Rows } from './chosenRow';
import { contentsFailure } from './contentsFailure';
import { dataOf, type IData } from './dataPlace';
import { lookInForges } from './forges';
import {
  type IProductLinks,
  linkedFromLinks,
  linkedFromRow,
  productLinks
} from './links';
import {
  copyOffer,
  type IArchiveOffer,
  type ICopyOffer,
  type ILinkedOffer
} from './offer';
import type { IOwnRoutes } from './ownRoutes';

/** What has come from elsewhere so far. */
export interface ISources {
  readonly copies: Remote<readonly ICopyOffer[]>;
  readonly archive: Remote<readonly IArchiveOffer[]>;
  readonly linked: Remote<readonly ILinkedOffer[]>;
  readonly data: Remote<IData>;
}

/** What the sources are asked with. */
export interface ISourceParts {
  readonly search: Rows;
  /** Ids of the chosen rows in the search's table; at least one. */
  readonly ids: readonly number[];
  readonly site: Profile;
  readonly client: IClient;
  readonly contents: Contents.IManager;
  readonly routes: IOwnRoutes;
}

/** Where notebooks and data of some rows are looked for; each place on its own, and again after it failed. */
export class Sources {
  /**
   * @param _folder - of the user's, where the notebooks of these rows are
   * @param _came - called with whatever is known newly
   */
  constructor(
    private readonly _parts: ISourceParts,
    private readonly _rows: readonly IChosenRow[],
    private readonly _folder: string,
    private readonly _signal: AbortSignal,
    private readonly _came: (change: Partial<ISources>) => void
  ) {}

  /** Looks among the user's files; again after a failure. */
  async findCopies(): Promise<void> {
    const { contents } = this._parts;
    await this._fetch(
      'copies',
      async () => (await copiesIn(contents, this._folder)).map(copyOffer),
      contentsFailure
    );
  }

  /** Asks the archive for the notebooks of the experiment; again after a failure. */
  async askArchive(): Promise<void> {
    const { client, site, search, ids } = this._parts;
    // Several rows have notebooks of their own if they are of one experiment.
    const service =
      this._rows.length === 1 || common(this._rows, 'experiment')
        ? common(this._rows, 'service')
        : '';
    let offers: readonly IArchiveOffer[] = [];
    this._came({ archive: loading() });
    try {
      await lookInForges(
        client.transport,
        site,
        service,
        fieldsOf(search, ids[0]),
        this._signal,
        more => {
          offers = [...offers, ...more];
          this._came({ archive: loading(offers) });
        }
      );
      this._came({ archive: ready(offers) });
    } catch (reason) {
      this._came({
        archive: {
          state: 'failed',
          failure: failureOf(reason),
          partial: offers
        }
      });
    }
  }

  /** Reads the links behind the rows: notebooks, files of the data and where those are. */
  async readLinks(): Promise<void> {
    const { client, site, search, ids, routes } = this._parts;
    const [row] = this._rows;
    const single = this._rows.length === 1;
    const service = site.services.find(one => one.id === row.service);
    const inRow = single
      ? linkedFromRow(row, fieldsOf(search, ids[0]), service)
      : [];
    this._came({ linked: loading(inRow), data: loading() });
    let read: IProductLinks;
    try {
      read = await productLinks(
        client,
        site.services,
        this._rows,
        this._signal
      );
    } catch (reason) {
      const failed = { state: 'failed', failure: failureOf(reason) } as const;
      this._came({ linked: { ...failed, partial: inRow }, data: failed });
      return;
    }
    const inLinks = single ? linkedFromLinks(read.links, row, service) : [];
    const urls = new Set(inRow.map(({ url }) => url));
    this._came({
      linked: ready([...inRow, ...inLinks.filter(({ url }) => !urls.has(url))])
    });
    await this._fetch('data', () =>
      dataOf(
        read,
        single ? row.bytes : undefined,
        site.mounts,
        routes,
        this._signal
      )
    );
  }
  private async _fetch<K extends 'copies' | 'data'>(
    key: K,
    load: () => Promise<Extract<ISources[K], { state: 'ready' }>['value']>,
    failure = failureOf
  ): Promise<void> {
    this._came({ [key]: loading() });
    try {
      this._came({ [key]: ready(await load()) });
    } catch (reason) {
      if (!isAbort(reason)) {
        this._came({ [key]: { state: 'failed', failure: failure(reason) } });
      }
    }
  }
}

export function loading<T>(partial?: T): Remote<T> {
  return {
    state: 'loading',
    since: Date.now(),
    ...(partial !== undefined && { partial })
  };
}

export function ready<T>(value: T): Remote<T> {
  return { state: 'ready', value };
}
