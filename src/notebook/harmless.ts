import { isRecord, type INotebookDocument } from './document';

/** What makes Jupyter take a document's output for the user's own work. */
const CLAIMS = new Set(['trusted', 'signature']);

/**
 * A foreign notebook without its claims to be trusted, wherever it makes them.
 *
 * A notebook that is saved through the contents API with `trusted: true` in a
 * cell is signed by the server, and its output then runs with all rights of the
 * user. So the claims go, and whoever writes it writes it as text.
 */
export function harmless(notebook: INotebookDocument): INotebookDocument {
  return clean(notebook) as INotebookDocument;
}

function clean(value: unknown, inMetadata = false): unknown {
  if (Array.isArray(value)) {
    return value.map(item => clean(item, inMetadata));
  }
  if (!isRecord(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !(inMetadata && CLAIMS.has(key.toLowerCase())))
      .map(([key, item]) => [
        key,
        clean(item, inMetadata || key === 'metadata')
      ])
  );
}
