import { failureOf, isAbort } from '../remote';
import { readProfile } from './profile';
import { RelayTransport } from './relay';
import { Archive } from './testing/archive';
import { JupyterServer } from './testing/jupyterServer';

jest.setTimeout(60_000);

let archive: Archive;
let server: JupyterServer;
const never = new AbortController().signal;

beforeAll(async () => {
  archive = await Archive.start();
  server = await JupyterServer.start({
    name: 'Test',
    services: [
      {
        id: 'near',
        label: 'Near',
        kind: 'tap',
        url: `${archive.url}/tap`,
        private: true
      },
      { id: 'public', label: 'Public', kind: 'tap', url: `${archive.url}/tap` }
    ]
  });
});

afterAll(async () => {
  await server?.stop();
  await archive?.stop();
});

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => failureOf(error)
  );
}

describe('readProfile', () => {
  it('reads what the server part may tell', async () => {
    const { name, services, problems } = await readProfile(server.settings);
    expect([name, problems]).toEqual(['Test', []]);
    expect(services[0]).toEqual({
      id: 'near',
      label: 'Near',
      kind: 'tap',
      category: 'observations',
      url: `${archive.url}/tap`,
      selected: true,
      table: 'ivoa.obscore'
    });
  });

  it('knows a server part that is missing from a server that is gone', async () => {
    const { baseUrl } = server.settings;
    const missing = { ...server.settings, baseUrl: `${baseUrl}elsewhere/` };
    expect(await failure(readProfile(missing))).toMatchObject({
      code: 'server-part',
      facts: { status: 404 }
    });
    const gone = { ...server.settings, baseUrl: 'http://127.0.0.1:9/' };
    expect(await failure(readProfile(gone))).toMatchObject({ code: 'offline' });
    const stranger = { ...server.settings, token: 'wrong' };
    expect(await failure(readProfile(stranger))).toMatchObject({
      code: 'server-part',
      facts: { status: 403 }
    });
  });
});

