import * as React from 'react';
import type { IPosition } from './keyboard';

/**
 * Gives the focus to the active cell after the next drawing, when asked to.
 * Rows are found by `aria-rowindex`; `first` is that of row 0.
 */
export function useFocus(
  scroller: React.RefObject<HTMLElement>,
  { row, column }: IPosition,
  first: number
): () => void {
  const asked = React.useRef(false);
  React.useLayoutEffect(() => {
    const line = asked.current
      ? scroller.current?.querySelector(`[aria-rowindex="${row + first}"]`)
      : null;
    if (line) {
      asked.current = false;
      const cell =
        line.querySelector<HTMLElement>(`[aria-colindex="${column + 1}"]`) ??
        // The head of a group has one wide cell.
        line.querySelector<HTMLElement>('[aria-colindex]');
      cell?.focus({ preventScroll: true });
    }
  });
  return () => {
    asked.current = true;
  };
}
