import { formatDec, formatRa } from './format';
import { separation } from './separation';

describe('separation', () => {
  it('holds at the poles, across 0h, and for opposite directions', () => {
    expect(separation(0, 90, 123, 90)).toBeCloseTo(0, 13);
    expect(separation(10, 89, 190, 89)).toBeCloseTo(2, 12);
    expect(separation(359.99, 0, 0.01, 0)).toBeCloseTo(0.02, 12);
    expect(separation(20, 30, 200, -30)).toBeCloseTo(180, 12);
    expect(separation(0, 0, 0, 0)).toBe(0);
  });

  it('keeps its digits for very near directions', () => {
    const milliarcsecond = 1 / 3.6e6;
    expect(
      separation(50, 40, 50, 40 + milliarcsecond) / milliarcsecond
    ).toBeCloseTo(1, 7);
  });
});

describe('formatRa and formatDec', () => {
  it('carry when they round', () => {
    expect(formatRa(15 * (23 + 59 / 60 + 59.9996 / 3600), 3)).toBe(
      '00 00 00.000'
    );
    expect(formatRa(15 * (12 + 29 / 60 + 59.9996 / 3600), 3)).toBe(
      '12 30 00.000'
    );
    expect(formatDec(89 + 59 / 60 + 59.996 / 3600, 2)).toBe('+90 00 00.00');
  });

  it('keep the sign below one degree, and have none that rounds away', () => {
    expect(formatDec(-0.5, 2)).toBe('-00 30 00.00');
    expect(formatDec(-1e-7, 2)).toBe('+00 00 00.00');
    expect(formatRa(-0.001, 0)).toBe('00 00 00');
  });
});
