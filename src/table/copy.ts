import { formatOf } from './format';
import type { Selection } from './selection';
import type { ITableSource } from './source';
import { visible } from './visible';

/** More rows than this are for an export, not for a clipboard. */
export const COPIED_AT_MOST = 50_000;

/** Rows that are looked at in one go. */
const STEP = 4096;

/** Chosen rows as text, and how many there are in it. */
export interface ICopy {
  readonly text: string;
  readonly rows: number;
}

/**
 * The chosen rows in the order shown, with a line of column names: values
 * parted by tabs, as spreadsheets and editors take them, numbers in full.
 */
export function copyRows(
  source: ITableSource,
  selection: Selection,
  columns: readonly number[]
): ICopy {
  const formats = source.columns.map(formatOf);
  const lines = [
    columns
      .map(column => field(visible(source.columns[column].name)))
      .join('\t')
  ];
  for (let from = 0; from < source.length; from += STEP) {
    for (const row of source.rows({ from, to: from + STEP })) {
      if (
        row &&
        !row.group &&
        selection.has(row.id) &&
        lines.length <= COPIED_AT_MOST
      ) {
        lines.push(
          columns
            .map(column => field(formats[column].tell(row.cell(column))))
            .join('\t')
        );
      }
    }
  }
  return { text: `${lines.join('\n')}\n`, rows: lines.length - 1 };
}

/**
 * A value that a spreadsheet takes as a text or a number. What begins like a
 * formula gets an apostrophe in front: a name from elsewhere must not compute.
 */
export function field(text: string): string {
  return /^(=|@|[+-](?![\d.I ]))/.test(text) ? `'${text}` : text;
}
