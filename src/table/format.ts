import { isList, type Cell, type IColumn } from '../columns';
import { formatDec, formatRa } from '../vo';
import { visible } from './visible';

/** Longest text that a cell shows; what is beyond is in its tooltip. */
const SHOWN = 200;

/** Longest text that a tooltip shows. */
const TOLD = 2000;

/** Items of a list that a cell shows. */
const ITEMS = 3;

/** Digits of a double without a wish of its own: 12 give a position to a few µas. */
const DIGITS = 12;

/** Angles that are numbers to a program and sexagesimal to a person (xtypes of DALI 1.2). */
const SEXAGESIMAL: ReadonlyMap<
  string,
  (degrees: number, digits: number) => string
> = new Map([
  ['hms', formatRa],
  ['dms', formatDec]
]);

/** What a column's cells look like. */
export interface IFormat {
  /** Numbers stand to the right, so that their digits are below each other. */
  readonly numeric: boolean;
  /** As shown; empty where there is no value. */
  show(value: Cell): string;
  /** Everything there is, as one line of text: for a tooltip and for copying. */
  tell(value: Cell): string;
}

/** How to write the values of a column: VOTable 1.4 §4.1, `precision`. */
export function formatOf(column: IColumn): IFormat {
  const number = numberFormat(column);
  const complex =
    column.datatype === 'floatComplex' || column.datatype === 'doubleComplex';
  const pairs = complex && !isList(column);
  const write = (value: Cell, digits: (value: number) => string): string => {
    if (value === null) {
      return '';
    }
    if (typeof value === 'number') {
      return digits(value);
    }
    if (typeof value === 'object') {
      return value.map(item => writeItem(item, digits)).join(', ');
    }
    return visible(String(value));
  };
  const writeItem = (item: Cell, digits: (value: number) => string): string =>
    complex && isPair(item)
      ? writePair(item, digits)
      : write(item, digits) || '–';
  return {
    numeric:
      !isList(column) &&
      !['char', 'unicodeChar', 'boolean'].includes(column.datatype),
    show: value => {
      if (pairs && isPair(value)) {
        return writePair(value, number);
      }
      if (value !== null && typeof value === 'object' && value.length > ITEMS) {
        const first = write(value.slice(0, ITEMS), number);
        return `${first}, … (${value.length})`;
      }
      return short(write(value, number), SHOWN);
    },
    tell: value =>
      pairs && isPair(value) ? writePair(value, plain) : write(value, plain)
  };
}

/** The unit as it stands in the head: of what is shown, which may not be what is stored. */
export function shownUnit({ unit = '', xtype }: IColumn): string {
  return unit === 'deg' && xtype === 'hms'
    ? 'h m s'
    : unit === 'deg' && xtype === 'dms'
      ? '° ′ ″'
      : unit;
}

/** A text that fits a tooltip. */
export function tooltip(text: string): string {
  return short(text, TOLD);
}

function isPair(value: Cell): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2;
}

function writePair(
  [real, imaginary]: readonly [number, number],
  digits: (value: number) => string
): string {
  if (Number.isNaN(real) || Number.isNaN(imaginary)) {
    return '';
  }
  const second = digits(imaginary);
  return `${digits(real)}${second.startsWith('-') ? '' : '+'}${second}i`;
}

function short(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/** A number as exactly as it is known. NaN is VOTable's null of real numbers. */
function plain(value: number): string {
  return Number.isNaN(value)
    ? ''
    : Number.isFinite(value)
      ? String(value)
      : value > 0
        ? '+Inf'
        : '-Inf';
}

function numberFormat(column: IColumn): (value: number) => string {
  const wish = /^([EF]?)(\d{1,2})$/.exec(column.precision ?? '');
  const real =
    column.datatype === 'double' || column.datatype === 'doubleComplex';
  const single =
    column.datatype === 'float' || column.datatype === 'floatComplex';
  if (!real && !single) {
    return plain;
  }
  const digits = wish ? Number(wish[2]) : 0;
  const angle = SEXAGESIMAL.get(column.xtype ?? '');
  if (angle && column.unit === 'deg') {
    return value => (Number.isFinite(value) ? angle(value, digits) : '');
  }
  return value => {
    if (!Number.isFinite(value)) {
      return plain(value);
    }
    if (wish) {
      return wish[1] === 'E'
        ? value.toPrecision(Math.min(Math.max(digits, 1), 100))
        : value.toFixed(digits);
    }
    return single
      ? shortestSingle(value)
      : plain(Number(value.toPrecision(DIGITS)));
  };
}

/** The fewest digits that give the same 32-bit number: 0.1, not 0.10000000149011612. */
function shortestSingle(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === Math.fround(value)) {
      return String(rounded);
    }
  }
  return String(Number(value.toPrecision(9)));
}
