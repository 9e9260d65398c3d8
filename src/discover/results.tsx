import * as React from 'react';
import { ListView, useChanged } from '../table';
import type { IPart } from './body';
import { Drawer } from './drawer';
import { linesOf } from './lines';
import type { Search } from './search';

/** The rows in two lines each, with the few facts of the chosen one below them. */
export function Results(
  props: IPart & { readonly search: Search }
): JSX.Element | null {
  const { model, trans, search, door } = props;
  const { ranking, selection, isRunning, rows } = search;
  useChanged(ranking.changed);
  if (rows === 0) {
    return isRunning ? null : <Nothing search={search} trans={trans} />;
  }
  return (
    <section className="jp-esap-Results" aria-label={trans.__('Results')}>
      <div className="jp-esap-Tools">
        {ranking.canGroup && (
          <label>
            <input
              type="checkbox"
              checked={ranking.isGrouped}
              onChange={event => ranking.group(event.target.checked)}
            />
            {trans.__('By experiment')}
          </label>
        )}
        <button
          type="button"
          className="jp-esap-Link"
          onClick={() => door.openTab(search)}
        >
          {trans.__('Open as table')}
        </button>
        <AsCode {...props} />
      </div>
      <ListView
        key={ranking.isGrouped ? 'grouped' : 'flat'}
        source={ranking.source}
        label={trans.__('Rows found')}
        trans={trans}
        copy={text => door.copy(text)}
        lines={row => linesOf(row, model.taste, trans)}
        selection={selection}
      />
      <Drawer {...props} />
    </section>
  );
}

function Nothing({
  search,
  trans
}: Pick<IPart, 'trans'> & { readonly search: Search }): JSX.Element | null {
  return search.runs.some(run => run.state === 'done') ? (
    <p className="jp-esap-Empty">
      {search.question.cone
        ? trans.__(
            'No rows within this radius. A larger one, or another service, may have some.'
          )
        : trans.__(
            'No rows. Fewer filters, or another service, may have some.'
          )}
    </p>
  ) : null;
}

/** Puts the query into the notebook in front, and says so. */
function AsCode({
  trans,
  search,
  door
}: IPart & { readonly search: Search }): JSX.Element {
  const [said, setSaid] = React.useState('');
  return (
    <>
      <button
        type="button"
        className="jp-esap-Link"
        onClick={() => void door.insertCode(search).then(setSaid)}
      >
        {trans.__('As code')}
      </button>
      <span className="jp-esap-Tools-said" role="status">
        {said}
      </span>
    </>
  );
}
