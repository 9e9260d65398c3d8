import type { IServiceRequest } from '../transport/transport';
import { decimal } from './adql';
import type { ICone } from './cone';

/**
 * The request of a cone search (Simple Cone Search 1.03 §2.1).
 *
 * The base URL may have arguments of its own; they stay as they are. By the
 * standard it ends in `?` or `&`, in practice not always.
 *
 * @param maxrec - sent as MAXREC, which services by version 1.03 must ignore if unknown
 */
export function coneRequest(
  base: string,
  cone: ICone,
  maxrec?: number
): IServiceRequest {
  const stem = base.replace(/#.*$/s, '');
  const join = !stem.includes('?') ? '?' : /[?&]$/.test(stem) ? '' : '&';
  const { ra, dec, radius } = cone;
  const query = `RA=${decimal(ra)}&DEC=${decimal(dec)}&SR=${decimal(radius)}`;
  const limit = maxrec === undefined ? '' : `&MAXREC=${maxrec}`;
  return { url: `${stem}${join}${query}${limit}` };
}
