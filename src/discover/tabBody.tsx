import * as React from 'react';
import { ColumnsMenu, FindField, TableView, useChanged } from '../table';
import type { IPart } from './body';
import { grouped } from './runState';
import type { Search } from './search';
import { chipsOf } from './tabChips';
import { TabMessages } from './tabMessages';

type Shown = IPart & { readonly search: Search };

/** The tab from top to bottom: what was asked, how it went, the rows, what can be done with them. */
export function TabBody(props: Shown): JSX.Element {
  const { search, trans, door } = props;
  const { ranking, selection, columns, isRunning, rows } = search;
  useChanged(search.changed);
  useChanged(ranking.changed);
  return (
    <>
      <Top {...props} />
      <Running {...props} />
      <TabMessages search={search} trans={trans} />
      {rows > 0 ? (
        <TableView
          source={ranking.source}
          label={trans.__('Rows found')}
          trans={trans}
          copy={text => door.copy(text)}
          selection={selection}
          columns={columns}
          filters
          ticks
          actions={<Actions {...props} />}
        />
      ) : (
        <p className="jp-esap-Empty">
          {isRunning ? '' : trans.__('There are no rows.')}
        </p>
      )}
    </>
  );
}

function Top(props: Shown): JSX.Element {
  const { search, trans } = props;
  const { question, ranking, columns, table, rows } = search;
  useChanged(table.changed);
  return (
    <div className="jp-esap-Tab-top">
      <h2>{question.text || trans.__('By filters')}</h2>
      <ul className="jp-esap-Tab-chips" aria-label={trans.__('What was asked')}>
        {chipsOf(question, trans).map(chip => (
          <li key={chip}>{chip}</li>
        ))}
      </ul>
      <div className="jp-esap-Tab-tools">
        {rows > 0 && <FindField source={ranking.source} trans={trans} />}
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
        {rows > 0 && (
          <ColumnsMenu
            source={ranking.source}
            columns={columns}
            trans={trans}
          />
        )}
        <AsCode
          {...props}
          label={trans.__('As code')}
          title={trans.__('Put the query as Python into the notebook in front')}
        />
      </div>
    </div>
  );
}

/** Puts the query into the notebook in front, for all rows or those with `ids`, and says so. */
function AsCode({
  search,
  door,
  ids,
  label,
  title
}: Shown & {
  readonly ids?: readonly number[];
  readonly label: string;
  readonly title: string;
}): JSX.Element {
  const [said, say] = React.useState('');
  return (
    <>
      <button
        type="button"
        className="jp-esap-Columns-button"
        title={title}
        onClick={() =>
          void (
            ids ? door.insertCode(search, ids) : door.insertCode(search)
          ).then(say)
        }
      >
        {label}
      </button>
      <span className="jp-esap-Tab-said" role="status">
        {said}
      </span>
    </>
  );
}

/** How far the search is, with a way to stop it; nothing once it has ended. */
function Running({ search, trans }: Shown): JSX.Element {
  const { isRunning, rows } = search;
  const asked = search.runs.filter(run => run.state !== 'not-asked');
  const ended = asked.filter(run => run.state !== 'running').length;
  const count = trans._n('%2 row', '%2 rows', rows, grouped(rows));
  return (
    <>
      {isRunning && (
        <div className="jp-esap-Tab-running">
          <strong className="jp-esap-Tabular">
            {trans.__('%1 so far', count)}
          </strong>
          <span className="jp-esap-Hint jp-esap-Tabular">
            {trans.__('%1 of %2 services answered', ended, asked.length)}
          </span>
          <button
            type="button"
            className="jp-esap-Columns-button"
            onClick={() => search.stop()}
          >
            {trans.__('Stop')}
          </button>
        </div>
      )}
      <div className="jp-esap-Said" role="status">
        {!isRunning && trans.__('The search has ended with %1.', count)}
      </div>
    </>
  );
}

/** What can be done with the chosen rows; nothing while none is chosen. */
function Actions(props: Shown): JSX.Element | null {
  const { search, trans, door } = props;
  const { selection } = search;
  useChanged(selection.changed);
  const ids = [...selection.ids()];
  return ids.length === 0 ? null : (
    <div className="jp-esap-Tab-actions">
      <AsCode
        {...props}
        ids={ids}
        label={trans.__('Chosen as code')}
        title={trans.__(
          'Put Python that gets the chosen rows into the notebook in front'
        )}
      />
      <button
        type="button"
        className="jp-esap-Button jp-mod-accept"
        onClick={() => door.chooseNotebook(search, ids)}
      >
        {trans.__('Open notebook …')}
      </button>
    </div>
  );
}
