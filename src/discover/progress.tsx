import * as React from 'react';
import type { IPart } from './body';
import { grouped } from './runState';
import type { Search } from './search';

/** Where the search is: a number where others have a spinner. Said to screen readers only at its end. */
export function Progress({
  trans,
  search
}: IPart & { readonly search: Search }): JSX.Element {
  const { isRunning, rows } = search;
  const runs = search.runs.filter(run => run.state !== 'not-asked');
  const ended = runs.filter(run => run.state !== 'running').length;
  const count = trans._n('%2 row', '%2 rows', rows, grouped(rows));
  return (
    <div className="jp-esap-Progress">
      <div className="jp-esap-Count">
        <strong className="jp-esap-Tabular">
          {isRunning ? trans.__('%1 so far', count) : count}
        </strong>
        <span className="jp-esap-Hint jp-esap-Tabular">
          {!isRunning
            ? trans.__('in %1 s', seconds(search))
            : runs.length > 1 &&
              trans.__('%1 of %2 services answered', ended, runs.length)}
        </span>
      </div>
      <div
        className="jp-esap-Bar"
        role="progressbar"
        aria-label={trans.__('Services that have answered')}
        aria-valuemin={0}
        aria-valuemax={runs.length}
        aria-valuenow={ended}
        hidden={!isRunning}
      >
        <div
          style={{ width: `${(100 * ended) / Math.max(1, runs.length)}%` }}
        />
      </div>
      <div className="jp-esap-Said" role="status">
        {!isRunning && trans.__('The search has ended with %1.', count)}
      </div>
    </div>
  );
}

/** How long the slowest service took. */
function seconds({ runs, since }: Search): string {
  const end = Math.max(since, ...runs.map(run => run.ended ?? run.since));
  return ((end - since) / 1000).toFixed(1);
}
