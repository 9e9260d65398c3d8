import type { IListData } from '../../columns';
import { ascii } from '../decimal';
import type { IShape } from '../shape';
import { TruthWriter } from './truth';
import {
  Nulls,
  exactly,
  type IBinary,
  type IItemWriter,
  type ILoad,
  type IWriter,
  type Verdict
} from './writer';

/** An arraysize is only a hint: a larger one takes room, and is filled up, only by what comes. */
const TRUSTED = 65536;

/**
 * Columns whose cells are lists of values: every `arraysize` but strings'.
 * The values of all rows lie in one array of the same kind as a column of
 * single values.
 */
export class ListWriter implements IWriter {
  readonly keepsSpace = false;
  readonly width = 8;
  readonly verdict = 'fine';

  constructor(
    private readonly _items: IItemWriter,
    private readonly _shape: IShape,
    private readonly _load: ILoad
  ) {
    this._bits = _items instanceof TruthWriter && _items.bit ? _items : null;
  }

  begin(rows: number): void {
    this._offsets = new Uint32Array(rows + 1);
    this._items.begin(
      this._shape.variable ? 0 : Math.min(TRUSTED, rows * this._size)
    );
    this._nulls.begin();
  }

  scan(bytes: Uint8Array, pos: number, row: number): number {
    const first = this._offsets[row];
    const items = this._items;
    let index = first;
    for (;;) {
      while (bytes[pos] <= 32) {
        pos++;
      }
      if (bytes[pos] === 60) {
        break;
      }
      items.reserve(index);
      const at = items.scan(bytes, pos, index);
      // Without white space between them only bits follow each other.
      if (at < 0 || (bytes[at] > 32 && bytes[at] !== 60 && !this._bits)) {
        return -1;
      }
      pos = at;
      index++;
    }
    if (index === first || this._verdict(index - first) !== 'fine') {
      return -1;
    }
    this._close(row, index);
    return pos;
  }

  text(bytes: Uint8Array, start: number, end: number, row: number): Verdict {
    const text = ascii(bytes, start, end).trim();
    if (text === '') {
      this.clear(row);
      return 'fine';
    }
    // Commas are not in the standard but in many answers.
    const tokens = this._bits
      ? [...text.replace(/[\s,]+/g, '')]
      : text.split(/[\s,]+/).filter(token => token !== '');
    const items = this._items;
    let index = this._offsets[row];
    let verdict: Verdict = 'fine';
    for (let i = 0; i < tokens.length; i += items.arity, index++) {
      items.reserve(index);
      const said = items.token(tokens[i], tokens[i + 1] ?? '', index);
      verdict = verdict === 'fine' ? said : verdict;
    }
    const count = index - this._offsets[row];
    const fit = this._verdict(count);
    if (fit !== 'fine' && !this._shape.variable && this._size <= TRUSTED) {
      for (let k = count; k < this._size; k++, index++) {
        items.reserve(index);
        items.clear(index);
      }
      index = this._offsets[row] + this._size;
    }
    this._close(row, index);
    return verdict === 'fine' ? fit : verdict;
  }

  binary(from: IBinary, pos: number, end: number, row: number): number {
    let runs = 1;
    let size = this._size;
    if (this._shape.variable) {
      if (pos + 4 > end) {
        return -1;
      }
      const count = from.view.getUint32(pos);
      pos += 4;
      [runs, size] =
        this._shape.countsSlices && this._size > 0
          ? [count, this._size]
          : [1, count];
    }
    const bytes = this._bits ? Math.ceil(size / 8) : size * this._items.width;
    if (pos + runs * bytes > end) {
      return -1;
    }
    const first = this._offsets[row];
    for (let run = 0; run < runs; run++) {
      pos = this._run(from, pos, end, first + run * size, size);
    }
    this._close(row, first + runs * size);
    if (runs * size === 0) {
      this._nulls.set(row);
    }
    return pos;
  }

  clear(row: number): void {
    this._offsets[row + 1] = this._offsets[row];
    this._nulls.set(row);
  }

  take(rows: number): IListData {
    return {
      kind: 'list',
      offsets: exactly(this._offsets, rows + 1),
      items: this._items.take(this._offsets[rows]),
      nulls: this._nulls.take(rows)
    };
  }

  /** So many values that lie in a row; it is known that they are there. */
  private _run(
    from: IBinary,
    pos: number,
    end: number,
    index: number,
    size: number
  ): number {
    if (size > 0) {
      this._items.reserve(index + size - 1);
    }
    if (this._bits) {
      // A lone bit is a byte of its own; else eight in one, highest first.
      if (size === 1) {
        return this._bits.binary(from, pos, end, index);
      }
      for (let i = 0; i < size; i++) {
        const byte = from.bytes[pos + (i >> 3)];
        this._bits.put(index + i, (byte & (128 >> (i & 7))) !== 0);
      }
      return pos + Math.ceil(size / 8);
    }
    for (let i = 0; i < size; i++) {
      pos = this._items.binary(from, pos, end, index + i);
    }
    return pos;
  }

  private _verdict(count: number): Verdict {
    const { variable } = this._shape;
    const fits = variable ? count % this._size === 0 : count === this._size;
    return fits || this._size === 0 ? 'fine' : 'count';
  }

  private _close(row: number, index: number): void {
    this._offsets[row + 1] = index;
    this._nulls.unset(row);
    this._load.bytes += (index - this._offsets[row]) * this._items.width;
  }

  private get _size(): number {
    return this._shape.size;
  }

  private readonly _bits: TruthWriter | null;
  private _offsets = new Uint32Array(1);
  private readonly _nulls = new Nulls();
}
