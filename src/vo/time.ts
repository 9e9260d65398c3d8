const DAY = 86400000;
/** MJD of 1970-01-01. */
const EPOCH = 40587;

/** Modified Julian Date (days) as `2005-02-25`, or with `12:00`; what is no date is empty. */
export function formatMjd(mjd: number, clock = false): string {
  const date = new Date(Math.round(((mjd - EPOCH) * DAY) / 1000) * 1000);
  return Number.isNaN(date.getTime())
    ? ''
    : date
        .toISOString()
        .slice(0, -8)
        .replace(/T.*$/, time => (clock ? time.replace('T', ' ') : ''));
}

/** Days of which somebody speaks: MJD of the beginning and of the end. */
export interface IPeriod {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads a day or what holds it: `2005`, `2005-02`, `2005-02-25`,
 * `2005-02-25 12:30`, or an MJD. UTC; undefined where it is none.
 */
export function readPeriod(text: string): IPeriod | undefined {
  const plain = text.trim();
  if (/^\d{5}(?:\.\d+)?$/.test(plain)) {
    const from = Number(plain);
    return { from, to: from + (plain.includes('.') ? 0 : 1) };
  }
  const parts =
    /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?Z?)?)?)?$/.exec(
      plain
    );
  if (!parts) {
    return undefined;
  }
  const [year, month, day, hour, minute, second] = parts
    .slice(1)
    .map(part => (part === undefined ? undefined : Number(part)));
  const at = (y: number, m: number, d: number): number =>
    Date.UTC(y, m, d, hour ?? 0, minute ?? 0, second ?? 0) / DAY + EPOCH;
  const from = at(year ?? 0, (month ?? 1) - 1, day ?? 1);
  const said = new Date((from - EPOCH) * DAY);
  // Date.UTC takes the 31st of February for the 3rd of March.
  if (
    said.getUTCMonth() !== (month ?? 1) - 1 ||
    said.getUTCDate() !== (day ?? 1) ||
    (hour ?? 0) > 23 ||
    (minute ?? 0) > 59
  ) {
    return undefined;
  }
  const to =
    hour !== undefined
      ? from
      : day !== undefined
        ? from + 1
        : month !== undefined
          ? at(year ?? 0, month, 1)
          : at((year ?? 0) + 1, 0, 1);
  return { from, to };
}
