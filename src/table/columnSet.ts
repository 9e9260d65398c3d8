import { Signal, type ISignal } from '@lumino/signaling';
import type { ITableColumn } from './join';

/** What a user made of the columns, as it is kept; plain JSON. */
export interface IColumnsState {
  /** Keys of the columns that are shown, in their order; absent while nobody changed it. */
  readonly shown?: readonly string[];
  /** Widths in pixels by key, where the user gave one. */
  readonly widths?: readonly (readonly [string, number])[];
}

/** Narrowest and widest that a user can make a column, in pixels. */
const NARROWEST = 32;
const WIDEST = 2000;

/** Which columns are shown, in which order and how wide. */
export class ColumnSet {
  constructor(private _state: IColumnsState = {}) {}

  /** Keys of the columns that are shown while the user has chosen none; those that are not there are passed over. */
  preset: readonly string[] = [];

  /** For keeping; the constructor takes it back. */
  get state(): IColumnsState {
    return this._state;
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** Indices of the columns that are shown, in their order. */
  shown(columns: readonly ITableColumn[]): readonly number[] {
    const all = columns.map((_, index) => index);
    const usual = all.filter(index => !columns[index].aside);
    const keys = keysOf(columns);
    const chosen = (this._state.shown ?? this.preset)
      .map(key => keys.indexOf(key))
      .filter(index => index >= 0);
    return this._state.shown
      ? chosen
      : chosen.some(index => usual.includes(index))
        ? chosen.filter(index => !columns[index].role || usual.includes(index))
        : usual;
  }

  /** Shows a column after the others, or hides it. */
  show(columns: readonly ITableColumn[], index: number, shown: boolean): void {
    const others = this.shown(columns).filter(other => other !== index);
    this._order(columns, shown ? [...others, index] : others);
  }

  /** Moves a column by so many places. */
  move(columns: readonly ITableColumn[], index: number, by: number): void {
    const order = [...this.shown(columns)];
    const from = order.indexOf(index);
    const to = Math.min(Math.max(from + by, 0), order.length - 1);
    if (from >= 0 && from !== to) {
      order.splice(to, 0, ...order.splice(from, 1));
      this._order(columns, order);
    }
  }

  /** The width that the user gave, in pixels. */
  width(key: string): number | undefined {
    return this._state.widths?.find(([other]) => other === key)?.[1];
  }

  /** Gives a column a width in pixels; undefined takes it back. */
  resize(key: string, width: number | undefined): void {
    const others = (this._state.widths ?? []).filter(
      ([other]) => other !== key
    );
    const whole =
      width && Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));
    this._set({
      ...this._state,
      widths: whole ? [...others, [key, whole]] : others
    });
  }

  /** Takes a kept state, if nobody has changed anything yet. */
  restore(state: IColumnsState): void {
    if (!this._state.shown && !this._state.widths) {
      this._set(state);
    }
  }

  /** As if nobody had changed anything. */
  reset(): void {
    this._set({});
  }

  private _order(
    columns: readonly ITableColumn[],
    order: readonly number[]
  ): void {
    const keys = keysOf(columns);
    this._set({ ...this._state, shown: order.map(index => keys[index]) });
  }

  private _set(state: IColumnsState): void {
    this._state = state;
    this._changed.emit();
  }

  private readonly _changed = new Signal<this, void>(this);
}

/** A key for each column that holds in another search too: names are not unique. */
export function keysOf(columns: readonly ITableColumn[]): readonly string[] {
  const seen = new Map<string, number>();
  return columns.map(({ role, name }) => {
    const key = role ? `role ${role}` : name;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count > 1 ? `${key} (${count})` : key;
  });
}
