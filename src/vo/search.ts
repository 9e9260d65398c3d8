import type { Rows } from '../columns';
import { FailureError } from '../remote';
import type { IServiceRequest } from '../transport/transport';
import { ask } from './ask';
import { type IObsQuery, type IObsWording, obsQuery } from './obscore';
import type { ICone } from './cone';
import {
  type IPositionColumns,
  OBSCORE_POSITION,
  positionColumns
} from './positionColumns';
import { coneRequest } from './scs';
import type { IClient, ISearchable } from './service';
import { coneQuery, syncRequest } from './tap';

export type { ICone } from './cone';
export type { Decode, IClient, ISearchable } from './service';

/**
 * Searches one service for what lies in a cone. Rows come as the service has
 * them: its columns, its order, also those outside the cone that it may send.
 */
export async function* search(
  client: IClient,
  service: ISearchable,
  cone: ICone,
  signal: AbortSignal
): Rows {
  const position =
    service.kind === 'tap'
      ? await positionColumns(client, service, signal)
      : OBSCORE_POSITION;
  const request = searchRequest(service, cone, position);
  yield* ask(client, service, request, signal);
}

/** What is sent to the service. */
export function searchRequest(
  service: ISearchable,
  cone: ICone,
  position: IPositionColumns = OBSCORE_POSITION
): IServiceRequest {
  const { kind, label, url, table, maxrec } = service;
  switch (kind) {
    case 'scs':
      return coneRequest(url, cone, maxrec);
    case 'tap':
      return syncRequest(url, coneQuery(cone, table, position), maxrec);
    default:
      throw new FailureError({
        code: 'internal',
        service: label,
        words: `services of kind ${kind} cannot be searched`
      });
  }
}

/** What is sent to a service for a query by any field; `undefined` where nothing is asked for. */
export function obsRequest(
  service: ISearchable,
  query: IObsQuery,
  wording: IObsWording = {}
): IServiceRequest | undefined {
  if (service.kind !== 'tap') {
    return query.cone && searchRequest(service, query.cone);
  }
  const { url, table, maxrec } = service;
  const adql = obsQuery(query, { table, ...wording });
  return adql === undefined ? undefined : syncRequest(url, adql, maxrec);
}

/**
 * Searches one service by any field of ObsCore. A cone search knows only
 * positions: it is asked for the cone, and the other fields are not regarded.
 * Without anything to ask for there are no rows.
 */
export async function* searchObservations(
  client: IClient,
  service: ISearchable,
  query: IObsQuery,
  signal: AbortSignal,
  wording?: IObsWording
): Rows {
  const request = obsRequest(service, query, wording);
  if (request) {
    yield* ask(client, service, request, signal);
  } else {
    yield { kind: 'end' };
  }
}
