import { Signal, type ISignal } from '@lumino/signaling';
import type { IColumn, INote, RowEvent } from '../columns';
import { Blocks } from './blocks';
import { sortOrder } from './sort';
import { WorkerSorter, type ISorter } from './sorter';
import type { IRange, IRow, ISort, ITableSource } from './source';

/** Up to this many rows a sort takes less time than asking the worker. */
const SORTED_HERE = 5000;

/** One sort worker a page, started when the first large table is sorted. */
const PAGE_SORTER = new WorkerSorter(async () => {
  const { startSortWorker } = await import('./sortWorker');
  return startSortWorker();
});

/**
 * A table in memory that grows from row events. Batches are kept as they came,
 * so a row costs what its values cost.
 */
export class LocalTable implements ITableSource {
  constructor(private readonly _sorter: ISorter = PAGE_SORTER) {}

  get columns(): readonly IColumn[] {
    return this._columns;
  }

  get length(): number {
    return this._order?.length ?? this._blocks.length;
  }

  /** True once the rows have ended. */
  get exact(): boolean {
    return this._ended;
  }

  get revision(): number {
    return this._revision;
  }

  get sort(): ISort | undefined {
    return this._sort;
  }

  get busy(): boolean {
    return this._busy;
  }

  get waiting(): number {
    return this._blocks.length - this.length;
  }

  /** What was said about the rows, in the order in which it came. */
  get notes(): readonly INote[] {
    return this._notes;
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** Takes the next event of a stream of rows. */
  add(event: RowEvent): void {
    switch (event.kind) {
      case 'columns':
        this._columns = event.columns;
        this._revision++;
        break;
      case 'batch':
        this._blocks.append(event.batch);
        break;
      case 'note':
        this._notes = [...this._notes, event.note];
        break;
      case 'end':
        this._ended = true;
        break;
    }
    this._changed.emit();
  }

  rows({ from, to }: IRange): readonly IRow[] {
    const rows: IRow[] = [];
    for (
      let position = from;
      position < Math.min(to, this.length);
      position++
    ) {
      const id = this._id(position);
      rows.push({ id, cell: column => this._blocks.cell(id, column) });
    }
    return rows;
  }

  ids({ from, to }: IRange): Uint32Array {
    const ids = new Uint32Array(Math.max(0, Math.min(to, this.length) - from));
    for (let i = 0; i < ids.length; i++) {
      ids[i] = this._id(from + i);
    }
    return ids;
  }

  sortBy(sort: ISort | undefined): void {
    this._sort = sort;
    void this._arrange();
  }

  release(): void {
    void this._arrange();
  }

  /** Makes the order anew. The last wish wins, whatever comes back first. */
  private async _arrange(): Promise<void> {
    const wish = ++this._wish;
    const sort = this._sort;
    if (!sort) {
      this._show(undefined);
      return;
    }
    const task = {
      pieces: this._blocks.pieces(sort.column),
      descending: sort.descending
    };
    if (this._blocks.length <= SORTED_HERE) {
      this._show(sortOrder(task));
      return;
    }
    this._busy = true;
    this._changed.emit();
    const order = await this._sorter.order(task);
    if (wish === this._wish) {
      this._show(order);
    }
  }

  private _show(order: Uint32Array | undefined): void {
    this._order = order;
    this._busy = false;
    this._revision++;
    this._changed.emit();
  }

  private _id(position: number): number {
    return this._blocks.id(this._order ? this._order[position] : position);
  }

  private readonly _blocks = new Blocks();
  private readonly _changed = new Signal<this, void>(this);
  private _columns: readonly IColumn[] = [];
  private _notes: readonly INote[] = [];
  private _order: Uint32Array | undefined;
  private _sort: ISort | undefined;
  private _busy = false;
  private _ended = false;
  private _revision = 0;
  private _wish = 0;
}
