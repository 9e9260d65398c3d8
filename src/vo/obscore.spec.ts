import { obsQuery } from './obscore';
import { searchObservations, type ISearchable } from './search';
import { outcome, stream } from './testing/events';

/** What stands behind WHERE. */
const where = (
  query: Parameters<typeof obsQuery>[0],
  geometry?: 'box'
): string | undefined =>
  obsQuery(query, { geometry })?.replace(/^.* WHERE /, '');

describe('obsQuery', () => {
  it('asks for nothing where nothing is given', () => {
    expect(obsQuery({})).toBeUndefined();
    expect(
      obsQuery({ experiments: [' '], targets: [], bands: ['Z'] })
    ).toBeUndefined();
  });

  it('names table and columns', () => {
    expect(
      obsQuery(
        { collections: ['EVN'] },
        { table: 'a."b c"', columns: ['obs_id'] }
      )
    ).toBe(`SELECT obs_id FROM a."b c" WHERE obs_collection IN ('EVN')`);
  });

  it.each([
    [{ experiments: ['n05l1'] }, "obs_id IN ('n05l1', 'N05L1')"],
    [
      { experiments: ['N05*', '!N05C?'] },
      "obs_id LIKE 'N05%' AND NOT obs_id LIKE 'N05C_'"
    ],
    [
      { experiments: ['N05L1', 'EB*'] },
      "(obs_id IN ('N05L1') OR obs_id LIKE 'EB%')"
    ],
    [
      { experiments: ["x' OR 1=1 --"] },
      "obs_id IN ('x'' OR 1=1 --', 'X'' OR 1=1 --')"
    ],
    [{ from: 53400, to: 53401.5 }, 't_max >= 53400 AND t_min <= 53401.5'],
    [
      { productTypes: ['visibility', 'image'], instruments: ['EVN'] },
      "dataproduct_type IN ('visibility', 'image') AND instrument_name IN ('EVN')"
    ]
  ])('words %j', (query, expected) => {
    expect(where(query)).toBe(expected);
  });

  it('has bands as ranges of wavelength in metres', () => {
    const both = where({ bands: ['l', 'X'] }) ?? '';
    const [longest, shortest] =
      /em_min <= ([\d.]+) AND em_max >= ([\d.]+)/.exec(both)?.slice(1) ?? [];
    expect(Number(longest)).toBeCloseTo(0.299792458, 9);
    expect(Number(shortest)).toBeCloseTo(0.149896229, 9);
    expect(both.startsWith('((')).toBe(true);
  });

  it.each([
    [
      { ra: 0.1, dec: 0, radius: 0.5 },
      's_dec BETWEEN -0.5 AND 0.5 AND (s_ra BETWEEN 359.6 AND 360 OR s_ra BETWEEN 0 AND 0.6)'
    ],
    [{ ra: 10, dec: 89.9, radius: 1 }, 's_dec BETWEEN 88.9 AND 90'],
    [{ ra: 10, dec: -90, radius: 1 }, 's_dec BETWEEN -90 AND -89']
  ])('has a box for %j', (cone, expected) => {
    const rounded = where({ cone }, 'box')?.replace(/\d+\.\d+/g, number =>
      String(Number(Number(number).toFixed(9)))
    );
    expect(rounded).toBe(expected);
  });
});

describe('searchObservations', () => {
  it('sends nothing where nothing is asked for, or can be asked', async () => {
    const service: ISearchable = {
      id: 'a',
      label: 'A',
      kind: 'scs',
      url: 'https://x.example/'
    };
    const client = {
      transport: { fetch: () => Promise.reject(new Error('asked')) },
      decode: () => stream()
    };
    const { signal } = new AbortController();
    const run = searchObservations(
      client,
      service,
      { experiments: ['N05L1'] },
      signal
    );
    expect(await outcome(run)).toEqual({ rows: 0, notes: [], ended: true });
  });
});
