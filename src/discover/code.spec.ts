import type { TranslationBundle } from '@jupyterlab/translation';
import type { Service } from '../contract';
import { english } from '../remote/testing/english';
import { codeOf } from './code';
import { Search } from './search';
import { USUAL } from './taste';
import { Feed } from './testing/feed';

const trans = english as TranslationBundle;
const EVN: Service = {
  id: 'evn',
  label: 'EVN archive',
  kind: 'tap',
  url: 'https://vo.example.org/tap',
  category: 'observations',
  selected: true
};

/** A search whose one service ends with this status after two rows. */
async function searched(service: Service, status: string): Promise<Search> {
  const feed = new Feed();
  const query = { experiments: ['N05L1'] };
  const question = { text: 'N05L1', query };
  const search = new Search(feed.client, question, USUAL, trans);
  const ended = new Promise<void>(resolve =>
    search.changed.connect(() => !search.isRunning && resolve())
  );
  feed.rows(['3C84', 'N05L1'], ['M87', 'N05L1']);
  feed.end(status);
  search.start([service]);
  await ended;
  return search;
}

const { client } = new Feed();

test('one service is one table', async () => {
  expect(await codeOf(await searched(EVN, 'OK'), client)).toBe(
    `import pyvo

results = pyvo.dal.TAPService("https://vo.example.org/tap").run_sync(
    "SELECT * FROM ivoa.obscore WHERE obs_id IN ('N05L1')",
)
len(results)`
  );
});

test('what a service gives at once ends before the limit: it is asked for in a job', async () => {
  const limited = { ...EVN, maxrec: 1000 };
  expect(await codeOf(await searched(limited, 'OVERFLOW'), client)).toContain(
    'run_async('
  );
  expect(await codeOf(await searched(limited, 'OK'), client)).toContain(
    'run_sync('
  );
  expect(
    await codeOf(await searched({ ...EVN, maxrec: 2 }, 'OVERFLOW'), client)
  ).toContain('run_sync(');
});

test('chosen rows are named', async () => {
  const code = await codeOf(await searched(EVN, 'OK'), client, [1]);
  expect(code).toContain('chosen = {"EVN archive": ["ivo://x?M87_N05L1"]}');
});

test('a label is never more than a text', async () => {
  const label = '"] = 1\n!ls\n#\u2028';
  const code = await codeOf(
    await searched({ ...EVN, label }, 'OK'),
    client,
    [0]
  );
  expect(code).toContain('results["\\"] = 1\\x0a!ls\\x0a#\\u2028"] = pyvo');
  expect(code).toMatch(/^[\x20-\x7e\n]+$/);
});
