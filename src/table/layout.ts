import * as React from 'react';
import { formatOf, type IFormat } from './format';
import type { ITableSource } from './source';
import { edgesOf, PADDING, widthsOf, type IPlace } from './widths';

/** Height of a row in pixels. */
export const ROW = 24;

/** Height of the header in pixels: name and unit. */
export const HEAD = 40;

/** Rows are put on the page in groups of so many: a group is drawn once and then only moves. */
export const GROUP = 16;

/** Where the columns stand. */
export interface ILayout {
  readonly formats: readonly IFormat[];
  readonly widths: readonly number[];
  /** Where each column begins, and where the last one ends. */
  readonly edges: readonly number[];
}

/**
 * Made when the first rows are there and kept until the columns are others:
 * rows that come later change nothing.
 */
export function useLayout(
  source: ITableSource,
  scroller: React.RefObject<HTMLElement>
): ILayout {
  const digit = useDigit(scroller);
  const kept = React.useRef<
    ILayout & { of: unknown; empty: boolean; digit: number }
  >();
  const { columns } = source;
  const empty = source.length === 0;
  if (
    kept.current?.of !== columns ||
    kept.current.digit !== digit ||
    (kept.current.empty && !empty)
  ) {
    const formats = columns.map(formatOf);
    const widths = widthsOf(source, formats, digit);
    kept.current = {
      of: columns,
      empty,
      digit,
      formats,
      widths,
      edges: edgesOf(widths)
    };
  }
  return kept.current;
}

/** Width of a digit in the table's own font, in pixels. */
function useDigit(scroller: React.RefObject<HTMLElement>): number {
  const [digit, setDigit] = React.useState(7.5);
  React.useLayoutEffect(() => {
    const probe = document.createElement('span');
    probe.className = 'jp-esap-Table-cell';
    probe.textContent = '0'.repeat(20);
    scroller.current?.append(probe);
    const { width } = probe.getBoundingClientRect();
    probe.remove();
    if (width > PADDING) {
      setDigit((width - PADDING + 1) / 20);
    }
  }, [scroller]);
  return digit;
}

/** The columns at these indices. */
export function placesOf(
  source: ITableSource,
  layout: ILayout,
  indices: readonly number[]
): readonly IPlace[] {
  return indices
    .filter(index => index < source.columns.length)
    .map(index => ({
      index,
      column: source.columns[index],
      format: layout.formats[index],
      left: layout.edges[index],
      width: layout.widths[index]
    }));
}
