import { english as trans } from '../remote/testing/english';
import { parsePosition } from './position';
import { positionRefusal } from './positionWords';

/** 3C 273, to the last digit that was written. */
const RA = (12 * 3600 + 29 * 60 + 6.7) / 240;
const DEC = (2 * 3600 + 3 * 60 + 9) / 3600;

describe('parsePosition', () => {
  it.each([
    '12 29 06.7 +02 03 09',
    '12 29 06.7 02 03 09',
    '12:29:06.7 +02:03:09',
    '12:29:06.7 2:3:9',
    '12:29:06.7, 02:03:09',
    '12 : 29 : 06.7 + 02 : 03 : 09',
    '12h29m06.7s +02d03m09s',
    '12h29m06.7s+02d03m09s',
    '12h 29m 06.7s 2d 3m 9s',
    '12 h 29 m 06.7 s, 2 deg 3 min 9 sec',
    '12h29m06.7s 02 03 09',
    '12ʰ29ᵐ06ˢ.7 +02°03′09″',
    '12h29m06s.7  +2° 3\' 9"',
    "12h29'06.7\" 2°3'9''",
    '12 29 06,7 +02 03 09',
    '12 29 06,7 02 03 09',
    '12 29 06.7;02 03 09',
    '12 29 06.7\t02 03 09',
    '12 29 06.7 / 02 03 09',
    '(12:29:06.7, +02:03:09)',
    '  12\u00a029\u200906.7\u00a0\u00a0+02 03 09\n',
    'J2000 12 29 06.7 +02 03 09',
    'ICRS 12:29:06.7 +02:03:09',
    'FK5 12 29 06.7 +02 03 09 (J2000.0)',
    '12 29 06.7 +02 03 09 (2000)',
    'RA = 12h29m06.7s, Dec = +02d03m09s (J2000)',
    'RA: 12 29 06.7 DEC: 02 03 09',
    'Dec +02:03:09 RA 12:29:06.7',
    'R.A. 12 29 06,7 Decl. 2 3 9',
    'α = 12h 29m 06.7s, δ = +02° 03′ 09″',
    'α(J2000) = 12:29:06.7 δ(J2000) = 02:03:09',
    'RAJ2000=12:29:06.7 DEJ2000=02:03:09',
    'RA, Dec: 12 29 06.7 +02 03 09',
    'Right ascension 12 29 06.7, declination 2 3 9',
    'ICRS coord. (ep=J2000) : 12 29 06.7 +02 03 09 (Radio) [ 0.02 0.02 90 ]'
  ])('reads %j', text => {
    const read = parsePosition(text);
    expect(read).toMatchObject({ ok: true, how: 'hms' });
    expect(read.ok && read.ra).toBeCloseTo(RA, 11);
    expect(read.ok && read.dec).toBeCloseTo(DEC, 11);
  });

  it.each<[string, number, number]>([
    ['187.27792 2.05239', 187.27792, 2.05239],
    ['187.27792,2.05239', 187.27792, 2.05239],
    ['187.27792, -2.05239', 187.27792, -2.05239],
    ['187.27792+2.05239', 187.27792, 2.05239],
    ['187,27792 2,05239', 187.27792, 2.05239],
    ['187,27792; −2,05239', 187.27792, -2.05239],
    ['187,27792, –2,05239', 187.27792, -2.05239],
    ['+187.27792d +2.05239d', 187.27792, 2.05239],
    ['187.27792° 2.05239°', 187.27792, 2.05239],
    ['187.27792 deg, 2.05239 deg', 187.27792, 2.05239],
    ['ra=187.27792 dec=-2.05239', 187.27792, -2.05239],
    ['s_ra: 187.27792 s_dec: 2.05239', 187.27792, 2.05239],
    ['1.8727792e2 2.05239e0', 187.27792, 2.05239],
    ['1.8727792e+2 -2.05239e-1', 187.27792, -0.205239],
    ['12.5h 2.5', 187.5, 2.5],
    [
      '<SkyCoord (ICRS): (ra, dec) in deg\n    (187.27792, -2.05239)>',
      187.27792,
      -2.05239
    ],
    ['<SkyCoord (FK5: equinox=J2000.000): (ra, dec) in deg (1.5, 2.)>', 1.5, 2],
    ['187d30m00s -2d30m', 187.5, -2.5],
    ['187°30′ −2°30′', 187.5, -2.5],
    ['12 30 -02 30', 187.5, -2.5],
    ['12 30.5 02 30.5', 187.625, 2 + 30.5 / 60],
    ['12 30 00 02 30', 187.5, NaN],
    ['12 30 00.0 02 30', 187.5, 2.5],
    ['12 30.0 02 30 00', 187.5, 2.5],
    ['187.5 +02 30 00', 187.5, 2.5],
    ['0 0', 0, 0],
    ['360 0', 0, 0],
    ['24:00:00 0:0:0', 0, 0],
    ['-0.1 5', 359.9, 5],
    ['0 90', 0, 90],
    ['0 -90', 0, -90],
    ['12:30:00 90:00:00', 187.5, 90],
    ['12 29 60.0 +02 03 60', 187.5, 2 + 4 / 60],
    ['0 0 0 -00 30 00', 0, -0.5],
    ['0 0 0 -05:30:00', 0, -5.5],
    ['0 0 0 −00 00 00.01', 0, -0.01 / 3600]
  ])('reads %j', (text, ra, dec) => {
    const read = parsePosition(text);
    if (Number.isNaN(dec)) {
      expect(read).toEqual({ ok: false, code: 'unreadable' });
      return;
    }
    expect(read.ok && read.ra).toBeCloseTo(ra, 11);
    expect(read.ok && read.dec).toBeCloseTo(dec, 11);
  });

  it.each([
    'gal 150.576 -13.261',
    'galactic 150.576, -13.261',
    '150.576 -13.261 (Galactic)',
    'l=150.576 b=-13.261',
    'l = 150.576°, b = −13.261°',
    'l150.576 b-13.261',
    'GLON 150.576 GLAT -13.261',
    '<SkyCoord (Galactic): (l, b) in deg\n    (150.576, -13.261)>'
  ])('reads %j as galactic', text => {
    // NGC 1275, by astropy.
    const read = parsePosition(text);
    expect(read).toMatchObject({ ok: true, how: 'galactic' });
    expect(read.ok && read.ra).toBeCloseTo(49.9507, 2);
    expect(read.ok && read.dec).toBeCloseTo(41.5117, 2);
  });

  it('gives a plain zero, never one below', () => {
    expect(parsePosition('-0 -0')).toEqual({
      ok: true,
      ra: 0,
      dec: 0,
      how: 'degrees'
    });
  });

  it.each([
    ['', 'Give a right ascension and a declination.'],
    ['  \n', 'Give a right ascension and a declination.'],
    ['187.3', 'There is only one number.'],
    ['12:29:06.7', 'There is only one number.'],
    ['12 29 06.7', 'There is only one number.'],
    ['3C 273', 'This cannot be read as a position.'],
    ['N05L1', 'This cannot be read as a position.'],
    ['J1229+0203', 'This cannot be read as a position.'],
    ['12 29 06.7 +02 03 09 4', 'This cannot be read as a position.'],
    ['12:29.5:06.7 +02:03:09', 'This cannot be read as a position.'],
    ['1e999 0', 'This cannot be read as a position.'],
    ['187,27 2', 'This can be read in more than one way.'],
    [
      '12h 30m -91 12 00',
      'Declination −91.2° is beyond the pole. It must lie between −90° and +90°.'
    ],
    ['10 +90.001', 'Declination 90.001° is beyond the pole.'],
    ['l=10 b=91', 'Galactic latitude 91° is beyond the pole.'],
    ['361 0', 'Right ascension 361° is beyond the circle.'],
    ['-181 0', 'Right ascension −181° is beyond the circle.'],
    ['187:16:40 +02:03:09', 'Right ascension 187.2778h is beyond the day.'],
    ['-1:00:00 0:0:0', 'Right ascension −1h is beyond the day.'],
    ['12 60 00 +02 03 09', '60 minutes are too many.'],
    ['12 29 06.7 +02 03 61', '61 seconds are too many.'],
    ['12h +2h', 'Only right ascension is counted in hours.'],
    ['gal 12h 2d', 'Only right ascension is counted in hours.'],
    ['B1950 12 26 33 +02 19 43', 'Positions in B1950 are not converted.'],
    ['12 26 33 +02 19 43 (B1950.0)', 'Positions in B1950.0 are not converted.'],
    ['FK4 12 26 33 +02 19 43', 'Positions in FK4 are not converted.'],
    [
      '<SkyCoord (FK4: equinox=B1950.000): (ra, dec) in deg (1., 2.)>',
      'Positions in FK4'
    ],
    ['ecliptic 10 20', 'Positions in ecliptic are not converted.'],
    ['9 '.repeat(200), 'This cannot be read as a position.']
  ])('refuses %j', (text, beginning) => {
    const read = parsePosition(text);
    expect(
      read.ok ? read : positionRefusal(read, trans).slice(0, beginning.length)
    ).toBe(beginning);
  });
});
