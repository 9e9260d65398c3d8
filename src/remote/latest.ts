/**
 * Only the latest of several requests counts: to begin a new one stops the one
 * before, so that a late answer never overwrites a newer one.
 */
export class Latest {
  /** The signal of the latest request; aborted before the first one. */
  get signal(): AbortSignal {
    return this._controller.signal;
  }

  /** Stops what was begun before and gives the signal for what begins now. */
  begin(): AbortSignal {
    this.stop();
    this._controller = new AbortController();
    return this._controller.signal;
  }

  stop(): void {
    this._controller.abort();
  }

  private _controller = aborted();
}

function aborted(): AbortController {
  const controller = new AbortController();
  controller.abort();
  return controller;
}
