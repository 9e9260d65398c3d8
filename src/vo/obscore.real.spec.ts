import { DirectTransport } from '../transport/direct';
import { archiveNames } from './archiveNames';
import { readLinks, type ILink } from './datalink';
import { Grouping } from './group';
import { type IObsQuery, type IObsWording, obsQuery } from './obscore';
import { searchObservations } from './search';
import { separation } from './separation';
import { askPython } from './testing/python';
import {
  all,
  clientOf,
  column,
  CONES,
  facts,
  service
} from './testing/services';

const { vo } = facts();
const direct = clientOf(new DirectTransport());
const archive = service('tap', vo.tap, 20000);
const { signal } = new AbortController();

const found = async (
  query: IObsQuery,
  wording?: IObsWording
): ReturnType<typeof all> =>
  all(searchObservations(direct, archive, query, signal, wording));

describe('filters in a real archive', () => {
  const queries: readonly (readonly [IObsQuery, number?])[] = [
    [{ experiments: ['n05l1'] }, 56],
    [{ experiments: ['N05*'] }],
    [{ experiments: ['N05*', '!N05L1'] }],
    [{ experiments: ['EB06?', 'N24K1'] }],
    [{ targets: ["barnard's star"] }],
    [{ targets: ['J00*'], experiments: ['N05L1'] }],
    [{ bands: ['L'] }],
    [{ bands: ['C', 'X'], from: 53000, to: 54000 }],
    [{ productTypes: ['image'] }, 6],
    [{ productTypes: ['image', 'spectrum'] }, 11],
    [{ instruments: ['EVN'], experiments: ['N05L1'], bands: ['L'] }, 56],
    [{ cone: CONES[0], experiments: ['N05L1'] }, 3]
  ];

  it('find what pyvo finds', async () => {
    const expected = askPython<string[][]>(
      'pyvo_oracle.py',
      [],
      queries.map(([query]) => ({ tap: vo.tap, query: obsQuery(query) }))
    );
    for (const [at, [query, count]] of queries.entries()) {
      const names = column(await found(query), 'target_name');
      expect([query, names.sort()]).toEqual([query, [...expected[at]].sort()]);
      expect(names.length).toBeGreaterThan(0);
      expect(names).toHaveLength(count ?? names.length);
    }
  });

  it('the wildcards and bands mean what they say', async () => {
    const some = await found({ experiments: ['N05*', '!N05L1'] });
    expect(new Set(column(some, 'obs_id').map(id => id.slice(0, 3)))).toEqual(
      new Set(['N05'])
    );
    expect(column(some, 'obs_id')).not.toContain('N05L1');
    const band = await found({ bands: ['L'] });
    const gigahertz = column(band, 'em_max').map(
      metres => 0.299792458 / Number(metres)
    );
    expect(gigahertz.every(one => one <= 2)).toBe(true);
  });

  it('a box has all that the circle has', async () => {
    for (const cone of CONES) {
      const inside = async (wording: IObsWording): Promise<string[]> => {
        const events = await found({ cone }, wording);
        const [ra, dec] = [column(events, 's_ra'), column(events, 's_dec')];
        return column(events, 'obs_publisher_did').filter(
          (_, i) =>
            separation(cone.ra, cone.dec, Number(ra[i]), Number(dec[i])) <=
            cone.radius
        );
      };
      expect((await inside({ geometry: 'box' })).sort()).toEqual(
        (await inside({})).sort()
      );
    }
  });
});

describe('names of the archive', () => {
  it.each([
    ['3c 84', '3C84'],
    ["BARNARD'S STAR", "Barnard's Star"]
  ])('%s is found however it is written', async (typed, name) => {
    const targets = await archiveNames(direct, archive).resolve(typed, signal);
    const plain = (text: string): string =>
      text.replace(/ /g, '').toLowerCase();
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.every(target => plain(target.name) === plain(name))).toBe(
      true
    );
  });

  it('what nobody observed is not known', async () => {
    expect(
      await archiveNames(direct, archive).resolve('no such thing', signal)
    ).toEqual([]);
  });
});

describe('rows and their links', () => {
  it('belong to experiments, each of its passes counted once', async () => {
    const events = await found({ experiments: ['N05L1', 'EB065'] });
    const grouping = new Grouping();
    events.forEach(event => grouping.add(event));
    const { experiments } = grouping;
    expect(experiments.map(one => one.id).sort()).toEqual(['EB065', 'N05L1']);
    const passes = new Set(
      column(events, 'obs_publisher_did').map(did =>
        did.split('_').slice(0, 4).join('_')
      )
    );
    expect(experiments.reduce((sum, one) => sum + one.passes.length, 0)).toBe(
      passes.size
    );
    expect(experiments.reduce((sum, one) => sum + one.rows, 0)).toBe(
      column(events, 'obs_id').length
    );
  });

  it('lead to files with their sizes, and to what is missing', async () => {
    const events = await found({ experiments: ['N05L1'] });
    const urls = column(events, 'access_url');
    const hard = column(events, 'target_name').findIndex(name =>
      /[<%\\"']/.test(name)
    );
    const by = (links: readonly ILink[], semantics: string): ILink[] =>
      links.filter(link => link.semantics === semantics);
    for (const url of [urls[0], urls[hard]]) {
      const { links } = await readLinks(direct, archive, url, signal);
      expect(by(links, '#this')[0]).toMatchObject({
        contentType: 'application/x-fits-idi',
        bytes: 2102400,
        leadsOn: false
      });
      expect(
        by(links, '#calibration').map(link => link.error ?? 'file')
      ).toEqual(['file', 'NotFoundFault: No flag table for this experiment']);
    }
  });
});
