import type { INote } from '../columns';
import { grouped } from './grouped';
import { quotable } from './quoted';
import type { ITrans } from './trans';

/**
 * What has to be said about rows that are there, in one or two sentences.
 *
 * @param label - the service whose rows they are
 * @param rows - how many have come
 */
export function noteSentence(
  note: INote,
  label: string,
  rows: number,
  trans: ITrans
): string {
  const words = quotable(note.words);
  switch (note.code) {
    case 'truncated':
      return note.by === 'service'
        ? trans._n(
            '%2 stopped at its limit of %3 row. There are more.',
            '%2 stopped at its limit of %3 rows. There are more.',
            rows,
            label,
            grouped(rows)
          )
        : trans._n(
            '%2 gave %3 row, as many as were asked for. There may be more.',
            '%2 gave %3 rows, as many as were asked for. There may be more.',
            rows,
            label,
            grouped(rows)
          );
    case 'incomplete':
      return incomplete(note, words, label, rows, trans);
    case 'warning':
      return note.by === 'service'
        ? trans.__('%1 says: “%2”.', label, words)
        : trans.__('In the answer of %1: %2.', label, words);
  }
}

function incomplete(
  note: INote,
  words: string,
  label: string,
  rows: number,
  trans: ITrans
): string {
  const count = grouped(rows);
  if (!words) {
    return trans._n(
      '%2 broke off after %3 row. It is kept and marked.',
      '%2 broke off after %3 rows. The rows are kept and marked.',
      rows,
      label,
      count
    );
  }
  return note.by === 'service'
    ? trans._n(
        '%2 broke off after %3 row: “%4”. The row is kept and marked.',
        '%2 broke off after %3 rows: “%4”. The rows are kept and marked.',
        rows,
        label,
        count,
        words
      )
    : trans._n(
        '%2 broke off after %3 row. %4. The row is kept and marked.',
        '%2 broke off after %3 rows. %4. The rows are kept and marked.',
        rows,
        label,
        count,
        words
      );
}
