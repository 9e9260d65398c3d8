import { FailureError, isAbort } from '../remote';
import { aborted } from './queue';

/**
 * Watches over one request: stops it when somebody says so or when nothing
 * comes for too long, and says which of the two it was.
 */
export class Watch {
  constructor(
    private readonly _asked: AbortSignal,
    private readonly _silence: number
  ) {
    _asked.addEventListener('abort', this.end);
    if (_asked.aborted) {
      this.end();
    }
  }

  /** For the request itself. */
  get signal(): AbortSignal {
    return this._stop.signal;
  }

  /**
   * The result of a step of the request.
   *
   * Throws an `AbortError` when stopped, or a `FailureError`: `no-answer` after
   * too long a silence, `cut` for whatever else breaks a connection.
   */
  async over<T>(step: Promise<T>): Promise<T> {
    let silent = false;
    const timer = setTimeout(() => {
      silent = true;
      this.end();
    }, this._silence);
    try {
      const result = await step;
      // A body that was let go of ends as if it were whole.
      if (this._asked.aborted || silent) {
        throw aborted();
      }
      return result;
    } catch (error) {
      if (this._asked.aborted) {
        throw aborted();
      }
      if (silent) {
        const seconds = this._silence / 1000;
        throw new FailureError({ code: 'no-answer', facts: { seconds } });
      }
      throw error instanceof FailureError || isAbort(error)
        ? error
        : new FailureError({ code: 'cut' });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Has this body let go of as well: a signal reaches it only as long as nobody collects the request. */
  hold(body: ReadableStreamDefaultReader<unknown>): void {
    this._body = body;
  }

  /** Lets go of the connection, if there is one; the server then closes that to the service. */
  readonly end = (): void => {
    this._asked.removeEventListener('abort', this.end);
    this._stop.abort();
    this._body?.cancel().catch(() => undefined);
  };

  private _body?: ReadableStreamDefaultReader<unknown>;
  private readonly _stop = new AbortController();
}
