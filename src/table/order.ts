import type { IColumn } from '../columns';
import type { Blocks, IBlock } from './blocks';
import type { IFilter } from './filter';
import { IdList } from './idList';
import { Sieve } from './sieve';
import { sortOrder } from './sort';
import type { ISorter } from './sorter';
import type { ISort } from './source';
import { Stretch } from './stretch';

/** Up to this many rows a sort takes less time than asking the worker. */
const SORTED_HERE = 5000;

/** All row ids as they were sorted once. */
interface ISorted extends ISort {
  readonly ids: Uint32Array;
  /** Ids from here on came later. */
  readonly next: number;
  /** Another number: rows have been taken out since. */
  readonly removals: number;
}

/**
 * Which rows of a table are shown, and in which order. Small tables are put in
 * order at once; of large ones the old order is shown until the new one is made.
 */
export class Order {
  constructor(
    private readonly _blocks: Blocks,
    private readonly _columns: () => readonly IColumn[],
    private readonly _sorter: ISorter,
    private readonly _changed: () => void
  ) {
    this._sieve = new Sieve([], []);
  }

  sort: ISort | undefined;
  filters: readonly IFilter[] = [];

  get busy(): boolean {
    return this._busy;
  }

  /** Grows whenever a row that was there may stand elsewhere. */
  get revision(): number {
    return this._revision;
  }

  get length(): number {
    return this._list?.length ?? this._blocks.length;
  }

  /** Rows that pass, but came after the order was made. */
  get waiting(): number {
    const passed = this._sieve.open ? this._blocks.length : this._sieve.count;
    return this._busy ? 0 : passed - this.length;
  }

  /** The id of the row at a position. */
  at(position: number): number {
    return this._list ? this._list.at(position) : this._blocks.id(position);
  }

  /** Takes in new rows: at the end, or waiting where the user has an order. */
  arrived(block: IBlock): void {
    this._sieve.look(block);
    if (this._list && !this._sortedBy) {
      for (let i = 0; i < block.batch.length; i++) {
        if (this._sieve.passes(block.first + i)) {
          this._list.push(block.first + i);
        }
      }
    }
  }

  /** Rows have been taken out: they must not be shown while a new order is made. */
  removed(): void {
    this._removals++;
    this._list = this._list?.filter(id => this._blocks.of(id) !== undefined);
    this.arrange();
  }

  /** Makes the order anew. The last wish wins, whatever is ready first. */
  arrange(): void {
    const wish = ++this._wish;
    this._busy = true;
    // What is quickly made is made when this returns.
    void this._make(() => wish === this._wish);
    if (this._busy) {
      this._changed();
    }
  }

  private async _make(wanted: () => boolean): Promise<void> {
    const { sort, filters } = this;
    const sieve = new Sieve(filters, this._columns());
    const stretch = new Stretch();
    for (const block of sieve.open ? [] : this._blocks.all) {
      sieve.look(block);
      if (stretch.over) {
        await stretch.pause();
        if (!wanted()) {
          return;
        }
      }
    }
    if (sort && !this._isSorted(sort)) {
      const { next } = this._blocks;
      const task = {
        pieces: this._blocks.pieces(sort.column),
        descending: sort.descending
      };
      const ordinals =
        this._blocks.length <= SORTED_HERE
          ? sortOrder(task)
          : await this._sorter.order(task);
      if (!wanted()) {
        return;
      }
      const ids = ordinals.map(ordinal => this._blocks.id(ordinal));
      this._sorted = { ...sort, ids, next, removals: this._removals };
    }
    this._show(sieve, sort);
  }

  private _isSorted(sort: ISort): boolean {
    const made = this._sorted;
    return (
      made !== undefined &&
      made.column === sort.column &&
      made.descending === sort.descending &&
      made.next === this._blocks.next &&
      made.removals === this._removals
    );
  }

  private _show(sieve: Sieve, sort: ISort | undefined): void {
    // Blocks may have come while the order was made.
    this._blocks.all.forEach(block => sieve.look(block));
    const passes = (id: number): boolean => sieve.passes(id);
    if (sort && this._sorted) {
      const all = IdList.of(this._sorted.ids);
      this._list = sieve.open ? all : all.filter(passes);
    } else {
      this._sorted = undefined;
      this._list = sieve.open ? undefined : allOf(this._blocks).filter(passes);
    }
    this._sieve = sieve;
    this._sortedBy = sort;
    this._busy = false;
    this._revision++;
    this._changed();
  }

  private _sieve: Sieve;
  private _list: IdList | undefined;
  private _sorted: ISorted | undefined;
  /** The order that is shown, which may still be that before `sort`. */
  private _sortedBy: ISort | undefined;
  private _busy = false;
  private _revision = 0;
  private _removals = 0;
  private _wish = 0;
}

/** The ids of all rows, in the order of arrival. */
function allOf(blocks: Blocks): IdList {
  const ids = new Uint32Array(blocks.length);
  for (const { first, before, batch } of blocks.all) {
    for (let i = 0; i < batch.length; i++) {
      ids[before + i] = first + i;
    }
  }
  return IdList.of(ids);
}
