import type { Cell, ColumnData } from '../columns';
import { sortOrder } from './sort';
import { dataOf } from './testing/rows';

function sorted(values: readonly Cell[], descending = false, size = 3): Cell[] {
  const pieces = [];
  for (let from = 0; from < values.length; from += size) {
    const part = values.slice(from, from + size);
    pieces.push({ length: part.length, data: dataOf(part) });
  }
  return [...sortOrder({ pieces, descending, locale: 'en' })].map(
    row => values[row]
  );
}

it('orders real numbers, with null and NaN last both ways', () => {
  const values = [3, NaN, -1e-300, Infinity, null, -2.5, 0, 1e300, -Infinity];
  const rising = [-Infinity, -2.5, -1e-300, 0, 3, 1e300, Infinity];
  expect(sorted(values)).toEqual([...rising, NaN, null]);
  expect(sorted(values, true)).toEqual([...rising.reverse(), NaN, null]);
});

it('orders many numbers as the language itself does', () => {
  let seed = 7;
  const values = Array.from({ length: 20_000 }, () => {
    seed = (seed * 16807) % 2147483647;
    return (seed % 4096) / 17 - 100;
  });
  const expected = [...values].sort((a, b) => a - b);
  expect(sorted(values, false, 999)).toEqual(expected);
  expect(sorted(values, true, 999)).toEqual(expected.reverse());
});

it('compares 64-bit integers exactly', () => {
  const values = [
    9007199254740993n,
    9007199254740992n,
    null,
    -5n,
    0n,
    -(2n ** 63n)
  ];
  expect(sorted(values)).toEqual([
    -(2n ** 63n),
    -5n,
    0n,
    9007199254740992n,
    9007199254740993n,
    null
  ]);
});

it('orders texts as people do: numbers by value, case and accents aside', () => {
  expect(sorted(['N10', 'n5', '', 'Zürich', 'zebra', null, 'N5B'])).toEqual([
    'n5',
    'N5B',
    'N10',
    'zebra',
    'Zürich',
    '',
    null
  ]);
});

it('keeps the order of arrival where keys are equal, both ways', () => {
  const data = dataOf([1, 0, 1, 0, -0]);
  const order = (descending: boolean): number[] => [
    ...sortOrder({ pieces: [{ length: 5, data }], descending })
  ];
  expect(order(false)).toEqual([1, 3, 4, 0, 2]);
  expect(order(true)).toEqual([0, 2, 1, 3, 4]);
});

it('orders lists by their first item, empty ones last', () => {
  const data: ColumnData = {
    kind: 'list',
    offsets: Uint32Array.from([0, 2, 2, 3]),
    items: dataOf([10, 1, -3]) as Exclude<ColumnData, { kind: 'list' }>
  };
  expect([
    ...sortOrder({ pieces: [{ length: 3, data }], descending: false })
  ]).toEqual([2, 0, 1]);
});
