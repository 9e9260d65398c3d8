import { Signal, type ISignal } from '@lumino/signaling';
import type { IBatch, INote, RowEvent } from '../columns';
import { Blocks } from './blocks';
import type { IFilter } from './filter';
import {
  Join,
  type IOrigin,
  type IRoleColumn,
  type ITableColumn
} from './join';
import { Order } from './order';
import { Part, type IPart } from './part';
import { WorkerSorter, type ISorter } from './sorter';
import type { IRange, IRow, ISort, ITableSource } from './source';

/** One sort worker a page, started when the first large table is sorted. */
const PAGE_SORTER = new WorkerSorter(async () => {
  const { startSortWorker } = await import('./sortWorker');
  return startSortWorker();
});

/** What a table may be made with. */
export interface ILocalTableOptions {
  /** Columns that rows of different services share; without any, all stand as they are. */
  readonly roles?: readonly IRoleColumn[];
  readonly sorter?: ISorter;
}

/**
 * A table in memory that grows from row events, one part a request. Batches
 * are kept as they came, so a row costs what its values cost.
 */
export class LocalTable implements ITableSource {
  constructor({ roles = [], sorter = PAGE_SORTER }: ILocalTableOptions = {}) {
    this._join = new Join(roles);
    this._order = new Order(
      this._blocks,
      () => this._join.columns,
      sorter,
      () => this._changed.emit()
    );
  }

  get columns(): readonly ITableColumn[] {
    return this._join.columns;
  }

  get length(): number {
    return this._order.length;
  }

  get total(): number {
    return this._blocks.length;
  }

  /** True once the rows of all parts have ended. */
  get exact(): boolean {
    return this._parts.length > 0 && this._parts.every(part => part.ended);
  }

  get revision(): number {
    return this._order.revision + this._joins;
  }

  get sort(): ISort | undefined {
    return this._order.sort;
  }

  get filters(): readonly IFilter[] {
    return this._order.filters;
  }

  get busy(): boolean {
    return this._order.busy;
  }

  get waiting(): number {
    return this._order.waiting;
  }

  /** The requests whose rows are here, in the order in which they were begun. */
  get parts(): readonly IPart[] {
    return this._parts;
  }

  /** What was said about the rows of all parts. */
  get notes(): readonly INote[] {
    return this._parts.flatMap(part => part.notes);
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /**
   * Begins the rows of a request. With `instead` it is asked again, or for
   * more: the rows of that part stay until this one has as many, or has ended.
   */
  begin(origin: IOrigin, instead?: IPart): IPart {
    const old = this._parts.find(part => part === instead);
    const part = new Part(origin, old);
    if (!old) {
      this._parts = [...this._parts, part];
    }
    return part;
  }

  /** Takes the next event of a request's rows; a table of one request needs no `begin`. */
  add(event: RowEvent, to?: IPart): void {
    const part = this._part(to);
    switch (event.kind) {
      case 'columns':
        part.adapt = this._join.take(event.columns, part.origin);
        this._joins++;
        break;
      case 'batch': {
        const batch = part.adapt(event.batch);
        part.rows += batch.length;
        if (part.instead) {
          part.held.push(batch);
          if (part.rows >= part.instead.rows) {
            this._replace(part, part.instead);
          }
        } else {
          this._append(batch, part);
        }
        break;
      }
      case 'note':
        part.notes = [...part.notes, event.note];
        break;
      case 'end':
        part.ended = true;
        if (part.instead) {
          this._replace(part, part.instead);
        }
        break;
    }
    this._changed.emit();
  }

  /** Takes a request's rows out. */
  drop(part: IPart): void {
    this._parts = this._parts.filter(other => other !== part);
    this._blocks.remove(part as Part);
    this._order.removed();
    this._changed.emit();
  }

  /** Where a row comes from; undefined for one that is gone. */
  origin(id: number): IOrigin | undefined {
    return this._blocks.of(id)?.part.origin;
  }

  rows({ from, to }: IRange): readonly IRow[] {
    const rows: IRow[] = [];
    for (
      let position = from;
      position < Math.min(to, this.length);
      position++
    ) {
      rows.push(this.row(this._order.at(position)));
    }
    return rows;
  }

  /** A row by its id, whether it is shown or not. */
  row(id: number): IRow {
    return { id, cell: column => this._blocks.cell(id, column) };
  }

  ids({ from, to }: IRange): Uint32Array {
    const ids = new Uint32Array(Math.max(0, Math.min(to, this.length) - from));
    for (let i = 0; i < ids.length; i++) {
      ids[i] = this._order.at(from + i);
    }
    return ids;
  }

  sortBy(sort: ISort | undefined): void {
    this._order.sort = sort;
    this._order.arrange();
  }

  filterBy(filters: readonly IFilter[]): void {
    this._order.filters = filters;
    this._order.arrange();
  }

  release(): void {
    this._order.arrange();
  }

  private _part(to: IPart | undefined): Part {
    if (to instanceof Part) {
      return to;
    }
    if (this._parts.length === 0) {
      this.begin({ service: '', label: '' });
    }
    return this._parts[0];
  }

  private _append(batch: IBatch, part: Part): void {
    this._order.arrived(this._blocks.append(batch, part));
  }

  private _replace(part: Part, old: Part): void {
    this._parts = this._parts.map(other => (other === old ? part : other));
    this._blocks.remove(old);
    part.instead = undefined;
    for (const batch of part.held.splice(0)) {
      this._append(batch, part);
    }
    this._order.removed();
  }

  private readonly _blocks = new Blocks();
  private readonly _changed = new Signal<this, void>(this);
  private readonly _join: Join;
  private readonly _order: Order;
  private _parts: readonly Part[] = [];
  private _joins = 0;
}
