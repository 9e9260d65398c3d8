/**
 * Only the latest of several requests counts: to begin a new one stops the one
 * before, so that a late answer never overwrites a newer one.
 */
export class Latest {
  /** For what joins the latest request, a retry of a part of it; never aborted yet. */
  get signal(): AbortSignal {
    return this._controller.signal;
  }

  /** Stops what was begun before and gives the signal for what begins now. */
  begin(): AbortSignal {
    this.stop();
    return this.signal;
  }

  /** Stops everything that was begun; what begins or joins later is free of it. */
  stop(): void {
    const stopped = this._controller;
    this._controller = new AbortController();
    stopped.abort();
  }

  private _controller = new AbortController();
}
