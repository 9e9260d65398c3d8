import {
  defaultRangeExtractor,
  useVirtualizer,
  type Range
} from '@tanstack/react-virtual';
import * as React from 'react';
import type { IPosition } from './keyboard';
import { GROUP, ROW, type ILayout, type IPlace } from './layout';

/** What has to be in the page. */
export interface IWindow {
  /** Numbers of the groups of rows. */
  readonly groups: readonly number[];
  readonly places: readonly IPlace[];
}

/** What is seen of rows and columns, a little beyond, and what has the focus. */
export function useWindow(
  scroller: React.RefObject<HTMLElement>,
  rows: number,
  layout: ILayout,
  active: IPosition
): IWindow {
  const getScrollElement = (): HTMLElement | null => scroller.current;
  const groups = useVirtualizer({
    count: Math.ceil(rows / GROUP),
    getScrollElement,
    estimateSize: () => GROUP * ROW,
    overscan: 1,
    rangeExtractor: withActive(Math.floor(active.row / GROUP))
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: layout.places.length,
    getScrollElement,
    estimateSize: at => layout.places[at].width,
    overscan: 2,
    rangeExtractor: withActive(active.column)
  });
  React.useLayoutEffect(() => columns.measure(), [columns, layout]);
  const seen = columns
    .getVirtualItems()
    .map(item => item.index)
    .join();
  const places = React.useMemo(
    () =>
      seen === ''
        ? []
        : seen.split(',').flatMap(at => layout.places[Number(at)] ?? []),
    [layout, seen]
  );
  return { groups: groups.getVirtualItems().map(item => item.index), places };
}

/**
 * What has the focus stays in the page though it is scrolled away: else the
 * focus, and with it the keyboard, would be lost.
 */
export function withActive(index: number) {
  return (range: Range): number[] => {
    const indices = defaultRangeExtractor(range);
    return index < 0 || index >= range.count || indices.includes(index)
      ? indices
      : [...indices, index].sort((a, b) => a - b);
  };
}
