import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { tooltip } from './format';
import { GROUP, ROW, TICKS, type IPlace } from './layout';
import type { Selection } from './selection';
import type { IGroup, IRow, ITableSource } from './source';

interface IRowGroup {
  readonly source: ITableSource;
  readonly trans: TranslationBundle;
  readonly places: readonly IPlace[];
  readonly selection: Selection;
  /** Number of columns that are shown. */
  readonly columns: number;
  /** Each row has a tick to choose it with. */
  readonly ticks: boolean;
  /** Its number; its first row is `number * GROUP`. */
  readonly number: number;
  /** Number of rows in it: fewer in the last one, while it fills. */
  readonly length: number;
  /** The cell that takes the focus, where it is in this group. */
  readonly activeRow?: number;
  readonly activeColumn?: number;
  /** What was drawn before is old when one of these is another. */
  readonly revision: number;
  readonly chosen: number;
}

/** Some rows that stand together; drawn again only when something in them changed. */
export const RowGroup = React.memo((props: IRowGroup): JSX.Element => {
  const { source, number, length } = props;
  const from = number * GROUP;
  const rows = source.rows({ from, to: from + length });
  return (
    <>
      {rows.map((row, i) => (
        <Row key={i} {...props} row={row} position={from + i} />
      ))}
    </>
  );
});
RowGroup.displayName = 'RowGroup';

type RowProps = IRowGroup & {
  readonly row: IRow | undefined;
  readonly position: number;
};

function Row(props: RowProps): JSX.Element {
  const { row, position, places, selection, ticks } = props;
  const group = row?.group;
  const selected = group
    ? isChosen(group, selection)
    : row !== undefined && selection.has(row.id);
  return (
    <div
      role="row"
      aria-rowindex={position + 2}
      aria-selected={selected}
      aria-busy={row ? undefined : true}
      aria-level={row?.level}
      aria-expanded={group?.expanded}
      className={`jp-esap-Table-row${group ? ' jp-mod-group' : ''}`}
      style={{ height: ROW }}
    >
      {ticks && <span className="jp-esap-Table-tick" role="presentation" />}
      {row && group ? (
        <GroupCell {...props} group={group} level={row.level ?? 1} />
      ) : (
        places.map(place => <Cell key={place.index} {...props} place={place} />)
      )}
    </div>
  );
}

function Cell({
  row,
  position,
  place,
  trans,
  activeRow,
  activeColumn
}: RowProps & { readonly place: IPlace }): JSX.Element {
  const { at, format, left, width } = place;
  const value = row?.cell(place.index) ?? null;
  const shown = format.show(value);
  return (
    <div
      role="gridcell"
      aria-colindex={at + 1}
      tabIndex={position === activeRow && at === activeColumn ? 0 : -1}
      className={`jp-esap-Table-cell${format.numeric ? ' jp-mod-numeric' : ''}`}
      style={{ left, width }}
      title={shown ? tooltip(format.tell(value)) : row && trans.__('no value')}
    >
      {shown ||
        (row && (
          // It is not zero and not a blank; said quietly.
          <span className="jp-esap-Table-nothing">–</span>
        ))}
    </div>
  );
}

/** The one wide cell of a row that heads a group. */
function GroupCell({
  group: { name, summary, count, expanded },
  level,
  position,
  activeRow,
  columns,
  ticks,
  trans
}: RowProps & {
  readonly group: IGroup;
  readonly level: number;
}): JSX.Element {
  return (
    <div
      role="gridcell"
      aria-colindex={1}
      aria-colspan={columns}
      tabIndex={position === activeRow ? 0 : -1}
      className="jp-esap-Table-wide"
    >
      <span
        className="jp-esap-Table-headline"
        style={{ paddingLeft: (ticks ? TICKS : 8) + (level - 1) * 16 }}
      >
        <span aria-hidden className="jp-esap-Table-twist">
          {expanded ? '▾' : '▸'}
        </span>
        <strong>{name || trans.__('no value')}</strong>{' '}
        <span className="jp-esap-Table-summary">
          {summary || trans._n('%1 row', '%1 rows', count)}
        </span>
      </span>
    </div>
  );
}

function isChosen(group: IGroup, selection: Selection): boolean {
  const ids = group.ids();
  for (let i = 0; i < ids.length; i++) {
    if (!selection.has(ids[i])) {
      return false;
    }
  }
  return true;
}
