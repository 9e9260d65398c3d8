import type { Rows } from '../columns';
import { FailureError, type IFailure } from '../remote';
import type { IServiceRequest } from '../transport/transport';
import { httpFailure } from './httpFailure';
import { logged } from './logged';
import { lookOf, titleOf } from './markup';
import { beginning, peek } from './peek';
import { results } from './results';
import { tidy } from './said';
import type { IClient, ISearchable } from './service';

/**
 * Sends a request whose answer is a VOTable and gives its rows as they come.
 * Throws a `FailureError` that names the service and is in the log.
 *
 * @param answered - called with the answer before its rows, for its final URL
 */
export async function* ask(
  client: IClient,
  service: ISearchable,
  request: IServiceRequest,
  signal: AbortSignal,
  answered?: (response: Response) => void
): Rows {
  try {
    const response = await client.transport.fetch(service.id, request, {
      signal,
      patience: 'search'
    });
    answered?.(response);
    if (!response.ok) {
      throw new FailureError(
        await httpFailure(response, client.decode, signal)
      );
    }
    if (!response.body) {
      throw new FailureError({ code: 'unreadable', facts: { why: 'empty' } });
    }
    const { head, body } = await peek(response.body);
    switch (lookOf(head)) {
      case 'empty':
        throw new FailureError({ code: 'unreadable', facts: { why: 'empty' } });
      case 'html':
        throw new FailureError({
          code: 'web-page',
          facts: {
            title: titleOf(await beginning(body)),
            status: response.status
          }
        });
      case 'text':
        throw new FailureError(await plainText(response, body));
      case 'gzip':
      case 'xml':
        yield* results(client.decode(body, signal), signal, service.maxrec);
    }
  } catch (reason) {
    throw logged(reason, service.label, request);
  }
}

/** Text that came where a table should: an error message, if it is called text (TAP 1.1 §3.3). */
async function plainText(
  response: Response,
  body: ReadableStream<Uint8Array>
): Promise<IFailure> {
  const words = tidy(await beginning(body));
  const isText = /^text\/plain\b/i.test(
    response.headers.get('Content-Type') ?? ''
  );
  return isText
    ? { code: 'service-error', words }
    : {
        code: 'unreadable',
        words: `it is no VOTable but begins with “${words.slice(0, 60)}”`
      };
}
