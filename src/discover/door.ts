import type { Search } from './search';

/** What leads out of the panel; made once, where JupyterLab's own parts are at hand. */
export interface IDoor {
  /** Puts a text on the clipboard. */
  copy(text: string): void;
  /** Shows a search as a tab of the main area. */
  openTab(search: Search): void;
  /** Puts the search as code into the notebook that is in front; says what became of it. */
  insertCode(search: Search, ids?: readonly number[]): Promise<string>;
  /** Opens the choice of notebooks for rows of a search. */
  chooseNotebook(search: Search, ids: readonly number[]): void;
}
