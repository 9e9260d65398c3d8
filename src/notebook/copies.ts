import type { Contents } from '@jupyterlab/services';
import {
  readNotebook,
  type INotebookDocument,
  type Metadata
} from './document';
import { safeName } from './folder';
import { type IOrigin, originOf, withOrigin } from './parameters';
import { sha256Hex } from './sha256';

/** A notebook of an experiment that is in the user's files already. */
export interface ICopy {
  readonly path: string;
  readonly name: string;
  readonly origin: IOrigin;
  /** Cells were changed since we wrote it. */
  readonly edited: boolean;
  /** ISO 8601. */
  readonly modified: string;
  readonly metadata: Metadata;
}

/** Looking into more files than this would be slow, and nobody chooses among so many. */
const MOST_COPIES = 40;

/** The notebooks in an experiment's folder that came from a service; edited ones first, then the newest. */
export async function copiesIn(
  contents: Contents.IManager,
  folder: string
): Promise<ICopy[]> {
  const files = await listing(contents, folder);
  const copies: ICopy[] = [];
  for (const file of files
    .filter(one => one.type === 'notebook')
    .slice(0, MOST_COPIES)) {
    const document = await notebookAt(contents, file.path);
    const origin = document && originOf(document.metadata);
    if (origin) {
      copies.push({
        path: file.path,
        name: file.name,
        origin,
        edited: cellsHash(document) !== origin.written,
        modified: file.last_modified,
        metadata: document.metadata
      });
    }
  }
  return copies.sort(
    (a, b) =>
      Number(b.edited) - Number(a.edited) ||
      b.modified.localeCompare(a.modified)
  );
}

/**
 * Writes a notebook into an experiment's folder under a name that is free
 * (`name`, `name_1`, …), so that nothing that is there is ever replaced.
 *
 * It is written as text: through the notebook type the server would sign it.
 *
 * Returns its path.
 */
export async function writeCopy(
  contents: Contents.IManager,
  folder: string,
  name: string,
  notebook: INotebookDocument,
  origin: IOrigin
): Promise<string> {
  await makeFolders(contents, folder);
  const stem = safeName(name.replace(/\.ipynb$/i, ''));
  const taken = new Set(
    (await listing(contents, folder)).map(one =>
      one.name.normalize('NFC').toLowerCase()
    )
  );
  let free = `${stem}.ipynb`;
  for (let i = 1; taken.has(free.toLowerCase()); i++) {
    free = `${stem}_${i}.ipynb`;
  }
  const whole = withOrigin(notebook, {
    ...origin,
    written: cellsHash(notebook)
  });
  const path = `${folder}/${free}`;
  await contents.save(path, {
    type: 'file',
    format: 'text',
    content: `${JSON.stringify(whole, undefined, 1)}\n`
  });
  return path;
}

/** A notebook of the user's; undefined for a file that is none, or that can't be read. */
async function notebookAt(
  contents: Contents.IManager,
  path: string
): Promise<INotebookDocument | undefined> {
  try {
    // As text: the server would refuse a damaged one as a notebook.
    const model = await contents.get(path, {
      type: 'file',
      format: 'text',
      content: true
    });
    const read = readNotebook(String(model.content));
    return read.ok ? read.notebook : undefined;
  } catch {
    return undefined;
  }
}

/** Tells whether what a user writes has changed: kinds and sources of the cells, not their outputs. */
function cellsHash(notebook: INotebookDocument): string {
  return sha256Hex(
    JSON.stringify(
      notebook.cells.map(cell => [
        cell.cell_type,
        typeof cell.source === 'string' ? cell.source : cell.source.join('')
      ])
    )
  );
}

async function makeFolders(
  contents: Contents.IManager,
  folder: string
): Promise<void> {
  let path = '';
  for (const part of folder.split('/')) {
    const parent = path;
    path = path === '' ? part : `${path}/${part}`;
    const there = (await listing(contents, parent)).some(
      one => one.name === part
    );
    if (!there) {
      await contents.save(path, { type: 'directory' });
    }
  }
}

/** What is in a folder; a folder that is not there holds nothing. */
async function listing(
  contents: Contents.IManager,
  folder: string
): Promise<Contents.IModel[]> {
  try {
    const model = await contents.get(folder, { content: true });
    return model.content as Contents.IModel[];
  } catch (reason) {
    const { response } = reason as { response?: Response };
    if (response?.status === 404) {
      return [];
    }
    throw reason;
  }
}
