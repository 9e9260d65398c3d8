/**
 * Lets a few requests run at a time and the others wait: what a person waits
 * for before what is done in the background, and each in its order.
 */
export class RequestQueue {
  constructor(private readonly _atOnce: number) {}

  /** Requests that run now. */
  get running(): number {
    return this._running;
  }

  /** Requests that wait for their turn. */
  get waiting(): number {
    return this._interactive.length + this._background.length;
  }

  /**
   * Resolves when it is this request's turn, to the function that ends it,
   * which may be called more than once. Rejects when the signal stops the wait.
   */
  enter(signal: AbortSignal, background = false): Promise<() => void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(aborted());
        return;
      }
      const line = background ? this._background : this._interactive;
      const start = (): void => {
        signal.removeEventListener('abort', leave);
        this._running++;
        let ended = false;
        resolve(() => {
          if (!ended) {
            ended = true;
            this._running--;
            this._next();
          }
        });
      };
      const leave = (): void => {
        line.splice(line.indexOf(start), 1);
        reject(aborted());
      };
      signal.addEventListener('abort', leave, { once: true });
      line.push(start);
      this._next();
    });
  }

  private _next(): void {
    if (this._running < this._atOnce) {
      (this._interactive.shift() ?? this._background.shift())?.();
    }
  }

  private _running = 0;
  private readonly _interactive: (() => void)[] = [];
  private readonly _background: (() => void)[] = [];
}

/** What is thrown when somebody stops a request: an `AbortError`, whatever reason was given. */
export function aborted(): Error {
  const error = new Error('The request was stopped.');
  error.name = 'AbortError';
  return error;
}
