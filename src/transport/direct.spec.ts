import { failureOf, isAbort } from '../remote';
import { DirectTransport } from './direct';
import { Archive } from './testing/archive';

let archive: Archive;
const transport = new DirectTransport();
const never = new AbortController().signal;

beforeAll(async () => {
  archive = await Archive.start();
});

afterAll(async () => {
  await archive.stop();
});

describe('DirectTransport', () => {
  it('sends what it was given, and nothing of the user', async () => {
    let got: unknown;
    archive.replies.set('/sync', (request, response) => {
      const { cookie, authorization, referer } = request.headers;
      got = [request.method, cookie, authorization, referer];
      response.writeHead(303, { Location: '/result' }).end();
    });
    archive.replies.set('/result', (_, response) => {
      response.writeHead(400, { 'Content-Type': 'text/xml' }).end('<VOTABLE/>');
    });
    const answer = await transport.fetch(
      'any',
      { url: `${archive.url}/sync`, method: 'POST', body: 'QUERY=SELECT+1' },
      { signal: never }
    );
    expect(got).toEqual(['POST', undefined, undefined, undefined]);
    expect(answer.status).toBe(400);
    expect(answer.url).toBe(`${archive.url}/result`);
    expect(answer.headers.get('content-type')).toBe('text/xml');
    expect(await answer.text()).toBe('<VOTABLE/>');
  });

  it('gives what came before a cut, and the cut', async () => {
    archive.replies.set('/cut', (_, response) => {
      response.writeHead(200, { 'Content-Length': 100 });
      response.write('<VOTABLE>', () => response.destroy());
    });
    const answer = await transport.fetch(
      'any',
      { url: `${archive.url}/cut` },
      { signal: never }
    );
    const reader = answer.body!.getReader();
    expect(Buffer.from((await reader.read()).value!).toString()).toBe(
      '<VOTABLE>'
    );
    const error: unknown = await reader.read().catch((why: unknown) => why);
    expect(failureOf(error).code).toBe('cut');
  });

  it('tells why nothing came', async () => {
    const ask = async (url: string): Promise<unknown> =>
      transport
        .fetch('any', { url }, { signal: never })
        .catch((error: unknown) => failureOf(error));
    expect(await ask('http://127.0.0.1:9/')).toMatchObject({
      code: 'unreachable'
    });
    expect(await ask('http://archive.invalid/')).toEqual({
      code: 'no-such-host',
      facts: { host: 'archive.invalid' }
    });
  });

  it('stops at the archive when it is stopped here', async () => {
    archive.pour('/endless');
    const stop = new AbortController();
    const answer = await transport.fetch(
      'any',
      { url: `${archive.url}/endless` },
      { signal: stop.signal }
    );
    const reader = answer.body!.getReader();
    await reader.read();
    stop.abort();
    const error: unknown = await (async () => {
      while (!(await reader.read()).done) {
        // What came before the stop.
      }
    })().catch((why: unknown) => why);
    expect(isAbort(error)).toBe(true);
    await archive.until(() => archive.begun === archive.ended);
  });
});
