import * as React from 'react';
import type { IPart } from './body';
import { grouped } from './runState';
import { countRows, isSearching } from './state';

/** Where the search is: a number where others have a spinner. Said to screen readers only at its end. */
export function Progress({ model, trans }: IPart): JSX.Element | null {
  const { state } = model;
  const { runs } = state;
  if (runs.length === 0) {
    return null;
  }
  const searching = isSearching(state);
  const rows = countRows(runs);
  const ended = runs.filter(run => run.state !== 'running').length;
  const count = trans._n('%2 row', '%2 rows', rows, grouped(rows));
  return (
    <div className="jp-esap-Progress">
      <div className="jp-esap-Count">
        <strong className="jp-esap-Tabular">
          {searching ? trans.__('%1 so far', count) : count}
        </strong>
        {runs.length > 1 && searching && (
          <span className="jp-esap-Hint">
            {trans.__('%1 of %2 services answered', ended, runs.length)}
          </span>
        )}
        {!searching && <Seconds model={model} trans={trans} />}
      </div>
      <div
        className={`jp-esap-Bar${searching ? ' jp-mod-busy' : ''}`}
        role="progressbar"
        aria-label={trans.__('Services that have answered')}
        aria-valuemin={0}
        aria-valuemax={runs.length}
        aria-valuenow={ended}
        hidden={!searching}
      >
        <div style={{ width: `${(100 * ended) / runs.length}%` }} />
      </div>
      <div className="jp-esap-Said" role="status">
        {!searching && trans.__('The search has ended with %1.', count)}
      </div>
    </div>
  );
}

/** How long the slowest service took. */
function Seconds({ model, trans }: IPart): JSX.Element {
  const { runs } = model.state;
  const begin = Math.min(...runs.map(run => run.since));
  const end = Math.max(...runs.map(run => run.ended ?? run.since));
  return (
    <span className="jp-esap-Hint jp-esap-Tabular">
      {trans.__('in %1 s', ((end - begin) / 1000).toFixed(1))}
    </span>
  );
}
