import type { IServiceRequest } from '../transport/transport';
import { decimal, identifier, tableName } from './adql';
import type { ICone } from './cone';

/** The ObsCore table of a TAP service (ObsCore 1.1 §4). */
export const OBSCORE = 'ivoa.obscore';

/**
 * The request of a synchronous query (TAP 1.1 §2.2). REQUEST is for services by
 * version 1.0. No format is asked for: a VOTable is what comes by default, and
 * the two versions of the standard name that parameter differently.
 */
export function syncRequest(
  base: string,
  query: string,
  maxrec?: number
): IServiceRequest {
  const [stem, ...rest] = base.replace(/#.*$/s, '').split('?');
  const form = new URLSearchParams({
    REQUEST: 'doQuery',
    LANG: 'ADQL',
    QUERY: query,
    ...(maxrec !== undefined && { MAXREC: String(maxrec) })
  });
  return {
    url: [`${stem.replace(/\/+$/, '')}/sync`, ...rest].join('?'),
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: form.toString()
  };
}

/**
 * ADQL for all rows of a table of ObsCore's columns whose position lies in a
 * cone. The coordinate system is named for services that know only ADQL 2.0.
 */
export function coneQuery(cone: ICone, table = OBSCORE): string {
  const { ra, dec, radius } = cone;
  const [lon, lat] = [identifier('s_ra'), identifier('s_dec')];
  return (
    `SELECT * FROM ${tableName(table)} WHERE 1=CONTAINS(POINT('ICRS', ${lon}, ${lat}), ` +
    `CIRCLE('ICRS', ${decimal(ra)}, ${decimal(dec)}, ${decimal(radius)}))`
  );
}
