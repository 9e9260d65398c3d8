import { DirectTransport } from '../transport/direct';
import {
  clientOf,
  column,
  count,
  facts,
  notes,
  searched,
  service
} from './testing/services';

const direct = clientOf(new DirectTransport());
const { faults } = facts();
const AT = { ra: 10, dec: 20, radius: 1 };

/** A search of a service that misbehaves in this way. */
const ask = (
  fault: string,
  kind: 'scs' | 'tap' = 'scs'
): ReturnType<typeof searched> =>
  searched(direct, service(kind, `${faults.base}/${fault}/${kind}`), AT);

/** What the rows came with, in the reader's or the service's words. */
const words = (events: Awaited<ReturnType<typeof ask>>): string[] =>
  events.flatMap(event => (event.kind === 'note' ? [event.note.words] : []));

describe('an answer that is whole', () => {
  it.each([
    ['redirect/n=4', 10],
    ['gzip', 10],
    ['votable/ok/rows=3000', 3000],
    // Services name their tables as they like.
    ['votable/ok/type=text%2Fhtml', 10],
    ['votable/ok/type=nonsense', 10],
    ['votable/huge-cell/bytes=3000000', 1],
    ['gzip/bomb/mb=50', 0]
  ])('%s is read', async (fault, rows) => {
    const events = await ask(fault);
    expect([count(events), notes(events)]).toEqual([rows, []]);
  });

  it('is text, whatever it looks like', async () => {
    expect(column(await ask('votable/markup'), 'name')).toEqual([
      'javascript:alert(3)',
      '<img src=x onerror=alert(1)><script>alert(2)</script>'
    ]);
  });
});

describe('an answer that is not whole', () => {
  const late = 'The document ends too early.';
  const broke = 'The answer broke off on its way.';

  it.each([
    ['cut', 4, broke],
    ['cut/reset', 4, broke],
    // Node takes these for ended; the document tells.
    ['cut/chunked', 4, late],
    ['cut/in-chunk', 4, late],
    ['bad-chunk', 4, broke],
    ['gzip/half', 451, late]
  ])('%s keeps the rows that came, marked', async (fault, rows, why) => {
    const events = await ask(fault);
    expect([count(events), notes(events), words(events)]).toEqual([
      rows,
      ['incomplete by reader'],
      [why]
    ]);
  });
});

describe('an answer that cannot be had', () => {
  const said = 'Something went wrong over here.';

  it.each([
    ['status/400/body=text', { code: 'service-error', words: said }],
    ['status/400/body=json', { code: 'service-error', words: said }],
    ['status/503/body=html', { code: 'busy', facts: { status: 503 } }],
    ['wrong-length', { code: 'cut' }],
    ['gzip/not', { code: 'cut' }],
    ['both-lengths', { code: 'unreachable' }],
    ['reset', { code: 'unreachable' }],
    ['headers/no-http', { code: 'unreachable' }],
    ['redirect/loop', { code: 'unreachable' }],
    ['redirect/nowhere', { code: 'http', facts: { status: 302 } }],
    ['headers/active', { code: 'unreadable' }]
  ])('%s is one failure', async (fault, failure) => {
    await expect(ask(fault)).rejects.toMatchObject({ failure });
  });

  it('because it would grow without end is refused, and no file is read', async () => {
    for (const kind of ['scs', 'tap'] as const) {
      await expect(ask('votable/entities', kind)).rejects.toMatchObject({
        failure: {
          code: 'unreadable',
          words: expect.stringContaining('defines entities') as string
        }
      });
    }
  });
});
