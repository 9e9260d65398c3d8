import * as React from 'react';
import { ColumnSet } from './columnSet';
import { FilterRow } from './filterRow';
import { Foot } from './foot';
import { Hands, type IHeld } from './hands';
import { Header } from './header';
import type { IPosition } from './keyboard';
import { FILTERS, GROUP, HEAD, ROW, TICKS, useLayout } from './layout';
import { RowGroup } from './rows';
import { Selection } from './selection';
import { useChanged } from './useChanged';
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
  const { groups, places } = useWindow(scroller, source.length, layout, active);
  const moveFocus = useFocus(scroller, active);

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
      const place = layout.places[to.column];
      if (scroller.current && place) {
        reveal(
          scroller.current,
          to.row,
          head,
          place.left - lead,
          place.left + place.width
        );
      }
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
          if (!(marked && event.key === 'c') && hands.key(held, event)) {
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
          style={{ height: source.length * ROW, width: layout.width }}
        >
          {groups.map(group => (
            <RowGroup
              key={group}
              source={source}
              trans={trans}
              places={places}
              selection={selection}
              columns={layout.places.length}
              ticks={ticks}
              number={group}
              length={Math.min(GROUP, source.length - group * GROUP)}
              top={group * GROUP * ROW}
              revision={source.revision}
              chosen={selection.revision}
              {...(Math.floor(active.row / GROUP) === group && {
                activeRow: active.row,
                activeColumn: active.column
              })}
            />
          ))}
        </div>
      </div>
      <Foot source={source} chosen={selection.size} said={said} trans={trans} />
    </div>
  );
}

/** Gives the focus to the active cell after the next drawing, when asked to. */
function useFocus(
  scroller: React.RefObject<HTMLElement>,
  { row, column }: IPosition
): () => void {
  const asked = React.useRef(false);
  React.useLayoutEffect(() => {
    const line = asked.current
      ? scroller.current?.querySelector(`[aria-rowindex="${row + 2}"]`)
      : null;
    if (line) {
      asked.current = false;
      const cell =
        line.querySelector<HTMLElement>(`[aria-colindex="${column + 1}"]`) ??
        // The head of a group has one wide cell.
        line.querySelector<HTMLElement>('[aria-colindex]');
      cell?.focus({ preventScroll: true });
    }
  });
  return () => {
    asked.current = true;
  };
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

/** Scrolls just as far as needed for a cell to be seen. */
function reveal(
  scroller: HTMLElement,
  row: number,
  head: number,
  left: number,
  right: number
): void {
  if (row >= 0) {
    const top = row * ROW;
    const height = scroller.clientHeight - head;
    scroller.scrollTop = Math.max(
      Math.min(scroller.scrollTop, top),
      top + ROW - height
    );
  }
  scroller.scrollLeft = Math.min(
    Math.max(scroller.scrollLeft, right - scroller.clientWidth),
    left
  );
}
