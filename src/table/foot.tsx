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
}

/** How many rows there are, are chosen, and wait to be put in order. */
export function Foot({ source, chosen, said, trans }: IFoot): JSX.Element {
  const { length, waiting, busy } = source;
  const rows = grouped(length);
  return (
    <div className="jp-esap-Table-foot">
      <span>
        {busy
          ? trans.__('Sorting …')
          : chosen > 0
            ? trans.__('%1 of %2 chosen', grouped(chosen), rows)
            : trans._n('%2 row', '%2 rows', length, rows)}
      </span>
      {waiting > 0 && !busy && (
        <button
          type="button"
          className="jp-esap-Table-waiting"
          title={trans.__('They came after the rows were sorted.')}
          onClick={() => source.release()}
        >
          {trans._n('%2 new row', '%2 new rows', waiting, grouped(waiting))}
        </button>
      )}
      <span role="status" className="jp-esap-Table-said">
        {said}
      </span>
    </div>
  );
}

/** A count with its thousands set apart. */
function grouped(count: number): string {
  return count.toLocaleString('en');
}
