import {
  cell,
  isText,
  type Cell,
  type ColumnData,
  type IColumn
} from '../columns';
import { comparisonOf } from './comparison';
import { formatOf } from './format';
import { containsTest, wildcardTest } from './textTest';

/** What is asked of a column, as the user wrote it. */
export interface IFilter {
  /** Index of a column; undefined: any of them. */
  readonly column?: number;
  readonly text: string;
}

/** Does the value at this index pass? A missing value never does. */
export type Test = (data: ColumnData, index: number) => boolean;

/** Why a filter can't be understood. */
export type FilterProblem =
  /** After a sign of comparison something else than a number or date. */
  | 'not-a-number'
  /** A unit that the column's own can't be compared with. */
  | 'unit';

/**
 * A test from what a user writes: a part of the text; `*` and `?` for any
 * characters; `=` whole; `!` in front for what shall not be; `>`, `>=`, `<`,
 * `<=` and `a..b` for numbers, with a unit or in the column's own, and dates; `|`
 * between what may be either.
 */
export function testOf(text: string, column: IColumn): Test | FilterProblem {
  const wish = text.trim();
  if (wish.startsWith('!')) {
    const test = testOf(wish.slice(1).replace(/^=/, '='), column);
    return typeof test === 'string'
      ? test
      : (data, index) => !isNothing(cell(data, index)) && !test(data, index);
  }
  if (wish.includes('|')) {
    return anyOf(
      wish.split('|').filter(part => part.trim()),
      column
    );
  }
  const comparison = comparisonOf(wish, column);
  if (comparison) {
    return comparison;
  }
  return wish.startsWith('=')
    ? shownTest(wish.slice(1).trim(), column, true)
    : foundOf(wish, column);
}

function anyOf(
  wishes: readonly string[],
  column: IColumn
): Test | FilterProblem {
  const tests: Test[] = [];
  for (const wish of wishes) {
    const test = testOf(wish, column);
    if (typeof test === 'string') {
      return test;
    }
    tests.push(test);
  }
  return (data, index) => tests.some(test => test(data, index));
}

/** A test for a search in all columns: a part of the text, or `*` and `?`; no other sign means anything. */
export function foundOf(text: string, column: IColumn): Test {
  return shownTest(text.trim(), column, /[*?]/.test(text));
}

/** What a person reads is what they look for: digits that are not shown don't count. */
function shownTest(wanted: string, column: IColumn, whole: boolean): Test {
  const test = whole ? wildcardTest(wanted) : containsTest(wanted);
  if (isText(column)) {
    return test;
  }
  const { show } = formatOf(column);
  return (data, index) => {
    const shown = show(cell(data, index));
    return shown !== '' && test.text(shown);
  };
}

function isNothing(value: Cell): boolean {
  return value === null || Number.isNaN(value);
}
