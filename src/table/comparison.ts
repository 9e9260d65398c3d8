import { isNull, isText, type ColumnData, type IColumn } from '../columns';
import type { FilterProblem, Test } from './filter';
import { periodOf } from './period';
import { textTest } from './textTest';
import { factor } from './units';

/** One end of what is asked for; `to` and `from` are the same but for dates, which last. */
interface IBound {
  readonly from: number;
  readonly to: number;
}

const SIGN = /^(>=|<=|>|<|≥|≤|=)\s*(.+)$/;
const NUMBER = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(.*)$/i;
const RANGE = /^(.+?)\s*\.\.\s*(.+)$/;

/** A test for a comparison, a problem with one, or undefined for what is none. */
export function comparisonOf(
  text: string,
  column: IColumn
): Test | FilterProblem | undefined {
  const range = RANGE.exec(text);
  const [, sign, operand] = range ? [] : (SIGN.exec(text) ?? []);
  if (!range && (!sign || (sign === '=' && isText(column)))) {
    return undefined;
  }
  if (column.datatype === 'boolean') {
    return undefined;
  }
  if (isText(column)) {
    return range
      ? textComparison('..', range[1], range[2])
      : textComparison(sign, operand);
  }
  const low = boundOf(range ? withUnitOf(range[1], range[2]) : operand, column);
  const high = range ? boundOf(range[2], column) : low;
  if (typeof low === 'string') {
    return low;
  }
  if (typeof high === 'string') {
    return high;
  }
  return numberComparison(range ? '..' : sign, low, high);
}

function numberComparison(sign: string, low: IBound, high: IBound): Test {
  // With dates, after a year means after its end, and from it its begin.
  const lasts = low.to > low.from;
  switch (sign) {
    case '>':
      return numberTest(value => (lasts ? value >= low.to : value > low.to));
    case '>=':
    case '≥':
      return numberTest(value => value >= low.from);
    case '<':
      return numberTest(value => value < low.from);
    case '<=':
    case '≤':
      return numberTest(value => (lasts ? value < low.to : value <= low.to));
    case '=':
      return numberTest(value =>
        lasts ? value >= low.from && value < low.to : value === low.from
      );
    default:
      return numberTest(
        value =>
          value >= low.from &&
          (high.to > high.from ? value < high.to : value <= high.to)
      );
  }
}

/** Dates are compared as far as they are written, so 2004 is the whole year; other texts as they sort. */
function textComparison(sign: string, low: string, high = low): Test {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const against = (value: string, bound: string): number => {
    const whole = bound.trim();
    return compare(
      periodOf(whole) ? value.slice(0, whole.length) : value,
      whole
    );
  };
  return textTest(value => {
    if (value === '') {
      return false;
    }
    const order = against(value, low);
    switch (sign) {
      case '>':
        return order > 0;
      case '>=':
      case '≥':
        return order >= 0;
      case '<':
        return order < 0;
      case '<=':
      case '≤':
        return order <= 0;
      default:
        return order >= 0 && against(value, high) <= 0;
    }
  });
}

/** In `1..5 mJy` the unit is meant for both. */
function withUnitOf(low: string, high: string): string {
  const [, digits, unit] = NUMBER.exec(low.trim()) ?? [];
  return digits && !unit
    ? `${digits} ${NUMBER.exec(high.trim())?.[2] ?? ''}`
    : low;
}

/** A number, with a unit or in the column's own; a date where the column holds days. */
function boundOf(text: string, column: IColumn): IBound | FilterProblem {
  const whole = text.trim();
  const days = column.unit === 'd' && /^time/.test(column.ucd ?? '');
  const period = days ? periodOf(whole) : undefined;
  if (period) {
    return period;
  }
  const [, digits, unit] = NUMBER.exec(whole) ?? [];
  if (digits === undefined) {
    return 'not-a-number';
  }
  const scale = unit ? factor(unit, column.unit ?? '') : 1;
  if (scale === undefined) {
    return 'unit';
  }
  const value = Number(digits) * scale;
  return { from: value, to: value };
}

function numberTest(test: (value: number) => boolean): Test {
  return (data, index) => {
    if (isNull(data.nulls, index)) {
      return false;
    }
    const value = numberAt(data, index);
    return value !== undefined && test(value);
  };
}

function numberAt(data: ColumnData, index: number): number | undefined {
  switch (data.kind) {
    case 'number':
    case 'boolean':
      return data.values[index];
    case 'long':
      return Number(data.values[index]);
    case 'complex':
    case 'text':
    case 'list':
      return undefined;
  }
}
