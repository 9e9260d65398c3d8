import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { ITableSource } from './source';

interface IFoot {
  readonly source: ITableSource;
  /** Number of chosen rows. */
  readonly chosen: number;
  /** What was done last, for those who don't see it. */
  readonly said: string;
  readonly trans: TranslationBundle;
  /** What can be done with the rows. */
  readonly actions?: React.ReactNode;
}

/** How many rows there are, are chosen, are held back, and wait to be put in order. */
export function Foot({
  source,
  chosen,
  said,
  trans,
  actions
}: IFoot): JSX.Element {
  const { total, waiting, busy } = source;
  const held = Math.max(0, total - waiting - rowsIn(source));
  return (
    <div className="jp-esap-Table-foot">
      <span>
        {busy ? trans.__('Sorting …') : counts(source, chosen, held > 0, trans)}
      </span>
      {held > 0 && !busy && (
        <span className="jp-esap-Table-held">
          {source.exact
            ? trans.__(
                '(%1 found, %2 filtered out)',
                grouped(total),
                grouped(held)
              )
            : trans.__(
                '(%1 found so far, %2 filtered out)',
                grouped(total),
                grouped(held)
              )}
        </span>
      )}
      {waiting > 0 && !busy && (
        <button
          type="button"
          className="jp-esap-Table-waiting"
          title={trans.__('They came after the rows were put in this order.')}
          onClick={() => source.release()}
        >
          {trans._n('%2 new row', '%2 new rows', waiting, grouped(waiting))}
        </button>
      )}
      <span role="status" className="jp-esap-Table-said">
        {said}
      </span>
      {actions}
    </div>
  );
}

function counts(
  source: ITableSource,
  chosen: number,
  filtered: boolean,
  trans: TranslationBundle
): string {
  const length = rowsIn(source);
  const rows = grouped(length);
  if (chosen === 0) {
    return trans._n('%2 row', '%2 rows', length, rows);
  }
  // What is chosen need not be among the rows that a filter lets pass.
  return filtered
    ? trans.__('%1 chosen, %2 shown', grouped(chosen), rows)
    : trans.__('%1 of %2 chosen', grouped(chosen), rows);
}

/** Rows that pass, whether their group is open or not. */
function rowsIn(source: ITableSource): number {
  return (source.tree?.flat ?? source).length;
}

/** A count with its thousands set apart. */
function grouped(count: number): string {
  return count.toLocaleString('en');
}
