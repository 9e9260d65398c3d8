import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { ColumnSet } from './columnSet';
import { Grid } from './grid';
import type { Selection } from './selection';
import type { ITableSource } from './source';
import '../../style/table.css';
import '../../style/table-tools.css';

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
  /** Which columns are shown and how wide; without it the view has its own. */
  readonly columns?: ColumnSet;
  /** A line below the header in which each column can be asked for. */
  readonly filters?: boolean;
  /** A tick in front of each row. */
  readonly ticks?: boolean;
  /** What can be done with the rows, at the end of the line below them. */
  readonly actions?: React.ReactNode;
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
