import { boxHeight, ratioOf } from './scale';

it.each([
  [1000, 24_000, 1],
  [666_666, 15_999_984, 1],
  [2_500_000, 16_000_000, 3.75]
])(
  'shows %d rows in a box that every browser can make',
  (rows, height, about) => {
    const seen = 500;
    const ratio = ratioOf(rows, seen);
    expect(boxHeight(rows)).toBe(height);
    expect(ratio).toBeCloseTo(about, 3);
    // Scrolled to its end, the box shows the last row.
    expect((height - seen) * ratio + seen).toBeCloseTo(rows * 24, 3);
  }
);
