import type { IColumn } from '../columns';
import type { IFormat } from './format';
import type { ITableSource } from './source';
import { visible } from './visible';

/** Rows that are looked at to find how wide a column has to be. */
const SAMPLE = 50;

/** Padding of a cell, in pixels. */
export const PADDING = 17;

/** Room for the sign of order in a header, in digits. */
const SIGN = 2;

/** In digits. */
const NARROWEST = 4;
const WIDEST = 36;

/**
 * Widths in pixels for the columns, from their headers and the first rows,
 * where a digit is so many pixels wide. Characters are counted, not measured:
 * a wide table would else force a layout for each of its texts.
 */
export function widthsOf(
  source: ITableSource,
  formats: readonly IFormat[],
  digit: number
): readonly number[] {
  const rows = source.rows({ from: 0, to: SAMPLE });
  return source.columns.map((column, index) => {
    // Names are bold; units are smaller.
    const header = 1.1 * digits(visible(column.name)) + SIGN;
    const unit = 0.9 * digits(visible(column.unit ?? ''));
    const cells = rows.map(row =>
      row ? digits(formats[index].show(row.cell(index))) : 0
    );
    const widest = Math.max(header, unit, ...cells, NARROWEST);
    return Math.round(Math.min(widest, WIDEST) * digit + PADDING);
  });
}

/** Where each column begins, and after the last where it ends. */
export function edgesOf(widths: readonly number[]): readonly number[] {
  const edges = [0];
  for (const width of widths) {
    edges.push(edges[edges.length - 1] + width);
  }
  return edges;
}

/** About how wide a text is, in digits. */
function digits(text: string): number {
  let width = 0;
  for (const char of text.slice(0, 80)) {
    width += /[iljtfr.,:;'|!()\s-]/.test(char)
      ? 0.6
      : /[A-ZmwMW@%…–]/.test(char)
        ? 1.2
        : 1;
  }
  return width;
}

/** A column as it stands on the screen. */
export interface IPlace {
  readonly index: number;
  readonly column: IColumn;
  readonly format: IFormat;
  readonly left: number;
  readonly width: number;
}
