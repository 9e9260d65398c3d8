import { failureLog } from '../remote';
import type { IServiceRequest } from '../transport/transport';
import { search } from './search';
import type { IClient, ISearchable } from './service';
import { CONE, info, outcome, stream, table } from './testing/events';

const SERVICE: ISearchable = {
  id: 'evn',
  label: 'EVN archive',
  kind: 'tap',
  url: 'https://vo.example/tap'
};
const AT = { ra: 187.27, dec: 2.05, radius: 0.1 };
const VOTABLE = '<?xml version="1.0"?>\n<v:VOTABLE>';

/** A client whose service gives this answer, and whose decoder finds an error in every VOTable. */
function client(
  body: BodyInit | null,
  init: ResponseInit = {}
): IClient & { asked: IServiceRequest[] } {
  const asked: IServiceRequest[] = [];
  return {
    asked,
    transport: {
      fetch: (_, request) => {
        asked.push(request);
        return Promise.resolve(new Response(body, init));
      }
    },
    decode: () => stream(info('QUERY_STATUS', 'ERROR', 'no such table'))
  };
}

const run = (how: IClient, service = SERVICE): ReturnType<typeof outcome> =>
  outcome(search(how, service, AT, new AbortController().signal));

const html = (title: string): string =>
  `<!-- page -->\n<!DOCTYPE html><html><head><title>\n${title}</title></head></html>`;

describe('search', () => {
  it.each<[string, BodyInit | null, ResponseInit, object]>([
    [
      'a VOTable with an error, 200',
      VOTABLE,
      {},
      { code: 'service-error', words: 'no such table' }
    ],
    [
      'a VOTable with an error, 400',
      VOTABLE,
      { status: 400 },
      { code: 'service-error', words: 'no such table', facts: { status: 400 } }
    ],
    [
      'text with an error, 400',
      'ERROR: line 3 is\nbad',
      { status: 400 },
      { code: 'service-error', words: 'ERROR: line 3 is bad' }
    ],
    [
      'plain text with 200',
      'UsageFault: no RA',
      { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
      { code: 'service-error', words: 'UsageFault: no RA' }
    ],
    [
      'a CSV that says it is a VOTable',
      'id,ra\n1,2\n',
      { headers: { 'Content-Type': 'text/xml' } },
      {
        code: 'unreadable',
        words: 'it is no VOTable but begins with “id,ra 1,2”'
      }
    ],
    [
      'JSON',
      '{"detail":"down"}',
      { status: 500 },
      { code: 'service-error', words: 'down' }
    ],
    [
      'other XML',
      '<?xml version="1.0"?><uws:error><m>a &lt; b</m></uws:error>',
      { status: 500 },
      { code: 'service-error', words: 'a < b' }
    ],
    [
      'a web page',
      html('Welcome to <b>nginx</b> &amp; co &#x21;'),
      {},
      {
        code: 'web-page',
        facts: { title: 'Welcome to nginx & co !', status: 200 }
      }
    ],
    [
      'a web page with 502',
      html('502 Bad Gateway'),
      { status: 502 },
      { code: 'web-page', facts: { title: '502 Bad Gateway', status: 502 } }
    ],
    ['nothing', '', {}, { code: 'unreadable', facts: { why: 'empty' } }],
    [
      'nothing with 404',
      null,
      { status: 404 },
      { code: 'http', facts: { status: 404 } }
    ],
    [
      '429',
      'Too many concurrent queries',
      { status: 429, headers: { 'Retry-After': '20' } },
      {
        code: 'busy',
        words: 'Too many concurrent queries',
        facts: { status: 429, seconds: 20 }
      }
    ],
    [
      '503 with a date',
      html('Down'),
      {
        status: 503,
        headers: {
          'Retry-After': 'Wed, 21 Oct 2026 07:29:00 GMT',
          Date: 'Wed, 21 Oct 2026 07:28:00 GMT'
        }
      },
      { code: 'busy', facts: { status: 503, seconds: 60 } }
    ],
    [
      '401',
      html('Unauthorized'),
      { status: 401 },
      { code: 'sign-in', facts: { status: 401 } }
    ]
  ])('says what came: %s', async (_, body, init, failure) => {
    await expect(run(client(body, init))).rejects.toMatchObject({
      failure: { service: 'EVN archive', ...failure }
    });
  });

  it('gives rows, whatever the type says', async () => {
    const how: IClient = {
      ...client('\ufeff \n<VOTABLE>', {
        headers: { 'Content-Type': 'text/html' }
      }),
      decode: () => stream(table(CONE, 3))
    };
    expect(await run(how)).toMatchObject({ rows: 3, ended: true });
  });

  it('gives the decoder the whole body, to the byte', async () => {
    const body = `<VOTABLE>${'x'.repeat(100000)}`;
    let length = 0;
    const how: IClient = {
      ...client(body),
      decode: async function* (bytes) {
        for await (const chunk of bytes) {
          length += chunk.length;
        }
        yield* stream(table(CONE, 1));
      }
    };
    await run(how);
    expect(length).toBe(body.length);
  });

  it('gives what came before a cut, then the cut', async () => {
    let pulls = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: controller =>
        pulls++ === 0
          ? controller.enqueue(new TextEncoder().encode('<VOTABLE>'))
          : controller.error(new Error('cut'))
    });
    const seen: string[] = [];
    const how: IClient = {
      ...client(body),
      decode: async function* (bytes) {
        try {
          for await (const chunk of bytes) {
            seen.push(new TextDecoder().decode(chunk));
          }
        } catch (reason) {
          seen.push(String(reason));
        }
        yield* stream(table(CONE, 1));
      }
    };
    await run(how);
    expect(seen).toEqual(['<VOTABLE>', 'Error: cut']);
  });

  it('keeps the failure with its request', async () => {
    await run(client(null, { status: 500 })).catch(() => undefined);
    expect(failureLog.entries[failureLog.entries.length - 1]).toMatchObject({
      failure: { code: 'http', service: 'EVN archive' },
      request: { method: 'POST', url: 'https://vo.example/tap/sync' }
    });
  });

  it('does not search what it does not know', async () => {
    await expect(
      run(client(null), { ...SERVICE, kind: 'rucio' })
    ).rejects.toThrow(/kind rucio/);
  });
});
