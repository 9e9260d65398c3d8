import type { VOTableEvent } from './event';
import { decodeThrough, type IDecoderWorker } from './line';

/**
 * Like `decode`, in a worker of its own; see `decodeThrough`. Apart from
 * `index.ts`, because only a bundler understands the line below.
 */
export function decodeInWorker(
  body: ReadableStream<Uint8Array>,
  signal?: AbortSignal
): AsyncIterable<VOTableEvent> {
  return decodeThrough(
    () =>
      new Worker(new URL('./decoder.worker.js', import.meta.url), {
        type: 'module',
        name: 'votable'
      }) as IDecoderWorker,
    body,
    signal
  );
}
