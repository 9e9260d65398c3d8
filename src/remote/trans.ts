/**
 * What makes words in the user's language: the part of JupyterLab's
 * TranslationBundle that is used here, so that pure code need not know JupyterLab.
 */
export interface ITrans {
  /** `%1`, `%2` … stand for the arguments. */
  __(text: string, ...args: (string | number)[]): string;
  /** `%1` stands for `n`, `%2` … for the arguments. */
  _n(
    singular: string,
    plural: string,
    n: number,
    ...args: (string | number)[]
  ): string;
}
