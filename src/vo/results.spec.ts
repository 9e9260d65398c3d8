import type { VOTableEvent } from '../votable/event';
import { results } from './results';
import { CONE, info, OTHER, outcome, stream, table } from './testing/events';

const { signal } = new AbortController();
const RESULTS = { type: 'results' };

const read = (
  ...events: (VOTableEvent | VOTableEvent[])[]
): ReturnType<typeof outcome> => outcome(results(stream(...events), signal));

const ERROR: VOTableEvent = info(
  'QUERY_STATUS',
  'ERROR',
  'statement  timeout\n'
);
const CUT: VOTableEvent = {
  kind: 'broken',
  reason: 'cut',
  words: 'The document ends inside a row.'
};

describe('which table holds the results', () => {
  it('is the one in a RESOURCE of type results, whatever stands before', async () => {
    const seen = await read(
      table(OTHER, 7, { type: 'meta' }),
      table(OTHER, 8, {}, 1),
      table(CONE, 3, RESULTS, 2),
      table(OTHER, 9, RESULTS, 3)
    );
    expect(seen).toEqual({
      columns: ['id', 'ra', 'dec'],
      rows: 3,
      notes: [
        'warning by reader: The answer has 2 tables of results; the first is shown.'
      ],
      ended: true
    });
  });

  it('is one with positions where no type is given, as by Simple Cone Search 1.03', async () => {
    const seen = await read(table(OTHER, 7), table(CONE, 3, {}, 1));
    expect(seen).toMatchObject({ columns: ['id', 'ra', 'dec'], rows: 3 });
  });

  it('is the first one where nothing better comes', async () => {
    const seen = await read(table(OTHER, 7, null), table(OTHER, 8, {}, 1));
    expect(seen).toMatchObject({ columns: ['n'], rows: 7, ended: true });
  });

  it('may be empty', async () => {
    expect(await read(info('QUERY_STATUS', 'OK'), table(CONE, 0))).toEqual({
      columns: ['id', 'ra', 'dec'],
      rows: 0,
      notes: [],
      ended: true
    });
  });

  it('passes rows on as they come', async () => {
    let after = 0;
    const events = async function* (): AsyncGenerator<VOTableEvent> {
      for (const event of table(CONE, 3)) {
        yield event;
      }
      after += 1;
      yield { kind: 'end' };
    };
    for await (const event of results(events(), signal)) {
      if (event.kind === 'batch') {
        expect(after).toBe(0);
      }
    }
    expect(after).toBe(1);
  });
});

describe('errors', () => {
  const asError = { code: 'service-error', words: 'statement timeout' };

  it.each<[string, VOTableEvent]>([
    ['QUERY_STATUS', ERROR],
    ['QUERY STATUS', info('QUERY STATUS', 'error', 'statement timeout')],
    ['words in the value', info('QUERY_STATUS', 'ERROR: statement timeout')],
    [
      'INFO Error under VOTABLE',
      info('Error', 'statement timeout', '', { place: 'votable' })
    ],
    ['INFO in a RESOURCE, lower case', info('error', 'statement timeout')],
    [
      'PARAM in a RESOURCE',
      info('Error', 'statement timeout', '', { kind: 'param' })
    ],
    [
      'PARAM under DEFINITIONS',
      info('Error', 'statement timeout', '', {
        kind: 'param',
        place: 'definitions'
      })
    ],
    [
      'INFO in a TABLE',
      info('QUERY_STATUS', 'ERROR', 'statement timeout', { place: 'table' })
    ],
    ['only an ID', info('', 'statement timeout', '', { id: 'Error' })]
  ])('are heard in every legal form: %s', async (_, event) => {
    await expect(read(event)).rejects.toMatchObject({ failure: asError });
    await expect(read(table(CONE, 0, RESULTS), event)).rejects.toMatchObject({
      failure: asError
    });
  });

  it('carry the hint that goes with them', async () => {
    await expect(
      read(ERROR, info('HINT', 'Ask for less.'))
    ).rejects.toMatchObject({
      failure: { words: 'statement timeout Ask for less.' }
    });
  });

  it('behind rows leave the rows, marked', async () => {
    const seen = await read(
      info('QUERY_STATUS', 'OK'),
      table(CONE, 3, RESULTS),
      ERROR
    );
    expect(seen).toMatchObject({
      rows: 3,
      notes: ['incomplete by service: statement timeout'],
      ended: true
    });
  });

  it('are not seen in a table that has a parameter called error', async () => {
    const param = info('error', '0.1', '', {
      kind: 'param',
      place: 'table'
    });
    expect(await read(param, table(CONE, 3, RESULTS))).toMatchObject({
      rows: 3,
      notes: []
    });
  });

  it('of the reader leave the rows, marked; without rows they are the failure', async () => {
    const [begin, batch] = table(CONE, 3, RESULTS);
    expect(await read([begin, batch], CUT)).toMatchObject({
      notes: ['incomplete by reader: The document ends inside a row.']
    });
    await expect(read([begin], CUT)).rejects.toMatchObject({
      failure: { code: 'cut' }
    });
    await expect(read([begin], CUT, ERROR)).rejects.toMatchObject({
      failure: asError
    });
    await expect(
      read({ kind: 'broken', reason: 'web-page', words: '', title: 'Welcome' })
    ).rejects.toMatchObject({
      failure: { code: 'web-page', facts: { title: 'Welcome' } }
    });
    await expect(read()).rejects.toMatchObject({
      failure: { code: 'unreadable', facts: { why: 'no-table' } }
    });
  });

  it('that are thrown on the way leave the rows as well', async () => {
    const events = async function* (): AsyncGenerator<VOTableEvent> {
      yield* table(CONE, 3, RESULTS);
      throw new Error('The connection is gone.');
    };
    expect(await outcome(results(events(), signal))).toMatchObject({
      rows: 3,
      notes: ['incomplete by reader: The connection is gone.']
    });
  });
});

