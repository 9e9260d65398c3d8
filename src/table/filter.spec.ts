import type { IColumn } from '../columns';
import { foundOf, testOf } from './filter';
import { dataOf } from './testing/rows';

type Values = Parameters<typeof dataOf>[0];

const TEXT: Partial<IColumn> = { datatype: 'char', arraysize: '*' };
const NAMES = ['3C 84', 'N05L1', 'n05l10', 'Barnard’s', null, ''];
const TIMES = [
  '2003-12-31T23:00:00',
  '2004-05-01T00:00:00',
  '2005-02-25T12:00:00'
];

function passing(
  text: string,
  values: Values,
  more: Partial<IColumn> = {}
): Values {
  const test = testOf(text, { name: 'x', datatype: 'double', ...more });
  if (typeof test === 'string') {
    throw new Error(test);
  }
  const data = dataOf(values);
  return values.filter((_, index) => test(data, index));
}

it.each([
  ['n05', ['N05L1', 'n05l10']],
  ['N05L?', ['N05L1']],
  ['*l1*', ['N05L1', 'n05l10']],
  ['=n05l1', ['N05L1']],
  ['!n05', ['3C 84', 'Barnard’s', '']],
  ['RD’', ['Barnard’s']],
  ['3c | =n05l1', ['3C 84', 'N05L1']],
  ['> N05L1', ['n05l10']],
  ['a.c', []],
  ['(', []]
])('finds texts by %s', (text, expected) => {
  expect(passing(text, NAMES, TEXT)).toEqual(expected);
});

it.each([
  ['> 2', [3, 10]],
  ['>=2', [2, 3, 10]],
  ['< 2', [-1]],
  ['2..3', [2, 3]],
  ['= 3', [3]],
  ['< 0 | > 3', [-1, 10]],
  ['!= 3', [-1, 2, 10]],
  ['1', [-1, 10]],
  ['> 2500 mJy', [3, 10]],
  ['1500..3000 mJy', [2, 3]],
  ['> 1e-2 kJy', []]
] as [string, number[]][])(
  'compares numbers by %s, with units',
  (text, expected) => {
    expect(passing(text, [-1, 2, 3, 10, null, NaN], { unit: 'Jy' })).toEqual(
      expected
    );
  }
);

it('compares 64-bit integers, lengths, angles and sizes', () => {
  expect(passing('> 5', [4n, 6n], { datatype: 'long' })).toEqual([6n]);
  expect(passing('< 21.2 cm', [0.2, 0.3], { unit: 'm' })).toEqual([0.2]);
  expect(passing('< 1 arcmin', [0.01, 0.02], { unit: 'deg' })).toEqual([0.01]);
  expect(passing('>= 2 GB', [1e9, 3e9], { unit: 'byte' })).toEqual([3e9]);
});

it.each([
  ['> 2004', [2]],
  ['>= 2004', [1, 2]],
  ['< 2004-05', [0]],
  ['2003..2004', [0, 1]]
])('takes %s as a date, in texts and in MJD', (text, expected) => {
  const days = [53004.958, 53126, 53426.5];
  const mjd = { unit: 'd', ucd: 'time.start;obs.exposure' };
  expect(passing(text, TIMES, TEXT)).toEqual(expected.map(i => TIMES[i]));
  expect(passing(text, days, mjd)).toEqual(expected.map(i => days[i]));
});

it('says what it can not understand', () => {
  const column: IColumn = { name: 'x', datatype: 'double', unit: 'Jy' };
  expect(testOf('> many', column)).toBe('not-a-number');
  expect(testOf('> 3 arcsec', column)).toBe('unit');
});

it('finds what is shown in any column', () => {
  const column: IColumn = { name: 'x', datatype: 'double', precision: 'F1' };
  const test = foundOf('4.9', column);
  const data = dataOf([4.94, 4.96, null]);
  expect([0, 1, 2].map(i => test(data, i))).toEqual([true, false, false]);
});
