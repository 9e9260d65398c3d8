/** A bit an id, growing as ids do. */
export class Bits {
  has(id: number): boolean {
    return ((this._bytes[id >> 3] ?? 0) & (1 << (id & 7))) !== 0;
  }

  /** Sets a bit; true where it was not set before. */
  set(id: number): boolean {
    const byte = id >> 3;
    if (byte >= this._bytes.length) {
      const grown = new Uint8Array(2 * (byte + 1));
      grown.set(this._bytes);
      this._bytes = grown;
    }
    const before = this._bytes[byte];
    this._bytes[byte] = before | (1 << (id & 7));
    return this._bytes[byte] !== before;
  }

  /** Clears a bit; true where it was set before. */
  unset(id: number): boolean {
    const had = this.has(id);
    if (had) {
      this._bytes[id >> 3] &= ~(1 << (id & 7));
    }
    return had;
  }

  clear(): void {
    this._bytes.fill(0);
  }

  /** The ids whose bit is set, ascending. */
  *ids(): IterableIterator<number> {
    for (let byte = 0; byte < this._bytes.length; byte++) {
      for (let bit = 0; this._bytes[byte] >> bit; bit++) {
        if ((this._bytes[byte] >> bit) & 1) {
          yield byte * 8 + bit;
        }
      }
    }
  }

  private _bytes = new Uint8Array(32);
}
