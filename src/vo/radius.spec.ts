import { parseRadius, type RadiusUnit } from './radius';

describe('parseRadius', () => {
  it.each<[string, RadiusUnit, number, RadiusUnit]>([
    ['2', 'arcmin', 2 / 60, 'arcmin'],
    ['30', 'arcsec', 30 / 3600, 'arcsec'],
    ['180', 'deg', 180, 'deg'],
    ['0,5', 'deg', 0.5, 'deg'],
    ['.5', 'deg', 0.5, 'deg'],
    ['+ 2', 'deg', 2, 'deg'],
    ['1e-3', 'deg', 0.001, 'deg'],
    ["2'", 'deg', 2 / 60, 'arcmin'],
    ['2 ′', 'deg', 2 / 60, 'arcmin'],
    ['2m', 'deg', 2 / 60, 'arcmin'],
    ['30″', 'deg', 30 / 3600, 'arcsec'],
    ["30''", 'deg', 30 / 3600, 'arcsec'],
    ['30 arcsec', 'deg', 30 / 3600, 'arcsec'],
    ['0.5°', 'arcmin', 0.5, 'deg'],
    ['0.5 Degrees', 'arcmin', 0.5, 'deg'],
    ['1d', 'arcmin', 1, 'deg']
  ])('reads %j in %s', (text, chosen, degrees, unit) => {
    const read = parseRadius(text, chosen);
    expect(read).toMatchObject({ ok: true, unit });
    expect(read.ok && read.degrees).toBeCloseTo(degrees, 12);
  });

  it('gives back the number without its unit', () => {
    expect(parseRadius('0,5 arcmin', 'deg')).toMatchObject({ number: '0.5' });
  });

  it.each([
    ['', 'empty'],
    ['two', 'unreadable'],
    ['2 mas', 'unit'],
    ['1,000', 'unclear'],
    ['0', 'zero'],
    ['-1', 'zero'],
    ['180.1', 'beyond'],
    ['1e999', 'beyond']
  ])('refuses %j', (text, code) => {
    expect(parseRadius(text, 'deg')).toMatchObject({ ok: false, code });
  });
});
