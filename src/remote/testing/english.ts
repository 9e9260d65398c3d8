import type { ITrans } from '../trans';

function filled(text: string, args: readonly (string | number)[]): string {
  return text.replace(/%(\d)/g, (_, at: string) =>
    String(args[Number(at) - 1])
  );
}

/** What JupyterLab's bundle does where nothing is translated. */
export const english: ITrans = {
  __: (text, ...args) => filled(text, args),
  _n: (singular, plural, n, ...args) =>
    filled(n === 1 ? singular : plural, [n, ...args])
};
