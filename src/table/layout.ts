import * as React from 'react';
import { keysOf, type ColumnSet, type IColumnsState } from './columnSet';
import { formatOf, type IFormat } from './format';
import type { ITableColumn } from './join';
import type { ITableSource } from './source';
import { PADDING, widthsOf } from './widths';

/** Height of a row in pixels. */
export const ROW = 24;

/** Heights of the header in pixels: names and units, and the line of filters below. */
export const HEAD = 40;
export const FILTERS = 30;

/** Width in pixels of the column of ticks. */
export const TICKS = 32;

/** Rows are put on the page in groups of so many: a group is drawn once and then only moves. */
export const GROUP = 16;

/** A column as it stands on the screen. */
export interface IPlace {
  /** Place among the columns that are shown. */
  readonly at: number;
  /** Index into the source's columns. */
  readonly index: number;
  readonly key: string;
  readonly column: ITableColumn;
  readonly format: IFormat;
  readonly left: number;
  readonly width: number;
}

/** Where the columns stand. */
export interface ILayout {
  readonly places: readonly IPlace[];
  /** Width of all columns together, in pixels. */
  readonly width: number;
  /** What it was made from besides the columns. */
  readonly state: IColumnsState;
  readonly empty: boolean;
}

/** Widths that were found once, and whether there was a value to find them by. */
type Measured = Map<number, { readonly width: number; readonly sure: boolean }>;

/**
 * Where the columns stand. A width that was found by values is kept: rows and
 * columns that come later move nothing.
 */
export function useLayout(
  source: ITableSource,
  scroller: React.RefObject<HTMLElement>,
  columnSet: ColumnSet,
  lead: number
): ILayout {
  const digit = useDigit(scroller);
  const measured = React.useRef<{ digit: number; widths: Measured }>();
  const { columns } = source;
  const { state } = columnSet;
  const empty = source.length === 0;
  return React.useMemo(() => {
    if (measured.current?.digit !== digit) {
      measured.current = { digit, widths: new Map() };
    }
    const known = measured.current.widths;
    const formats = columns.map(formatOf);
    const shown = columnSet.shown(columns);
    const unsure = shown.filter(index => !known.get(index)?.sure);
    widthsOf(source, formats, unsure, digit).forEach((width, i) =>
      known.set(unsure[i], width)
    );
    const keys = keysOf(columns);
    let left = lead;
    const places = shown.map((index, at): IPlace => {
      const place = {
        at,
        index,
        key: keys[index],
        column: columns[index],
        format: formats[index],
        left,
        width: columnSet.width(keys[index]) ?? known.get(index)?.width ?? 0
      };
      left += place.width;
      return place;
    });
    return { places, width: left, state, empty };
  }, [source, columns, columnSet, lead, digit, state, empty]);
}

/** Width of a digit in the table's own font, in pixels; known when the table is first seen. */
function useDigit(scroller: React.RefObject<HTMLElement>): number {
  const [digit, setDigit] = React.useState(7.5);
  React.useLayoutEffect(() => {
    const box = scroller.current;
    const found = box ? measure(box) : 0;
    if (found > 0) {
      setDigit(found);
    }
    if (!box || found > 0 || typeof ResizeObserver === 'undefined') {
      return;
    }
    // In a panel that is not shown nothing has a size.
    const observer = new ResizeObserver(() => {
      const later = measure(box);
      if (later > 0) {
        observer.disconnect();
        setDigit(later);
      }
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [scroller]);
  return digit;
}

/** 0 where nothing can be measured. */
function measure(box: HTMLElement): number {
  const probe = document.createElement('span');
  probe.className = 'jp-esap-Table-cell';
  probe.textContent = '0'.repeat(20);
  box.append(probe);
  const { width } = probe.getBoundingClientRect();
  probe.remove();
  return Math.max(0, (width - PADDING + 1) / 20);
}