describe('RelayTransport', () => {
  it('gives the answer of the service as a Response', async () => {
    const got: string[] = [];
    archive.replies.set('/tap/sync', (request, response) => {
      got.push(`${request.method} ${request.headers['content-type']}`);
      request.on('data', (piece: Buffer) => got.push(piece.toString()));
      request.on('end', () => {
        response.writeHead(303, {
          Location: '/tap/results/é'.replace('é', '%c3%a9')
        });
        response.end();
      });
    });
    archive.replies.set('/tap/results/%c3%a9', (_, response) => {
      response.writeHead(400, {
        'Content-Type': 'text/xml',
        'X-Powered-By': '?'
      });
      response.end('<VOTABLE/>');
    });
    const answer = await new RelayTransport(server.settings).fetch(
      'near',
      {
        url: `${archive.url}/tap/sync`,
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'QUERY=SELECT+1'
      },
      { signal: never }
    );
    expect(got).toEqual([
      'POST application/x-www-form-urlencoded',
      'QUERY=SELECT+1'
    ]);
    expect([answer.status, answer.ok]).toEqual([400, false]);
    expect(answer.url).toBe(`${archive.url}/tap/results/%c3%a9`);
    expect(answer.headers.get('content-type')).toBe('text/xml');
    expect(answer.headers.has('x-powered-by')).toBe(false);
    expect(await answer.text()).toBe('<VOTABLE/>');
  });

  it('carries large answers whole', async () => {
    const size = 20_000_000;
    archive.replies.set('/tap/large', (_, response) => {
      response.end(Buffer.alloc(size, 7));
    });
    const answer = await new RelayTransport(server.settings).fetch(
      'near',
      { url: `${archive.url}/tap/large` },
      { signal: never, patience: 'bulk' }
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(bytes.length).toBe(size);
    expect(bytes.every(byte => byte === 7)).toBe(true);
  });

  it('makes the archive wait for a slow reader', async () => {
    const size = 200_000_000;
    let sent = 0;
    archive.replies.set('/tap/flood', (_, response) => {
      const more = (): void => {
        if (sent < size) {
          sent += 100_000;
          response.write(Buffer.alloc(100_000), more);
        } else {
          response.end();
        }
      };
      more();
    });
    archive.replies.set('/tap/small', (_, response) => void response.end());
    const transport = new RelayTransport(server.settings);
    const get = (path: string): Promise<Response> =>
      transport.fetch('near', { url: archive.url + path }, { signal: never });
    const flood = await get('/tap/flood');
    // Time enough for all of it, if nothing held it back.
    for (let trip = 0; trip < 100; trip++) {
      await (await get('/tap/small')).text();
    }
    expect(sent).toBeLessThan(size / 4);
    let got = 0;
    for await (const piece of flood.body!) {
      got += piece.length;
    }
    expect(got).toBe(size);
  });

  it('gives what came before a cut, and the cut', async () => {
    archive.replies.set('/tap/cut', (_, response) => {
      response.writeHead(200, { 'Content-Length': 100 });
      response.write('<VOTABLE>', () => response.destroy());
    });
    const answer = await new RelayTransport(server.settings).fetch(
      'near',
      { url: `${archive.url}/tap/cut` },
      { signal: never }
    );
    const reader = answer.body!.getReader();
    const { value } = await reader.read();
    expect(Buffer.from(value!).toString()).toBe('<VOTABLE>');
    expect(await failure(reader.read())).toMatchObject({
      code: 'cut',
      facts: { bytes: 9 }
    });
  });

  it('tells why nothing came', async () => {
    const transport = new RelayTransport(server.settings);
    const ask = (service: string, url: string): Promise<unknown> =>
      failure(transport.fetch(service, { url }, { signal: never }));
    expect(await ask('public', `${archive.url}/tap/x`)).toMatchObject({
      code: 'refused'
    });
    expect(await ask('near', 'http://archive.example.org/')).toMatchObject({
      code: 'refused'
    });
    expect(await ask('nobody', `${archive.url}/tap/x`)).toMatchObject({
      code: 'server-part',
      facts: { status: 404 }
    });
    expect(
      await ask('near', `${archive.url}/tap?${'x'.repeat(20_000)}`)
    ).toMatchObject({ code: 'refused' });
    expect(transport.queue.running).toBe(0);
  });

  it('does not wait for ever', async () => {
    archive.replies.set('/tap/silent', () => undefined);
    const transport = new RelayTransport(server.settings, 300);
    const work = transport.fetch(
      'near',
      { url: `${archive.url}/tap/silent` },
      { signal: never }
    );
    expect(await failure(work)).toMatchObject({ code: 'no-answer' });
    // The connection to the archive is gone as well.
    await archive.until(() => archive.begun === archive.ended);
  });

  it('stops at the archive when it is stopped here, a hundred times', async () => {
    archive.pour('/tap/endless');
    const transport = new RelayTransport(server.settings);
    const before = archive.begun;
    const clicks = Array.from({ length: 100 }, async (_, index) => {
      const stop = new AbortController();
      const work = transport.fetch(
        'near',
        { url: `${archive.url}/tap/endless?${index}` },
        { signal: stop.signal }
      );
      if (index % 2) {
        // Half of them are stopped while their bytes come.
        const reader = (await work).body!.getReader();
        await reader.read();
        stop.abort();
        const error: unknown = await (async () => {
          while (!(await reader.read()).done) {
            // What came before the stop.
          }
        })().catch((reason: unknown) => reason);
        expect(isAbort(error)).toBe(true);
      } else {
        stop.abort();
        const error: unknown = await work.catch((reason: unknown) => reason);
        expect(isAbort(error)).toBe(true);
      }
    });
    await Promise.all(clicks);
    expect(archive.begun - before).toBeGreaterThanOrEqual(50);
    await archive.until(() => archive.begun === archive.ended);
    expect(transport.queue.running).toBe(0);
  });

  it('has four requests under way and no more', async () => {
    let now = 0;
    let most = 0;
    const waiting: (() => void)[] = [];
    archive.replies.set('/tap/slow', (_, response) => {
      most = Math.max(most, ++now);
      waiting.push(() => {
        now--;
        response.end('done');
      });
    });
    const transport = new RelayTransport(server.settings);
    const before = archive.begun;
    const texts = Promise.all(
      Array.from({ length: 9 }, async () => {
        const answer = await transport.fetch(
          'near',
          { url: `${archive.url}/tap/slow` },
          { signal: never }
        );
        return answer.text();
      })
    );
    for (let done = 0; done < 9; done++) {
      await archive.until(() => archive.begun - before > done);
      await archive.until(() => waiting.length > 0);
      waiting.shift()!();
    }
    expect(await texts).toEqual(Array.from({ length: 9 }, () => 'done'));
    expect(most).toBeLessThanOrEqual(4);
  });

  it('frees its place when a short answer is never read', async () => {
    archive.replies.set('/tap/error', (_, response) => {
      response.writeHead(500).end('sorry');
    });
    const transport = new RelayTransport(server.settings);
    for (let time = 0; time < 6; time++) {
      const answer = await transport.fetch(
        'near',
        { url: `${archive.url}/tap/error` },
        { signal: never }
      );
      expect(answer.status).toBe(500);
    }
  });
});
