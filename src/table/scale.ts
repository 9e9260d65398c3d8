import { ROW } from './layout';

/**
 * The tallest that a page lets a box be, in pixels, with room to spare:
 * Firefox stops at 17.9 million, Chromium at 33.5 million.
 */
const TALLEST = 16_000_000;

/** Height of the box that is scrolled, for so many rows. */
export function boxHeight(rows: number): number {
  return Math.min(rows * ROW, TALLEST);
}

/**
 * By how much rows move further than the box that is scrolled: 1 up to some
 * 660,000 rows; beyond, a box of the tallest height has to stand for more.
 */
export function ratioOf(rows: number, seen: number): number {
  const height = boxHeight(rows);
  return height < rows * ROW && height > seen
    ? (rows * ROW - seen) / (height - seen)
    : 1;
}
