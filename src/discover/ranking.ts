import type { TranslationBundle } from '@jupyterlab/translation';
import { type ISignal, Signal } from '@lumino/signaling';
import {
  GroupedTable,
  type IRow,
  type ITableSource,
  type LocalTable
} from '../table';
import { formatBytes, productOf } from '../vo';
import type { IQuestion } from './question';
import { numberIn, textIn } from './row';
import { placeOf } from './sharedColumns';
import type { IRun } from './state';

/** Closer than this to the position that was searched, a row is of the very source; arcsec. */
const SAME_SOURCE = 1;

/** Rows that are looked at to choose an order. */
const LOOKED_AT = 2000;

/**
 * In which order and in which groups the rows of a search stand. While rows
 * come they stand as they come; the order is made once, at the end.
 */
export class Ranking {
  constructor(
    private readonly _table: LocalTable,
    private readonly _question: IQuestion,
    private readonly _trans: TranslationBundle,
    /** The part that a service has in the search. */
    private readonly _runOf: (service: string) => IRun | undefined
  ) {}

  /** What views draw. */
  get source(): ITableSource {
    return this._grouped ?? this._table;
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** Some rows say their experiment; without any, groups would mean nothing. */
  get canGroup(): boolean {
    const column = this._table.columns[placeOf('experiment')];
    return column !== undefined && !column.aside;
  }

  get isGrouped(): boolean {
    return this._wish;
  }

  /** Shows the rows by experiment, or one by one. */
  group(wish: boolean): void {
    this._wish = wish;
    this._regroup();
  }

  /** All rows have come: sorts them, unless the user has, and groups them. */
  settle(): void {
    if (!this._settled && !this._table.sort) {
      this._settled = true;
      const by = this._bestOrder();
      if (by) {
        this._table.sortBy(by);
      }
    }
    this._regroup();
  }

  dispose(): void {
    this._grouped?.dispose();
    Signal.clearData(this);
  }

  /**
   * By distance, where rows differ in it. Rows of one calibrator are all at
   * distance 0: the longest time on source tells which is worth a look. An
   * experiment is read in the order of time.
   */
  private _bestOrder(): { column: number; descending: boolean } | undefined {
    const { columns, length } = this._table;
    const filled = (column: number): boolean =>
      columns[column] !== undefined && !columns[column].aside;
    if (!this._question.cone) {
      const start = placeOf('start');
      return filled(start) ? { column: start, descending: false } : undefined;
    }
    // The first ones tell: to look at a million would hold the page.
    const looked = Math.min(length, LOOKED_AT);
    const rows = this._table.rows({ from: 0, to: looked });
    const near = rows.filter(
      row => (numberIn(row, 'separation') ?? Infinity) < SAME_SOURCE
    ).length;
    const exposure = placeOf('exposure');
    if (filled(exposure) && near > 0 && near >= looked / 2) {
      return { column: exposure, descending: true };
    }
    const separation = placeOf('separation');
    return filled(separation)
      ? { column: separation, descending: false }
      : undefined;
  }

  private _regroup(): void {
    const old = this._grouped;
    if (this._wish && this._settled && this.canGroup) {
      this._grouped ??= new GroupedTable(
        this._table,
        [experimentOf, row => this._passOf(row)],
        (ids, level) => this._summary(ids, level)
      );
    } else {
      this._grouped = undefined;
      old?.dispose();
    }
    this._changed.emit();
  }

  /** `EVN · pass 1 · 1.2 GB · L`, with each pass's size once. */
  private _summary(ids: readonly number[], level: number): string {
    const rows = ids.map(id => this._table.row(id));
    const sizes = new Map<string, number>();
    const passes = new Set<string>();
    const bands = new Set<string>();
    for (const row of rows) {
      const pass = this._passOf(row);
      passes.add(pass);
      const size = numberIn(row, 'size');
      if (size !== undefined) {
        sizes.set(pass, Math.max(sizes.get(pass) ?? 0, size));
      }
      const band = textIn(row, 'band');
      if (band) {
        bands.add(band);
      }
    }
    const bytes = [...sizes.values()].reduce(
      (sum, size) => sum + size * 1e9,
      0
    );
    const trans = this._trans;
    const count =
      passes.size > 1
        ? trans._n('%1 pass', '%1 passes', passes.size)
        : level === 1 && [...passes][0]
          ? trans.__('pass %1', [...passes][0])
          : '';
    return [
      level === 1 && textIn(rows[0], 'experiment')
        ? textIn(rows[0], 'collection') || textIn(rows[0], 'archive')
        : '',
      count,
      rows.length > 1 ? trans._n('%1 row', '%1 rows', rows.length) : '',
      bytes > 0 ? formatBytes(bytes) : '',
      [...bands].join(' ')
    ]
      .filter(Boolean)
      .join(' · ');
  }

  /** The pass as the EVN numbers it, else by the rule of the row's service; empty where there are none. */
  private _passOf(row: IRow): string {
    const did = textIn(row, 'did');
    const service = this._table.origin(row.id)?.service ?? '';
    const rule = this._runOf(service)?.service.pass;
    return productOf(did)?.pass ?? (rule ? (did.match(rule)?.[1] ?? '') : '');
  }

  private _grouped: GroupedTable | undefined;
  private _wish = true;
  private _settled = false;
  private readonly _changed = new Signal<this, void>(this);
}

/** Rows that belong to no experiment stand together, under their archive. */
function experimentOf(row: IRow): string {
  return textIn(row, 'experiment') || textIn(row, 'archive');
}
