import * as React from 'react';

/** What a view of ours is: where the focus has to stay. */
const VIEW = '.jp-esap-Discover, .jp-esap-Tab';

/**
 * Keeps the focus in its view. A button that has the focus and is gone after
 * the next drawing would leave it to the page; the first of `places` that is
 * there gets it instead.
 *
 * @param within - CSS selector of the parts whose buttons this is about
 * @param places - CSS selectors, looked for in the same view
 */
export function useKeptFocus(within: string, places: readonly string[]): void {
  // Before the drawing: afterwards nobody knows any more who had it.
  const had = document.activeElement;
  const view = had?.closest(within)?.closest(VIEW);
  React.useLayoutEffect(() => {
    const { activeElement, body } = document;
    if (!view || had?.isConnected || (activeElement ?? body) !== body) {
      return;
    }
    for (const place of places) {
      const next = view.querySelector<HTMLElement>(place);
      if (next) {
        next.focus({ preventScroll: true });
        return;
      }
    }
  });
}
