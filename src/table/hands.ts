import type { TranslationBundle } from '@jupyterlab/translation';
import type { ColumnSet } from './columnSet';
import { copyRows, field } from './copy';
import { KEY_STEP } from './grip';
import { step, type IPosition } from './keyboard';
import type { IPlace } from './layout';
import type { Selection } from './selection';
import type { ITableSource } from './source';
import { visible } from './visible';

/** What the hands need to know of the view. */
export interface IHeld {
  readonly source: ITableSource;
  readonly selection: Selection;
  /** The columns that are shown. */
  readonly places: readonly IPlace[];
  readonly columns: ColumnSet;
  readonly trans: TranslationBundle;
  readonly copy: (text: string) => void;
  readonly active: IPosition;
  /** Rows that are seen at once. */
  readonly page: number;
  /** Moves the focus and shows where it is. */
  go(to: IPosition): void;
  /** Tells those who don't see it. */
  say(words: string): void;
}

/** A key with its modifiers, or a click. */
interface IPress {
  readonly key?: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What mouse and keyboard do to a table. */
export class Hands {
  /** Chooses a row: alone, with Ctrl besides others, with Shift all from the last one. */
  choose(held: IHeld, row: number, press: IPress): void {
    const { source, selection } = held;
    if (press.shiftKey) {
      const [from, to] = [this._anchor, row].sort((a, b) => a - b);
      selection.only(source.ids({ from, to: to + 1 }));
    } else if (press.ctrlKey || press.metaKey) {
      this.tick(held, row);
    } else {
      this._anchor = row;
      selection.only(source.ids({ from: row, to: row + 1 }));
    }
  }

  /** Adds a row, or a whole group, to what is chosen, or takes it out. */
  tick({ source, selection }: IHeld, row: number): void {
    this._anchor = row;
    const ids = source.ids({ from: row, to: row + 1 });
    if (Array.from(ids).every(id => selection.has(id))) {
      selection.remove(ids);
    } else {
      selection.add(ids);
    }
  }

  /** Chooses all rows that are shown; where they are chosen, none. */
  tickAll({ source, selection }: IHeld): void {
    const rows = source.tree?.flat ?? source;
    selection.only(
      selection.size >= rows.length
        ? []
        : rows.ids({ from: 0, to: rows.length })
    );
  }

  /** Orders by a column: ascending, descending, as the rows came. */
  sort({ source, places, trans, say }: IHeld, at: number): void {
    const { index: column } = places[at];
    const name = visible(source.columns[column].name);
    if (source.sort?.column !== column) {
      source.sortBy({ column, descending: false });
      say(trans.__('Sorted by %1, ascending.', name));
    } else if (!source.sort.descending) {
      source.sortBy({ column, descending: true });
      say(trans.__('Sorted by %1, descending.', name));
    } else {
      source.sortBy(undefined);
      say(trans.__('In the order in which the rows came.'));
    }
  }

  /** Opens a group that is closed, and the other way round. */
  turn({ source }: IHeld, row: number): boolean {
    const group = source.tree?.group(row);
    if (group) {
      source.tree?.expand(row, !group.expanded);
    }
    return group !== undefined;
  }

  /** Does what a key means; true where it meant something. */
  key(held: IHeld, press: IPress & { readonly key: string }): boolean {
    return (
      (held.active.row < 0
        ? this._headerKey(held, press)
        : this._treeKey(held, press) || this._rowKey(held, press)) ||
      this._move(held, press) ||
      this._tableKey(held, press)
    );
  }

  private _headerKey(held: IHeld, { key, shiftKey }: IPress): boolean {
    const place = held.places[held.active.column];
    if (!place) {
      return false;
    }
    if (key === 'Enter' || key === ' ') {
      this.sort(held, held.active.column);
      return true;
    }
    if (shiftKey && (key === 'ArrowLeft' || key === 'ArrowRight')) {
      const by = key === 'ArrowLeft' ? -KEY_STEP : KEY_STEP;
      held.columns.resize(place.key, place.width + by);
      return true;
    }
    return false;
  }

  /** In a tree the arrows open, close and climb, as the ARIA practices have it. */
  private _treeKey(held: IHeld, { key, shiftKey, ctrlKey }: IPress): boolean {
    const { source, active, go } = held;
    if (!source.tree || shiftKey || ctrlKey) {
      return false;
    }
    const group = source.tree.group(active.row);
    if (group && key === 'Enter') {
      return this.turn(held, active.row);
    }
    if (group && key === (group.expanded ? 'ArrowLeft' : 'ArrowRight')) {
      return this.turn(held, active.row);
    }
    if (key === 'ArrowLeft' && (group || active.column === 0)) {
      const parent = source.tree.parent(active.row);
      if (parent >= 0) {
        go({ row: parent, column: 0 });
      }
      return true;
    }
    return group !== undefined && key === 'ArrowRight';
  }

  private _rowKey(held: IHeld, { key, shiftKey, ctrlKey }: IPress): boolean {
    if (key !== ' ' || ctrlKey) {
      return false;
    }
    if (shiftKey) {
      this.choose(held, held.active.row, { shiftKey, ctrlKey, metaKey: false });
    } else {
      this.tick(held, held.active.row);
    }
    return true;
  }

  private _move(
    held: IHeld,
    press: IPress & { readonly key: string }
  ): boolean {
    const { source, active, places } = held;
    const to = step(press.key, press.ctrlKey || press.metaKey, active, {
      rows: source.length,
      columns: places.length,
      page: held.page
    });
    if (!to) {
      return false;
    }
    if (to.row >= 0 && !press.shiftKey) {
      this._anchor = to.row;
    } else if (to.row >= 0 && to.row !== active.row) {
      this.choose(held, to.row, press);
    }
    held.go(to);
    return true;
  }

  private _tableKey(
    held: IHeld,
    press: IPress & { readonly key: string }
  ): boolean {
    const { selection } = held;
    const control = press.ctrlKey || press.metaKey;
    switch (control ? `Ctrl+${press.key.toLowerCase()}` : press.key) {
      case 'Ctrl+a':
        selection.clear();
        this.tickAll(held);
        return true;
      case 'Ctrl+c':
        this._copy(held);
        return true;
      case 'Escape':
        if (selection.size === 0) {
          return false;
        }
        selection.clear();
        return true;
      default:
        return false;
    }
  }

  /** The chosen rows, else the one value that has the focus. */
  private _copy({
    source,
    selection,
    places,
    trans,
    copy,
    active,
    say
  }: IHeld): void {
    const rows = source.tree?.flat ?? source;
    if (selection.size === 0) {
      const { index, format, column } = places[active.column];
      const [row] = source.rows({ from: active.row, to: active.row + 1 });
      copy(
        row
          ? field(row.group?.name ?? format.tell(row.cell(index)))
          : visible(column.name)
      );
      say(trans.__('Copied one value.'));
      return;
    }
    const copied = copyRows(
      rows,
      selection,
      places.map(place => place.index)
    );
    copy(copied.text);
    say(
      copied.rows < selection.size
        ? trans.__('Copied %1 of %2 chosen rows.', copied.rows, selection.size)
        : trans._n('Copied %1 row.', 'Copied %1 rows.', copied.rows)
    );
  }

  /** Where a range that Shift makes begins. */
  private _anchor = 0;
}
