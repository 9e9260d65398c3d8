import type { INotebookTracker } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import { insertCode } from '../notebook/insert';
import { failureOf, sentence } from '../remote';
import type { IClient } from '../vo';
import { codeOf } from './code';
import type { Search } from './search';

/** Where code can go. */
export interface ICodeDesk {
  readonly client: IClient;
  readonly notebooks: INotebookTracker | null;
  /** Puts a text on the clipboard. */
  readonly copy: (text: string) => void;
  readonly trans: TranslationBundle;
}

/**
 * Puts a search as Python into the notebook in front, in place of the same
 * search's cell if nobody has edited that; on the clipboard where there is no
 * notebook that can be written.
 *
 * @returns what became of it, as a sentence
 */
export async function insertSearch(
  search: Search,
  { client, notebooks, copy, trans }: ICodeDesk,
  ids: readonly number[] = []
): Promise<string> {
  let code: string;
  try {
    code = await codeOf(search, client, ids);
  } catch (reason) {
    return sentence(failureOf(reason), trans);
  }
  const { query } = search.question;
  const key = `search ${ids.length > 0 ? 'rows ' : ''}${JSON.stringify(query)}`;
  const panel = notebooks?.currentWidget;
  const name = panel?.title.label ?? '';
  switch (insertCode(notebooks, code, key)) {
    case 'inserted':
      return trans.__('Inserted below the active cell of %1.', name);
    case 'replaced':
      return trans.__('Replaced the earlier cell in %1.', name);
    case 'no-notebook':
      copy(code);
      return panel
        ? trans.__('%1 cannot be changed: copied to the clipboard.', name)
        : trans.__('There is no notebook open: copied to the clipboard.');
  }
}
