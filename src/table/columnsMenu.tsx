import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { ColumnSet } from './columnSet';
import type { ITableSource } from './source';
import { useChanged } from './useChanged';
import { visible } from './visible';
import '../../style/columns.css';

interface IColumnsMenu {
  readonly source: ITableSource;
  readonly columns: ColumnSet;
  readonly trans: TranslationBundle;
}

/** A button that opens the list of all columns: show, hide, move, start anew. */
export function ColumnsMenu(props: IColumnsMenu): JSX.Element {
  const { trans } = props;
  const [open, setOpen] = React.useState(false);
  const button = React.useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      className="jp-esap-Columns"
      onKeyDown={event => {
        if (open && event.key === 'Escape') {
          event.stopPropagation();
          close();
        }
      }}
      onBlur={event => {
        // A click on what can't take the focus inside must not close it.
        if (
          event.relatedTarget &&
          !event.currentTarget.contains(event.relatedTarget)
        ) {
          setOpen(false);
        }
      }}
    >
      <button
        ref={button}
        type="button"
        className="jp-esap-Columns-button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {trans.__('Columns')} <span aria-hidden>▾</span>
      </button>
      {open && <Panel {...props} />}
    </div>
  );
}

function Panel({ source, columns, trans }: IColumnsMenu): JSX.Element {
  useChanged(columns.changed);
  useChanged(source.changed);
  const [text, setText] = React.useState('');
  const all = source.columns;
  const shown = columns.shown(all);
  const hidden = all
    .map((_, index) => index)
    .filter(index => !shown.includes(index));
  const wanted = text.trim().toLowerCase();
  const listed = [...shown, ...hidden].filter(index =>
    [all[index].name, all[index].description, all[index].ucd].some(words =>
      words?.toLowerCase().includes(wanted)
    )
  );
  return (
    <div
      role="group"
      aria-label={trans.__('Columns of the table')}
      className="jp-esap-Columns-panel"
    >
      <input
        type="search"
        className="jp-esap-Table-find"
        autoFocus
        value={text}
        placeholder={trans.__('Find a column')}
        aria-label={trans.__('Find a column')}
        onChange={event => setText(event.target.value)}
      />
      <ul>
        {listed.map(index => (
          <Line
            key={index}
            source={source}
            columns={columns}
            trans={trans}
            index={index}
            place={shown.indexOf(index)}
            last={shown.length - 1}
          />
        ))}
      </ul>
      <button
        type="button"
        className="jp-esap-Table-waiting"
        onClick={() => columns.reset()}
      >
        {trans.__('Reset columns and widths')}
      </button>
    </div>
  );
}

function Line({
  source,
  columns,
  trans,
  index,
  place,
  last
}: IColumnsMenu & {
  readonly index: number;
  /** Its place among those that are shown; -1 where it is hidden. */
  readonly place: number;
  readonly last: number;
}): JSX.Element {
  const { name, unit, description } = source.columns[index];
  const move = (by: number, mark: string, words: string, possible: boolean) => (
    <button
      type="button"
      className="jp-esap-Columns-move"
      aria-label={words}
      title={words}
      aria-disabled={!possible}
      onClick={() => possible && columns.move(source.columns, index, by)}
    >
      {mark}
    </button>
  );
  return (
    <li title={description && visible(description)}>
      <label>
        <input
          type="checkbox"
          checked={place >= 0}
          // An empty table could not be brought back from its header.
          disabled={place === 0 && last === 0}
          onChange={event =>
            columns.show(source.columns, index, event.target.checked)
          }
        />
        <span>{visible(name)}</span>{' '}
        <span className="jp-esap-Columns-unit">{visible(unit ?? '')}</span>
      </label>
      {place >= 0 && (
        <>
          {move(
            -1,
            '↑',
            trans.__('Move %1 to the left', visible(name)),
            place > 0
          )}
          {move(
            1,
            '↓',
            trans.__('Move %1 to the right', visible(name)),
            place < last
          )}
        </>
      )}
    </li>
  );
}
