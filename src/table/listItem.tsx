import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Selection } from './selection';
import type { IRow, ITableSource } from './source';
import { visible } from './visible';

/** What a row says in its two lines. Everything is text; nothing need be there. */
export interface ILines {
  /** What it is: a target, a name. */
  readonly main: string;
  /** The one number that matters, at the right. */
  readonly aside?: string;
  /** The second line: a few facts. */
  readonly facts?: readonly string[];
  /** A letter in front of the facts, such as a band, with a name for its colour. */
  readonly mark?: { readonly letter: string; readonly look: string };
}

interface IListItem {
  readonly source: ITableSource;
  readonly selection: Selection;
  readonly trans: TranslationBundle;
  readonly lines: (row: IRow) => ILines;
  readonly actions?: (row: IRow) => React.ReactNode;
  readonly position: number;
  /** In pixels. */
  readonly top: number;
  readonly height: number;
  readonly active: boolean;
  /** What was drawn before is old when one of these is another. */
  readonly revision: number;
  readonly chosen: number;
  readonly onChoose: (event: React.MouseEvent) => void;
}

/** A row of two lines, or the head of a group. */
export function ListItem(props: IListItem): JSX.Element | null {
  const {
    source,
    selection,
    position,
    top,
    height,
    active,
    actions,
    onChoose
  } = props;
  const [row] = source.rows({ from: position, to: position + 1 });
  const group = row?.group;
  const chosen = row !== undefined && !group && selection.has(row.id);
  return (
    <div
      role="row"
      aria-rowindex={position + 1}
      aria-level={row?.level}
      aria-expanded={group?.expanded}
      aria-selected={group ? undefined : chosen}
      className={`jp-esap-Table-item${group ? ' jp-mod-group' : ''}`}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        tabIndex={active ? 0 : -1}
        className="jp-esap-Table-lines"
        onClick={onChoose}
      >
        {row &&
          (group ? (
            <Headline {...props} row={row} />
          ) : (
            <Lines {...props} row={row} />
          ))}
      </div>
      {row && !group && chosen && active && actions && (
        <div
          className="jp-esap-Table-actions"
          role="gridcell"
          aria-colindex={2}
        >
          {actions(row)}
        </div>
      )}
    </div>
  );
}

function Lines({
  lines,
  row
}: IListItem & { readonly row: IRow }): JSX.Element {
  const { main, aside, facts = [], mark } = lines(row);
  return (
    <>
      <div className="jp-esap-Table-line">
        <span className="jp-esap-Table-main">{visible(main)}</span>
        <span className="jp-esap-Table-aside">{visible(aside ?? '')}</span>
      </div>
      <div className="jp-esap-Table-line jp-mod-facts">
        {mark && (
          <span className="jp-esap-Table-mark" data-look={mark.look}>
            {visible(mark.letter)}
          </span>
        )}
        {facts.map((fact, i) => (
          <span key={i}>{visible(fact)}</span>
        ))}
      </div>
    </>
  );
}

function Headline({
  row: { group },
  trans
}: IListItem & { readonly row: IRow }): JSX.Element {
  return (
    <div className="jp-esap-Table-line">
      <span>
        <span aria-hidden className="jp-esap-Table-twist">
          {group?.expanded ? '▾' : '▸'}
        </span>
        <strong>{group?.name || trans.__('no value')}</strong>{' '}
        <span className="jp-esap-Table-summary">
          {group?.summary || trans._n('%1 row', '%1 rows', group?.count ?? 0)}
        </span>
      </span>
    </div>
  );
}
