import { bandOf, BANDS, LIGHT } from './bands';
import {
  formatDuration,
  formatKilobytes,
  formatLight,
  formatSeparation
} from './quantities';
import { formatMjd, readPeriod } from './time';

const metres = (gigahertz: number): number => LIGHT / (gigahertz * 1e9);

describe('bands', () => {
  it.each([
    [1.594, 1.722, 'L'],
    [4.926, 5.054, 'C'],
    [8.4, 8.5, 'X'],
    [22.2, 22.3, 'K'],
    [43, 43.2, 'Q'],
    [0.322, 0.33, 'P'],
    [60, 61, undefined]
  ])('%f–%f GHz is %s', (from, to, letter) => {
    expect(bandOf(metres(to), metres(from))?.letter).toBe(letter);
  });

  it('do not overlap', () => {
    BANDS.slice(1).forEach((band, at) =>
      expect(band.from).toBeGreaterThanOrEqual(BANDS[at].to)
    );
  });
});

describe('quantities', () => {
  it.each([
    [formatLight(metres(1.722), metres(1.594)), '1.66 GHz'],
    [formatLight(metres(1.722), metres(1.594), 'wavelength'), '18.1 cm'],
    [formatLight(metres(0.33), metres(0.32)), '325 MHz'],
    [formatLight(metres(345), metres(344)), '345 GHz'],
    [formatLight(5e-7, 6e-7), '545 nm'],
    [formatLight(2.2e-6, 2.2e-6), '2.20 µm'],
    [formatLight(6.2e-10, 6.2e-10), '2.00 keV'],
    [formatLight(NaN, 1), ''],
    [formatLight(0, 1), ''],
    [formatKilobytes(1.2e6), '1.20 GB'],
    [formatKilobytes(0.5), '500 B'],
    [formatKilobytes(999.9), '1.00 MB'],
    [formatKilobytes(0), '0 B'],
    [formatKilobytes(-1), ''],
    [formatDuration(14400), '4.0 h'],
    [formatDuration(720), '12 min'],
    [formatDuration(45), '45.0 s'],
    [formatDuration(0.001), '0.00100 s'],
    [formatDuration(NaN), ''],
    [formatSeparation(0.4), '0.40″'],
    [formatSeparation(0), '0″'],
    [formatSeparation(140), '2.3′'],
    [formatSeparation(4320), '1.2°']
  ])('are written as %s', (text, expected) => {
    expect(text).toBe(expected);
  });
});

describe('time', () => {
  it('writes a date from MJD', () => {
    expect(formatMjd(53426.5)).toBe('2005-02-25');
    expect(formatMjd(53426.5, true)).toBe('2005-02-25 12:00');
    expect(formatMjd(NaN)).toBe('');
    expect(formatMjd(1e300)).toBe('');
  });

  it.each([
    ['2005-02-25', 53426, 53427],
    ['2005-2', 53402, 53430],
    ['2005', 53371, 53736],
    ['2005-02-25 12:00', 53426.5, 53426.5],
    ['2005-02-25T12:00:00Z', 53426.5, 53426.5],
    ['53426', 53426, 53427],
    ['53426.25', 53426.25, 53426.25]
  ])('reads %s', (text, from, to) => {
    expect(readPeriod(text)).toEqual({ from, to });
  });

  it.each([
    '',
    '2005-02-31',
    '2005-13',
    '25.2.2005',
    '2005-02-25 25:00',
    'today'
  ])('does not read %j', text => {
    expect(readPeriod(text)).toBeUndefined();
  });
});
