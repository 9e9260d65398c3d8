import { cell, type IColumn } from '../columns';
import { FailureError } from '../remote';
import type { ITransport } from '../transport/transport';
import { identifier, literal } from './adql';
import { ask } from './ask';
import { columnOf } from './roles';
import type { IClient, ISearchable } from './service';
import { OBSCORE, syncRequest } from './tap';

/** Names of the columns of a table's positions, as they stand in a query. */
export interface IPositionColumns {
  readonly ra: string;
  readonly dec: string;
}

/** Those of every ObsCore table. */
export const OBSCORE_POSITION: IPositionColumns = { ra: 's_ra', dec: 's_dec' };

/** What was found, by transport, then by service and table. */
const KNOWN = new WeakMap<ITransport, Map<string, IPositionColumns>>();

/**
 * The columns of positions in a service's table. For a table that is not
 * ObsCore's the service's TAP_SCHEMA is asked, once (TAP 1.1 §4).
 */
export async function positionColumns(
  client: IClient,
  service: ISearchable,
  signal: AbortSignal
): Promise<IPositionColumns> {
  const { id, url, table = OBSCORE, label } = service;
  if (/(?:^|\.)obscore$/i.test(table)) {
    return OBSCORE_POSITION;
  }
  const known =
    KNOWN.get(client.transport) ?? new Map<string, IPositionColumns>();
  KNOWN.set(client.transport, known);
  const key = JSON.stringify([id, url, table]);
  const kept = known.get(key);
  if (kept) {
    return kept;
  }
  const columns = await columnsOf(client, service, table, signal);
  if (columns.length === 0) {
    // It has no such table, or does not describe it: the search itself tells.
    return OBSCORE_POSITION;
  }
  const [ra, dec] = [columnOf('ra', columns), columnOf('dec', columns)];
  if (ra < 0 || dec < 0) {
    throw new FailureError({
      code: 'unreadable',
      service: label,
      facts: { why: 'no-position', table }
    });
  }
  const found = { ra: asName(columns[ra]), dec: asName(columns[dec]) };
  known.set(key, found);
  return found;
}

/** The columns of a table, without their types. */
async function columnsOf(
  client: IClient,
  service: ISearchable,
  table: string,
  signal: AbortSignal
): Promise<readonly IColumn[]> {
  const query = `SELECT column_name, ucd, utype FROM TAP_SCHEMA.columns WHERE table_name = ${literal(table)}`;
  const request = syncRequest(service.url, query);
  const columns: IColumn[] = [];
  const whole = { ...service, maxrec: undefined };
  for await (const event of ask(client, whole, request, signal)) {
    if (event.kind === 'batch') {
      const { data, length } = event.batch;
      for (let i = 0; i < length; i++) {
        const [name, ucd, utype] = data.map(one => String(cell(one, i) ?? ''));
        columns.push({ name, datatype: 'double', ucd, utype });
      }
    }
  }
  return columns;
}

/** TAP_SCHEMA writes names as queries need them, also reserved words; not all services do. */
function asName({ name }: IColumn): string {
  return /^(?:[A-Za-z_]\w*|".*")$/s.test(name) ? name : identifier(name);
}
