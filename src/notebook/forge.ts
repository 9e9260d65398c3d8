import { FailureError } from '../remote';
import type { ITransport } from '../transport/transport';
import { isRecord, LARGEST_NOTEBOOK } from './document';
import { addressOf, type Fields, prefixOf, segment } from './template';

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
  /** Bytes, where the forge says. */
  readonly size?: number;
  /** Where its text is. */
  readonly url: string;
  /** The forge's own hash of this version. */
  readonly version?: string;
  readonly service: string;
}

/**
 * All notebooks of a row's experiment, by name. No repository (404) is an empty
 * list: most experiments have none.
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
  const answer = await transport.fetch(
    rule.service,
    { url: address.url, headers: { Accept: 'application/json' } },
    { signal }
  );
  if (answer.status === 404) {
    return [];
  }
  if (!answer.ok) {
    throw new FailureError({ code: 'http', facts: { status: answer.status } });
  }
  const prefix = prefixOf(rule.listing);
  if (answer.url !== '' && !answer.url.startsWith(prefix)) {
    throw new FailureError({ code: 'refused', words: answer.url });
  }
  const listed: unknown = await answer.json().catch(() => {
    throw new FailureError({ code: 'unreadable', words: 'JSON' });
  });
  if (!Array.isArray(listed)) {
    throw new FailureError({ code: 'unreadable', words: 'JSON' });
  }
  return listed
    .filter(isRecord)
    .flatMap(entry => offered(entry, address.url, rule.service))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function offered(
  entry: Record<string, unknown>,
  listing: string,
  service: string
): IOffered[] {
  const { name, type, size, sha, download_url: download } = entry;
  if (
    type !== 'file' ||
    typeof name !== 'string' ||
    !/\.ipynb$/i.test(name) ||
    name.includes('/')
  ) {
    return [];
  }
  return [
    {
      name,
      service,
      ...(typeof size === 'number' && { size }),
      ...(typeof sha === 'string' && { version: sha }),
      // A forge may offer no direct address; the contents API gives the file's text as well.
      url:
        typeof download === 'string' && download !== ''
          ? new URL(download, listing).href
          : `${listing.split('?')[0]}/${segment(name)}`
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
  const answer = await transport.fetch(
    one.service,
    { url: one.url },
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
  const length = Number(answer.headers.get('content-length') ?? 0);
  if (length > LARGEST_NOTEBOOK) {
    throw new FailureError({ code: 'too-large', facts: { bytes: length } });
  }
  return answer.text();
}
