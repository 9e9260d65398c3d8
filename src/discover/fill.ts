import type { IBatch, INumberData, ITextData } from '../columns';

const UTF8 = new TextEncoder();

/** A column of numbers, as long as a batch; NaN is no value. */
export function numbers(
  batch: IBatch,
  value: (row: number) => number
): INumberData {
  const values = new Float64Array(batch.length);
  for (let i = 0; i < batch.length; i++) {
    values[i] = value(i);
  }
  return { kind: 'number', values };
}

/** A column of texts, as long as a batch; an empty one is no value. */
export function texts(
  batch: IBatch,
  value: (row: number) => string
): ITextData {
  const encoded: Uint8Array[] = [];
  const offsets = new Uint32Array(batch.length + 1);
  // The same text stands in many rows one after the other.
  let last: { text: string; bytes: Uint8Array } | undefined;
  for (let i = 0; i < batch.length; i++) {
    const text = value(i);
    if (last?.text !== text) {
      last = { text, bytes: UTF8.encode(text) };
    }
    encoded.push(last.bytes);
    offsets[i + 1] = offsets[i] + last.bytes.length;
  }
  const bytes = new Uint8Array(offsets[batch.length]);
  encoded.forEach((part, i) => bytes.set(part, offsets[i]));
  return { kind: 'text', offsets, bytes };
}
