import { integerOf, realOf, scanReal } from './decimal';
import { utf8Of } from './utf8';

/** Reads `text` as a cell would hold it; NaN where the fast way does not take it. */
function scan(text: string): number {
  const out = new Float64Array(1);
  const after = scanReal(utf8Of(`${text}</TD>`), 0, out, 0);
  return after === text.length ? out[0] : NaN;
}

/** Seeded, so that a failure can be repeated (Marsaglia's xorshift). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

it.each([
  '0',
  '-0',
  '1',
  '+1',
  '1.',
  '.5',
  '-.5e1',
  '1e22',
  '1e23',
  '1e-22',
  '1e-23',
  '1e400',
  '1e-400',
  '9007199254740993',
  '9007199254740993e-22',
  '0.1',
  '0.30000000000000004',
  '123456789012345678901234567890',
  '2.2250738585072011e-308',
  '1.7976931348623157e308',
  '5e-324',
  '0.000000000000000000000000000001',
  // Half way between two doubles, and next to it.
  '9007199254740993.0',
  '9007199254740993.0000000000000001',
  '1.00000000000000011102230246251565',
  '1.000000000000000111',
  '8.5e15',
  '4503599627370497.5',
  '4503599627370497.4999',
  '179769313486231580e291'
])('reads %s as Number does', text => {
  expect(Object.is(scan(text), Number(text))).toBe(true);
});

it('reads 300,000 random numbers as Number does', () => {
  const next = random(20260);
  const bits = new DataView(new ArrayBuffer(8));
  for (let i = 0; i < 100000; i++) {
    bits.setUint32(0, next() * 2 ** 32);
    bits.setUint32(4, next() * 2 ** 32);
    const near = (next() - 0.5) * 10 ** Math.floor(next() * 8);
    const digits = Math.floor(next() * 10 ** (1 + Math.floor(next() * 15)));
    const texts = [
      String(bits.getFloat64(0)),
      String(near),
      // Sixteen to nineteen digits and small powers: where rounding is hard.
      `${digits}${Math.floor(next() * 1e4)}e${Math.floor(next() * 50) - 25}`
    ];
    for (const text of texts) {
      if (!Object.is(scan(text), Number(text)) && text !== 'NaN') {
        throw new Error(`${text} was read as ${scan(text)}`);
      }
    }
  }
});

it.each(['', '-', '.', 'e5', '1e', '1e+', 'NaN', 'Inf', '--1', 'x'])(
  'leaves “%s” to the slow way',
  text => {
    expect(scan(text)).toBe(NaN);
  }
);

it('knows every spelling of NaN and infinity', () => {
  expect(['NaN', 'nan'].map(realOf)).toEqual([NaN, NaN]);
  expect(['Inf', '+InF', 'Infinity'].map(realOf)).toEqual(
    Array(3).fill(Infinity)
  );
  expect(['-Inf', '-INF'].map(realOf)).toEqual([-Infinity, -Infinity]);
  expect(['NULL', '1,5', '0x10', '1 2', ''].map(realOf)).toEqual(
    Array(5).fill(undefined)
  );
});

it('reads integers decimal, hexadecimal, and whole fractions', () => {
  expect(integerOf('-12')).toBe(-12n);
  expect(integerOf('0xFF')).toBe(255n);
  expect(integerOf('3.')).toBe(3n);
  expect(integerOf('9223372036854775808')).toBe(2n ** 63n);
  expect(
    ['3.5', 'NaN', '', '1e99', '9'.repeat(10 ** 6)].map(integerOf)
  ).toEqual(Array(5).fill(undefined));
});
