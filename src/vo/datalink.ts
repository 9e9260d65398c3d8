import {
  cell,
  type Cell,
  type IBatch,
  type IColumn,
  type INote
} from '../columns';
import { ask } from './ask';
import type { IClient, ISearchable } from './service';

/** One link of a data set (DataLink 1.1 §3). */
export interface ILink {
  readonly id: string;
  /** What it is: `#this`, `#calibration`, `#preview` …; other vocabularies in full. */
  readonly semantics: string;
  /** Finer, in the words of the archive. */
  readonly localSemantics?: string;
  readonly description: string;
  readonly contentType?: string;
  readonly bytes?: number;
  /** Exactly one of these three. */
  readonly url?: string;
  /** ID of the service descriptor in the same document that makes it. */
  readonly serviceDef?: string;
  readonly error?: string;
  /** Whether the archive wants a login for it, as far as it says. */
  readonly login?: 'no' | 'optional' | 'yes';
  /** Whether the one who asks may have it, as far as it says. */
  readonly allowed?: boolean;
  /** It leads to further links, not to data. */
  readonly leadsOn: boolean;
}

/** The links of a data set and what has to be said about them. */
export interface ILinks {
  readonly links: readonly ILink[];
  readonly notes: readonly INote[];
}

const CORE = /^https?:\/\/www\.ivoa\.net\/rdf\/datalink\/core#/i;

/** Is this content type that of a DataLink document? Written in many ways. */
export function isDatalink(contentType: string | undefined): boolean {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';');
  return (
    /^(?:application\/x-votable\+xml|text\/xml)$/.test(type.trim()) &&
    parameters.some(one => /^\s*content\s*=\s*"?datalink"?\s*$/.test(one))
  );
}

/**
 * The links behind an address, in the order of the document. Relative ones are
 * made absolute; what can't be had stays, with the reason.
 *
 * Throws a `FailureError`.
 */
export async function readLinks(
  client: IClient,
  service: ISearchable,
  url: string,
  signal: AbortSignal
): Promise<ILinks> {
  const links: ILink[] = [];
  const notes: INote[] = [];
  let base = url;
  let columns: readonly IColumn[] = [];
  const rows = ask(
    client,
    { ...service, maxrec: undefined },
    { url },
    signal,
    answer => {
      base = answer.url || url;
    }
  );
  for await (const event of rows) {
    if (event.kind === 'columns') {
      columns = event.columns;
    } else if (event.kind === 'batch') {
      for (let i = 0; i < event.batch.length; i++) {
        links.push(linkAt(event.batch, i, columns, base));
      }
    } else if (event.kind === 'note') {
      notes.push(event.note);
    }
  }
  return { links, notes };
}

/** The links behind a link that leads on; `readLinks` of it, in the same place. */
export function followLink(
  client: IClient,
  service: ISearchable,
  link: ILink,
  signal: AbortSignal
): Promise<ILinks> {
  return link.leadsOn && link.url
    ? readLinks(client, service, link.url, signal)
    : Promise.resolve({ links: [link], notes: [] });
}

function linkAt(
  batch: IBatch,
  row: number,
  columns: readonly IColumn[],
  base: string
): ILink {
  const value = (name: string): Cell => {
    const index = columns.findIndex(
      column => column.name.toLowerCase() === name
    );
    return index < 0 ? null : cell(batch.data[index], row);
  };
  const text = (name: string): string => String(value(name) ?? '').trim();
  const url = text('access_url');
  const serviceDef = text('service_def');
  const error = text('error_message');
  const contentType = text('content_type');
  const local = text('local_semantics');
  const bytes = Number(value('content_length') ?? -1);
  const login = LOGIN.get(text('link_auth').toLowerCase());
  const allowed = value('link_authorized');
  return {
    id: text('id'),
    semantics: text('semantics').replace(CORE, '#'),
    description: text('description'),
    ...(local && { localSemantics: local }),
    ...(contentType && { contentType }),
    ...(bytes >= 0 && { bytes }),
    // An archive that fills more than one means that it can't be had.
    ...(error
      ? { error }
      : url
        ? { url: absolute(url, base) }
        : serviceDef
          ? { serviceDef }
          : { error: '' }),
    ...(login && { login }),
    ...(typeof allowed === 'boolean' && { allowed }),
    leadsOn: !error && url !== '' && isDatalink(contentType)
  };
}

const LOGIN = new Map<string, NonNullable<ILink['login']>>([
  ['false', 'no'],
  ['optional', 'optional'],
  ['true', 'yes']
]);

/** An address as it was written if it is absolute: to encode it again would change it. */
function absolute(url: string, base: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(url) || !URL.canParse(url, base)
    ? url
    : new URL(url, base).href;
}
