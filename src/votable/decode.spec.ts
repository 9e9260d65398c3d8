import { gzipSync } from 'node:zlib';
import { sizeOf } from '../columns';
import { FailureError } from '../remote/failure';
import { decode } from './decode';
import { BINARY, BINARY2, ROWS, TABLEDATA, tableOf } from './testing/documents';
import { gather, pieces, read, type IDocument } from './testing/read';
import { utf8Of } from './utf8';

const FORMS = { TABLEDATA, BINARY, BINARY2 };

describe.each(Object.entries(FORMS))('A table in %s', (form, document) => {
  it('gives the values that were written', async () => {
    const { tables, warnings, broken } = await read(document);
    expect(broken).toBeUndefined();
    expect(warnings).toEqual([]);
    expect(tables).toHaveLength(1);
    expect(tables[0].whole).toBe(true);
    // Only TABLEDATA and BINARY2 tell a null real number from NaN.
    const rows = ROWS.map(row => [...row]);
    if (form === 'BINARY') {
      rows[1][4] = NaN;
    }
    expect(tables[0].rows).toEqual(rows);
  });

  it('gives the same wherever the bytes are split', async () => {
    const bytes = utf8Of(document);
    const whole = told(await read(document));
    for (let at = 1; at < bytes.length; at++) {
      const halves = (async function* () {
        yield bytes.slice(0, at);
        yield bytes.slice(at);
      })();
      expect(told(await gather(decode(halves)))).toBe(whole);
    }
    for (const size of [1, 2, 3, 7, 64]) {
      expect(told(await read(document, size))).toBe(whole);
    }
  });

  it('is never whole when it is cut, and keeps the rows before the cut', async () => {
    const begin = document.indexOf('v1.3">') + 6;
    const end = document.indexOf('</VOTABLE>') + 9;
    const whole = (await read(document)).tables[0].rows.map(json);
    let most = 0;
    for (let length = 0; length <= end; length++) {
      const { events, tables, broken } = await read(document.slice(0, length));
      expect(broken).toBe(
        length === 0 ? 'empty' : length < begin ? 'not-votable' : 'cut'
      );
      expect(events[events.length - 1]).toEqual({ kind: 'end' });
      const rows = tables[0]?.rows ?? [];
      expect(rows.map(json)).toEqual(whole.slice(0, rows.length));
      expect(rows.length).toBeGreaterThanOrEqual(most);
      most = rows.length;
    }
    expect(most).toBe(ROWS.length);
  });
});

it('reads gzip by its first bytes, also twice, and says where it is cut', async () => {
  const once = gzipSync(utf8Of(TABLEDATA));
  for (const bytes of [once, gzipSync(once)]) {
    for (const size of [1, 100, Infinity]) {
      const { tables, broken } = await read(new Uint8Array(bytes), size);
      expect(broken).toBeUndefined();
      expect(tables[0].rows).toEqual(ROWS);
    }
  }
  const long = tableOf(
    '<FIELD name="x" datatype="int"/>',
    Array.from(
      { length: 20000 },
      (_, i) => `<TR><TD>${(i * 7919) % 20011}</TD></TR>`
    ).join('\n')
  );
  const packed = new Uint8Array(gzipSync(utf8Of(long)));
  const { tables, broken } = await read(
    packed.slice(0, packed.length / 2),
    1000
  );
  expect(broken).toBe('cut');
  expect(tables[0].rows.length).toBeGreaterThan(8000);
  expect(tables[0].whole).toBe(false);
});

it('sends the first 50 rows at once, and a row after a moment though no more come', async () => {
  const rows = (n: number) => '<TR><TD>1</TD></TR>'.repeat(n);
  const [head, tail] = tableOf('<FIELD name="x" datatype="int"/>', '|').split(
    '|'
  );
  async function* endless(n: number): AsyncIterable<Uint8Array> {
    yield utf8Of(head + rows(n));
    await new Promise(() => undefined);
    yield utf8Of(tail);
  }
  for (const n of [50, 3]) {
    const lengths: number[] = [];
    for await (const event of decode(endless(n))) {
      if (event.kind === 'batch') {
        lengths.push(event.batch.length);
        break;
      }
    }
    expect(lengths).toEqual([n]);
  }
});

