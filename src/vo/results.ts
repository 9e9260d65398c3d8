import type { IBatch, IColumn, INote, RowEvent, Rows } from '../columns';
import { FailureError, failureOf, type IFailure, isAbort } from '../remote';
import type { IBreak, VOTableEvent } from '../votable/event';
import { columnOf } from './roles';
import { type ISaid, saidBy } from './said';

type Table = Extract<VOTableEvent, { kind: 'table' }>;

/**
 * The rows of the TABLE that holds the results, out of a whole document.
 *
 * That is the first TABLE in a RESOURCE of type `results` (DALI 1.1 §4.4). By
 * Simple Cone Search 1.03 the type need not be there: a table without one that
 * has positions is taken as well, and any other only if nothing better comes.
 *
 * What the service says is heard wherever it stands, also behind the rows. An
 * error with no row is a failure; with rows it is a note, and the rows are kept.
 *
 * @param wanted - how many rows were asked for at most
 */
export async function* results(
  events: AsyncIterable<VOTableEvent>,
  signal: AbortSignal,
  wanted?: number
): Rows {
  const reading = new Reading();
  try {
    for await (const event of events) {
      signal.throwIfAborted();
      yield* reading.read(event);
    }
  } catch (reason) {
    if (isAbort(reason) || signal.aborted || reading.rows === 0) {
      throw reason;
    }
    reading.brokenBy(failureOf(reason));
  }
  signal.throwIfAborted();
  yield* reading.end(wanted);
}

interface IKept {
  readonly columns: readonly IColumn[];
  readonly batches: IBatch[];
}

/** What is known so far of one document. */
class Reading {
  /** Rows passed on. */
  rows = 0;

  *read(event: VOTableEvent): Iterable<RowEvent> {
    switch (event.kind) {
      case 'info':
      case 'param':
        this._hear(saidBy(event));
        break;
      case 'table':
        this._spare = undefined;
        if (this._isResult(event)) {
          this._chosen = this._inside = true;
          yield { kind: 'columns', columns: event.columns };
        } else if (this._chosen && isLikely(event)) {
          this._others += 1;
        } else if (!this._chosen && !event.resource?.type) {
          // Of several such tables the first is kept.
          this._spare = this._kept
            ? undefined
            : { columns: event.columns, batches: [] };
          this._kept ??= this._spare;
        }
        break;
      case 'batch':
        if (this._inside) {
          yield* this._pass(event.batch);
        } else if (this._spare) {
          this._spare.batches.push(event.batch);
        }
        break;
      case 'tableEnd':
        this._inside = false;
        this._spare = undefined;
        break;
      case 'warning':
        yield* this._note('warning', event.words, 'reader');
        break;
      case 'broken':
        this.brokenBy(failureOfBreak(event));
        break;
      case 'end':
        break;
    }
  }

  /** Why the document could not be read on. */
  brokenBy(failure: IFailure): void {
    this._broken ??= failure;
  }

  *end(wanted: number | undefined): Iterable<RowEvent> {
    if (!this._chosen && this._kept) {
      this._chosen = true;
      yield { kind: 'columns', columns: this._kept.columns };
      for (const batch of this._kept.batches) {
        yield* this._pass(batch);
      }
    }
    const failure = this._failure();
    if (failure) {
      if (this.rows === 0) {
        throw new FailureError(failure);
      }
      const by = this._error === undefined ? 'reader' : 'service';
      yield* this._note('incomplete', failure.words ?? '', by);
    }
    if (this._others > 0) {
      const words = `The answer has ${this._others + 1} tables of results; the first is shown.`;
      yield* this._note('warning', words, 'reader');
    }
    for (const words of this._warnings) {
      // Some say that they reached their limit in words as well.
      if (
        this._overflow === undefined ||
        !/limit|truncat|overflow/i.test(words)
      ) {
        yield* this._note('warning', words, 'service');
      }
    }
    if (this._overflow !== undefined) {
      yield* this._note('truncated', this._overflow, 'service');
    } else if (!this._status && wanted && this.rows >= wanted) {
      // A service by an older standard cuts without a word.
      yield* this._note('truncated', '', 'reader');
    }
    yield { kind: 'end' };
  }

  private _isResult(table: Table): boolean {
    return !this._chosen && isLikely(table);
  }

  /** The service's own error counts for more than what our reader made of it. */
  private _failure(): IFailure | undefined {
    if (this._error !== undefined) {
      const words = [this._error, this._hint].filter(Boolean).join(' ');
      return { code: 'service-error', words };
    }
    return (
      this._broken ??
      (this._chosen
        ? undefined
        : { code: 'unreadable', facts: { why: 'no-table' } })
    );
  }

  private *_pass(batch: IBatch): Iterable<RowEvent> {
    this.rows += batch.length;
    yield { kind: 'batch', batch };
  }

  private _hear(said: ISaid | undefined): void {
    switch (said?.status) {
      case 'ok':
        this._status = true;
        break;
      case 'overflow':
        this._status = true;
        this._overflow = said.words;
        break;
      case 'error':
        this._status = true;
        this._error ??= said.words;
        break;
      case 'hint':
        this._hint = said.words;
        break;
      case 'warning':
        this._warnings.push(said.words);
        break;
      case undefined:
        break;
    }
  }

  /** The same thing is said once, however often it happened. */
  private *_note(
    code: INote['code'],
    words: string,
    by: INote['by']
  ): Iterable<RowEvent> {
    const key = `${code} ${words}`;
    if (!this._noted.has(key)) {
      this._noted.add(key);
      yield { kind: 'note', note: { code, words, by } };
    }
  }

  /** A table of results has been found. */
  private _chosen = false;
  /** The event stream is inside it. */
  private _inside = false;
  /** The first table that might do if no better one comes. */
  private _kept: IKept | undefined;
  /** The same, while the event stream is inside it. */
  private _spare: IKept | undefined;
  /** Tables of results behind the chosen one. */
  private _others = 0;
  /** The service has said how it went. */
  private _status = false;
  private _error: string | undefined;
  private _overflow: string | undefined;
  private _hint: string | undefined;
  private _broken: IFailure | undefined;
  private readonly _warnings: string[] = [];
  private readonly _noted = new Set<string>();
}

/** Said to be results, or with positions where nothing is said. */
function isLikely({ columns, resource }: Table): boolean {
  const type = resource?.type?.toLowerCase();
  return type
    ? type === 'results' && columns.length > 0
    : columnOf('ra', columns) >= 0 && columnOf('dec', columns) >= 0;
}

/** Our reader's reason as a failure. */
function failureOfBreak(broken: IBreak): IFailure {
  const { reason, words, title, failure } = broken;
  switch (reason) {
    case 'empty':
      return { code: 'unreadable', words, facts: { why: 'empty' } };
    case 'web-page':
      return { code: 'web-page', words, facts: { title: title ?? '' } };
    case 'cut':
      return { words, ...(failure ?? { code: 'cut' }) };
    case 'too-large':
      return { code: 'too-large', words };
    case 'not-votable':
    case 'malformed':
    case 'unsupported':
      return { code: 'unreadable', words };
  }
}
