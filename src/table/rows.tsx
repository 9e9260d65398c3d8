import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { tooltip } from './format';
import { GROUP, ROW } from './layout';
import type { Selection } from './selection';
import type { IRow, ITableSource } from './source';
import type { IPlace } from './widths';

interface IGroup {
  readonly source: ITableSource;
  readonly trans: TranslationBundle;
  readonly places: readonly IPlace[];
  readonly selection: Selection;
  /** Number of this group; its first row is `group * GROUP`. */
  readonly group: number;
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
export const RowGroup = React.memo((props: IGroup): JSX.Element => {
  const { source, group, length } = props;
  const from = group * GROUP;
  const rows = source.rows({ from, to: from + length });
  return (
    <div
      role="presentation"
      className="jp-esap-Table-group"
      style={{ transform: `translateY(${from * ROW}px)` }}
    >
      {rows.map((row, i) => (
        <Row key={i} {...props} row={row} position={from + i} />
      ))}
    </div>
  );
});
RowGroup.displayName = 'RowGroup';

function Row({
  row,
  position,
  places,
  selection,
  trans,
  activeRow,
  activeColumn
}: IGroup & {
  readonly row: IRow | undefined;
  readonly position: number;
}): JSX.Element {
  const selected = row !== undefined && selection.has(row.id);
  return (
    <div
      role="row"
      aria-rowindex={position + 2}
      aria-selected={selected}
      aria-busy={row ? undefined : true}
      className="jp-esap-Table-row"
    >
      {places.map(place => {
        const value = row?.cell(place.index) ?? null;
        const shown = place.format.show(value);
        return (
          <div
            key={place.index}
            role="gridcell"
            aria-colindex={place.index + 1}
            tabIndex={
              position === activeRow && place.index === activeColumn ? 0 : -1
            }
            className={
              place.format.numeric
                ? 'jp-esap-Table-cell jp-mod-numeric'
                : 'jp-esap-Table-cell'
            }
            style={{ left: place.left, width: place.width }}
            title={
              shown
                ? tooltip(place.format.tell(value))
                : row && trans.__('no value')
            }
          >
            {shown || (row ? <Nothing /> : null)}
          </div>
        );
      })}
    </div>
  );
}

/** Says that there is no value, quietly: it is not zero and not a blank. */
function Nothing(): JSX.Element {
  return <span className="jp-esap-Table-nothing">–</span>;
}
