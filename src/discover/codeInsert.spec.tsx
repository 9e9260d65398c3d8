import type { INotebookTracker } from '@jupyterlab/notebook';
import { nullTranslator } from '@jupyterlab/translation';
import type { Inserted } from '../notebook/insert';
import { codeOf } from './code';
import { type ICodeDesk, insertSearch } from './codeInsert';
import type { Search } from './search';

const trans = nullTranslator.load('jupyterlab_esap');
const insertCode = jest.fn<Inserted, [unknown, string, string]>();
jest.mock('../notebook/insert', () => ({
  insertCode: (...args: [unknown, string, string]) => insertCode(...args)
}));
jest.mock('./code', () => ({ codeOf: jest.fn() }));

const search = {
  question: { query: { experiments: ['N05L1'] } }
} as unknown as Search;
const open = { currentWidget: { title: { label: 'X.ipynb' } } };

function deskOf(notebooks: unknown, copy: jest.Mock): ICodeDesk {
  return {
    client: {} as ICodeDesk['client'],
    notebooks: notebooks as INotebookTracker | null,
    copy,
    trans
  };
}

function insert(
  notebooks: unknown,
  outcome: Inserted,
  ids?: readonly number[]
): { said: Promise<string>; copy: jest.Mock } {
  jest.mocked(codeOf).mockResolvedValueOnce('import pyvo');
  insertCode.mockReturnValue(outcome);
  const copy = jest.fn();
  return { said: insertSearch(search, deskOf(notebooks, copy), ids), copy };
}

it.each<[unknown, Inserted, string, boolean]>([
  [open, 'inserted', 'Inserted below the active cell of X.ipynb.', false],
  [open, 'replaced', 'Replaced the earlier cell in X.ipynb.', false],
  [
    open,
    'no-notebook',
    'X.ipynb cannot be changed: copied to the clipboard.',
    true
  ],
  [
    null,
    'no-notebook',
    'There is no notebook open: copied to the clipboard.',
    true
  ]
])('says what became of it: %#', async (notebooks, outcome, words, copied) => {
  const { said, copy } = insert(notebooks, outcome);
  expect(await said).toBe(words);
  expect(copy.mock.calls).toEqual(copied ? [['import pyvo']] : []);
});

it('the cell of a search is replaced by that search only, that of its chosen rows by others of them', async () => {
  insertCode.mockClear();
  await insert(open, 'inserted').said;
  await insert(open, 'inserted').said;
  await insert(open, 'inserted', [1]).said;
  await insert(open, 'inserted', [2]).said;
  const keys = insertCode.mock.calls.map(([, , key]) => key);
  expect(new Set(keys).size).toBe(2);
  expect(keys[0]).toBe(keys[1]);
  expect(keys[2]).toBe(keys[3]);
});

it('a service that does not answer leaves a sentence, not a cell', async () => {
  insertCode.mockClear();
  jest.mocked(codeOf).mockRejectedValueOnce(new Error('no way'));
  const copy = jest.fn();
  expect(await insertSearch(search, deskOf(open, copy))).toContain('no way');
  expect(insertCode).not.toHaveBeenCalled();
  expect(copy).not.toHaveBeenCalled();
});
