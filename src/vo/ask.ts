import type { Rows } from '../columns';
import { FailureError, type IFailure } from '../remote';
import type { IServiceRequest } from '../transport/transport';
import { httpFailure } from './httpFailure';
import { lookOf, titleOf } from './markup';
import { beginning, peek } from './peek';
import { results } from './results';
import { tidy } from './said';
import type { IClient, ISearchable } from './service';

/**
 * Sends a request whose answer is a VOTable and gives its rows as they come.
 * Throws a `FailureError` that names the service.
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
  const failed = (failure: IFailure): FailureError =>
    new FailureError({ ...failure, service: service.label });
  try {
    const response = await client.transport.fetch(service.id, request, {
      signal,
      patience: 'search'
    });
    answered?.(response);
    if (!response.ok) {
      throw failed(await httpFailure(response, client.decode, signal));
    }
    if (!response.body) {
      throw failed({ code: 'unreadable', facts: { why: 'empty' } });
    }
    const { head, body } = await peek(response.body);
    switch (lookOf(head)) {
      case 'empty':
        throw failed({ code: 'unreadable', facts: { why: 'empty' } });
      case 'html':
        throw failed({
          code: 'web-page',
          facts: {
            title: titleOf(await beginning(body)),
            status: response.status
          }
        });
      case 'text':
        throw failed(await plainText(response, body));
      case 'gzip':
      case 'xml':
        yield* results(client.decode(body, signal), signal, service.maxrec);
    }
  } catch (reason) {
    throw reason instanceof FailureError && !reason.failure.service
      ? failed(reason.failure)
      : reason;
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
