import { RelayTransport } from './relay';
import { Archive } from './testing/archive';
import { JupyterServer } from './testing/jupyterServer';

jest.setTimeout(60_000);

let archive: Archive;
let server: JupyterServer;
const signal = new AbortController().signal;

beforeAll(async () => {
  archive = await Archive.start();
  server = await JupyterServer.start({
    services: [
      {
        id: 'narrow',
        label: 'Narrow',
        kind: 'scs',
        url: `${archive.url}/cone?`,
        private: true,
        limits: { parallel: 1 }
      }
    ]
  });
});

afterAll(async () => {
  await server?.stop();
  await archive?.stop();
});

it('says how many others are first at a host that takes one at a time', async () => {
  let go: () => void = () => undefined;
  archive.replies.set('/cone', (_, response) => {
    go = () => response.end('done');
  });
  const transport = new RelayTransport(server.settings);
  const request = { url: `${archive.url}/cone?RA=1` };
  const first = transport.fetch('narrow', request, { signal });
  await archive.until(() => archive.begun === 1);
  const ahead: number[] = [];
  const waits = (others: number): void => {
    ahead.push(others);
    go();
  };
  const second = transport.fetch('narrow', request, { signal, waits });
  expect(await (await first).text()).toBe('done');
  await archive.until(() => archive.begun === 2);
  go();
  expect(await (await second).text()).toBe('done');
  expect(ahead).toEqual([0]);
});
