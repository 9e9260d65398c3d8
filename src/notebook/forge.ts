import { FailureError, type IFailure } from '../remote';
import type { ITransport } from '../transport/transport';
import { isRecord, LARGEST_NOTEBOOK } from './document';
import { addressOf, type Fields, prefixOf, segment } from './template';

/** The relay hands on what it gets; nobody here would unpack it. */
const PLAIN = { 'Accept-Encoding': 'identity' };

const NOT_A_LISTING: IFailure = {
  code: 'unreadable',
  words: 'It is not the listing of a forge'
};

/** Where a site keeps the notebooks of its experiments: a rule of the profile. */
export interface INotebookRule {
  /** Id of the forge among the profile's services. */
  readonly service: string;
  /**
   * URL of a listing in the shape of Gitea's and GitHub's contents API
   * (`GET /repos/{owner}/{repo}/contents`), with `{field}` of the row.
   */
  readonly listing: string;
}

/** One notebook that an archive offers for a row. */
export interface IOffered {
  readonly name: string;
  /** The folder of the repository that it is in; absent at its top. */
  readonly folder?: string;
  /** Bytes, where the forge says. */
  readonly size?: number;
  /** Where its text is. */
  readonly url: string;
  /** The forge's own hash of this version. */
  readonly version?: string;
  /** When this version was made, ISO 8601, where the forge says. */
  readonly modified?: string;
  /** The address is the contents API's: the text comes within JSON. */
  readonly packed?: boolean;
  readonly service: string;
}

/** So many folders of a repository are looked into; each costs a request. */
const MOST_FOLDERS = 12;

/**
 * All notebooks of a row's experiment, by name: those at the top of its
 * repository, then those in its folders. No repository (404) is an empty list:
 * most experiments have none. A folder that can't be listed is left out.
 *
 * Throws a `FailureError`.
 */
export async function offeredBy(
  transport: ITransport,
  rule: INotebookRule,
  fields: Fields,
  signal: AbortSignal
): Promise<IOffered[]> {
  const address = addressOf(rule.listing, fields);
  if (!address.ok) {
    return [];
  }
  const list = (url: string): Promise<Entry[]> =>
    listed(transport, rule, url, signal);
  const top = await list(address.url);
  const folders = top
    .flatMap(({ type, name }) =>
      type === 'dir' && isPlain(name) && !name.startsWith('.') ? [name] : []
    )
    .slice(0, MOST_FOLDERS);
  const inside = await Promise.all(
    folders.map(async folder => {
      const url = below(address.url, folder);
      const entries = await list(url).catch(() => []);
      return notebooksIn(entries, url, rule.service).map(one => ({
        ...one,
        folder
      }));
    })
  );
  return [...notebooksIn(top, address.url, rule.service), ...inside.flat()];
}

type Entry = Record<string, unknown>;

/** The entries of one folder, as the forge says. */
async function listed(
  transport: ITransport,
  rule: INotebookRule,
  url: string,
  signal: AbortSignal
): Promise<Entry[]> {
  const answer = await transport.fetch(
    rule.service,
    { url, headers: { ...PLAIN, Accept: 'application/json' } },
    { signal }
  );
  if (answer.status === 404) {
    return [];
  }
  if (!answer.ok) {
    throw new FailureError({ code: 'http', facts: { status: answer.status } });
  }
  if (answer.url !== '' && !answer.url.startsWith(prefixOf(rule.listing))) {
    throw new FailureError({ code: 'refused', words: answer.url });
  }
  const entries = parsed(await readText(answer));
  if (!Array.isArray(entries)) {
    throw new FailureError(NOT_A_LISTING);
  }
  return entries.filter(isRecord);
}

function notebooksIn(
  entries: readonly Entry[],
  listing: string,
  service: string
): IOffered[] {
  return entries
    .flatMap(entry => offered(entry, listing, service))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Is it the name of something in the folder itself? A listing may say anything. */
function isPlain(name: unknown): name is string {
  return typeof name === 'string' && name !== '' && !name.includes('/');
}

/** The address of something in a listed folder. */
function below(listing: string, name: string): string {
  const [path, ...query] = listing.split('?');
  return [`${path.replace(/\/$/, '')}/${segment(name)}`, ...query].join('?');
}

function offered(entry: Entry, listing: string, service: string): IOffered[] {
  const { name, type, size, sha, last_committer_date: modified } = entry;
  if (type !== 'file' || !isPlain(name) || !/\.ipynb$/i.test(name)) {
    return [];
  }
  const said = entry.download_url;
  const download =
    typeof said === 'string' && said !== '' && URL.canParse(said, listing)
      ? new URL(said, listing)
      : undefined;
  if (download && !/^https?:$/.test(download.protocol)) {
    return [];
  }
  return [
    {
      name,
      service,
      ...(typeof size === 'number' && { size }),
      ...(typeof sha === 'string' && { version: sha }),
      ...(typeof modified === 'string' && { modified }),
      // A forge may offer no direct address; its contents API gives the text as well.
      ...(download
        ? { url: download.href }
        : { url: below(listing, name), packed: true })
    }
  ];
}

/**
 * The text of an offered notebook.
 *
 * Throws a `FailureError`.
 */
export async function textOf(
  transport: ITransport,
  one: IOffered,
  signal: AbortSignal
): Promise<string> {
  const text = await textAt(transport, one.service, one.url, signal);
  return one.packed ? unpacked(text) : text;
}

/**
 * The text at an address of a service, not more than a notebook may have.
 *
 * Throws a `FailureError`.
 */
export async function textAt(
  transport: ITransport,
  service: string,
  url: string,
  signal: AbortSignal
): Promise<string> {
  const answer = await transport.fetch(
    service,
    { url, headers: PLAIN },
    { signal, patience: 'bulk' }
  );
  if (answer.status === 401 || answer.status === 403) {
    throw new FailureError({
      code: 'sign-in',
      facts: { status: answer.status }
    });
  }
  if (!answer.ok) {
    throw new FailureError({ code: 'http', facts: { status: answer.status } });
  }
  return readText(answer);
}

/** The text of an answer as far as a notebook may be long; what is longer is refused while it comes. */
async function readText(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { done: true };
    if (done || !value) {
      return text + decoder.decode();
    }
    bytes += value.byteLength;
    if (bytes > LARGEST_NOTEBOOK) {
      void reader?.cancel().catch(() => undefined);
      throw new FailureError({ code: 'too-large', facts: { bytes } });
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** A file as the contents API gives it: its bytes in base64, within JSON. */
function unpacked(text: string): string {
  const { content, encoding } = parsed(text) as Record<string, unknown>;
  if (encoding !== 'base64' || typeof content !== 'string') {
    throw new FailureError(NOT_A_LISTING);
  }
  const bytes = Uint8Array.from(atob(content), one => one.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FailureError(NOT_A_LISTING);
  }
}
