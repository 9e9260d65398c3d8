import { cell, type Cell, type IBatch } from '../columns';
import type { Part } from './part';
import type { IPiece } from './sort';

/** Some rows as they came, and where they stand. */
export interface IBlock {
  /** Id of its first row; the others follow. */
  readonly first: number;
  /** How many rows stand before it. */
  readonly before: number;
  readonly batch: IBatch;
  readonly part: Part;
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

  /** One more than the largest id. */
  get next(): number {
    return this._next;
  }

  get all(): readonly IBlock[] {
    return this._blocks;
  }

  append(batch: IBatch, part: Part): IBlock {
    const block = { first: this._next, before: this._length, batch, part };
    this._blocks.push(block);
    this._length += batch.length;
    this._next += batch.length;
    return block;
  }

  /** Takes out the rows of a part; all other rows keep their ids. */
  remove(part: Part): void {
    this._length = 0;
    this._blocks = this._blocks
      .filter(block => block.part !== part)
      .map(block => {
        const before = this._length;
        this._length += block.batch.length;
        return { ...block, before };
      });
  }

  /** The value of a row and column; null where there is none. */
  cell(id: number, column: number): Cell {
    const block = this.of(id);
    const data = block?.batch.data[column];
    return block && data ? cell(data, id - block.first) : null;
  }

  /** The block that holds a row; undefined for a row that is gone. */
  of(id: number): IBlock | undefined {
    const block = this._find(id, 'first');
    return block && id < block.first + block.batch.length ? block : undefined;
  }

  /** The id of the row with so many before it. */
  id(ordinal: number): number {
    if (this._length === this._next) {
      return ordinal;
    }
    const block = this._find(ordinal, 'before');
    return block ? block.first + ordinal - block.before : ordinal;
  }

  /** A column in pieces, in the order of ordinals. */
  pieces(column: number): IPiece[] {
    return this._blocks.map(({ batch }) => ({
      length: batch.length,
      data: batch.data[column]
    }));
  }

  private _find(place: number, by: 'first' | 'before'): IBlock | undefined {
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

  private _blocks: IBlock[] = [];
  private _length = 0;
  private _next = 0;
}
