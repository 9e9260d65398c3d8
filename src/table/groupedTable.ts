import { Signal, type ISignal } from '@lumino/signaling';
import type { IFilter } from './filter';
import { formatOf } from './format';
import { Groups, type INode } from './groups';
import type { ITableColumn } from './join';
import type {
  IGroup,
  IRange,
  IRow,
  ISort,
  ITableSource,
  ITree
} from './source';
import { Stretch } from './stretch';

/** Rows that are put into groups in one go. */
const STEP = 1024;

/** Words about a group's rows: what they have in common, sums. Asked when it is first seen. */
export type Summarise = (ids: readonly number[], level: number) => string;

/** What rows of a group have in common: the value of a column, or a name made from the row. */
export type GroupBy = number | ((row: IRow) => string);

/** What can be grouped: a source whose rows can be had by id. */
export interface IFlatSource extends ITableSource {
  row(id: number): IRow;
}

/**
 * The rows of a table in groups by some of its columns, as a tree: an
 * experiment, its passes, their sources. Groups stand where their first rows
 * stand in the table's own order. Rows that come later wait, for they would
 * move what is seen; at the end, and when asked, they go where they belong.
 */
export class GroupedTable implements ITableSource, ITree {
  constructor(
    readonly flat: IFlatSource,
    /** The outermost group first. */
    private readonly _by: readonly GroupBy[],
    private readonly _summarise: Summarise = () => ''
  ) {
    flat.changed.connect(this._follow, this);
    this._follow();
  }

  get tree(): ITree {
    return this;
  }

  get length(): number {
    return this._groups.length;
  }

  get total(): number {
    return this.flat.total;
  }

  get exact(): boolean {
    return this.flat.exact;
  }

  get columns(): readonly ITableColumn[] {
    return this.flat.columns;
  }

  get revision(): number {
    return this._revision;
  }

  get sort(): ISort | undefined {
    return this.flat.sort;
  }

  get filters(): readonly IFilter[] {
    return this.flat.filters;
  }

  get busy(): boolean {
    return this._building || this.flat.busy;
  }

  get waiting(): number {
    return this.busy
      ? 0
      : this.flat.waiting + this.flat.length - this._groups.rows;
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    this._isDisposed = true;
    this._wish++;
    this.flat.changed.disconnect(this._follow, this);
    Signal.clearData(this);
  }

  sortBy(sort: ISort | undefined): void {
    this.flat.sortBy(sort);
  }

  filterBy(filters: readonly IFilter[]): void {
    this.flat.filterBy(filters);
  }

  release(): void {
    if (this.flat.waiting > 0) {
      this.flat.release();
    } else {
      void this._build(this._groups);
    }
  }

  rows({ from, to }: IRange): readonly IRow[] {
    const rows: IRow[] = [];
    for (
      let position = from;
      position < Math.min(to, this.length);
      position++
    ) {
      const node = this._groups.node(position);
      rows.push(
        node
          ? {
              id: -1 - position,
              cell: () => null,
              level: node.level,
              group: this._asGroup(node)
            }
          : {
              ...this.flat.row(this._groups.id(position)),
              level: this._by.length + 1
            }
      );
    }
    return rows;
  }

  /** Of a group's head: the ids of all its rows. */
  ids({ from, to }: IRange): readonly number[] {
    const ids = new Set<number>();
    for (
      let position = from;
      position < Math.min(to, this.length);
      position++
    ) {
      const node = this._groups.node(position);
      for (const id of node?.ids ?? [this._groups.id(position)]) {
        ids.add(id);
      }
    }
    return [...ids];
  }

  group(position: number): IGroup | undefined {
    const node = this._groups.node(position);
    return node && this._asGroup(node);
  }

  parent(position: number): number {
    return this._groups.parent(position);
  }

  expand(position: number, expanded: boolean): void {
    const node = this._groups.node(position);
    if (node) {
      this._closed[expanded ? 'delete' : 'add'](node.path);
      this._show(this._groups);
    }
  }

  private _asGroup(node: INode): IGroup {
    return {
      name: node.name,
      summary: (node.summary ??= this._summarise(node.ids, node.level)),
      count: node.ids.length,
      expanded: !this._closed.has(node.path),
      ids: () => node.ids
    };
  }

  private _follow(): void {
    const { flat } = this;
    if (flat.columns.length === 0) {
      // The columns are still to come.
      return;
    }
    if (!flat.busy && flat.revision !== this._built) {
      void this._build(new Groups());
    } else if (
      !this.busy &&
      flat.length > this._groups.rows &&
      (flat.exact || this._groups.rows === 0)
    ) {
      void this._build(this._groups);
    } else {
      this._changed.emit();
    }
  }

  /** Puts the rows that are not yet in groups where they belong. */
  private async _build(groups: Groups): Promise<void> {
    const wish = ++this._wish;
    const stretch = new Stretch();
    const names = this._by.map(by => namer(by, this.columns));
    const { revision } = this.flat;
    this._building = true;
    // Whoever breaks in on this begins anew: the groups are half made.
    this._built = undefined;
    while (groups.rows < this.flat.length) {
      const from = groups.rows;
      for (const row of this.flat.rows({ from, to: from + STEP })) {
        if (row) {
          groups.put(
            row.id,
            names.map(name => name(row))
          );
        }
      }
      if (stretch.over) {
        await stretch.pause();
        if (wish !== this._wish) {
          return;
        }
      }
    }
    this._built = revision;
    this._building = false;
    this._show(groups);
  }

  private _show(groups: Groups): void {
    groups.flatten(this._closed);
    this._groups = groups;
    this._revision++;
    this._changed.emit();
  }

  private readonly _changed = new Signal<this, void>(this);
  /** Paths of the groups that are closed; kept when groups are made anew. */
  private readonly _closed = new Set<string>();
  private _groups = new Groups();
  /** The revision of the table that the groups were made from. */
  private _built: number | undefined;
  private _building = false;
  private _revision = 0;
  private _wish = 0;
  private _isDisposed = false;
}

function namer(
  by: GroupBy,
  columns: readonly ITableColumn[]
): (row: IRow) => string {
  if (typeof by === 'function') {
    return by;
  }
  const { show } = formatOf(columns[by]);
  return row => show(row.cell(by));
}
