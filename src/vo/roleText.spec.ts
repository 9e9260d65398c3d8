import type { Cell, IColumn } from '../columns';
import { lightText, roleText } from './roleText';
import { type Role, rolesOf } from './roles';
import { batchOf } from './testing/batch';

const of = (unit?: string): IColumn => ({
  name: 'x',
  datatype: 'double',
  unit
});

describe('roleText', () => {
  it.each<[Role, Cell, string | undefined, string]>([
    ['exposure', 14400, 's', '4.0 h'],
    ['exposure', 4, 'h', '4.0 h'],
    ['size', 1200000, 'kbyte', '1.20 GB'],
    ['size', 1200000n, undefined, '1.20 GB'],
    ['size', 1200000, 'byte', '1.20 MB'],
    ['size', -1, 'kbyte', ''],
    ['separation', 0.0005, 'deg', '1.8″'],
    ['separation', 1.8, 'arcsec', '1.8″'],
    ['start', 53426.5, 'd', '2005-02-25'],
    ['start', '2005-02-25T12:00:00', '', '2005-02-25'],
    ['ra', 187.2779154, 'deg', '12 29 06.700'],
    ['dec', -0.5, 'deg', '-00 30 00.00'],
    ['target', ' 3C 84 ', '', '3C 84'],
    ['target', null, '', ''],
    ['start', NaN, 'd', ''],
    ['experiment', 12, '', '12']
  ])('of %s %p in %s is %j', (role, value, unit, text) => {
    expect(roleText(role, value, of(unit))).toBe(text);
  });
});

describe('lightText', () => {
  it('has the band, and the frequency in the middle of it', () => {
    const [columns, batch] = batchOf(
      ['em_min', 'em_max'],
      [
        [0.174, 0.188],
        [5e-7, 6e-7],
        [null, 0.1]
      ]
    );
    if (columns.kind !== 'columns' || batch.kind !== 'batch') {
      throw new Error('no batch');
    }
    const roles = rolesOf(columns.columns);
    const text = (row: number): string => lightText(batch.batch, row, roles);
    expect([0, 1, 2].map(text)).toEqual(['L 1.66 GHz', '545 nm', '']);
    expect(lightText(batch.batch, 0, roles, 'wavelength')).toBe('L 18.1 cm');
    expect(lightText(batch.batch, 0, new Map())).toBe('');
  });
});
