import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { nullTranslator } from '@jupyterlab/translation';
import type { Service } from '../contract';
import { DirectTransport } from '../transport/direct';
import type { IObsQuery } from '../vo';
import { clientOf, facts } from '../vo/testing/services';
import { codeOf } from './code';
import type { IQuestion } from './question';
import { Search } from './search';
import { USUAL } from './taste';

const PYTHON =
  process.env.ESAP_PYTHON ??
  join(__dirname, '..', '..', '.venv', 'bin', 'python');

const { vo } = facts();
const client = clientOf(new DirectTransport());
const trans = nullTranslator.load('jupyterlab_esap');
const HOSTILE = '<b>3C 273</b><script>alert(1)</script>';

const service = (more: Partial<Service>): Service => ({
  id: 'evn',
  label: 'EVN archive',
  kind: 'tap',
  url: vo.tap,
  category: 'observations',
  selected: true,
  maxrec: 20000,
  ...more
});
const EVN = service({});
const SOURCES = service({
  id: 'radio',
  label: '"""\n!ls # %%bash',
  kind: 'scs',
  url: vo.scs,
  category: 'catalogues',
  maxrec: undefined
});
/** The same sources by TAP: its position columns are not those of ObsCore. */
const TABLE = service({
  id: 'table',
  label: 'EVN archive',
  category: 'catalogues',
  table: 'radio.sources'
});

/** A search that has ended. */
async function searched(
  query: IObsQuery,
  services: readonly Service[],
  text = ''
): Promise<Search> {
  const question: IQuestion = { text, query, cone: query.cone };
  const search = new Search(client, question, USUAL, trans);
  const ended = new Promise<void>(resolve =>
    search.changed.connect(() => {
      if (!search.isRunning) {
        resolve();
      }
    })
  );
  search.start(services);
  await ended;
  return search;
}

/**
 * Takes the cell as IPython does, looks that nothing in it is a magic, a
 * comment or a name of somebody else, runs it, and gives what it would show.
 */
const PROGRAM = `
import ast, io, json, sys, tokenize, warnings
from IPython.core.inputtransformer2 import TransformerManager
warnings.simplefilter("ignore")
cell = json.load(sys.stdin)
assert cell.isascii()
assert TransformerManager().transform_cell(cell) == cell + "\\n"
tree = ast.parse(cell)
nodes = list(ast.walk(tree))
names = {n.id for n in nodes if isinstance(n, ast.Name)}
names |= {n.attr for n in nodes if isinstance(n, ast.Attribute)}
names |= {n.arg for n in nodes if isinstance(n, ast.keyword)}
tokens = tokenize.generate_tokens(io.StringIO(cell).readline)
assert not any(t.type == tokenize.COMMENT for t in tokens)
*body, last = tree.body
scope = {}
exec(compile(ast.Module(body, []), "cell", "exec"), scope)
shown = eval(compile(ast.Expression(last.value), "cell", "eval"), scope)
print(json.dumps([shown, sorted(names)]))
`;

const NAMES = new Set(
  'pyvo dal TAPService run_sync run_async conesearch pos radius maxrec results label rows len items chosen names name to_table'.split(
    ' '
  )
);

function run(cell: string): unknown {
  const [shown, names] = JSON.parse(
    execFileSync(PYTHON, ['-c', PROGRAM], {
      input: JSON.stringify(cell),
      encoding: 'utf8'
    })
  ) as [unknown, string[]];
  expect(names.filter(name => !NAMES.has(name))).toEqual([]);
  return shown;
}

const rowsOf = (search: Search, id: string): number =>
  search.runs.find(one => one.service.id === id)?.rows ?? -1;

jest.setTimeout(120_000);

test('a cone, by TAP and by cone search, gives in Python what it gives here', async () => {
  const cone = { ra: 187.2779154, dec: 2.0523883, radius: 5 };
  const search = await searched({ cone }, [EVN, SOURCES, TABLE]);
  expect(search.runs.map(one => one.state)).toEqual(['done', 'done', 'done']);
  const counts = ['evn', 'radio', 'table'].map(id => rowsOf(search, id));
  expect(Math.min(...counts)).toBeGreaterThan(0);
  expect(run(await codeOf(search, client))).toEqual({
    'EVN archive (evn)': counts[0],
    [SOURCES.label]: counts[1],
    'EVN archive (table)': counts[2]
  });
});

test.each<[string, IObsQuery, number | undefined]>([
  ['an experiment', { experiments: ['N05L1'] }, 56],
  ['a quote', { targets: ["Barnard's Star"] }, undefined],
  ['markup', { targets: [HOSTILE] }, undefined],
  [
    'bands and dates',
    { bands: ['C', 'X'], from: 53000, to: 54000, productTypes: ['visibility'] },
    undefined
  ]
])('%s', async (_, query, count) => {
  const search = await searched(query, [EVN, SOURCES], HOSTILE);
  expect(search.runs[1].state).toBe('not-asked');
  const rows = rowsOf(search, 'evn');
  expect(rows).toBe(count ?? rows);
  expect(rows).toBeGreaterThan(0);
  expect(run(await codeOf(search, client))).toBe(rows);
});

test('a limit is the same in both', async () => {
  const query = { experiments: ['N05L1'] };
  const search = await searched(query, [{ ...EVN, maxrec: 7 }]);
  expect(rowsOf(search, 'evn')).toBe(7);
  expect(run(await codeOf(search, client))).toBe(7);
});

test('chosen rows are asked for by their names, of their services only', async () => {
  const cone = { ra: 187.2779154, dec: 2.0523883, radius: 5 };
  const search = await searched({ cone }, [EVN, SOURCES]);
  const { table } = search;
  const all = table.rows({ from: 0, to: table.length });
  const [mine, theirs] = ['evn', 'radio'].map(service =>
    all.map(row => row.id).filter(id => table.origin(id)?.service === service)
  );
  const code = await codeOf(search, client, mine.slice(0, 3));
  expect(code).not.toContain('conesearch');
  expect(run(code)).toEqual({ 'EVN archive': 3 });
  const mixed = await codeOf(search, client, [mine[0], theirs[0]]);
  expect(run(mixed)).toEqual({
    'EVN archive': 1,
    [SOURCES.label]: theirs.length
  });
});
