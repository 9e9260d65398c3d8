import { cell, type IBatch, type IColumn, type RowEvent } from '../columns';
import { bandOf } from './bands';
import { type IProduct, productOf } from './product';
import { type Role, rolesOf } from './roles';

/** Rows that are one data set. */
export interface IPass {
  readonly key: string;
  /** Absent where the archive has no passes. */
  readonly pass?: string;
  /** Indices of rows, counted from 0 over all batches. */
  readonly rows: readonly number[];
  /** kB; each row of a pass gives the size of the whole. Absent if unknown. */
  readonly kilobytes?: number;
}

/** Rows of one experiment. */
export interface IExperiment {
  /** Empty for rows that belong to none. */
  readonly id: string;
  readonly collection: string;
  readonly passes: readonly IPass[];
  readonly rows: number;
  /** kB of all passes; absent if none is known. */
  readonly kilobytes?: number;
  /** True where some passes are of unknown size. */
  readonly more: boolean;
  /** Letters of its bands, in order of frequency as they came. */
  readonly bands: readonly string[];
  /** MJD of its first and last moment; absent if unknown. */
  readonly start?: number;
  readonly end?: number;
}

interface IGrowing {
  readonly id: string;
  readonly collection: string;
  readonly passes: Map<
    string,
    { pass?: string; rows: number[]; kilobytes?: number }
  >;
  readonly bands: Set<string>;
  rows: number;
  start?: number;
  end?: number;
}

/**
 * Groups rows of an ObsCore table as they come: experiment, then pass, then the
 * rows of it, each in the order of their first row. Experiments of the same
 * name in two collections are two.
 */
export class Grouping {
  /** Takes the next event of the rows; others than columns and batches are passed over. */
  add(event: RowEvent): void {
    if (event.kind === 'columns') {
      this._roles = rolesOf(event.columns);
    } else if (event.kind === 'batch') {
      for (let i = 0; i < event.batch.length; i++) {
        this._addRow(event.batch, i);
      }
    }
  }

  get experiments(): readonly IExperiment[] {
    return [...this._groups.values()].map(finished);
  }

  private _addRow(batch: IBatch, i: number): void {
    const row = this._count++;
    const text = (role: Role): string =>
      String(this._value(batch, role, i) ?? '');
    const number = (role: Role): number | undefined => {
      const value = this._value(batch, role, i);
      const plain = typeof value === 'bigint' ? Number(value) : value;
      return typeof plain === 'number' && Number.isFinite(plain)
        ? plain
        : undefined;
    };
    const group = this._group(text('experiment'), text('collection'));
    group.rows += 1;
    const did = text('did');
    const product: Partial<IProduct> = productOf(did) ?? {};
    const key = product.key ?? (did || text('accessUrl') || `row ${row}`);
    const pass = group.passes.get(key) ?? { pass: product.pass, rows: [] };
    group.passes.set(key, pass);
    pass.rows.push(row);
    const size = number('size');
    if (size !== undefined && size >= 0) {
      pass.kilobytes = Math.max(pass.kilobytes ?? 0, size);
    }
    const [emMin, emMax] = [number('emMin'), number('emMax')];
    const band = emMin && emMax ? bandOf(emMin, emMax) : undefined;
    if (band) {
      group.bands.add(band.letter);
    }
    group.start = least(group.start, number('start'));
    group.end = most(group.end, number('end'));
  }

  private _group(id: string, collection: string): IGrowing {
    const key = JSON.stringify([collection, id]);
    const group = this._groups.get(key) ?? {
      id,
      collection,
      passes: new Map(),
      bands: new Set(),
      rows: 0
    };
    this._groups.set(key, group);
    return group;
  }

  private _value(
    batch: IBatch,
    role: Role,
    i: number
  ): ReturnType<typeof cell> {
    const index = this._roles.get(role);
    return index === undefined ? null : cell(batch.data[index], i);
  }

  private _roles: ReadonlyMap<Role, number> = new Map();
  private _count = 0;
  private readonly _groups = new Map<string, IGrowing>();
}

/** True for columns of rows that can be grouped: they say their experiment. */
export function canGroup(columns: readonly IColumn[]): boolean {
  return rolesOf(columns).has('experiment');
}

function finished(group: IGrowing): IExperiment {
  const passes = [...group.passes].map(([key, pass]) => ({ key, ...pass }));
  const sizes = passes.flatMap(pass => pass.kilobytes ?? []);
  return {
    id: group.id,
    collection: group.collection,
    passes,
    rows: group.rows,
    ...(sizes.length > 0 && {
      kilobytes: sizes.reduce((sum, size) => sum + size, 0)
    }),
    more: sizes.length < passes.length,
    bands: [...group.bands],
    ...(group.start !== undefined && { start: group.start }),
    ...(group.end !== undefined && { end: group.end })
  };
}

function least(
  a: number | undefined,
  b: number | undefined
): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}

function most(
  a: number | undefined,
  b: number | undefined
): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.max(a, b);
}
