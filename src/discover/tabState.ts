import { BANDS, RADIUS_UNITS } from '../vo';
import type { Search } from './search';
import type { IFilters, IForm } from './state';
import { formOf } from './tabForm';

/** What is kept of a tab over a reload: what was asked, never the rows. */
export interface ITabState {
  /** Names the tab for as long as it is open, also after a reload. */
  readonly id: string;
  readonly form: IForm;
  /** How many rows there were. */
  readonly rows: number;
  /** When it was asked; ms since the epoch. */
  readonly at: number;
}

/** More than a form has; less than somebody could hide something in. */
const LARGEST = 8192;

/**
 * Reads a tab's state from what a command was called with: a workspace that
 * was made by anybody may call it. Undefined for anything that we did not write.
 */
export function readTabState(args: unknown): ITabState | undefined {
  if (!isRecord(args) || JSON.stringify(args).length > LARGEST) {
    return undefined;
  }
  const { id, rows, at } = args;
  const form = readForm(args.form);
  return isId(id) && isCount(rows) && isCount(at) && form
    ? { id, form, rows, at }
    : undefined;
}

/** What is kept of a search. */
export function tabStateOf(id: string, search: Search): ITabState {
  return { id, form: formOf(search), rows: search.rows, at: search.since };
}

function readForm(form: unknown): IForm | undefined {
  if (!isRecord(form)) {
    return undefined;
  }
  const { box, radius, chosen } = form;
  const unit = RADIUS_UNITS.find(known => known === form.unit);
  const filters = readFilters(form.filters);
  return isText(box, 400) &&
    isText(radius, 40) &&
    unit &&
    filters &&
    (chosen === undefined || isList(chosen, isId))
    ? { box, radius, unit, filters, ...(chosen && { chosen }) }
    : undefined;
}

function readFilters(filters: unknown): IFilters | undefined {
  if (!isRecord(filters)) {
    return undefined;
  }
  const { experiment, source, bands, from, to, productType } = filters;
  return isText(experiment, 2000) &&
    isText(source, 2000) &&
    isList(bands, isBand) &&
    isText(from, 40) &&
    isText(to, 40) &&
    isText(productType, 40)
    ? { experiment, source, bands, from, to, productType }
    : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.:-]{1,64}$/.test(value);
}

function isBand(value: unknown): value is string {
  return BANDS.some(({ letter }) => letter === value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isList<T>(
  value: unknown,
  isOne: (one: unknown) => one is T
): value is T[] {
  return Array.isArray(value) && value.length <= 100 && value.every(isOne);
}
