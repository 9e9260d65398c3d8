import { FailureError, type IFailure } from '../remote';
import { lookOf, textOf, titleOf } from './markup';
import { beginning, peek } from './peek';
import { results } from './results';
import { retryAfter } from './retryAfter';
import { tidy } from './said';
import type { Decode } from './service';

/**
 * What went wrong, from an answer with an HTTP status of an error: the service's
 * own words out of whatever it sent, a VOTable, text, JSON or a web page.
 */
export async function httpFailure(
  response: Response,
  decode: Decode,
  signal: AbortSignal
): Promise<IFailure> {
  const { status, headers } = response;
  const said = response.body ? await read(response.body, decode, signal) : {};
  const words = said.words ? { words: said.words } : {};
  if (status === 401 || status === 403) {
    return { code: 'sign-in', ...words, facts: { status } };
  }
  if (status === 429 || status === 503) {
    const seconds = retryAfter(headers, Date.now());
    return {
      code: 'busy',
      ...words,
      facts: { status, ...(seconds !== undefined && { seconds }) }
    };
  }
  if (said.words) {
    return { code: 'service-error', words: said.words, facts: { status } };
  }
  return said.title === undefined
    ? { code: 'http', facts: { status } }
    : { code: 'web-page', facts: { title: said.title, status } };
}

/** What a body says: in words of the service, or as a web page with a title. */
async function read(
  stream: ReadableStream<Uint8Array>,
  decode: Decode,
  signal: AbortSignal
): Promise<{ readonly words?: string; readonly title?: string }> {
  try {
    const { head, body } = await peek(stream);
    const text = new TextDecoder().decode(head);
    switch (lookOf(head)) {
      case 'empty':
        return {};
      case 'html':
        return { title: titleOf(await beginning(body)) };
      case 'gzip':
        return { words: await errorIn(body, decode, signal) };
      case 'xml':
        return {
          words: /<(?:\w+:)?VOTABLE\b/.test(text)
            ? await errorIn(body, decode, signal)
            : tidy(textOf(await beginning(body)))
        };
      case 'text':
        return { words: tidy(plainWords(await beginning(body))) };
    }
  } catch {
    signal.throwIfAborted();
    // An error whose text can't be had is still known by its status.
    return {};
  }
}

/** The error in a VOTable. */
async function errorIn(
  body: ReadableStream<Uint8Array>,
  decode: Decode,
  signal: AbortSignal
): Promise<string | undefined> {
  try {
    for await (const event of results(decode(body, signal), signal)) {
      void event;
    }
  } catch (reason) {
    if (
      reason instanceof FailureError &&
      reason.failure.code === 'service-error'
    ) {
      return reason.failure.words;
    }
    throw reason;
  }
  return undefined;
}

/** Text as it is; of JSON the member that usually holds the message. */
function plainWords(text: string): string {
  if (!text.trimStart().startsWith('{')) {
    return text;
  }
  try {
    const said = JSON.parse(text) as Record<string, unknown>;
    const words = [said.message, said.detail, said.error, said.title].find(
      one => typeof one === 'string'
    );
    return typeof words === 'string' ? words : text;
  } catch {
    return text;
  }
}