it('makes batches of bounded size', async () => {
  const document = tableOf(
    '<FIELD name="x" datatype="double"/><FIELD name="s" datatype="char" arraysize="*"/>',
    Array.from(
      { length: 10000 },
      (_, i) => `<TR><TD>${i}</TD><TD>row ${i}</TD></TR>`
    ).join('')
  );
  const { events, tables } = await read(document, 5000);
  const lengths = events.flatMap(event =>
    event.kind === 'batch' ? [event.batch.length] : []
  );
  expect(lengths[0]).toBe(50);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(4096);
  expect(tables[0].rows[9999]).toEqual([9999, 'row 9999']);

  const long = `<TR><TD>1</TD><TD>${'x'.repeat(100000)}</TD></TR>`;
  const heavy = await read(document.replace(/<TR>.*<\/TR>/s, long.repeat(300)));
  for (const event of heavy.events) {
    if (event.kind === 'batch') {
      expect(sizeOf(event.batch)).toBeLessThan(6 * 2 ** 20);
    }
  }
});

it('stops with an AbortError, and tells the source', async () => {
  const controller = new AbortController();
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: stream => stream.enqueue(utf8Of(TABLEDATA.slice(0, 400))),
    cancel: () => {
      cancelled = true;
    }
  });
  const reading = (async () => {
    for await (const event of decode(body, { signal: controller.signal })) {
      if (event.kind === 'info') {
        controller.abort();
      }
    }
  })();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  expect(cancelled).toBe(true);
});

it('keeps the rows before the bytes broke off, and why they did', async () => {
  const begin = utf8Of(TABLEDATA.slice(0, TABLEDATA.lastIndexOf('<TR>')));
  // Packed so that all of it comes out, though the end is missing.
  const packed = gzipSync(begin, { level: 0 }).subarray(0, -8);
  async function* failing(bytes: Uint8Array): AsyncIterable<Uint8Array> {
    yield bytes;
    throw new FailureError({ code: 'no-answer', facts: { seconds: 45 } });
  }
  for (const bytes of [begin, new Uint8Array(packed)]) {
    const { tables, events, broken } = await gather(decode(failing(bytes)));
    expect(tables[0].rows).toEqual(ROWS.slice(0, 2));
    expect(broken).toBe('cut');
    expect(events.find(event => event.kind === 'broken')).toMatchObject({
      failure: { code: 'no-answer', facts: { seconds: 45 } }
    });
  }
});

it('stops at the budget and keeps what came', async () => {
  const bytes = gzipSync(
    utf8Of(
      tableOf(
        '<FIELD name="x" datatype="int"/>',
        '<TR><TD>1</TD></TR>'.repeat(1e6)
      )
    )
  );
  const { tables, broken } = await read(new Uint8Array(bytes), Infinity, {
    budget: 2 ** 20
  });
  expect(broken).toBe('too-large');
  expect(tables[0].rows.length).toBeGreaterThan(1000);
  expect(tables[0].rows.length).toBeLessThan(200000);
});

it('reads a body in one piece as in many', async () => {
  const one = await gather(decode(pieces(TABLEDATA)));
  const body = new Blob([TABLEDATA]).stream() as ReadableStream<Uint8Array>;
  const streamed = await gather(decode(body));
  expect(streamed.tables).toEqual(one.tables);
});

/** A value as text, with what JSON can't say. */
function json(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'bigint' || typeof part === 'number' ? String(part) : part
  );
}

/** All that a document gave, whatever the batches that its rows came in. */
function told({ tables, events }: IDocument): string {
  return json([tables, events.filter(event => event.kind !== 'batch')]);
}
