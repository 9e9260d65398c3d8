import type { TranslationBundle } from '@jupyterlab/translation';
import { copyRows, field } from './copy';
import { formatOf } from './format';
import { step, type IPosition } from './keyboard';
import type { Selection } from './selection';
import type { ITableSource } from './source';
import { visible } from './visible';

/** What the hands need to know of the view. */
export interface IHeld {
  readonly source: ITableSource;
  readonly selection: Selection;
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

/** Modifier keys of a click or a key. */
interface IModifiers {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What mouse and keyboard do to a table. */
export class Hands {
  /** Chooses a row: alone, with Ctrl besides others, with Shift all from the last one. */
  choose(held: IHeld, row: number, keys: IModifiers): void {
    const { source, selection } = held;
    const from = keys.shiftKey ? Math.min(this._anchor, row) : row;
    const to = keys.shiftKey ? Math.max(this._anchor, row) : row;
    const ids = source.ids({ from, to: to + 1 });
    if (keys.shiftKey) {
      selection.only(ids);
      return;
    }
    this._anchor = row;
    if (keys.ctrlKey || keys.metaKey) {
      selection.toggle(ids[0]);
    } else {
      selection.only(ids);
    }
  }

  /** Orders by a column: ascending, descending, as the rows came. */
  sort({ source, trans, say }: IHeld, column: number): void {
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

  /** Does what a key means; true where it meant something. */
  key(held: IHeld, event: IModifiers & { readonly key: string }): boolean {
    const { source, selection, active } = held;
    const control = event.ctrlKey || event.metaKey;
    const to = step(event.key, control, active, {
      rows: source.length,
      columns: source.columns.length,
      page: held.page
    });
    if (to) {
      if (event.shiftKey && to.row >= 0 && to.row !== active.row) {
        this.choose(held, to.row, event);
      } else if (!event.shiftKey && to.row >= 0) {
        this._anchor = to.row;
      }
      held.go(to);
      return true;
    }
    switch (control ? `Ctrl+${event.key.toLowerCase()}` : event.key) {
      case 'Enter':
      case ' ':
        if (active.row < 0) {
          this.sort(held, active.column);
        } else if (event.shiftKey) {
          this.choose(held, active.row, event);
        } else if (event.key === ' ') {
          this.choose(held, active.row, { ...event, ctrlKey: true });
        } else {
          return false;
        }
        return true;
      case 'Ctrl+a':
        selection.only(source.ids({ from: 0, to: source.length }));
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
  private _copy({ source, selection, trans, copy, active, say }: IHeld): void {
    if (selection.size === 0) {
      const column = source.columns[active.column];
      const [row] = source.rows({ from: active.row, to: active.row + 1 });
      copy(
        row
          ? field(formatOf(column).tell(row.cell(active.column)))
          : column.name
      );
      say(trans.__('Copied one value.'));
      return;
    }
    const { text, rows } = copyRows(source, selection);
    copy(text);
    say(
      rows < selection.size
        ? trans.__(
            'Copied the first %1 of %2 chosen rows.',
            rows,
            selection.size
          )
        : trans._n('Copied %1 row.', 'Copied %1 rows.', rows)
    );
  }

  /** Where a range that Shift makes begins. */
  private _anchor = 0;
}
