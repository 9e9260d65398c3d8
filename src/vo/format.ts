/**
 * Right ascension in degrees as `hh mm ss.sss`, `digits` behind the point.
 * Rounding carries: 359.99999999° is `00 00 00.000`.
 */
export function formatRa(ra: number, digits: number): string {
  const unit = 10 ** digits;
  const circle = 86400 * unit;
  const count = Math.round((ra / 15) * 3600 * unit);
  return sexagesimal(((count % circle) + circle) % circle, digits);
}

/** Declination in degrees as `±dd mm ss.ss`, `digits` behind the point. */
export function formatDec(dec: number, digits: number): string {
  const count = Math.round(Math.abs(dec) * 3600 * 10 ** digits);
  const sign = dec < 0 && count > 0 ? '-' : '+';
  return `${sign}${sexagesimal(count, digits)}`;
}

/** @param count - seconds times ten to the number of digits, whole */
function sexagesimal(count: number, digits: number): string {
  const unit = 10 ** digits;
  const seconds = Math.floor(count / unit);
  const two = (value: number): string => String(value).padStart(2, '0');
  const fraction =
    digits > 0 ? `.${String(count % unit).padStart(digits, '0')}` : '';
  return `${two(Math.floor(seconds / 3600))} ${two(
    Math.floor(seconds / 60) % 60
  )} ${two(seconds % 60)}${fraction}`;
}
