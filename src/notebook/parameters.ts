import type { ICell, INotebookDocument, Metadata } from './document';
import { isRecord } from './document';
import { pythonAssignment, type Value } from './python';

/** The tag that papermill gave to cells of set parameters; other tools know it. */
const INJECTED = 'injected-parameters';
const PARAMETERS = 'parameters';

/** What a notebook is told: names are ours, values may come from a service. */
export type Parameters = ReadonlyMap<string, Value>;

/**
 * The notebook with a cell that sets the parameters: in place of one that was
 * set before, else after the notebook's own `parameters` cell, else first.
 */
export function withParameters(
  notebook: INotebookDocument,
  parameters: Parameters,
  newId: () => string
): INotebookDocument {
  const lines = [
    '# Set by the Discover panel for the row that this notebook was opened from.',
    ...[...parameters].map(([name, value]) => pythonAssignment(name, value))
  ];
  const cell: ICell = {
    cell_type: 'code',
    metadata: { tags: [INJECTED] },
    source: lines.join('\n'),
    outputs: [],
    execution_count: null,
    // Cells have ids since format 4.5, and must not have any before.
    ...(hasIds(notebook) && { id: newId() })
  };
  const cells = notebook.cells.filter(one => !hasTag(one, INJECTED));
  const own = cells.findIndex(one => hasTag(one, PARAMETERS));
  cells.splice(own + 1, 0, cell);
  return { ...notebook, cells };
}

function hasIds(notebook: INotebookDocument): boolean {
  return (
    notebook.nbformat > 4 ||
    (notebook.nbformat === 4 && notebook.nbformat_minor >= 5)
  );
}

function hasTag(cell: ICell, tag: string): boolean {
  const { tags } = cell.metadata;
  return Array.isArray(tags) && tags.includes(tag);
}

/** Where a notebook comes from, kept in its `metadata.esap`. */
export interface IOrigin {
  /** Id and label of the service of the row. */
  readonly service: string;
  readonly label: string;
  /** What the row is about, in the archive's own words. */
  readonly experiment?: string;
  readonly target?: string;
  /** Where the notebook was fetched; absent for a template of ours. */
  readonly url?: string;
  /** Its name there, or that of the template. */
  readonly name: string;
  /** SHA-256 of the text as it came, in hexadecimal. */
  readonly sha256: string;
  /** SHA-256 of the cells as we wrote them: tells whether the user has edited since. */
  readonly written?: string;
  /** When, ISO 8601, UTC. */
  readonly opened: string;
}

export function withOrigin(
  notebook: INotebookDocument,
  origin: IOrigin
): INotebookDocument {
  return {
    ...notebook,
    metadata: { ...notebook.metadata, esap: { ...origin } }
  };
}

/** The origin that a notebook carries, if it carries one that can be read. */
export function originOf(metadata: Metadata): IOrigin | undefined {
  const { esap } = metadata;
  return isRecord(esap) &&
    typeof esap.service === 'string' &&
    typeof esap.name === 'string' &&
    typeof esap.sha256 === 'string'
    ? (esap as unknown as IOrigin)
    : undefined;
}
