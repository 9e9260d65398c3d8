/** Enough to tell a table from a web page. */
const ENOUGH = 1024;

/** The first bytes of a body, and the whole body as if nobody had looked. */
export interface IPeeked {
  readonly head: Uint8Array;
  readonly body: ReadableStream<Uint8Array>;
}

/** Reads the beginning of a body without taking it away from whoever reads it next. */
export async function peek(
  stream: ReadableStream<Uint8Array>
): Promise<IPeeked> {
  const reader = stream.getReader();
  const seen: Uint8Array[] = [];
  let length = 0;
  let error: { readonly reason: unknown } | undefined;
  let done = false;
  while (length < ENOUGH && !done && !error) {
    try {
      const next = await reader.read();
      done = next.done;
      if (next.value) {
        seen.push(next.value);
        length += next.value.length;
      }
    } catch (reason) {
      // What came before is still to be read.
      error = { reason };
    }
  }
  if (error && length === 0) {
    throw error.reason;
  }
  const head = new Uint8Array(length);
  seen.reduce((at, chunk) => (head.set(chunk, at), at + chunk.length), 0);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = seen.shift();
      if (chunk) {
        controller.enqueue(chunk);
      } else if (error) {
        controller.error(error.reason);
      } else {
        const next = done ? undefined : await reader.read();
        if (next?.value) {
          controller.enqueue(next.value);
        } else {
          controller.close();
        }
      }
    },
    cancel: reason => reader.cancel(reason)
  });
  return { head, body };
}

/** The beginning of a body as text, not more than `limit` bytes; the rest is not read. */
export async function beginning(
  stream: ReadableStream<Uint8Array>,
  limit = 65536
): Promise<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  try {
    while (length < limit) {
      const next = await reader.read();
      if (next.done) {
        break;
      }
      length += next.value.length;
      text += decoder.decode(next.value, { stream: true });
    }
  } finally {
    // Whether it can still be cancelled changes nothing for us.
    void reader.cancel().catch(() => undefined);
  }
  return text;
}
