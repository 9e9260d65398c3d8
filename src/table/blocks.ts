import { cell, type Cell, type IBatch } from '../columns';
import type { IPiece } from './sort';

/** Some rows as they came, and where they stand. */
interface IBlock {
  /** Id of its first row; the others follow. */
  readonly first: number;
  /** How many rows stand before it. */
  readonly before: number;
  readonly batch: IBatch;
}

/**
 * Rows as they came, batch by batch, never copied. A row is found by its id
 * (given on arrival, never again to another row) or by its ordinal (how many
 * rows stand before it now).
 */
export class Blocks {
  /** Number of rows. */
  get length(): number {
    return this._length;
  }

  append(batch: IBatch): void {
    this._blocks.push({ first: this._next, before: this._length, batch });
    this._length += batch.length;
    this._next += batch.length;
  }

  /** The value of a row and column; null for a row that is gone. */
  cell(id: number, column: number): Cell {
    const block = this._blockOf(id, 'first');
    const data = block?.batch.data[column];
    return block && data && id < block.first + block.batch.length
      ? cell(data, id - block.first)
      : null;
  }

  /** The id of the row with so many before it. */
  id(ordinal: number): number {
    const block = this._blockOf(ordinal, 'before');
    return block ? block.first + ordinal - block.before : ordinal;
  }

  /** A column in pieces, in the order of ordinals, of the first `rows` rows. */
  pieces(column: number): IPiece[] {
    return this._blocks.map(({ batch }) => ({
      length: batch.length,
      data: batch.data[column]
    }));
  }

  private _blockOf(place: number, by: 'first' | 'before'): IBlock | undefined {
    let low = 0;
    let high = this._blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this._blocks[middle][by] <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return this._blocks[low];
  }

  private readonly _blocks: IBlock[] = [];
  private _length = 0;
  private _next = 0;
}
