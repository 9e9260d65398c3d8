import type { TranslationBundle } from '@jupyterlab/translation';
import {
  defaultRangeExtractor,
  useVirtualizer,
  type Range
} from '@tanstack/react-virtual';
import * as React from 'react';
import { Foot } from './foot';
import { Hands, type IHeld } from './hands';
import { Header } from './header';
import type { IPosition } from './keyboard';
import { GROUP, HEAD, placesOf, ROW, useLayout } from './layout';
import { RowGroup } from './rows';
import { Selection } from './selection';
import type { ITableSource } from './source';
import { useChanged } from './useChanged';
import '../../style/table.css';

/** What a table view is made from. */
export interface ITableView {
  readonly source: ITableSource;
  /** What the rows are, for those who don't see the page around them. */
  readonly label: string;
  readonly trans: TranslationBundle;
  /** Puts a text on the clipboard. */
  readonly copy: (text: string) => void;
  /** Shared between views of one source; without it the view has its own. */
  readonly selection?: Selection;
}

/**
 * Rows of a source as a grid that can be read and worked with by keyboard and
 * screen reader. Only what is seen is in the page, however long and wide.
 */
export function TableView(props: ITableView): JSX.Element {
  // Another source is another table: nothing of the old one is left over.
  const kept = React.useRef({ source: props.source, number: 0 });
  if (kept.current.source !== props.source) {
    const { number } = kept.current;
    kept.current = { source: props.source, number: number + 1 };
  }
  return <Grid key={kept.current.number} {...props} />;
}

function Grid({
  source,
  label,
  trans,
  copy,
  selection: shared
}: ITableView): JSX.Element {
  const [own] = React.useState(() => new Selection());
  const selection = shared ?? own;
  useChanged(source.changed);
  useChanged(selection.changed);
  const scroller = React.useRef<HTMLDivElement>(null);
  const layout = useLayout(source, scroller);
  const [wanted, setActive] = React.useState<IPosition>({ row: 0, column: 0 });
  const [said, say] = React.useState('');
  const active = {
    row: Math.min(wanted.row, source.length - 1),
    column: Math.min(wanted.column, source.columns.length - 1)
  };

  // What has the focus stays in the page though it is scrolled away: else the
  // focus, and with it the keyboard, would be lost.
  const withActive =
    (index: number) =>
    (range: Range): number[] => {
      const indices = defaultRangeExtractor(range);
      return index < 0 || index >= range.count || indices.includes(index)
        ? indices
        : [...indices, index].sort((a, b) => a - b);
    };
  const groups = useVirtualizer({
    count: Math.ceil(source.length / GROUP),
    getScrollElement: () => scroller.current,
    estimateSize: () => GROUP * ROW,
    overscan: 1,
    rangeExtractor: withActive(Math.floor(active.row / GROUP))
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: source.columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => layout.widths[index],
    overscan: 2,
    rangeExtractor: withActive(active.column)
  });
  React.useLayoutEffect(() => columns.measure(), [columns, layout]);

  const indices = columns.getVirtualItems().map(item => item.index);
  const seen = indices.join();
  const places = React.useMemo(
    () => placesOf(source, layout, seen ? seen.split(',').map(Number) : []),
    [source, layout, seen]
  );

  const focus = React.useRef(false);
  React.useLayoutEffect(() => {
    if (focus.current) {
      focus.current = false;
      scroller.current
        ?.querySelector<HTMLElement>(
          `[aria-rowindex="${active.row + 2}"] > [aria-colindex="${active.column + 1}"]`
        )
        ?.focus({ preventScroll: true });
    }
  });

  const [hands] = React.useState(() => new Hands());
  const held: IHeld = {
    source,
    selection,
    trans,
    copy,
    active,
    page: Math.max(
      1,
      Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD) / ROW) - 1
    ),
    go: to => {
      setActive(to);
      focus.current = true;
      if (scroller.current) {
        reveal(scroller.current, to, layout.edges);
      }
    },
    say
  };
  const width = layout.edges[layout.edges.length - 1];
  return (
    <div className="jp-esap-Table">
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={source.exact ? source.length + 1 : -1}
        aria-colcount={source.columns.length}
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
        onClick={event => {
          const at = positionOf(event.target);
          if (at) {
            held.go(at);
            if (at.row < 0) {
              hands.sort(held, at.column);
            } else {
              hands.choose(held, at.row, event);
            }
          }
        }}
      >
        <Header
          places={places}
          sort={source.sort}
          trans={trans}
          width={width}
          activeColumn={active.row < 0 ? active.column : undefined}
        />
        <div
          role="presentation"
          className="jp-esap-Table-body"
          style={{ height: source.length * ROW, width }}
        >
          {groups.getVirtualItems().map(({ index }) => (
            <RowGroup
              key={index}
              source={source}
              trans={trans}
              places={places}
              selection={selection}
              group={index}
              length={Math.min(GROUP, source.length - index * GROUP)}
              revision={source.revision}
              chosen={selection.revision}
              {...(Math.floor(active.row / GROUP) === index && {
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

/** The cell or header that was clicked. */
function positionOf(target: EventTarget): IPosition | undefined {
  const cell =
    target instanceof Element ? target.closest('[aria-colindex]') : null;
  const row = cell?.parentElement?.getAttribute('aria-rowindex');
  return cell && row
    ? {
        row: Number(row) - 2,
        column: Number(cell.getAttribute('aria-colindex')) - 1
      }
    : undefined;
}

/** Scrolls just as far as needed for the cell to be seen. */
function reveal(
  scroller: HTMLElement,
  { row, column }: IPosition,
  edges: readonly number[]
): void {
  const height = scroller.clientHeight - HEAD;
  if (row >= 0) {
    const top = row * ROW;
    scroller.scrollTop = Math.max(
      Math.min(scroller.scrollTop, top),
      top + ROW - height
    );
  }
  const [left, right] = [edges[column], edges[column + 1]];
  scroller.scrollLeft = Math.min(
    Math.max(scroller.scrollLeft, right - scroller.clientWidth),
    left
  );
}
