/** A notebook document of format 4 (nbformat 4.0–4.5), as far as we touch it. */
export interface INotebookDocument {
  nbformat: number;
  nbformat_minor: number;
  metadata: Metadata;
  cells: ICell[];
}

export interface ICell {
  cell_type: string;
  id?: string;
  metadata: Metadata;
  source: string | string[];
  outputs?: unknown[];
  execution_count?: number | null;
}

export type Metadata = Record<string, unknown>;

/** Why something that should be a notebook is none. */
export type NotebookRefusal =
  | { readonly ok: false; readonly code: 'not-json' }
  | { readonly ok: false; readonly code: 'not-a-notebook' }
  | { readonly ok: false; readonly code: 'too-large'; readonly bytes: number }
  | {
      readonly ok: false;
      readonly code: 'old-format';
      readonly nbformat: number;
    };

export type ReadNotebook =
  { readonly ok: true; readonly notebook: INotebookDocument } | NotebookRefusal;

/** A notebook with all its outputs is rarely above this; JupyterLab is slow beyond it. */
export const LARGEST_NOTEBOOK = 50 * 1024 * 1024;

/** Reads the text of a notebook file. */
export function readNotebook(text: string): ReadNotebook {
  if (text.length > LARGEST_NOTEBOOK) {
    return { ok: false, code: 'too-large', bytes: text.length };
  }
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return { ok: false, code: 'not-json' };
  }
  if (!isRecord(found) || typeof found.nbformat !== 'number') {
    return { ok: false, code: 'not-a-notebook' };
  }
  if (found.nbformat < 4) {
    return { ok: false, code: 'old-format', nbformat: found.nbformat };
  }
  const { cells, metadata } = found;
  if (!Array.isArray(cells) || !cells.every(isCell)) {
    return { ok: false, code: 'not-a-notebook' };
  }
  return {
    ok: true,
    notebook: {
      ...found,
      nbformat: found.nbformat,
      nbformat_minor:
        typeof found.nbformat_minor === 'number' ? found.nbformat_minor : 0,
      metadata: isRecord(metadata) ? metadata : {},
      cells
    }
  };
}

/** The kernel that a notebook names, if it names one. */
export function kernelOf(notebook: INotebookDocument): string | undefined {
  const { kernelspec } = notebook.metadata;
  return isRecord(kernelspec) && typeof kernelspec.name === 'string'
    ? kernelspec.name
    : undefined;
}

/** The language that a notebook says it is in, in lower case. */
export function languageOf(notebook: INotebookDocument): string | undefined {
  const { kernelspec, language_info: info } = notebook.metadata;
  const said =
    (isRecord(info) ? info.name : undefined) ??
    (isRecord(kernelspec) ? kernelspec.language : undefined);
  return typeof said === 'string' ? said.toLowerCase() : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCell(value: unknown): value is ICell {
  return (
    isRecord(value) &&
    typeof value.cell_type === 'string' &&
    isRecord(value.metadata) &&
    (typeof value.source === 'string' ||
      (Array.isArray(value.source) &&
        value.source.every(line => typeof line === 'string')))
  );
}
