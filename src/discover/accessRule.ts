import type { Service } from '../contract';
import type { ITrans } from '../remote';
import { formatMjd } from '../vo';

/** What a row says about when its data were taken and are released. */
export interface IDates {
  /** `obs_release_date` as the service wrote it; empty where it says none. */
  readonly release: string;
  /** Begin and end of the observation, MJD. */
  readonly start?: number;
  readonly end?: number;
}

/**
 * Whether data are public, as far as the row or the profile's rule tells; it is
 * said as what it is, an estimate where it is one. Undefined where nothing is known.
 *
 * @param now - ms since the epoch
 */
export function accessWords(
  dates: IDates,
  rule: Service['access'],
  now: number,
  trans: ITrans
): string | undefined {
  const released = Date.parse(dates.release);
  if (!Number.isNaN(released)) {
    const day = new Date(released).toISOString().slice(0, 10);
    return released > now
      ? trans.__('private until %1', day)
      : trans.__('public since %1', day);
  }
  const after = rule?.after === 't_min' ? dates.start : dates.end;
  const taken = after === undefined ? NaN : Date.parse(formatMjd(after));
  if (!rule || Number.isNaN(taken)) {
    return undefined;
  }
  const until = new Date(taken);
  until.setUTCMonth(until.getUTCMonth() + rule.private_months);
  return until.getTime() > now
    ? trans.__('private until about %1', until.toISOString().slice(0, 7))
    : trans.__('open (older than %1 months)', rule.private_months);
}
