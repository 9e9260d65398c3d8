import type { ISignal } from '@lumino/signaling';
import type { Cell } from '../columns';
import type { IFilter } from './filter';
import type { ITableColumn } from './join';

/** Positions in the order that is shown: `from` is in it, `to` is not. */
export interface IRange {
  readonly from: number;
  readonly to: number;
}

/** By which column, and which way. */
export interface ISort {
  /** Index into the source's columns. */
  readonly column: number;
  readonly descending: boolean;
}

/** One row as it is looked at; made when it is drawn, never kept. */
export interface IRow {
  /** Stable: the same row has the same id whatever the order. */
  readonly id: number;
  /** The value of a column; null in the row that heads a group. */
  cell(column: number): Cell;
  /** The group that the row heads, where it does. */
  readonly group?: IGroup;
  /** How deep it stands in the tree, from 1; absent where rows are not grouped. */
  readonly level?: number;
}

/** Rows that belong together, such as the sources of one experiment. */
export interface IGroup {
  /** What they have in common, as it is shown; empty where they have no value. */
  readonly name: string;
  /** What else is to be said of all of them. */
  readonly summary: string;
  /** Number of rows in it. */
  readonly count: number;
  readonly expanded: boolean;
  /** The ids of its rows. */
  ids(): ArrayLike<number>;
}

/**
 * What a table view draws. It knows nothing of pixels; the view knows nothing
 * of where rows are kept. Order and filter belong to the source, so that all
 * views of one source show the same.
 */
export interface ITableSource {
  /** Number of rows that can be shown now. */
  readonly length: number;
  /** Number of rows there are, with those that a filter holds back and those that wait. */
  readonly total: number;
  /** False while more rows may come, or where `length` is only an estimate. */
  readonly exact: boolean;
  /** They only get more: an index stays that of its column. */
  readonly columns: readonly ITableColumn[];
  /** Grows whenever a row that was there may look different; not when rows are added at the end. */
  readonly revision: number;
  /** The rows of a range; undefined where one is still being fetched, `changed` tells when it is there. */
  rows(range: IRange): readonly (IRow | undefined)[];
  /** The ids of a range, for selecting many rows at once. */
  ids(range: IRange): ArrayLike<number>;
  /** The order that was asked for; undefined is the order of arrival. */
  readonly sort: ISort | undefined;
  /** Asks for an order. It is there when `busy` is false again. */
  sortBy(sort: ISort | undefined): void;
  /** What rows have to be like to be shown, all of it. */
  readonly filters: readonly IFilter[];
  /** Asks for other filters; those that can't be understood are taken for absent. */
  filterBy(filters: readonly IFilter[]): void;
  /** A new order or choice of rows is being made; the old one is shown meanwhile. */
  readonly busy: boolean;
  /** Rows that came after the order was made; they are not among `length`. */
  readonly waiting: number;
  /** Puts the waiting rows where they belong. */
  release(): void;
  /** Present where rows are grouped: a table is then a tree. */
  readonly tree?: ITree;
  /** Emitted after any of the above has changed. */
  readonly changed: ISignal<ITableSource, void>;
}

/** What can be done with groups. */
export interface ITree {
  /** The same rows without groups. */
  readonly flat: ITableSource;
  /** The group that is headed at a position. */
  group(position: number): IGroup | undefined;
  /** Where the group that a row belongs to is headed; -1 at the top. */
  parent(position: number): number;
  /** Opens or closes the group at a position. */
  expand(position: number, expanded: boolean): void;
}
