import { readFileSync } from 'node:fs';
import { cell, type RowEvent, type Rows } from '../../columns';
import type { ITransport } from '../../transport/transport';
import { decode } from '../../votable';
import { search, type ICone, type IClient, type ISearchable } from '../search';

interface IFacts {
  readonly vo: Readonly<Record<'base' | 'tap' | 'scs' | 'private', string>>;
  readonly resolver: Readonly<Record<'sesame', string>>;
  readonly faults: Readonly<Record<'base' | 'dead', string>>;
}

/** URLs of the services that run beside the tests. */
export function facts(): IFacts {
  return JSON.parse(
    readFileSync(process.env.ESAP_SERVICES ?? '', 'utf8')
  ) as IFacts;
}

/** A client that decodes here, in no worker. */
export function clientOf(transport: ITransport): IClient {
  return { transport, decode: (body, signal) => decode(body, { signal }) };
}

export function service(
  kind: 'scs' | 'tap',
  url: string,
  maxrec?: number
): ISearchable {
  return {
    id: kind,
    label: kind,
    kind,
    url,
    ...(maxrec !== undefined && { maxrec })
  };
}

/** All events of a search. */
export async function all(rows: Rows): Promise<RowEvent[]> {
  const events: RowEvent[] = [];
  for await (const event of rows) {
    events.push(event);
  }
  return events;
}

/** A search to its end; a failure passes through. */
export function searched(
  client: IClient,
  one: ISearchable,
  cone: ICone
): Promise<RowEvent[]> {
  return all(search(client, one, cone, new AbortController().signal));
}

/** The values of a column, as text; null is empty. */
export function column(events: readonly RowEvent[], name: string): string[] {
  let index = -1;
  const values: string[] = [];
  for (const event of events) {
    if (event.kind === 'columns') {
      index = event.columns.findIndex(one => one.name === name);
    } else if (event.kind === 'batch') {
      for (let i = 0; i < event.batch.length; i++) {
        values.push(String(cell(event.batch.data[index], i) ?? ''));
      }
    }
  }
  return values;
}

export function count(events: readonly RowEvent[]): number {
  return events.reduce(
    (sum, event) => sum + (event.kind === 'batch' ? event.batch.length : 0),
    0
  );
}

export function notes(events: readonly RowEvent[]): string[] {
  return events.flatMap(event =>
    event.kind === 'note' ? [`${event.note.code} by ${event.note.by}`] : []
  );
}

/** Cones where mistakes live, and some in the fields that the archive has. */
export const CONES: readonly ICone[] = [
  { ra: 0, dec: 0, radius: 0.5 },
  { ra: 359.99, dec: 0, radius: 0.1 },
  { ra: 0.005, dec: 0.005, radius: 0.3 },
  { ra: 123, dec: 90, radius: 1 },
  { ra: 10, dec: -90, radius: 1 },
  { ra: 0, dec: -0.2, radius: 0.05 },
  { ra: 187.2779154, dec: 2.0523883, radius: 0.01 },
  { ra: 187.2779154, dec: 2.0523883, radius: 1e-7 },
  { ra: 49.95, dec: 41.51, radius: 2 },
  { ra: 83, dec: -69, radius: 10 },
  { ra: 200, dec: 30, radius: 10 }
];
