/** Ids in the order in which they are shown; more can be put at its end. */
export class IdList {
  constructor(
    private _ids: Uint32Array = new Uint32Array(64),
    private _length = 0
  ) {}

  /** A list of these; the array is taken, not copied. */
  static of(ids: Uint32Array): IdList {
    return new IdList(ids, ids.length);
  }

  get length(): number {
    return this._length;
  }

  at(position: number): number {
    return this._ids[position];
  }

  push(id: number): void {
    if (this._length === this._ids.length) {
      const grown = new Uint32Array(2 * this._length + 64);
      grown.set(this._ids);
      this._ids = grown;
    }
    this._ids[this._length++] = id;
  }

  /** The ids of this list that pass, in the same order. */
  filter(passes: (id: number) => boolean): IdList {
    const kept = new IdList();
    for (let i = 0; i < this._length; i++) {
      if (passes(this._ids[i])) {
        kept.push(this._ids[i]);
      }
    }
    return kept;
  }
}
