import type * as React from 'react';

/** Pixels by which a key makes a column wider or narrower. */
export const KEY_STEP = 8;

/** Follows the pointer from a grip at a column's edge until it is let go. */
export function drag(
  event: React.PointerEvent,
  width: number,
  resize: (width: number) => void
): void {
  const grip = event.currentTarget;
  const from = event.clientX;
  // The header must not take it for a click that sorts, nor the page mark text.
  event.preventDefault();
  event.stopPropagation();
  grip.setPointerCapture(event.pointerId);
  const follow = (move: Event): void =>
    resize(width + (move as PointerEvent).clientX - from);
  grip.addEventListener('pointermove', follow);
  grip.addEventListener(
    'lostpointercapture',
    () => grip.removeEventListener('pointermove', follow),
    { once: true }
  );
}
