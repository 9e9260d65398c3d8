import type { ColumnData, IBatch } from './batch';

/**
 * All buffers of a batch, each once: the transfer list with which it goes to
 * another thread. After that it is empty here.
 */
export function buffersOf(batch: IBatch): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const data of batch.data) {
    gather(data, buffers);
  }
  return [...buffers];
}

/** Bytes that a batch takes in memory. */
export function sizeOf(batch: IBatch): number {
  return buffersOf(batch).reduce((sum, buffer) => sum + buffer.byteLength, 0);
}

function gather(data: ColumnData, into: Set<ArrayBuffer>): void {
  const add = (array: ArrayBufferView | undefined) => {
    if (array !== undefined) {
      // Nobody here makes a SharedArrayBuffer.
      into.add(array.buffer as ArrayBuffer);
    }
  };
  add(data.nulls);
  switch (data.kind) {
    case 'text':
      add(data.offsets);
      add(data.bytes);
      break;
    case 'list':
      add(data.offsets);
      gather(data.items, into);
      break;
    case 'number':
    case 'long':
    case 'boolean':
    case 'complex':
      add(data.values);
      break;
  }
}
