import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { read } from './testing/read';

/** A folder of answers of real services, named by whoever runs the tests. */
const CORPUS = process.env.VOTABLE_CORPUS ?? '';
const CUTS = 1000;
/** Larger ones would take hours and have no other places to cut. */
const LARGEST = 250_000;

const files = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.(xml|vot|desise|gz)$/.test(name))
  .map(
    name => [name, new Uint8Array(readFileSync(join(CORPUS, name)))] as const
  )
  .filter(([, bytes]) => bytes.length <= LARGEST);

/** Numbers from 0 to below 1, seeded: a failure can be repeated (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

it('there are files to cut', () => {
  expect(files.length).toBeGreaterThan(100);
});

it.each(files)(
  '%s, cut at 1,000 places, is never taken for whole',
  async (name, bytes) => {
    const next = random(name.length * 7919 + bytes.length);
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    // Behind the last tag there may be white space; a packed one has a check sum.
    const end = packed
      ? bytes.length - 12
      : new TextDecoder('latin1').decode(bytes).lastIndexOf('>');
    for (let i = 0; i < CUTS; i++) {
      const length = Math.floor(next() * end);
      const { broken } = await read(bytes.slice(0, length));
      expect([length, broken]).not.toEqual([length, undefined]);
    }
  },
  600_000
);
