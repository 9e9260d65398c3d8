import type { IFormat } from './format';
import type { ITableSource } from './source';
import { visible } from './visible';

/** Rows that are looked at to find how wide a column has to be: the first and the last. */
const SAMPLE = 25;

/** Padding of a cell, in pixels. */
export const PADDING = 17;

/** Room for the sign of order in a header, in digits. */
const SIGN = 2;

/** In digits. */
const NARROWEST = 4;
const WIDEST = 36;

/** Whole numbers often begin small; later ones must not lose digits. */
const WHOLE: readonly string[] = ['int', 'long'];
const NARROWEST_WHOLE = 7;

/** A width in pixels; sure where a value was there to find it by. */
export interface IWidth {
  readonly width: number;
  readonly sure: boolean;
}

/**
 * Widths for some columns, from their headers and some rows, where a digit is
 * so many pixels wide. Characters are counted, not measured: a wide table
 * would else force a layout for each of its texts.
 */
export function widthsOf(
  source: ITableSource,
  formats: readonly IFormat[],
  columns: readonly number[],
  digit: number
): readonly IWidth[] {
  const { length } = source;
  const rows = [
    ...source.rows({ from: 0, to: SAMPLE }),
    ...source.rows({ from: Math.max(SAMPLE, length - SAMPLE), to: length })
  ];
  return columns.map(index => {
    const { name, unit, datatype } = source.columns[index];
    // Names are bold; units are smaller.
    const header = Math.max(
      1.1 * digits(visible(name)) + SIGN,
      0.9 * digits(visible(unit ?? ''))
    );
    const cells = rows.map(row =>
      row && !row.group ? digits(formats[index].show(row.cell(index))) : 0
    );
    const least = WHOLE.includes(datatype) ? NARROWEST_WHOLE : NARROWEST;
    const widest = Math.max(header, ...cells, least);
    return {
      width: Math.round(Math.min(widest, WIDEST) * digit + PADDING),
      sure: cells.some(cell => cell > 0)
    };
  });
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
