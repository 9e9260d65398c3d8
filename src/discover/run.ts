import type { ITransport } from '../tokens';
import { arrange, search, type Decode } from '../vo';
import type { IQuestion, IRun } from './state';

/** What a search needs of the world. */
export interface ISearcher {
  readonly transport: ITransport;
  /** The VOTable decoder: in a worker in the browser. */
  readonly decode: Decode;
}

/**
 * Asks one service and puts its rows into the run's table as they come.
 *
 * Resolves when the service has ended; throws a `FailureError`, or an
 * `AbortError` when the signal stops it.
 */
export async function runSearch(
  how: ISearcher,
  run: IRun,
  question: IQuestion,
  signal: AbortSignal,
  now: (change: Partial<IRun>) => void
): Promise<void> {
  let rows = 0;
  let notes: IRun['notes'] = [];
  const answer = search(how, run.service, question, signal);
  for await (const event of arrange(answer, question)) {
    run.table.add(event);
    if (event.kind === 'batch') {
      rows += event.batch.length;
      now({ rows });
    } else if (event.kind === 'note') {
      notes = [...notes, event.note];
      now({ notes });
    }
  }
}
