import type { TranslationBundle } from '@jupyterlab/translation';
import type { Service } from '../contract';
import { english } from '../remote/testing/english';
import { decode } from '../votable';
import type { IClient } from '../vo';
import { boxOf, questionOf } from './question';
import { textIn } from './row';
import { Search } from './search';
import { NO_FILTERS } from './state';
import { USUAL } from './taste';

const trans = english as TranslationBundle;

function service(id: string, more: Partial<Service> = {}): Service {
  return {
    id,
    label: `Archive ${id}`,
    kind: 'tap',
    category: 'observations',
    url: `https://${id}.example.org/tap`,
    selected: true,
    ...more
  } as Service;
}

/** A row of an ObsCore table: target, experiment, distance in degrees, hours, kB, identifier. */
type Row = readonly [string, string, number, number, number, string];

function votable(rows: readonly Row[], status = 'OK', words = ''): string {
  const field = (name: string, type: string, unit = ''): string =>
    `<FIELD name="${name}" datatype="${type}"${type === 'char' ? ' arraysize="*"' : ''} unit="${unit}"/>`;
  const cells = rows.map(
    ([target, experiment, off, hours, kilobytes, did]) =>
      `<TR>${[
        target,
        experiment,
        10 + off,
        20,
        hours * 3600,
        kilobytes,
        did,
        0.18,
        0.181,
        53426.5
      ]
        .map(value => `<TD>${value}</TD>`)
        .join('')}</TR>`
  );
  return `<?xml version="1.0"?><VOTABLE><RESOURCE type="results"><INFO name="QUERY_STATUS" value="OK"/><TABLE>
    ${field('target_name', 'char')}${field('obs_id', 'char')}${field('s_ra', 'double', 'deg')}${field('s_dec', 'double', 'deg')}
    ${field('t_exptime', 'double', 's')}${field('access_estsize', 'long', 'kbyte')}${field('obs_publisher_did', 'char')}
    ${field('em_min', 'double', 'm')}${field('em_max', 'double', 'm')}${field('t_min', 'double', 'd')}
    <DATA><TABLEDATA>${cells.join('')}</TABLEDATA></DATA></TABLE>
    <INFO name="QUERY_STATUS" value="${status}">${words}</INFO></RESOURCE></VOTABLE>`;
}

type Answer = () => Promise<Response>;

/** A client whose services give these answers, one after the other. */
function client(answers: Record<string, Answer[]>): IClient {
  return {
    transport: {
      fetch: (id, _, { signal }) =>
        Promise.race([
          answers[id].shift()!(),
          new Promise<never>((_, reject) =>
            signal.addEventListener('abort', () =>
              reject(new DOMException('stopped', 'AbortError'))
            )
          )
        ])
    },
    decode: (body, signal) => decode(body, { signal })
  };
}

const says =
  (text: string, status = 200): Answer =>
  () =>
    Promise.resolve(new Response(text, { status }));
const hangs: Answer = () => new Promise(() => undefined);

function ask(
  how: IClient,
  services: readonly Service[],
  box = '10 20'
): Search {
  const question = questionOf(
    { box, radius: '1', unit: 'deg', filters: NO_FILTERS },
    boxOf(box, services)
  );
  const search = new Search(how, question!, USUAL, trans);
  search.start(services);
  return search;
}

/** Resolves when the search is as it is waited for. */
function until(search: Search, test: () => boolean): Promise<void> {
  return new Promise(resolve => {
    const look = (): void => {
      if (test()) {
        search.changed.disconnect(look);
        resolve();
      }
    };
    search.changed.connect(look);
    look();
  });
}

const ended = (search: Search): Promise<void> =>
  until(search, () => !search.isRunning);
const targets = (search: Search): string[] =>
  search.table
    .rows({ from: 0, to: search.table.length })
    .map(row => textIn(row, 'target'));
const stateOf = (search: Search, id: string): string | undefined =>
  search.runs.find(run => run.service.id === id)?.state;

const DID = (pass: number, name: string): string =>
  `ivo://evn.test/~?N05L1_050225_${pass}_1_${name}_1658MHz`;

