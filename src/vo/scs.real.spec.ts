import { isAbort } from '../remote';
import { arrange } from './arrange';
import { search } from './search';
import { DirectTransport } from '../transport/direct';
import { askPython } from './testing/python';
import {
  all,
  clientOf,
  column,
  CONES,
  count,
  facts,
  notes,
  searched,
  service
} from './testing/services';

const direct = clientOf(new DirectTransport());
const { vo, faults } = facts();
const AT = { ra: 10, dec: 20, radius: 1 };

describe('cone search in a real archive', () => {
  it('finds what pyvo finds', async () => {
    const expected = askPython<string[][]>(
      'pyvo_oracle.py',
      [],
      CONES.map(cone => ({ scs: vo.scs, ...cone }))
    );
    for (const [at, cone] of CONES.entries()) {
      const found = column(
        await searched(direct, service('scs', vo.scs), cone),
        'name'
      );
      expect(found.sort()).toEqual([...expected[at]].sort());
    }
    expect(expected.flat().length).toBeGreaterThan(50);
  });

  it('puts distance, name and position first, the distances right', async () => {
    const cone = CONES[0];
    const rows = search(
      direct,
      service('scs', vo.scs),
      cone,
      new AbortController().signal
    );
    const events = await all(arrange(rows, cone));
    const [first] = events;
    expect(
      first.kind === 'columns' && first.columns.slice(0, 4).map(one => one.name)
    ).toEqual(['Separation', 'name', 'ra', 'dec']);
    const seen = column(events, 'Separation').map(Number);
    expect(seen.every(arcsec => arcsec <= 1800)).toBe(true);
    expect(Math.min(...seen)).toBe(0);
  });

  it('says what the archive says', async () => {
    await expect(
      searched(direct, service('scs', vo.scs), { ...AT, dec: 91 })
    ).rejects.toMatchObject({
      failure: {
        code: 'service-error',
        service: 'scs',
        words: expect.stringContaining('declination > 90!') as string
      }
    });
    await expect(
      searched(direct, service('scs', vo.private), AT)
    ).rejects.toMatchObject({
      failure: { code: 'sign-in', facts: { status: 401 } }
    });
    const some = await searched(direct, service('scs', vo.scs, 3), {
      ...AT,
      radius: 180
    });
    expect([count(some), notes(some)]).toEqual([3, ['truncated by service']]);
  });
});

describe('cone search in trouble', () => {
  const scs = (fault: string): string => `${faults.base}/${fault}/scs`;

  it.each([
    ['votable/error-before', { code: 'service-error' }],
    ['votable/not-xml', { code: 'unreadable' }],
    ['votable/empty', { code: 'unreadable', facts: { why: 'empty' } }],
    ['html', { code: 'web-page' }],
    ['status/503/body=text/retry=20', { code: 'busy', facts: { seconds: 20 } }],
    [
      'status/429/body=html/retry-date=60',
      { code: 'busy', facts: { seconds: 60 } }
    ],
    [
      'status/500/body=votable',
      { code: 'service-error', facts: { status: 500 } }
    ],
    ['status/500/body=none', { code: 'http', facts: { status: 500 } }],
    ['status/404', { code: 'web-page', facts: { status: 404 } }],
    ['status/401', { code: 'sign-in', facts: { status: 401 } }],
    ['close', { code: 'unreachable' }]
  ])('%s is one plain failure', async (fault, failure) => {
    await expect(
      searched(direct, service('scs', scs(fault)), AT)
    ).rejects.toMatchObject({
      failure: { service: 'scs', ...failure }
    });
  });

  it.each([
    ['votable/ok', 10, []],
    ['votable/no-rows', 0, []],
    ['gzip/file', 10, []],
    ['votable/rows-then-error', 10, ['incomplete by service']],
    ['votable/overflow', 10, ['truncated by service']],
    ['votable/cut', 10, ['incomplete by reader']],
    ['votable/half', 10, ['incomplete by reader']]
  ])('%s keeps the rows that came', async (fault, rows, said) => {
    const events = await searched(direct, service('scs', scs(fault)), AT);
    expect([count(events), notes(events)]).toEqual([rows, said]);
    expect(events[events.length - 1]).toEqual({ kind: 'end' });
  });

  it('cannot be reached where nobody listens', async () => {
    await expect(
      searched(direct, service('scs', faults.dead), AT)
    ).rejects.toMatchObject({
      failure: { code: 'unreachable' }
    });
  });

  it.each(['stall/rows', 'drip', 'votable/endless'])(
    '%s: Stop ends it, at the service too',
    async fault => {
      const key = `vo-stop-${fault.replace('/', '-')}`;
      const stop = new AbortController();
      const rows = search(
        direct,
        service('scs', `${faults.base}/${fault}/key=${key}/scs`),
        AT,
        stop.signal
      );
      let seen = 0;
      const ended = (async () => {
        for await (const event of rows) {
          if (event.kind === 'batch') {
            seen += event.batch.length;
            stop.abort();
          }
        }
      })();
      const reason: unknown = await ended.catch((error: unknown) => error);
      expect(isAbort(reason)).toBe(true);
      expect(seen).toBeGreaterThan(0);
      const told = await fetch(`${faults.base}/seen/${key}?until=aborted`);
      expect(await told.json()).toMatchObject([{ state: 'aborted' }]);
    }
  );
});
