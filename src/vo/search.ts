import type { Rows } from '../columns';
import { FailureError, failureLog } from '../remote';
import type { IServiceRequest } from '../transport/transport';
import { ask } from './ask';
import type { ICone } from './cone';
import { coneRequest } from './scs';
import type { IClient, ISearchable } from './service';
import { coneQuery, syncRequest } from './tap';

export type { ICone } from './cone';
export type { Decode, IClient, ISearchable } from './service';

/**
 * Searches one service for what lies in a cone. Rows come as the service has
 * them: its columns, its order, also those outside the cone that it may send.
 */
export function search(
  client: IClient,
  service: ISearchable,
  cone: ICone,
  signal: AbortSignal
): Rows {
  return logged(client, service, searchRequest(service, cone), signal);
}

/** What is sent to the service. */
export function searchRequest(
  service: ISearchable,
  cone: ICone
): IServiceRequest {
  const { kind, label, url, table, maxrec } = service;
  switch (kind) {
    case 'scs':
      return coneRequest(url, cone, maxrec);
    case 'tap':
      return syncRequest(url, coneQuery(cone, table), maxrec);
    default:
      throw new FailureError({
        code: 'internal',
        service: label,
        words: `services of kind ${kind} cannot be searched`
      });
  }
}

/** Keeps what failed, with the request, for who wants to know exactly. */
async function* logged(
  client: IClient,
  service: ISearchable,
  request: IServiceRequest,
  signal: AbortSignal
): Rows {
  try {
    yield* ask(client, service, request, signal);
  } catch (reason) {
    if (reason instanceof FailureError) {
      failureLog.add(
        { service: service.label, ...reason.failure },
        {
          method: request.method,
          url: request.url,
          ...(typeof request.body === 'string' && { body: request.body })
        }
      );
    }
    throw reason;
  }
}
