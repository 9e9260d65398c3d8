import { FailureError } from '../remote';
import type { IServiceRequest } from '../transport/transport';
import { httpFailure } from './httpFailure';
import { logged } from './logged';
import { lookOf, titleOf } from './markup';
import { beginning } from './peek';
import type { IClient, ISearchable } from './service';

const ALL = 4 * 2 ** 20;

/**
 * Sends a request whose answer is a small document and gives its text. Throws
 * a `FailureError` that names the service and is in the log.
 */
export async function askText(
  client: IClient,
  service: Pick<ISearchable, 'id' | 'label'>,
  request: IServiceRequest,
  signal: AbortSignal
): Promise<string> {
  try {
    const response = await client.transport.fetch(service.id, request, {
      signal,
      patience: 'search'
    });
    if (!response.ok) {
      throw new FailureError(
        await httpFailure(response, client.decode, signal)
      );
    }
    const text = response.body ? await beginning(response.body, ALL) : '';
    signal.throwIfAborted();
    const look = lookOf(new TextEncoder().encode(text.slice(0, 1024)));
    if (look === 'html') {
      throw new FailureError({
        code: 'web-page',
        facts: { title: titleOf(text), status: response.status }
      });
    }
    if (look === 'empty') {
      throw new FailureError({ code: 'unreadable', facts: { why: 'empty' } });
    }
    return text;
  } catch (reason) {
    throw logged(reason, service.label, request);
  }
}
