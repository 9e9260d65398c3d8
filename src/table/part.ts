import type { IBatch, INote } from '../columns';
import type { IOrigin } from './join';

/** The rows of one request in a table. */
export interface IPart {
  readonly origin: IOrigin;
  /** Number of rows that have come. */
  readonly rows: number;
  /** What was said about them, in the order in which it came. */
  readonly notes: readonly INote[];
  /** True once the rows have ended. */
  readonly ended: boolean;
}

/** A part while it is filled. */
export class Part implements IPart {
  constructor(
    readonly origin: IOrigin,
    /** The part whose place it takes when it has as many rows, or has ended. */
    public instead: Part | undefined
  ) {}

  rows = 0;
  notes: readonly INote[] = [];
  ended = false;
  /** How its batches become the table's; known with its columns. */
  adapt: (batch: IBatch) => IBatch = batch => batch;
  /** Batches that wait until it takes the other part's place. */
  held: IBatch[] = [];
}
