import { Signal, type ISignal } from '@lumino/signaling';

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
    return ((this._bits[id >> 3] ?? 0) & (1 << (id & 7))) !== 0;
  }

  /** The chosen ids, ascending. */
  *ids(): IterableIterator<number> {
    for (let byte = 0; byte < this._bits.length; byte++) {
      for (let bit = 0; this._bits[byte] >> bit; bit++) {
        if ((this._bits[byte] >> bit) & 1) {
          yield byte * 8 + bit;
        }
      }
    }
  }

  /** Chooses these and no others. */
  only(ids: ArrayLike<number>): void {
    this._bits.fill(0);
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
      const id = ids[i];
      if (this.has(id)) {
        this._bits[id >> 3] &= ~(1 << (id & 7));
        this._size--;
      }
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
    let largest = -1;
    for (let i = 0; i < ids.length; i++) {
      largest = Math.max(largest, ids[i]);
    }
    if (largest >> 3 >= this._bits.length) {
      const grown = new Uint8Array(
        Math.max(2 * this._bits.length, (largest >> 3) + 1)
      );
      grown.set(this._bits);
      this._bits = grown;
    }
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i];
      const bit = 1 << (id & 7);
      if (!(this._bits[id >> 3] & bit)) {
        this._bits[id >> 3] |= bit;
        this._size++;
      }
    }
  }

  private _bits = new Uint8Array(32);
  private _size = 0;
  private _revision = 0;
  private readonly _changed = new Signal<this, void>(this);
}
