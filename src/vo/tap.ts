import type { IServiceRequest } from '../transport/transport';
import { decimal, tableName } from './adql';
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
 * ADQL that a position lies in a cone. The coordinate system is named for
 * services that know only ADQL 2.0.
 *
 * @param ra - name of the column, as it stands in a query
 */
export function inCircle(cone: ICone, ra = 's_ra', dec = 's_dec'): string {
  const circle = [cone.ra, cone.dec, cone.radius].map(decimal).join(', ');
  return `1=CONTAINS(POINT('ICRS', ${ra}, ${dec}), CIRCLE('ICRS', ${circle}))`;
}

/** ADQL for all rows of a table whose position lies in a cone. */
export function coneQuery(
  cone: ICone,
  table = OBSCORE,
  position: { readonly ra: string; readonly dec: string } = {
    ra: 's_ra',
    dec: 's_dec'
  }
): string {
  return `SELECT * FROM ${tableName(table)} WHERE ${inCircle(cone, position.ra, position.dec)}`;
}
