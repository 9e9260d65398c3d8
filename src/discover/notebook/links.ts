import type { Service } from '../../contract';
import type { Fields } from '../../notebook/template';
import { type IClient, type ILink, isDatalink, readLinks } from '../../vo';
import type { IChosenRow } from './chosenRow';
import { hostOf, type ILinkedOffer } from './offer';

/** What the addresses of rows lead to. */
export interface IProductLinks {
  /** Files of the data themselves, each once: `#this` of DataLink, or the address itself. */
  readonly files: readonly IProductFile[];
  /** All links, for those that are notebooks. */
  readonly links: readonly ILink[];
  /** Addresses that nobody looked at, because there are many. */
  readonly unread: number;
}

export interface IProductFile {
  readonly url: string;
  readonly bytes?: number;
}

/** So many DataLink documents are read for one choice; a notebook on more rows reads them itself. */
const MOST_DOCUMENTS = 10;

/**
 * Reads where the data of the rows are. Rows of one product that give the same
 * address count once.
 *
 * Throws a `FailureError`.
 */
export async function productLinks(
  client: IClient,
  services: readonly Service[],
  rows: readonly IChosenRow[],
  signal: AbortSignal
): Promise<IProductLinks> {
  const places = new Map(
    rows
      .filter(row => /^https?:/i.test(row.accessUrl))
      .map(row => [row.accessUrl, row])
  );
  const files = new Map<string, IProductFile>();
  const links: ILink[] = [];
  let documents = 0;
  let unread = 0;
  const reading: Promise<readonly ILink[]>[] = [];
  for (const [url, row] of places) {
    const service = services.find(one => one.id === row.service);
    if (!isDatalink(row.accessFormat)) {
      if (!isNotebook(url, row.accessFormat)) {
        files.set(url, {
          url,
          ...(row.bytes !== undefined && { bytes: row.bytes })
        });
      }
    } else if (service && documents++ < MOST_DOCUMENTS) {
      reading.push(
        readLinks(client, service, url, signal).then(read => read.links)
      );
    } else {
      unread++;
    }
  }
  for (const found of await Promise.all(reading)) {
    links.push(...found);
    for (const link of found) {
      if (link.semantics === '#this' && link.url && !link.leadsOn) {
        files.set(link.url, {
          url: link.url,
          ...(link.bytes !== undefined && { bytes: link.bytes })
        });
      }
    }
  }
  return { files: [...files.values()], links, unread };
}

/** The notebooks that a row's own fields link to. */
export function linkedFromRow(
  row: IChosenRow,
  fields: Fields,
  service: Service | undefined
): readonly ILinkedOffer[] {
  const urls = new Set<string>();
  if (isNotebook(row.accessUrl, row.accessFormat)) {
    urls.add(row.accessUrl);
  }
  for (const value of fields.values()) {
    if (isNotebook(value, undefined)) {
      urls.add(value);
    }
  }
  return [...urls].flatMap(url => linked(url, '', row, service));
}

/** The notebooks among the links of a row's data. */
export function linkedFromLinks(
  links: readonly ILink[],
  row: IChosenRow,
  service: Service | undefined
): readonly ILinkedOffer[] {
  return links.flatMap(link =>
    link.url && isNotebook(link.url, link.contentType)
      ? linked(link.url, link.description, row, service)
      : []
  );
}

function linked(
  url: string,
  description: string,
  row: IChosenRow,
  service: Service | undefined
): ILinkedOffer[] {
  return URL.canParse(url)
    ? [
        {
          kind: 'linked',
          key: `linked ${url}`,
          name: nameIn(url),
          url,
          host: hostOf(url),
          service: row.service,
          label: row.label,
          description,
          marked: (service?.notebooks ?? []).length > 0
        }
      ]
    : [];
}

/** Is this the address of a notebook: by its content type, or by its name? */
function isNotebook(url: string, contentType: string | undefined): boolean {
  const type = (contentType ?? '').split(';')[0].trim().toLowerCase();
  return (
    /^https?:\/\//i.test(url) &&
    (NOTEBOOK_TYPES.has(type) || /\.ipynb(?:[?#]|$)/i.test(url))
  );
}

/** As Jupyter and web servers write it; none is registered. */
const NOTEBOOK_TYPES: ReadonlySet<string> = new Set([
  'application/x-ipynb+json',
  'application/ipynb+json',
  'application/vnd.jupyter'
]);

/** The last part of a URL's path as a name. */
function nameIn(url: string): string {
  const last = new URL(url).pathname.split('/').pop() ?? '';
  try {
    return decodeURIComponent(last) || 'notebook.ipynb';
  } catch {
    return last;
  }
}
