import * as React from 'react';
import { ColumnSet } from './columnSet';
import { FilterRow } from './filterRow';
import { Foot } from './foot';
import { Hands, type IHeld } from './hands';
import { Header } from './header';
import type { IPosition } from './keyboard';
import { FILTERS, GROUP, HEAD, ROW, TICKS, useLayout } from './layout';
import { RowGroup } from './rows';
import { boxHeight } from './scale';
import { Selection } from './selection';
import { useChanged } from './useChanged';
import { useFocus } from './useFocus';
import { useWindow } from './useWindow';
import type { ITableView } from './view';

/** The grid of one source. */
export function Grid(props: ITableView): JSX.Element {
  const { source, label, trans, copy, filters = false, ticks = false } = props;
  const [ownSelection] = React.useState(() => new Selection());
  const [ownColumns] = React.useState(() => new ColumnSet());
  const { selection = ownSelection, columns = ownColumns } = props;
  useChanged(source.changed);
  useChanged(selection.changed);
  useChanged(columns.changed);

  const scroller = React.useRef<HTMLDivElement>(null);
  const lead = ticks ? TICKS : 0;
  const head = HEAD + (filters ? FILTERS : 0);
  const layout = useLayout(source, scroller, columns, lead);
  const [wanted, setActive] = React.useState<IPosition>({ row: 0, column: 0 });
  const [said, say] = React.useState('');
  const active = {
    row: Math.min(wanted.row, source.length - 1),
    column: Math.max(0, Math.min(wanted.column, layout.places.length - 1))
  };
  const { groups, places, holder, reveal } = useWindow(
    scroller,
    source.length,
    layout,
    active,
    { head, lead }
  );
  const moveFocus = useFocus(scroller, active, 2);

  const [hands] = React.useState(() => new Hands());
  const held: IHeld = {
    source,
    selection,
    places: layout.places,
    columns,
    trans,
    copy,
    active,
    page: Math.max(
      1,
      Math.floor(((scroller.current?.clientHeight ?? 0) - head) / ROW) - 1
    ),
    go: to => {
      setActive(to);
      moveFocus();
      reveal(to.row, layout.places[to.column]);
    },
    say
  };
  const flat = source.tree?.flat ?? source;
  const ticked =
    selection.size === 0
      ? 'none'
      : selection.size < flat.length
        ? 'some'
        : 'all';
  return (
    <div className="jp-esap-Table">
      <div
        ref={scroller}
        role={source.tree ? 'treegrid' : 'grid'}
        aria-label={label}
        aria-rowcount={source.exact ? source.length + 1 : -1}
        aria-colcount={layout.places.length}
        aria-multiselectable
        aria-busy={source.busy}
        className="jp-esap-Table-scroller"
        onKeyDown={event => {
          // A marked text is what Ctrl+C copies, as everywhere.
          const marked = document.getSelection()?.isCollapsed === false;
          const native = event.altKey || (marked && event.key === 'c');
          if (!native && hands.key(held, event)) {
            event.preventDefault();
            event.stopPropagation();
          }
        }}
        onMouseDown={event => {
          if (event.shiftKey) {
            // Else the browser marks the text between the two clicks.
            event.preventDefault();
          }
        }}
        onClick={event => click(event, hands, held)}
      >
        <Header
          places={places}
          sort={source.sort}
          trans={trans}
          width={layout.width}
          columns={columns}
          ticked={ticks ? ticked : undefined}
          activeColumn={active.row < 0 ? active.column : undefined}
        />
        {filters && (
          <FilterRow
            source={source}
            places={places}
            width={layout.width}
            trans={trans}
          />
        )}
        <div
          role="presentation"
          className="jp-esap-Table-body"
          style={{ height: boxHeight(source.length), width: layout.width }}
        >
          <div
            ref={holder}
            role="presentation"
            className="jp-esap-Table-holder"
          >
            {groups.map(group => (
              <div
                key={group}
                role="presentation"
                className="jp-esap-Table-group"
                style={{
                  transform: `translateY(${(group - groups[0]) * GROUP * ROW}px)`
                }}
              >
                <RowGroup
                  source={source}
                  trans={trans}
                  places={places}
                  selection={selection}
                  columns={layout.places.length}
                  ticks={ticks}
                  number={group}
                  length={Math.min(GROUP, source.length - group * GROUP)}
                  revision={source.revision}
                  chosen={selection.revision}
                  {...(Math.floor(active.row / GROUP) === group && {
                    activeRow: active.row,
                    activeColumn: active.column
                  })}
                />
              </div>
            ))}
          </div>
        </div>
      </div>
      <Foot
        source={source}
        chosen={selection.size}
        said={said}
        trans={trans}
        actions={props.actions}
      />
    </div>
  );
}

/** Does what a click means, by where it fell. */
function click(event: React.MouseEvent, hands: Hands, held: IHeld): void {
  const target = event.target instanceof Element ? event.target : null;
  const line = target?.closest('[aria-rowindex]');
  if (!target || !line) {
    return;
  }
  const row = Number(line.getAttribute('aria-rowindex')) - 2;
  if (target.closest('.jp-esap-Table-tick')) {
    if (row < 0) {
      hands.tickAll(held);
    } else {
      hands.tick(held, row);
    }
    return;
  }
  const cell = target.closest('[aria-colindex]');
  if (!cell) {
    return;
  }
  const column = Number(cell.getAttribute('aria-colindex')) - 1;
  held.go({ row, column });
  if (row < 0) {
    hands.sort(held, column);
  } else if (
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    !hands.turn(held, row)
  ) {
    hands.choose(held, row, event);
  }
}
