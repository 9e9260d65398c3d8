import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { VOTableEvent } from './event';
import { read, type IDocument } from './testing/read';

/** A folder of answers of real services, named by whoever runs the tests. */
const CORPUS = process.env.VOTABLE_CORPUS ?? '';
const FILES = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.(xml|vot|desise|gz)$/.test(name))
  .sort();

/** Broken on purpose or not readable here, though VOTables. */
const UNREADABLE: ReadonlyMap<string, string> = new Map([
  ['astropy/io/votable/parquet_binary.xml', 'unsupported']
]);
/** Packed twice with something between that is no gzip. */
const ARCHIVES = new Set(['astroquery/gaia/job_2.vot.gz']);

const isPacked = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;
const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(join(CORPUS, name)));

it('decodes every VOTable of the corpus to its end', async () => {
  expect(FILES.length).toBeGreaterThan(0);
  const wrong: string[] = [];
  let tables = 0;
  for (const name of FILES) {
    const bytes = bytesOf(name);
    const document = await read(bytes);
    const isVOTable =
      isPacked(bytes) ||
      /<(\w+:)?VOTABLE[\s>]/.test(
        new TextDecoder().decode(bytes.slice(0, 4096))
      );
    const expected = ARCHIVES.has(name)
      ? 'not-votable'
      : isVOTable
        ? UNREADABLE.get(name)
        : expect.stringMatching(/^(not-votable|web-page)$/);
    tables += document.tables.length;
    try {
      expect(document.broken).toEqual(expected);
    } catch {
      wrong.push(`${name}: ${document.broken} (${document.words})`);
    }
  }
  expect(wrong).toEqual([]);
  expect(tables).toBeGreaterThan(100);
}, 120000);

it('gives the same values from small pieces', async () => {
  for (const name of FILES) {
    const bytes = bytesOf(name);
    if (bytes.length < 30000) {
      expect([name, (await read(bytes, 17)).tables]).toEqual([
        name,
        (await read(bytes)).tables
      ]);
    }
  }
}, 120000);

it('never takes a document that was cut for a whole one', async () => {
  // Places spread over all small documents, a thousand in all.
  const small = FILES.map(name => [name, bytesOf(name)] as const).filter(
    ([, bytes]) => bytes.length < 60000
  );
  const each = Math.ceil(1000 / small.length);
  for (const [name, bytes] of small) {
    const whole = await read(bytes);
    // Behind the last tag there may be white space; a packed one has a check sum.
    const end = isPacked(bytes)
      ? bytes.length - 12
      : new TextDecoder('latin1').decode(bytes).lastIndexOf('>');
    for (let i = 0; i < each; i++) {
      const length = Math.floor(((i + 0.5) / each) * end);
      const cut = await read(bytes.slice(0, length));
      expect([name, length, cut.broken]).not.toEqual([name, length, undefined]);
      expect(isBegin(cut, whole)).toBe(true);
    }
  }
}, 120000);

it('takes damaged documents for what they are', async () => {
  // Seeded, so that a failure can be repeated (Marsaglia's xorshift).
  let state = 20260;
  const below = (limit: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  const scraps = [
    '<',
    '&',
    '</TD>',
    '<TR>',
    '<![CDATA[',
    '<!--',
    '"',
    '</TABLE>',
    '<TABLE>',
    '<STREAM>',
    '\0',
    '99999999999',
    ' arraysize="2x*"'
  ];
  const small = FILES.map(bytesOf).filter(bytes => bytes.length < 40000);
  for (let round = 0; round < 1000; round++) {
    let text = Buffer.from(small[below(small.length)]).toString('latin1');
    for (let hits = 1 + below(5); hits > 0; hits--) {
      const [from, length] = [below(text.length + 1), below(3) * below(100)];
      text =
        text.slice(0, from) +
        scraps[below(scraps.length)] +
        text.slice(from + length);
    }
    const { events } = await read(
      new Uint8Array(Buffer.from(text, 'latin1')),
      1 + below(5000)
    );
    expect(events[events.length - 1]).toEqual({ kind: 'end' });
    expect(shapeOf(events)).toMatch(/^(t(b*)(e|!|$))*!?$/);
  }
}, 120000);

/** t: a table, b: a batch, e: its end, !: broken. */
function shapeOf(events: readonly VOTableEvent[]): string {
  const letters: Partial<Record<VOTableEvent['kind'], string>> = {
    table: 't',
    batch: 'b',
    tableEnd: 'e',
    broken: '!'
  };
  return events.map(event => letters[event.kind] ?? '').join('');
}

/** Are the rows of a cut document the first of the whole one's? */
function isBegin(cut: IDocument, whole: IDocument): boolean {
  const text = (row: unknown) =>
    JSON.stringify(row, (_, part: unknown) =>
      typeof part === 'bigint' || typeof part === 'number' ? String(part) : part
    );
  return cut.tables.every((table, t) =>
    table.rows.every((row, i) => text(row) === text(whole.tables[t].rows[i]))
  );
}
