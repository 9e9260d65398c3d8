/** Bytes in pieces, asked for one by one. Throws where they break off. */
export interface ISource {
  /** The next piece, or null at the end. */
  next(): Promise<Uint8Array | null>;
  /** Nothing more is wanted. */
  cancel(): void;
}

export type Chunks = AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

/** A piece is read in parts of so many bytes, so that a signal is heard in between. */
const PART = 256 * 1024;

export function sourceOf(chunks: Chunks): ISource {
  const inner = 'getReader' in chunks ? streamed(chunks) : iterated(chunks);
  let chunk: Uint8Array | null = null;
  return {
    next: async () => {
      chunk ??= await inner.next();
      if (chunk === null || chunk.length <= PART) {
        const part = chunk;
        chunk = null;
        return part;
      }
      const part = chunk.subarray(0, PART);
      chunk = chunk.subarray(PART);
      return part;
    },
    cancel: () => inner.cancel()
  };
}

// Not every browser's streams are iterables.
function streamed(stream: ReadableStream<Uint8Array>): ISource {
  const reader = stream.getReader();
  return {
    next: async () => (await reader.read()).value ?? null,
    cancel: () => void reader.cancel().catch(() => undefined)
  };
}

function iterated(chunks: AsyncIterable<Uint8Array>): ISource {
  const iterator = chunks[Symbol.asyncIterator]();
  return {
    next: async () => {
      const step = await iterator.next();
      return step.done ? null : step.value;
    },
    cancel: () => {
      Promise.resolve(iterator.return?.()).catch(() => undefined);
    }
  };
}
