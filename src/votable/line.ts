import { FailureError, failureOf } from '../remote/failure';
import type { VOTableEvent } from './event';
import type { FromWorker, IPort, ToWorker } from './wire';

/** A worker as the page sees it. */
export interface IDecoderWorker extends IPort<ToWorker, FromWorker> {
  /** Called where it can't be loaded or fails as a whole. */
  onerror: ((error: { message?: string }) => void) | null;
  terminate(): void;
}

/** A worker that has not said anything for so long is none. */
const READY = 5000;
/** Chunks on their way to the worker. */
const IN_FLIGHT = 4;
/** No more bytes go in while so many events wait to be taken. */
const QUEUE = 64;

/**
 * Decodes in a worker. The page pumps the body in, because only a page's
 * requests carry what the server asks for; chunks and batches are transferred,
 * not copied. The worker lives as long as the stream and ends with it, with
 * the signal, or when the events are no longer wanted.
 *
 * Throws an `AbortError`, or a `FailureError`: `no-worker` if it does not
 * start, `internal` if it fails.
 */
export async function* decodeThrough(
  make: () => IDecoderWorker,
  body: ReadableStream<Uint8Array>,
  signal?: AbortSignal
): AsyncIterable<VOTableEvent> {
  const reader = body.getReader();
  const line = new Line(make, reader);
  const onAbort = () =>
    line.fail(new DOMException('The reading was stopped.', 'AbortError'));
  signal?.addEventListener('abort', onAbort);
  if (signal?.aborted) {
    onAbort();
  }
  try {
    for (;;) {
      const event = await line.next();
      yield event;
      if (event.kind === 'end') {
        return;
      }
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    line.close();
    reader.cancel().catch(() => undefined);
  }
}

class Line {
  constructor(
    make: () => IDecoderWorker,
    private readonly _reader: ReadableStreamDefaultReader<Uint8Array>
  ) {
    this._timer = setTimeout(() => this._noWorker('it did not answer'), READY);
    try {
      this._worker = make();
    } catch (error) {
      this._noWorker(failureOf(error).words ?? '');
      return;
    }
    this._worker.onmessage = ({ data }) => this._hear(data);
    this._worker.onerror = ({ message }) => this._noWorker(message ?? '');
  }

  /** The next event. */
  async next(): Promise<VOTableEvent> {
    for (;;) {
      const event = this._queue.shift();
      if (event !== undefined) {
        this._pump();
        return event;
      }
      if (this._error !== undefined) {
        throw this._error;
      }
      await new Promise<void>(resolve => {
        this._wake = resolve;
      });
    }
  }

  fail(error: Error): void {
    this._error ??= error;
    // What waits is not wanted any more, or can't be trusted.
    this._queue.length = 0;
    this.close();
    this._wake();
  }

  close(): void {
    clearTimeout(this._timer);
    this._closed = true;
    this._worker?.terminate();
  }

  private _hear(message: FromWorker): void {
    switch (message.kind) {
      case 'ready':
        clearTimeout(this._timer);
        this._ready = true;
        this._pump();
        break;
      case 'ack':
        this._inFlight--;
        this._pump();
        break;
      case 'event':
        this._queue.push(message.event);
        this._wake();
        break;
      case 'fault':
        this.fail(new FailureError({ code: 'internal', words: message.words }));
        break;
    }
  }

  private _noWorker(words: string): void {
    const code = this._ready ? 'internal' : 'no-worker';
    this.fail(new FailureError({ code, words }));
  }

  /** Reads from the body as long as the worker keeps up. */
  private _pump(): void {
    if (
      this._pumping ||
      !this._ready ||
      this._closed ||
      this._over ||
      this._inFlight >= IN_FLIGHT ||
      this._queue.length >= QUEUE
    ) {
      return;
    }
    this._pumping = true;
    this._reader
      .read()
      .then(
        ({ value }) => this._send(value),
        error => {
          this._over = true;
          this._post({ kind: 'cut', failure: failureOf(error) }, []);
        }
      )
      .finally(() => {
        this._pumping = false;
        this._pump();
      });
  }

  private _send(bytes: Uint8Array | undefined): void {
    if (bytes === undefined) {
      this._over = true;
      this._post({ kind: 'end' }, []);
      return;
    }
    // A view on a part of a buffer is copied: the rest is not ours to give away.
    const own =
      bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
    this._inFlight++;
    this._post({ kind: 'chunk', bytes: own }, [own.buffer as ArrayBuffer]);
  }

  private _post(message: ToWorker, transfer: Transferable[]): void {
    if (!this._closed) {
      this._worker?.postMessage(message, transfer);
    }
  }

  private readonly _worker: IDecoderWorker | undefined;
  private readonly _timer: ReturnType<typeof setTimeout>;
  private readonly _queue: VOTableEvent[] = [];
  private _wake: () => void = () => undefined;
  private _error: Error | undefined;
  private _ready = false;
  private _closed = false;
  private _over = false;
  private _pumping = false;
  private _inFlight = 0;
}
