import {
  defaultRangeExtractor,
  observeElementOffset,
  useVirtualizer,
  type Range
} from '@tanstack/react-virtual';
import * as React from 'react';
import type { IPosition } from './keyboard';
import { GROUP, ROW, type ILayout, type IPlace } from './layout';
import { ratioOf } from './scale';

/** What has to be in the page, and where. */
export interface IWindow {
  /** Numbers of the groups of rows. */
  readonly groups: readonly number[];
  readonly places: readonly IPlace[];
  /** For the element that holds the groups, each placed from the first one on. */
  readonly holder: React.RefObject<HTMLDivElement>;
  /** Scrolls just as far as needed for a cell to be seen. */
  reveal(row: number, place: IPlace | undefined): void;
}

/** What is beside the rows in the part that is scrolled, in pixels. */
interface IMargins {
  /** Height of what stays at the top. */
  readonly head: number;
  /** Width of what stays at the left. */
  readonly lead: number;
}

/** What is seen of rows and columns, a little beyond, and what has the focus. */
export function useWindow(
  scroller: React.RefObject<HTMLElement>,
  rows: number,
  layout: ILayout,
  active: IPosition,
  { head, lead }: IMargins
): IWindow {
  const holder = React.useRef<HTMLDivElement>(null);
  const getScrollElement = (): HTMLElement | null => scroller.current;
  const now = { rows, head, first: 0 };
  const latest = React.useRef(now);

  const groups = useVirtualizer({
    count: Math.ceil(rows / GROUP),
    getScrollElement,
    estimateSize: () => GROUP * ROW,
    overscan: 1,
    rangeExtractor: withActive(Math.floor(active.row / GROUP)),
    observeElementOffset: (instance, tell) =>
      observeElementOffset(instance, (offset, isScrolling) => {
        const ratio = ratioNow(scroller.current, latest.current);
        place(holder.current, scroller.current, latest.current);
        tell(offset * ratio, isScrolling);
      })
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

  const numbers = groups.getVirtualItems().map(item => item.index);
  now.first = numbers[0] ?? 0;
  React.useLayoutEffect(() => {
    latest.current = now;
    place(holder.current, scroller.current, now);
  });

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
  return {
    groups: numbers,
    places,
    holder,
    reveal: (row, place) => {
      const box = scroller.current;
      if (box && row >= 0) {
        const ratio = ratioNow(box, now);
        const top = row * ROW;
        const offset = box.scrollTop * ratio;
        const least = top + ROW - (box.clientHeight - head);
        if (offset > top || offset < least) {
          box.scrollTop = Math.max(Math.min(offset, top), least) / ratio;
        }
      }
      if (box && place) {
        box.scrollLeft = Math.min(
          Math.max(box.scrollLeft, place.left + place.width - box.clientWidth),
          place.left - lead
        );
      }
    }
  };
}

/** What stood in the page when it was last drawn. */
interface IDrawn {
  readonly rows: number;
  readonly head: number;
  /** Number of the first group in the page. */
  readonly first: number;
}

function ratioNow(box: HTMLElement | null, { rows, head }: IDrawn): number {
  return ratioOf(rows, (box?.clientHeight ?? 0) - head);
}

/** Puts the groups where they are seen: written at once, as a scroll must not wait for a drawing. */
function place(
  holder: HTMLElement | null,
  box: HTMLElement | null,
  drawn: IDrawn
): void {
  if (holder && box) {
    const top = drawn.first * GROUP * ROW;
    const y = top - box.scrollTop * (ratioNow(box, drawn) - 1);
    holder.style.transform = `translateY(${y}px)`;
  }
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
