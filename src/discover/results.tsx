import { Clipboard } from '@jupyterlab/apputils';
import * as React from 'react';
import { TableView } from '../table';
import type { IPart } from './body';
import { grouped } from './runState';
import { isSearching, shownRun, type IRun } from './state';

/** The rows: those of one service at a time, each with its own columns. */
export function Results({ model, trans }: IPart): JSX.Element | null {
  const { state } = model;
  const { runs, question } = state;
  const run = shownRun(state);
  const withRows = runs.filter(one => one.rows > 0);
  if (!question) {
    return (
      <p className="jp-esap-Empty">
        {trans.__(
          'Give a position and a radius, and choose where to search. Nothing is sent before.'
        )}
      </p>
    );
  }
  if (!run) {
    const empty = !isSearching(state) && runs.some(one => one.state === 'done');
    return empty ? (
      <p className="jp-esap-Empty">
        {trans.__(
          'No rows within this radius. A larger one, or another service, may have some.'
        )}
      </p>
    ) : null;
  }
  return (
    <section className="jp-esap-Results" aria-label={trans.__('Results')}>
      {withRows.length > 1 && <Tabs model={model} trans={trans} run={run} />}
      <TableView
        key={run.service.id}
        source={run.table}
        label={trans.__('Rows of %1', run.service.label)}
        trans={trans}
        copy={text => Clipboard.copyToSystem(text)}
      />
    </section>
  );
}

/** Whose rows are shown, where several services have some. */
function Tabs({
  model,
  trans,
  run
}: IPart & { readonly run: IRun }): JSX.Element {
  const runs = model.state.runs.filter(one => one.rows > 0);
  const move = (event: React.KeyboardEvent, by: number): void => {
    const next =
      runs[(runs.indexOf(run) + by + runs.length) % runs.length].service.id;
    event.preventDefault();
    model.show(next);
    (event.currentTarget as HTMLElement)
      .querySelector<HTMLElement>(`[data-service="${next}"]`)
      ?.focus();
  };
  return (
    <div
      role="tablist"
      aria-label={trans.__('Rows of which service')}
      className="jp-esap-Tabs"
      onKeyDown={event => {
        if (event.key === 'ArrowRight') {
          move(event, 1);
        } else if (event.key === 'ArrowLeft') {
          move(event, -1);
        }
      }}
    >
      {runs.map(one => (
        <button
          key={one.service.id}
          type="button"
          role="tab"
          data-service={one.service.id}
          aria-selected={one === run}
          tabIndex={one === run ? 0 : -1}
          className="jp-esap-Tab"
          onClick={() => model.show(one.service.id)}
        >
          {one.service.label}{' '}
          <span className="jp-esap-Tabular jp-esap-Hint">
            {grouped(one.rows)}
          </span>
        </button>
      ))}
    </div>
  );
}
