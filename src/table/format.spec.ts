import type { Cell, IColumn } from '../columns';
import { formatOf } from './format';

function shown(value: Cell, column: Partial<IColumn> = {}): string {
  return formatOf({ name: 'x', datatype: 'double', ...column }).show(value);
}

it.each<[string, Cell, Partial<IColumn>, string]>([
  ['null', null, {}, ''],
  ['NaN, the null of reals', NaN, {}, ''],
  ['infinity', -Infinity, {}, '-Inf'],
  ['noise of binary', 0.1 + 0.2, {}, '0.3'],
  ['a single', Math.fround(0.1), { datatype: 'float' }, '0.1'],
  ['a full single', Math.fround(1 / 3), { datatype: 'float' }, '0.33333334'],
  ['decimals', 1.005, { precision: 'F1' }, '1.0'],
  ['decimals without a letter', 2, { precision: '3' }, '2.000'],
  ['significant figures', 123.456, { precision: 'E2' }, '1.2e+2'],
  ['a precision nobody knows', 1.5, { precision: 'many' }, '1.5'],
  ['64 bits', 9007199254740993n, { datatype: 'long' }, '9007199254740993'],
  ['truth', false, { datatype: 'boolean' }, 'false'],
  ['complex', [1.5, -2], { datatype: 'doubleComplex' }, '1.5-2i'],
  ['a list', [1, null, 3], { arraysize: '*' }, '1, –, 3'],
  ['a long list', [1, 2, 3, 4, 5], { arraysize: '*' }, '1, 2, 3, … (5)'],
  ['a text', ' a\nb', { datatype: 'char', arraysize: '*' }, ' a b'],
  ['a long text', 'x'.repeat(300), { datatype: 'char' }, `${'x'.repeat(200)}…`]
])('writes %s', (_, value, column, expected) => {
  expect(shown(value, column)).toBe(expected);
});

it('lets no character hide or turn round what is beside it', () => {
  expect(shown('a\u202Etxt.exe\u0007', { datatype: 'char' })).toBe(
    'a\\u202etxt.exe\\u0007'
  );
  expect(shown('مرصد é 👩‍🚀', { datatype: 'char' })).toBe('مرصد é 👩‍🚀');
});

it('tells a number in full where it shows less', () => {
  const format = formatOf({ name: 'x', datatype: 'double', precision: 'F1' });
  expect(format.tell(187.70593076725)).toBe('187.70593076725');
});
