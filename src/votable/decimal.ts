/**
 * Decimal numbers from bytes, rounded as `Number(text)` does, without a string
 * for most of them: a table of a million rows has ten million cells, and a
 * string each would cost more than all else together.
 *
 * Three ways, the first that is exact is taken:
 * 1. up to 15 digits and a power of ten up to 22: both are exact doubles, so
 *    one multiplication or division rounds once (Clinger 1990);
 * 2. up to 19 digits: the same with the rounding error carried along as a
 *    second double; where both ends of its bound round to the same double,
 *    that one is right;
 * 3. `Number(text)`.
 */

const POWERS: readonly number[] = Array.from({ length: 23 }, (_, i) =>
  Number(`1e${i}`)
);
/** The upper and lower halves of each power, for exact products (Dekker 1971). */
const SPLITTER = 134217729;
const UPPER = POWERS.map(upper);
const LOWER = POWERS.map((power, i) => power - UPPER[i]);
/** Four times the relative error of the carried part; more than enough. */
const DOUBT = 2 ** -50;

function upper(value: number): number {
  const t = SPLITTER * value;
  return t - (t - value);
}

/** What is lost when `value` × 10^`power` is rounded to `product`. */
function lost(value: number, power: number, product: number): number {
  const high = upper(value);
  const low = value - high;
  return (
    high * UPPER[power] -
    product +
    high * LOWER[power] +
    low * UPPER[power] +
    low * LOWER[power]
  );
}

/** (`high` × 10^`scale` + `low`) × 10^`exponent`, or NaN where this way can't tell. */
function carried(
  high: number,
  scale: number,
  low: number,
  exponent: number
): number {
  const product = high * POWERS[scale];
  const m = product + low;
  if (m <= Number.MAX_SAFE_INTEGER) {
    return exponent < 0 ? m / POWERS[-exponent] : m * POWERS[exponent];
  }
  const part = m - product;
  const rest = product - (m - part) + (low - part) + lost(high, scale, product);
  if (exponent < 0) {
    const power = -exponent;
    const q = m / POWERS[power];
    const back = q * POWERS[power];
    const c = (m - back - lost(q, power, back) + rest) / POWERS[power];
    const doubt = Math.abs(c) * DOUBT;
    const value = q + (c - doubt);
    return value === q + (c + doubt) ? value : NaN;
  }
  const p = m * POWERS[exponent];
  const a = lost(m, exponent, p);
  const b = rest * POWERS[exponent];
  const doubt = (Math.abs(a) + Math.abs(b)) * DOUBT;
  const value = p + (a + b - doubt);
  return value === p + (a + b + doubt) ? value : NaN;
}

/**
 * Reads the decimal number that begins at `pos` into `out[index]`. Returns the
 * position after it, or -1 where there is no plain decimal number (NaN, Inf,
 * white space, anything else). What follows the number is the caller's care.
 */
export function scanReal(
  bytes: Uint8Array,
  pos: number,
  out: Float64Array | Float32Array,
  index: number
): number {
  const begin = pos;
  let c = bytes[pos];
  const negative = c === 45;
  if (negative || c === 43) {
    c = bytes[++pos];
  }
  // The first 15 digits that count go into `high`, the next 4 into `low`.
  let high = 0;
  let low = 0;
  let digits = 0;
  let exponent = 0;
  let beyond = false;
  const first = pos;
  while (c === 48) {
    c = bytes[++pos];
  }
  const start = pos;
  let stop = pos + 15;
  while (c >= 48 && c <= 57 && pos < stop) {
    high = high * 10 + (c - 48);
    c = bytes[++pos];
  }
  stop = pos + 4;
  while (c >= 48 && c <= 57 && pos < stop) {
    low = low * 10 + (c - 48);
    c = bytes[++pos];
  }
  digits = pos - start;
  while (c >= 48 && c <= 57) {
    exponent++;
    beyond = true;
    c = bytes[++pos];
  }
  let seen = pos - first;
  if (c === 46) {
    const point = pos;
    c = bytes[++pos];
    if (digits === 0) {
      while (c === 48) {
        c = bytes[++pos];
      }
    }
    const begin = pos;
    stop = pos + 15 - digits;
    while (c >= 48 && c <= 57 && pos < stop) {
      high = high * 10 + (c - 48);
      c = bytes[++pos];
    }
    stop = begin + 19 - digits;
    while (c >= 48 && c <= 57 && pos < stop) {
      low = low * 10 + (c - 48);
      c = bytes[++pos];
    }
    digits += pos - begin;
    exponent -= pos - point - 1;
    while (c >= 48 && c <= 57) {
      beyond = true;
      c = bytes[++pos];
    }
    seen += pos - point - 1;
  }
  if (seen === 0) {
    return -1;
  }
  if (c === 101 || c === 69) {
    let sign = 1;
    c = bytes[++pos];
    if (c === 45 || c === 43) {
      sign = c === 45 ? -1 : 1;
      c = bytes[++pos];
    }
    const from = pos;
    let written = 0;
    while (c >= 48 && c <= 57) {
      // Kept small: what is larger is Infinity or 0 either way.
      written = written < 100000 ? written * 10 + (c - 48) : written;
      c = bytes[++pos];
    }
    if (pos === from) {
      return -1;
    }
    exponent += sign * written;
  }
  let value = NaN;
  if (!beyond && exponent >= -22 && exponent <= 22) {
    if (digits <= 15) {
      value = exponent < 0 ? high / POWERS[-exponent] : high * POWERS[exponent];
    } else {
      value = carried(high, digits - 15, low, exponent);
    }
  }
  if (value !== value) {
    value = Math.abs(Number(ascii(bytes, begin, pos)));
  }
  out[index] = negative ? -value : value;
  return pos;
}

/** Bytes that are ASCII as a string. */
export function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) {
    text += String.fromCharCode(bytes[i]);
  }
  return text;
}

const REAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/**
 * A real number in any spelling that answers hold: decimal, `NaN`, and
 * infinity as `Inf`, `+InF`, `-Infinity`. Undefined where it is none.
 */
export function realOf(text: string): number | undefined {
  if (REAL.test(text)) {
    return Number(text);
  }
  switch (text.toLowerCase()) {
    case 'nan':
    case '+nan':
    case '-nan':
      return NaN;
    case 'inf':
    case '+inf':
    case 'infinity':
    case '+infinity':
      return Infinity;
    case '-inf':
    case '-infinity':
      return -Infinity;
    default:
      return undefined;
  }
}

/**
 * An integer: decimal, hexadecimal with `0x`, or a decimal fraction that is
 * whole (`12.`, `3.0`, `1e3`), which some services write. Undefined else.
 */
export function integerOf(text: string): bigint | undefined {
  // BigInt takes quadratic time, and no integer column is that wide.
  if (text.length > 100) {
    return undefined;
  }
  if (/^[+-]?\d+$/.test(text)) {
    return BigInt(text.replace('+', ''));
  }
  const hex = /^([+-]?)0x([0-9a-f]+)$/i.exec(text);
  if (hex) {
    const value = BigInt(`0x${hex[2]}`);
    return hex[1] === '-' ? -value : value;
  }
  const real = REAL.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(real) ? BigInt(real) : undefined;
}