describe('a search', () => {
  test('has the rows of all services in one table, each with its archive', async () => {
    const search = ask(
      client({
        a: [says(votable([['3C84', 'N05L1', 0.01, 4, 1e6, DID(1, '3C84')]]))],
        b: [says(votable([['M87', 'X1', 0.005, 1, 5, 'ivo://b/1']]))]
      }),
      [service('a'), service('b')]
    );
    await ended(search);
    expect(targets(search)).toEqual(['M87', '3C84']);
    const [nearest] = search.table.rows({ from: 0, to: 1 });
    expect(textIn(nearest, 'archive')).toBe('Archive b');
    expect(textIn(nearest, 'band')).toBe('L');
    expect(textIn(nearest, 'start')).toBe('2005-02-25 12:00');
  });

  test('a service that hangs holds nobody; stopped, it is called stopped', async () => {
    const search = ask(
      client({ a: [hangs], b: [says(votable([['M87', 'X1', 0, 1, 5, 'b']]))] }),
      [service('a'), service('b')]
    );
    await until(search, () => stateOf(search, 'b') === 'done');
    expect(targets(search)).toEqual(['M87']);
    expect(stateOf(search, 'a')).toBe('running');
    search.stop();
    expect(stateOf(search, 'a')).toBe('stopped');
    expect(targets(search)).toEqual(['M87']);
  });

  test('rows before an error are kept, and another try that fails leaves them', async () => {
    const search = ask(
      client({
        a: [
          says(
            votable([['3C84', 'N05L1', 0, 4, 1, 'a']], 'ERROR', 'disk full')
          ),
          says('no', 503)
        ]
      }),
      [service('a')]
    );
    await ended(search);
    const [run] = search.runs;
    expect(run.notes).toMatchObject([
      { code: 'incomplete', words: 'disk full' }
    ]);
    search.retry('a');
    await ended(search);
    expect(stateOf(search, 'a')).toBe('failed');
    expect(search.runs[0].rows).toBe(1);
    expect(targets(search)).toEqual(['3C84']);
  });

  test('the rest of a service that stopped at its limit takes the place of what there was', async () => {
    const row = (name: string): Row => [name, 'N05L1', 0, 1, 1, name];
    const search = ask(
      client({
        a: [
          says(votable([row('one'), row('two')], 'OVERFLOW')),
          says(votable([row('one'), row('two'), row('three')]))
        ]
      }),
      [service('a')]
    );
    await ended(search);
    expect(search.runs[0].notes).toMatchObject([{ code: 'truncated' }]);
    search.getRest('a');
    expect(search.runs[0].maxrec).toBe(20);
    await ended(search);
    expect(targets(search).sort()).toEqual(['one', 'three', 'two']);
    expect(search.runs[0].notes).toEqual([]);
  });

  test('a service that can not answer says why and is not asked', async () => {
    const catalogue = service('c', { kind: 'scs', category: 'catalogues' });
    const evn = service('a', {
      experiment: { pattern: '[A-Z]\\d{2}[A-Z]\\d' }
    });
    const search = ask(
      client({ a: [says(votable([]))] }),
      [catalogue, evn, service('b')],
      'N05L1'
    );
    await ended(search);
    expect(search.runs.map(run => run.why)).toEqual([
      'needs-position',
      undefined,
      'no-such-experiments'
    ]);
  });
});

describe('the order at the end', () => {
  test('of a calibrator is by time on source: all its distances are nothing', async () => {
    const search = ask(
      client({
        a: [
          says(
            votable([
              ['short', 'A1', 0, 1, 1, 'a'],
              ['long', 'A2', 0, 9, 1, 'b'],
              ['else', 'A3', 0.5, 20, 1, 'c']
            ])
          )
        ]
      }),
      [service('a')]
    );
    await ended(search);
    expect(targets(search)).toEqual(['else', 'long', 'short']);
  });

  test('is in groups by experiment and pass, with each pass’s size once', async () => {
    const search = ask(
      client({
        a: [
          says(
            votable([
              ['3C84', 'N05L1', 0.1, 1, 2e6, DID(1, '3C84')],
              ['M87', 'N05L1', 0.2, 1, 2e6, DID(1, 'M87')],
              ['3C273', 'N05L1', 0.3, 1, 3e6, DID(2, '3C273')]
            ])
          )
        ]
      }),
      [service('a')]
    );
    await ended(search);
    await new Promise<void>(resolve => {
      const { source } = search.ranking;
      const look = (): void => {
        if (!source.busy && source.length > 0) {
          resolve();
        }
      };
      source.changed.connect(look);
      look();
    });
    const groups = search.ranking.source
      .rows({ from: 0, to: 9 })
      .flatMap(row =>
        row?.group ? [`${row.group.name}: ${row.group.summary}`] : []
      );
    expect(groups).toEqual([
      'N05L1: Archive a · 2 passes · 3 rows · 5.00 GB · L',
      '1: 2 rows · 2.00 GB · L',
      '2: 3.00 GB · L'
    ]);
  });
});
