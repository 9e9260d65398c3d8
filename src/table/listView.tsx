import type { TranslationBundle } from '@jupyterlab/translation';
import { useVirtualizer } from '@tanstack/react-virtual';
import * as React from 'react';
import { ColumnSet } from './columnSet';
import { Foot } from './foot';
import { Hands, type IHeld } from './hands';
import type { IPosition } from './keyboard';
import { useLayout } from './layout';
import { ListItem, type ILines } from './listItem';
import { Selection } from './selection';
import type { IRow, ITableSource } from './source';
import { useChanged } from './useChanged';
import { useFocus } from './useFocus';
import { withActive } from './useWindow';
import '../../style/table.css';
import '../../style/list.css';

/** Heights in pixels of a row of two lines, and of the head of a group. */
const LINES = 44;
const HEADLINE = 26;

/** What a list is made from. */
export interface IListView {
  readonly source: ITableSource;
  /** What the rows are, for those who don't see the page around them. */
  readonly label: string;
  readonly trans: TranslationBundle;
  /** Puts a text on the clipboard. */
  readonly copy: (text: string) => void;
  /** What is written in a row. */
  readonly lines: (row: IRow) => ILines;
  /** Buttons for the row that has the focus. */
  readonly actions?: (row: IRow) => React.ReactNode;
  /** Shared between views of one source; without it the view has its own. */
  readonly selection?: Selection;
}

/** Rows of a source in two lines each, for a narrow place; the same rows as in a table. */
export function ListView(props: IListView): JSX.Element {
  const { source, label, trans, copy, lines, actions } = props;
  const [own] = React.useState(() => new Selection());
  const { selection = own } = props;
  useChanged(source.changed);
  useChanged(selection.changed);
  const scroller = React.useRef<HTMLDivElement>(null);
  const [columns] = React.useState(() => new ColumnSet());
  // Copying takes the columns that a table would show.
  const { places } = useLayout(source, scroller, columns, 0);
  const [wanted, setActive] = React.useState(0);
  const [said, say] = React.useState('');
  const active: IPosition = {
    row: Math.max(0, Math.min(wanted, source.length - 1)),
    column: 0
  };
  const { tree, revision } = source;
  const items = useVirtualizer({
    count: source.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => (tree?.group(index) ? HEADLINE : LINES),
    overscan: 4,
    rangeExtractor: withActive(active.row)
  });
  // Another order puts heads of groups elsewhere.
  React.useLayoutEffect(() => items.measure(), [items, tree, revision]);
  const moveFocus = useFocus(scroller, active, 1);
  const [hands] = React.useState(() => new Hands());
  const held: IHeld = {
    source,
    selection,
    places,
    columns,
    trans,
    copy,
    active,
    page: Math.max(
      1,
      Math.floor((scroller.current?.clientHeight ?? 0) / LINES)
    ),
    go: ({ row }) => {
      const to = Math.max(0, row);
      setActive(to);
      moveFocus();
      items.scrollToIndex(to);
    },
    say
  };
  return (
    <div className="jp-esap-Table">
      <div
        ref={scroller}
        role={tree ? 'treegrid' : 'grid'}
        aria-label={label}
        aria-rowcount={source.exact ? source.length : -1}
        aria-colcount={actions ? 2 : 1}
        aria-multiselectable
        aria-busy={source.busy}
        className="jp-esap-Table-scroller"
        onKeyDown={event => {
          const inside =
            event.target instanceof Element &&
            event.target.closest('button, a');
          if (!inside && !event.altKey && hands.key(held, event)) {
            event.preventDefault();
            event.stopPropagation();
          }
        }}
        onMouseDown={event => {
          if (event.shiftKey) {
            event.preventDefault();
          }
        }}
      >
        <div
          role="presentation"
          className="jp-esap-Table-body"
          style={{ height: items.getTotalSize() }}
        >
          {items.getVirtualItems().map(({ index, start, size }) => (
            <ListItem
              key={index}
              source={source}
              selection={selection}
              trans={trans}
              lines={lines}
              actions={actions}
              position={index}
              top={start}
              height={size}
              active={index === active.row}
              revision={revision}
              chosen={selection.revision}
              onChoose={event => {
                held.go({ row: index, column: 0 });
                if (
                  event.ctrlKey ||
                  event.metaKey ||
                  event.shiftKey ||
                  !hands.turn(held, index)
                ) {
                  hands.choose(held, index, event);
                }
              }}
            />
          ))}
        </div>
      </div>
      <Foot source={source} chosen={selection.size} said={said} trans={trans} />
    </div>
  );
}
