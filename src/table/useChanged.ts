import type { ISignal } from '@lumino/signaling';
import * as React from 'react';

/** Draws the component again after the signal, at most once a frame. */
export function useChanged(signal: ISignal<unknown, void>): void {
  const [, draw] = React.useReducer((count: number) => count + 1, 0);
  React.useEffect(() => {
    let frame = 0;
    const later = (): void => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        draw();
      });
    };
    signal.connect(later);
    // It may have changed since it was drawn.
    draw();
    return () => {
      signal.disconnect(later);
      cancelAnimationFrame(frame);
    };
  }, [signal]);
}
