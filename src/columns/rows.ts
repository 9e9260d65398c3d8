import type { IBatch } from './batch';
import type { IColumn } from './column';

/** What has to be said about rows that are there. Words are the service's own, as text. */
export interface INote {
  /**
   * `truncated`: a limit was reached and there is more;
   * `incomplete`: the answer broke off or the service reported an error after rows;
   * `warning`: the rows are whole, but something in the answer was mended or odd.
   */
  readonly code: 'truncated' | 'incomplete' | 'warning';
  /** What happened, in the words of whoever said it; may be empty. */
  readonly words: string;
  /** Who said it: the service in its answer, or our reader of that answer. */
  readonly by: 'service' | 'reader';
}

/** One step of anything that lists something; see architecture.md, "Rows". */
export type RowEvent =
  | { readonly kind: 'columns'; readonly columns: readonly IColumn[] }
  | { readonly kind: 'batch'; readonly batch: IBatch }
  | { readonly kind: 'note'; readonly note: INote }
  | { readonly kind: 'end' };

/**
 * A stream of rows: `columns` once, then batches and notes, then `end`.
 * It throws a `FailureError` only where no row could be had; what goes wrong
 * after the first row is a note, and the rows are kept. It stops when the
 * signal that it was made with is aborted (with an `AbortError`).
 */
export type Rows = AsyncIterable<RowEvent>;
