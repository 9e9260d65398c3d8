import type { IBatch } from './batch';
import { buffersOf, sizeOf } from './buffers';
import { cell } from './cell';

const BATCH: IBatch = {
  length: 2,
  data: [
    { kind: 'number', values: Float64Array.of(1, 2), nulls: Uint8Array.of(2) },
    { kind: 'long', values: BigInt64Array.of(1n, -1n) },
    {
      kind: 'text',
      offsets: Uint32Array.of(0, 1, 3),
      bytes: new TextEncoder().encode('aé')
    },
    {
      kind: 'list',
      offsets: Uint32Array.of(0, 2, 2),
      items: { kind: 'complex', values: Float64Array.of(1, 2, 3, 4) },
      nulls: Uint8Array.of(2)
    }
  ]
};

it('has every buffer of a batch once, and their size', () => {
  const buffers = buffersOf(BATCH);
  expect(buffers).toHaveLength(8);
  expect(new Set(buffers).size).toBe(8);
  expect(sizeOf(BATCH)).toBe(16 + 1 + 16 + 12 + 3 + 12 + 32 + 1);
});

it('can be read on the other side after a transfer', () => {
  const copy = structuredClone(BATCH, { transfer: buffersOf(BATCH) });
  const row = (i: number) => copy.data.map(data => cell(data, i));
  expect(row(0)).toEqual([
    1,
    1n,
    'a',
    [
      [1, 2],
      [3, 4]
    ]
  ]);
  expect(row(1)).toEqual([null, -1n, 'é', null]);
  expect(sizeOf(BATCH)).toBe(0);
});
