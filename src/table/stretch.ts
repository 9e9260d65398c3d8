/** How long the main thread may work at a stretch, ms: half a frame. */
const LONGEST = 8;

/** Lets long work be done piece by piece, so that the page can draw in between. */
export class Stretch {
  /** Time to pause. Work that is done before that is never put off. */
  get over(): boolean {
    return performance.now() - this._since > LONGEST;
  }

  async pause(): Promise<void> {
    await new Promise(resolve => setTimeout(resolve, 0));
    this._since = performance.now();
  }

  private _since = performance.now();
}
