import type { IColumn } from '../columns';
import { Bits } from './bits';
import type { IBlock } from './blocks';
import { foundOf, testOf, type IFilter, type Test } from './filter';

/** One filter, understood: it passes where any of its columns does. */
type Mesh = readonly { readonly column: number; readonly test: Test }[];

/** Which rows pass all filters, found out block by block as they come. */
export class Sieve {
  constructor(filters: readonly IFilter[], columns: readonly IColumn[]) {
    this._meshes = filters.flatMap(filter => {
      const mesh = meshOf(filter, columns);
      return mesh ? [mesh] : [];
    });
  }

  /** Nothing is asked: every row passes. */
  get open(): boolean {
    return this._meshes.length === 0;
  }

  passes(id: number): boolean {
    return this.open || this._passed.has(id);
  }

  /** Number of rows of those looked at that pass. */
  get count(): number {
    return this._count;
  }

  /** Looks at the rows of a block; one that it has seen is left. */
  look({ batch, first }: IBlock): void {
    if (first < this._seen) {
      return;
    }
    this._seen = first + batch.length;
    for (let i = 0; i < batch.length && !this.open; i++) {
      const passes = this._meshes.every(mesh =>
        mesh.some(({ column, test }) => {
          const data = batch.data[column];
          return data !== undefined && test(data, i);
        })
      );
      if (passes) {
        this._passed.set(first + i);
        this._count++;
      }
    }
  }

  private readonly _meshes: readonly Mesh[];
  private readonly _passed = new Bits();
  private _count = 0;
  private _seen = 0;
}

function meshOf(
  { column, text }: IFilter,
  columns: readonly IColumn[]
): Mesh | undefined {
  if (text.trim() === '') {
    return undefined;
  }
  if (column === undefined) {
    return columns.map((one, index) => ({
      column: index,
      test: foundOf(text, one)
    }));
  }
  const test = columns[column] && testOf(text, columns[column]);
  return typeof test === 'function' ? [{ column, test }] : undefined;
}
