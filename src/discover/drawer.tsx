import * as React from 'react';
import { useChanged } from '../table';
import type { IPart } from './body';
import { Access } from './access';
import { factsOf } from './facts';
import type { Search } from './search';
import { textIn } from './row';

/** The few facts of the row that is chosen, and what can be done next; of several rows, what can be done with all. */
export function Drawer(
  props: IPart & { readonly search: Search }
): JSX.Element | null {
  const { model, trans, search, door } = props;
  const { selection, table } = search;
  useChanged(selection.changed);
  const ids = [...selection.ids()];
  if (ids.length === 0) {
    return null;
  }
  const row = ids.length === 1 ? table.row(ids[0]) : undefined;
  return (
    <aside className="jp-esap-Drawer" aria-label={trans.__('Chosen rows')}>
      <div className="jp-esap-Drawer-head">
        {row ? (
          <>
            <strong>{textIn(row, 'target') || trans.__('no name')}</strong>{' '}
            <span className="jp-esap-Hint">{textIn(row, 'experiment')}</span>
          </>
        ) : (
          <strong>
            {trans._n('%1 row chosen', '%1 rows chosen', ids.length)}
          </strong>
        )}
        <button
          type="button"
          className="jp-esap-Close"
          aria-label={trans.__('Choose nothing')}
          onClick={() => selection.clear()}
        >
          ✕
        </button>
      </div>
      {row && (
        <dl className="jp-esap-Facts">
          {factsOf(row, model.taste, trans).map(([name, value]) => (
            <React.Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </React.Fragment>
          ))}
          {textIn(row, 'accessUrl') && (
            <>
              <dt>{trans.__('Access')}</dt>
              <dd>
                <Access {...props} key={row.id} row={row} />
              </dd>
            </>
          )}
        </dl>
      )}
      <div className="jp-esap-Line">
        <button
          type="button"
          className="jp-esap-Button jp-mod-accept"
          // Whoever leaves the choice of a notebook comes back to here.
          data-esap-back
          onClick={() => door.chooseNotebook(search, ids)}
        >
          {trans.__('Open notebook …')}
        </button>
      </div>
    </aside>
  );
}
