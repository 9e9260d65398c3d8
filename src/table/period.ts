/** Days from the origin of MJD, 1858-11-17, to that of Unix time. */
const UNIX_EPOCH = 40_587;

const WRITTEN =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d))?)?)?)?)?Z?$/;

/**
 * The time that a date stands for, as MJD (UTC): a year lasts a year, a day a
 * day. `from` is in it, `to` is not. Undefined for what is no date in the form
 * of ISO 8601.
 */
export function periodOf(
  text: string
): { readonly from: number; readonly to: number } | undefined {
  const parts = WRITTEN.exec(text)
    ?.slice(1)
    .map(part => part && Number(part));
  if (!parts) {
    return undefined;
  }
  const known = parts.findIndex(part => part === undefined);
  const [year, month = 1, day = 1, hour = 0, minute = 0, second = 0] =
    parts as number[];
  const at = [year, month - 1, day, hour, minute, second] as const;
  const from = mjd(at);
  const to = mjd(
    at.map((part, i) => part + (i === (known < 0 ? 5 : known - 1) ? 1 : 0))
  );
  return Number.isFinite(from) ? { from, to } : undefined;
}

function mjd(at: readonly number[]): number {
  const [year, month, day, hour, minute, second] = at;
  return (
    Date.UTC(year, month, day, hour, minute, second) / 86_400_000 + UNIX_EPOCH
  );
}
