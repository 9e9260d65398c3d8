import type { IBooleanData } from '../../columns';
import { ascii } from '../decimal';
import {
  Nulls,
  exactly,
  type IBinary,
  type IItemWriter,
  type Verdict
} from './writer';

/**
 * Columns of `boolean` (VOTable §6: T, F, 1, 0, true, false in any case; `?`,
 * blank and NUL are null) and of `bit`.
 */
export class TruthWriter implements IItemWriter {
  readonly arity = 1;
  readonly width = 1;
  readonly keepsSpace = false;
  verdict: Verdict = 'fine';

  constructor(readonly bit: boolean) {}

  begin(rows: number): void {
    this._values = new Uint8Array(rows);
    this._nulls.begin();
  }

  reserve(index: number): void {
    if (index >= this._values.length) {
      const values = new Uint8Array(Math.max(64, 2 * (index + 1)));
      values.set(this._values);
      this._values = values;
    }
  }

  scan(bytes: Uint8Array, pos: number, row: number): number {
    const after = bytes[pos + 1];
    // A longer word: leave it to `text`; bits may follow each other directly.
    if (!this.bit && after > 32 && after !== 60) {
      return -1;
    }
    return this._put(bytes[pos], row) ? pos + 1 : -1;
  }

  text(bytes: Uint8Array, start: number, end: number, row: number): Verdict {
    return this.token(ascii(bytes, start, end).trim(), '', row);
  }

  token(first: string, _second: string, index: number): Verdict {
    const word = first.toLowerCase();
    if (word === '') {
      this.clear(index);
      return 'fine';
    }
    const letter = word === 'true' ? 't' : word === 'false' ? 'f' : word;
    if (letter.length === 1 && this._put(letter.charCodeAt(0), index)) {
      return 'fine';
    }
    this.clear(index);
    return 'unreadable';
  }

  binary(from: IBinary, pos: number, end: number, row: number): number {
    if (pos >= end) {
      return -1;
    }
    const byte = from.bytes[pos];
    this.verdict = 'fine';
    if (this.bit) {
      // The standard's one is the highest bit; astropy writes another.
      this.put(row, byte !== 0);
    } else if (!this._put(byte, row)) {
      this.clear(row);
      this.verdict = 'unreadable';
    }
    return pos + 1;
  }

  put(row: number, value: boolean): void {
    this._nulls.unset(row);
    this._values[row] = value ? 1 : 0;
  }

  clear(row: number): void {
    this._values[row] = 0;
    this._nulls.set(row);
  }

  take(rows: number): IBooleanData {
    return {
      kind: 'boolean',
      values: exactly(this._values, rows),
      nulls: this._nulls.take(rows)
    };
  }

  /** False where the character is no truth value. */
  private _put(code: number, row: number): boolean {
    switch (code) {
      case 49: // 1
        this.put(row, true);
        return true;
      case 48: // 0
        this.put(row, false);
        return true;
    }
    if (this.bit) {
      return false;
    }
    switch (code) {
      case 84: // T
      case 116:
        this.put(row, true);
        return true;
      case 70: // F
      case 102:
        this.put(row, false);
        return true;
      case 63: // ?
      case 32:
      case 0:
        this.clear(row);
        return true;
    }
    return false;
  }

  private _values = new Uint8Array(0);
  private readonly _nulls = new Nulls();
}
