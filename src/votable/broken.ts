import type { BreakReason, IBreak } from './event';

/** Thrown inside the reader where a document can't be read on; becomes the event `broken`. */
export class Broken extends Error {
  constructor(
    readonly reason: BreakReason,
    words: string,
    readonly more: Pick<IBreak, 'title' | 'failure'> = {}
  ) {
    super(words);
    this.name = 'Broken';
  }

  get event(): IBreak {
    return {
      kind: 'broken',
      reason: this.reason,
      words: this.message,
      ...this.more
    };
  }
}
