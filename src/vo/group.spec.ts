import { Grouping } from './group';
import { productOf } from './product';
import { batchOf } from './testing/batch';

const NAMES = [
  'obs_collection',
  'obs_id',
  'obs_publisher_did',
  'target_name',
  'access_estsize',
  'em_min',
  'em_max',
  't_min',
  't_max'
];
const did = (rest: string): string => `ivo://jive.eu/~?${rest}`;

describe('Grouping', () => {
  it('counts the size of a pass once, however many sources it has', () => {
    const grouping = new Grouping();
    const rows = batchOf(NAMES, [
      [
        'EVN',
        'N05L1',
        did('N05L1_050225_1_1_3C84_1658MHz'),
        '3C84',
        1.2e6,
        0.17,
        0.19,
        53426,
        53426.5
      ],
      [
        'EVN',
        'N05L1',
        did('N05L1_050225_1_1_M%2087_1658MHz'),
        'M 87',
        1.2e6,
        0.17,
        0.19,
        53426.5,
        53427
      ],
      [
        'EVN',
        'EB065C',
        did('EB065C_190611_1_1_3C84_4990MHz'),
        '3C84',
        3e7,
        0.059,
        0.061,
        58645,
        58646
      ],
      [
        'EVN',
        'N05L1',
        did('N05L1_050225_2_1_3C84_1658MHz'),
        '3C84',
        5e5,
        0.059,
        0.061,
        null,
        null
      ]
    ]);
    rows.forEach(event => grouping.add(event));
    expect(grouping.experiments).toEqual([
      {
        id: 'N05L1',
        collection: 'EVN',
        passes: [
          {
            key: 'N05L1_050225_1_1',
            pass: '1',
            rows: [0, 1],
            kilobytes: 1.2e6
          },
          { key: 'N05L1_050225_2_1', pass: '2', rows: [3], kilobytes: 5e5 }
        ],
        rows: 3,
        kilobytes: 1.7e6,
        more: false,
        bands: ['L', 'C'],
        start: 53426,
        end: 53427
      },
      {
        id: 'EB065C',
        collection: 'EVN',
        passes: [
          { key: 'EB065C_190611_1_1', pass: '1', rows: [2], kilobytes: 3e7 }
        ],
        rows: 1,
        kilobytes: 3e7,
        more: false,
        bands: ['C'],
        start: 58645,
        end: 58646
      }
    ]);
  });

  it('takes every row of other archives as a data set of its own', () => {
    const grouping = new Grouping();
    const rows = batchOf(NAMES.slice(0, 5), [
      ['ALMA', '2019.1.00807.S', 'ivo://alma/1', 'a', 10],
      ['ALMA', '2019.1.00807.S', 'ivo://alma/2', 'b', 10],
      ['ALMA', '2019.1.00807.S', '', 'c', -1],
      ['ESO', '2019.1.00807.S', '', 'c', 1]
    ]);
    rows.forEach(event => grouping.add(event));
    expect(grouping.experiments).toMatchObject([
      { collection: 'ALMA', rows: 3, kilobytes: 20, more: true },
      { collection: 'ESO', rows: 1, kilobytes: 1, more: false }
    ]);
  });
});

describe('productOf', () => {
  it.each([
    [did('N05L1_050225_1_1_M%2087%20%CE%B1_1658MHz'), 'N05L1_050225_1_1', '1'],
    [did('EB065_050225_12_2_A_B_1_4990.5MHz'), 'EB065_050225_12_2', '12.2']
  ])('reads %s', (text, key, pass) => {
    expect(productOf(text)).toEqual({ key, pass });
  });

  it.each(['', 'ivo://alma/1', did('N05L1_1_1_X_5MHz')])(
    'reads nothing in %j',
    text => {
      expect(productOf(text)).toBeUndefined();
    }
  );
});
