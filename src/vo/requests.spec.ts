import { decimal, identifier, literal, tableName } from './adql';
import { coneRequest } from './scs';
import { coneQuery, syncRequest } from './tap';

describe('decimal', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [2.05, '2.05'],
    [1e-7, '0.0000001'],
    [-1.25e-10, '-0.000000000125'],
    [1e21, '1000000000000000000000'],
    [1.5e22, '15000000000000000000000'],
    [5e-324, `0.${'0'.repeat(323)}5`]
  ])('writes %p without exponent', (value, text) => {
    expect(decimal(value)).toBe(text);
    expect(Number(text)).toBe(value + 0);
  });

  it('refuses what is no number', () => {
    expect(() => decimal(NaN)).toThrow(RangeError);
    expect(() => decimal(Infinity)).toThrow(RangeError);
  });
});

describe('ADQL', () => {
  it('keeps foreign text inside its quotes', () => {
    expect(literal("Barnard's Star'; --")).toBe("'Barnard''s Star''; --'");
    expect(identifier('s_ra')).toBe('s_ra');
    expect(identifier('dec')).toBe('"dec"');
    expect(identifier('a"b c')).toBe('"a""b c"');
    expect(tableName('ivoa.obscore')).toBe('ivoa.obscore');
    expect(tableName('vizier."J/A+A/1.2"')).toBe('vizier."J/A+A/1.2"');
    expect(tableName('a.size; DROP')).toBe('a."size; DROP"');
  });

  it('has a cone in words that every version knows', () => {
    expect(coneQuery({ ra: 0, dec: -1e-7, radius: 0.5 })).toBe(
      "SELECT * FROM ivoa.obscore WHERE 1=CONTAINS(POINT('ICRS', s_ra, s_dec), CIRCLE('ICRS', 0, -0.0000001, 0.5))"
    );
  });
});

describe('coneRequest', () => {
  const AT = { ra: 187.27, dec: -2.05, radius: 1e-7 };
  const QUERY = 'RA=187.27&DEC=-2.05&SR=0.0000001';

  it.each([
    ['https://x.example/scs', `https://x.example/scs?${QUERY}`],
    ['https://x.example/scs?', `https://x.example/scs?${QUERY}`],
    [
      'https://x.example/scs?cat=I/239&',
      `https://x.example/scs?cat=I/239&${QUERY}`
    ],
    ['https://x.example/scs?-c=%2B1', `https://x.example/scs?-c=%2B1&${QUERY}`],
    ['https://x.example/scs#top', `https://x.example/scs?${QUERY}`]
  ])('adds to %s', (base, url) => {
    expect(coneRequest(base, AT)).toEqual({ url });
    expect(coneRequest(base, AT, 10)).toEqual({ url: `${url}&MAXREC=10` });
  });
});

describe('syncRequest', () => {
  it.each([
    ['https://x.example/tap', 'https://x.example/tap/sync'],
    ['https://x.example/tap/', 'https://x.example/tap/sync'],
    ['https://x.example/tap?a=1', 'https://x.example/tap/sync?a=1']
  ])('posts to %s', (base, url) => {
    const request = syncRequest(base, "SELECT 'é&=+'", 10);
    expect(request).toMatchObject({ url, method: 'POST' });
    expect(
      Object.fromEntries(new URLSearchParams(request.body as string))
    ).toEqual({
      REQUEST: 'doQuery',
      LANG: 'ADQL',
      QUERY: "SELECT 'é&=+'",
      MAXREC: '10'
    });
  });
});
