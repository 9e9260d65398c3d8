import { coneQuery } from './tap';
import { DirectTransport } from '../transport/direct';
import { askPython } from './testing/python';
import {
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
const AT = { ra: 0, dec: 0, radius: 90 };

describe('ObsTAP in a real archive', () => {
  it('finds what pyvo finds', async () => {
    const expected = askPython<string[][]>(
      'pyvo_oracle.py',
      [],
      CONES.map(cone => ({ tap: vo.tap, query: coneQuery(cone) }))
    );
    for (const [at, cone] of CONES.entries()) {
      const found = column(
        await searched(direct, service('tap', vo.tap), cone),
        'target_name'
      );
      expect(found.sort()).toEqual([...expected[at]].sort());
    }
    expect(expected.flat().length).toBeGreaterThan(50);
  });

  it('marks what was cut off at a limit', async () => {
    const events = await searched(direct, service('tap', `${vo.tap}/`, 3), AT);
    expect([count(events), notes(events)]).toEqual([
      3,
      ['truncated by service']
    ]);
  });

  it('finds positions in any table, by what TAP_SCHEMA says of it', async () => {
    const sources = { ...service('tap', vo.tap), table: 'radio.sources' };
    const [expected] = askPython<string[][]>(
      'pyvo_oracle.py',
      [],
      [{ scs: vo.scs, ...CONES[0] }]
    );
    const found = column(await searched(direct, sources, CONES[0]), 'name');
    expect(found.sort()).toEqual([...expected].sort());
    const placeless = { ...sources, table: 'rr.resource' };
    await expect(searched(direct, placeless, AT)).rejects.toMatchObject({
      failure: {
        code: 'unreadable',
        facts: { why: 'no-position', table: 'rr.resource' }
      }
    });
  });

  it('says what the archive says', async () => {
    const wrong = { ...service('tap', vo.tap), table: 'nosuch.tab' };
    await expect(searched(direct, wrong, AT)).rejects.toMatchObject({
      failure: {
        code: 'service-error',
        words: expect.stringContaining(
          "Could not locate table 'nosuch.tab'"
        ) as string
      }
    });
  });
});

describe('TAP in trouble', () => {
  it.each([
    ['votable/ok', 10, []],
    ['votable/rows-then-error', 10, ['incomplete by service']],
    ['votable/overflow', 10, ['truncated by service']],
    ['votable/cut', 10, ['incomplete by reader']]
  ])('%s keeps the rows that came', async (fault, rows, said) => {
    const events = await searched(
      direct,
      service('tap', `${faults.base}/${fault}/tap`),
      AT
    );
    expect([count(events), notes(events)]).toEqual([rows, said]);
  });

  it('has the words of an error', async () => {
    const bad = service('tap', `${faults.base}/votable/error-before/tap`);
    await expect(searched(direct, bad, AT)).rejects.toMatchObject({
      failure: {
        words: 'Field query: the disk is full <b>&amp;</b> nobody cares'
      }
    });
  });
});
