import { failureOf, isAbort } from '../remote/failure';
import { Broken } from './broken';
import type { VOTableEvent } from './event';
import { unpacked } from './gunzip';
import { Reader } from './reader';
import { sourceOf, type Chunks } from './source';

export interface IDecodeOptions {
  /** Stops the reading with an `AbortError`. */
  readonly signal?: AbortSignal;
  /** Most bytes of the unpacked document, and of the columns made from it; 2 GiB unless said. */
  readonly budget?: number;
}

const BUDGET = 2 * 2 ** 30;
/** Rows wait for their batch to be full at most so long: at first, and later. */
const FIRST_PATIENCE = 100;
const PATIENCE = 500;

/**
 * Reads a VOTable from bytes as they come: gzip or not, in any encoding, in
 * TABLEDATA, BINARY or BINARY2. Runs in Node, a worker and the browser.
 *
 * What is wrong with the document, or with the bytes on their way, is an event
 * (`warning`, `broken`), and the rows before it are kept; the last event is
 * always `end`. It only throws an `AbortError`, when the signal is aborted.
 */
export async function* decode(
  chunks: Chunks,
  { signal, budget = BUDGET }: IDecodeOptions = {}
): AsyncIterable<VOTableEvent> {
  const source = sourceOf(chunks);
  // Some services pack what their server packs again.
  const bytes = unpacked(unpacked(source));
  const reader = new Reader(budget);
  let patience = FIRST_PATIENCE;
  let since = 0;
  let next: Promise<Uint8Array | null | Broken> | null = null;
  try {
    while (!reader.over) {
      if (signal?.aborted) {
        throw abortError();
      }
      next ??= bytes.next().catch(brokenBy);
      const deadline = reader.waiting > 0 ? since + patience : undefined;
      const chunk = await soonest(next, deadline, signal);
      if (chunk === 'time') {
        reader.flush();
      } else {
        next = null;
        if (chunk instanceof Broken) {
          reader.cut(chunk);
        } else if (chunk === null) {
          reader.finish();
        } else {
          const waited = reader.waiting > 0;
          reader.push(chunk);
          if (!waited && reader.waiting > 0) {
            since = Date.now();
          }
        }
      }
      for (const event of reader.take()) {
        if (event.kind === 'batch') {
          patience = PATIENCE;
          since = Date.now();
        }
        yield event;
      }
    }
  } finally {
    bytes.cancel();
    source.cancel();
  }
}

/** Why the bytes broke off; an abort passes through. */
function brokenBy(error: unknown): Broken {
  if (error instanceof Broken) {
    return error;
  }
  if (isAbort(error)) {
    throw error;
  }
  const failure = failureOf(error);
  return new Broken(
    'cut',
    failure.words ?? 'The answer broke off on its way.',
    {
      failure:
        failure.code === 'internal' ? { ...failure, code: 'cut' } : failure
    }
  );
}

/**
 * What comes first: the value, or the deadline (ms since the epoch). An abort
 * throws. Leaves no timer and no listener behind.
 */
function soonest<T>(
  value: Promise<T>,
  deadline: number | undefined,
  signal: AbortSignal | undefined
): Promise<T | 'time'> {
  return new Promise<T | 'time'>((resolve, reject) => {
    const onAbort = () => settle(() => reject(abortError()));
    const timer =
      deadline === undefined
        ? undefined
        : setTimeout(
            () => settle(() => resolve('time')),
            Math.max(0, deadline - Date.now())
          );
    const settle = (how: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      how();
    };
    signal?.addEventListener('abort', onAbort);
    value.then(
      result => settle(() => resolve(result)),
      error => settle(() => reject(error))
    );
  });
}

function abortError(): DOMException {
  return new DOMException('The reading was stopped.', 'AbortError');
}
