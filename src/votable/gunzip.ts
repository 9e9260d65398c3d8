import { Broken } from './broken';
import type { ISource } from './source';

/** A small piece can grow a thousandfold, so what goes in at once is bounded. */
const PART = 16 * 1024;

/**
 * Unpacks gzip where the first two bytes say so, whatever the answer's headers
 * say; anything else passes unchanged.
 */
export function unpacked(source: ISource): ISource {
  let inner: ISource | null = null;
  return {
    next: async () => {
      inner ??= await recognise(source);
      return inner.next();
    },
    cancel: () => (inner ?? source).cancel()
  };
}

async function recognise(source: ISource): Promise<ISource> {
  let head = new Uint8Array(0);
  while (head.length < 2) {
    const chunk = await source.next();
    if (chunk === null) {
      break;
    }
    const longer = new Uint8Array(head.length + chunk.length);
    longer.set(head);
    longer.set(chunk, head.length);
    head = longer;
  }
  const rest = behind(head, source);
  return head[0] === 0x1f && head[1] === 0x8b ? gunzip(rest) : rest;
}

/** The source with what was read from it put back. */
function behind(head: Uint8Array, source: ISource): ISource {
  let first: Uint8Array | null = head.length > 0 ? head : null;
  return {
    next: () => {
      const chunk = first;
      first = null;
      return chunk === null ? source.next() : Promise.resolve(chunk);
    },
    cancel: () => source.cancel()
  };
}

function gunzip(source: ISource): ISource {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const ready: Uint8Array[] = [];
  let over = false;
  let failure: unknown;
  let wake: () => void = () => undefined;
  // Always reading: what waits in the stream is lost when it fails.
  const reading = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      ready.push(value);
      wake();
    }
  })()
    .catch(error => {
      failure ??= new Broken(
        'cut',
        `The compressed answer can’t be unpacked to its end (${error instanceof Error ? error.message : String(error)}).`
      );
    })
    .finally(() => {
      over = true;
      wake();
    });

  /** Puts one more piece in. */
  const feed = async () => {
    let chunk: Uint8Array | null;
    try {
      chunk = await source.next();
    } catch (error) {
      // What went in so far comes out first.
      failure ??= error;
      chunk = null;
    }
    if (chunk === null) {
      await writer.close();
      return false;
    }
    for (let at = 0; at < chunk.length; at += PART) {
      await writer.write(chunk.slice(at, at + PART));
    }
    return true;
  };

  let feeding: Promise<void> | null = null;
  let exhausted = false;
  return {
    next: async () => {
      for (;;) {
        const chunk = ready.shift();
        if (chunk !== undefined) {
          return chunk;
        }
        if (over) {
          await reading;
          if (failure !== undefined) {
            throw failure;
          }
          return null;
        }
        const woken = new Promise<void>(resolve => {
          wake = resolve;
        });
        if (feeding === null && !exhausted) {
          feeding = feed()
            .then(
              more => {
                exhausted = !more;
              },
              () => {
                exhausted = true;
              }
            )
            .finally(() => {
              feeding = null;
            });
        }
        await (feeding === null ? woken : Promise.race([woken, feeding]));
      }
    },
    cancel: () => {
      source.cancel();
      writer.abort().catch(() => undefined);
      reader.cancel().catch(() => undefined);
    }
  };
}