describe('limits and warnings', () => {
  it.each([
    [
      'before',
      [info('QUERY_STATUS', 'OVERFLOW', 'limit'), ...table(CONE, 3, RESULTS)]
    ],
    [
      'behind',
      [
        info('QUERY_STATUS', 'OK'),
        ...table(CONE, 3, RESULTS),
        info('QUERY_STATUS', 'OVERFLOW', 'limit')
      ]
    ]
  ])('OVERFLOW %s the rows is said once, at the end', async (_, events) => {
    expect(await read(events)).toMatchObject({
      rows: 3,
      notes: ['truncated by service: limit']
    });
  });

  it('as many rows as were asked for are suspicious where nothing is said', async () => {
    const silent = results(stream(table(CONE, 3)), signal, 3);
    expect(await outcome(silent)).toMatchObject({
      notes: ['truncated by reader: ']
    });
    const ok = results(
      stream(info('QUERY_STATUS', 'OK'), table(CONE, 3)),
      signal,
      3
    );
    expect(await outcome(ok)).toMatchObject({ notes: [] });
  });

  it('a warning of the service is passed on, unless it only repeats the limit', async () => {
    const limit = info('warning', 'The query limit was reached.');
    const odd = info('WARNING', 'Fluxes are preliminary.');
    expect(await read(limit, odd, table(CONE, 3))).toMatchObject({
      notes: [
        'warning by service: The query limit was reached.',
        'warning by service: Fluxes are preliminary.'
      ]
    });
    const overflow = info('QUERY_STATUS', 'OVERFLOW');
    expect(await read(limit, odd, table(CONE, 3), overflow)).toMatchObject({
      notes: [
        'warning by service: Fluxes are preliminary.',
        'truncated by service: '
      ]
    });
  });

  it('the same warning is said once', async () => {
    const warning: VOTableEvent = { kind: 'warning', words: 'Odd bytes.' };
    expect(await read(table(CONE, 3), warning, warning)).toMatchObject({
      notes: ['warning by reader: Odd bytes.']
    });
  });
});

describe('stopping', () => {
  it('ends with an AbortError, also when rows are there, and nothing comes after', async () => {
    const stop = new AbortController();
    const [begin, batch, end] = table(CONE, 3);
    const rows = results(stream(begin, batch, batch, end), stop.signal);
    let batches = 0;
    await expect(async () => {
      for await (const event of rows) {
        if (event.kind === 'batch') {
          batches += 1;
          stop.abort();
        }
      }
    }).rejects.toMatchObject({ name: 'AbortError' });
    expect(batches).toBe(1);
  });
});
