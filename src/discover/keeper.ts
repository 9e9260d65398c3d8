import type { IStateDB } from '@jupyterlab/statedb';
import { RADIUS_UNITS } from '../vo';
import type { IKeeper, IKept } from './model';
import { type IEarlier, type IFilters, type IForm, NO_FILTERS } from './state';

const KEY = 'jupyterlab-esap:discover';

/** Keeps the form, the columns and what was searched last in the workspace's state. */
export function keeper(state: IStateDB | null): IKeeper {
  return {
    load: async () => readKept(await state?.fetch(KEY)),
    // What is kept is plain JSON; its type says more than JupyterLab's.
    save: kept => void state?.save(KEY, JSON.parse(JSON.stringify(kept)))
  };
}

type Given = Record<string, unknown>;

function given(value: unknown): Given {
  return typeof value === 'object' && value !== null ? (value as Given) : {};
}

/** What was kept, as far as it is what we keep; older versions may have kept else. */
function readKept(kept: unknown): Partial<IKept> | undefined {
  const { form, columns, earlier } = given(kept);
  if (!form) {
    return undefined;
  }
  const read = readForm(given(form));
  const before = readEarlier(given(earlier));
  return {
    form: read,
    columns: readColumns(given(columns)),
    ...(before && { earlier: before })
  };
}

function readForm(form: Given): IForm {
  return {
    box: text(form.box),
    radius: text(form.radius) || '2',
    unit: RADIUS_UNITS.find(known => known === form.unit) ?? 'arcmin',
    filters: readFilters(given(form.filters)),
    ...(Array.isArray(form.chosen) && { chosen: form.chosen.filter(isText) })
  };
}

function readFilters(filters: Given): IFilters {
  return {
    ...NO_FILTERS,
    experiment: text(filters.experiment),
    source: text(filters.source),
    bands: Array.isArray(filters.bands) ? filters.bands.filter(isText) : [],
    from: text(filters.from),
    to: text(filters.to),
    productType: text(filters.productType)
  };
}

function readColumns({ shown, widths }: Given): IKept['columns'] {
  return {
    ...(Array.isArray(shown) && { shown: shown.filter(isText) }),
    ...(Array.isArray(widths) && { widths: widths.filter(isWidth) })
  };
}

function readEarlier(earlier: Given): IEarlier | undefined {
  const { text: said, rows, at } = earlier;
  return typeof said === 'string' &&
    typeof rows === 'number' &&
    typeof at === 'number'
    ? { text: said, rows, at }
    : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isWidth(value: unknown): value is [string, number] {
  return (
    Array.isArray(value) && isText(value[0]) && typeof value[1] === 'number'
  );
}

function text(value: unknown): string {
  return isText(value) ? value : '';
}
