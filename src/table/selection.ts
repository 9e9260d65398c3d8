import { Signal, type ISignal } from '@lumino/signaling';
import { Bits } from './bits';

/**
 * Which rows are chosen, by id: a bit a row, so that a million can be chosen
 * at once. Views of one source share it; it holds whatever the order is.
 */
export class Selection {
  /** Number of rows that are chosen. */
  get size(): number {
    return this._size;
  }

  /** Grows with every change. */
  get revision(): number {
    return this._revision;
  }

  /** Emitted once a change, however many rows it is about. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  has(id: number): boolean {
    return this._bits.has(id);
  }

  /** The chosen ids, ascending. */
  ids(): IterableIterator<number> {
    return this._bits.ids();
  }

  /** Chooses these and no others. */
  only(ids: ArrayLike<number>): void {
    this._bits.clear();
    this._size = 0;
    this._add(ids);
    this._emit();
  }

  add(ids: ArrayLike<number>): void {
    this._add(ids);
    this._emit();
  }

  remove(ids: ArrayLike<number>): void {
    for (let i = 0; i < ids.length; i++) {
      this._size -= this._bits.unset(ids[i]) ? 1 : 0;
    }
    this._emit();
  }

  toggle(id: number): void {
    if (this.has(id)) {
      this.remove([id]);
    } else {
      this.add([id]);
    }
  }

  clear(): void {
    this.only([]);
  }

  private _emit(): void {
    this._revision++;
    this._changed.emit();
  }

  private _add(ids: ArrayLike<number>): void {
    for (let i = 0; i < ids.length; i++) {
      this._size += this._bits.set(ids[i]) ? 1 : 0;
    }
  }

  private readonly _bits = new Bits();
  private _size = 0;
  private _revision = 0;
  private readonly _changed = new Signal<this, void>(this);
}
