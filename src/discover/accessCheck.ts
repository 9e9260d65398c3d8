import type { Service } from '../contract';
import { FailureError } from '../remote';
import { type IClient, isDatalink, readLinks } from '../vo';

/** Whether a product can be had now, as its server answers. */
export type Checked =
  /** Its first byte came. */
  | 'open'
  /** HTTP 401 or 403, or a page to sign in at. */
  | 'login'
  /** HTTP 404 or 410, or DataLink names no file. */
  | 'missing';

/**
 * Asks for the first byte of a row's product. With GET: there are archives
 * whose servers never answer HEAD. A DataLink document stands for the first of
 * its own files.
 *
 * Throws a `FailureError` where no answer came or it says something else.
 */
export async function checkAccess(
  client: IClient,
  service: Service,
  url: string,
  format: string,
  signal: AbortSignal
): Promise<Checked> {
  let product: string | undefined = url;
  if (isDatalink(format)) {
    const { links } = await readLinks(client, service, url, signal);
    const own = links.filter(link => link.semantics === '#this');
    product = own.find(link => link.url && !link.leadsOn)?.url;
  }
  if (product === undefined) {
    return 'missing';
  }
  const answer = await client.transport.fetch(
    service.id,
    { url: product, headers: { Range: 'bytes=0-0' } },
    { signal, patience: 'probe' }
  );
  const { status } = answer;
  const first = await firstByte(answer);
  if (status === 401 || status === 403) {
    return 'login';
  }
  if (status === 404 || status === 410) {
    return 'missing';
  }
  // 416: a file without a first byte.
  if (!answer.ok && status !== 416) {
    throw new FailureError({ code: 'http', facts: { status } });
  }
  // Servers call files that they don't know web pages: only its beginning tells.
  const type = answer.headers.get('content-type') ?? '';
  const page = /^text\/html\b/i.test(type) && !/html/i.test(format);
  return page && first === LESS_THAN ? 'login' : 'open';
}

const LESS_THAN = 0x3c;

/** The first byte of an answer; a server that knows no ranges sends the whole, which is not taken. */
async function firstByte(answer: Response): Promise<number | undefined> {
  const reader = answer.body?.getReader();
  const piece = await reader?.read();
  void reader?.cancel().catch(() => undefined);
  return piece?.value?.[0];
}
