import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentsManager } from '@jupyterlab/services';
import type { Profile } from '../../contract';
import type { INotebookDocument } from '../../notebook/document';
import { readProfile } from '../../transport/profile';
import { RelayTransport } from '../../transport/relay';
import { JupyterServer } from '../../transport/testing/jupyterServer';
import { decode } from '../../votable';
import type { Chooser } from './chooser';
import { offersIn } from './chooserState';
import { ownRoutes } from './ownRoutes';
import { choose, found, ROW } from './testing/world';

const { notebooks } = JSON.parse(
  readFileSync(process.env.ESAP_SERVICES ?? '', 'utf8')
) as { notebooks: Record<'base' | 'listing', string> };
const data = mkdtempSync(join(tmpdir(), 'esap-mount-'));
let server: JupyterServer;
let site: Profile;

beforeAll(async () => {
  // JupyterLab's own code notes there that a 404 is no JSON.
  jest.spyOn(console, 'debug').mockReturnValue();
  writeFileSync(join(data, 'n05l1.IDI1'), 'SIMPLE');
  server = await JupyterServer.start({
    services: [
      {
        id: 'evn',
        label: 'EVN archive',
        kind: 'tap',
        url: 'https://evn.example.org/tap',
        notebooks: [{ service: 'forge', listing: notebooks.listing }]
      },
      {
        id: 'forge',
        label: 'EVN notebooks',
        kind: 'forge',
        url: notebooks.base,
        private: true
      }
    ],
    mounts: [{ url: 'https://evn.example.org/files/', path: data }]
  });
  site = await readProfile(server.settings);
});

afterAll(async () => {
  await server.stop();
  rmSync(data, { recursive: true, force: true });
});

/** A choice in a real Jupyter server; only the document manager is not there. */
async function chooserFor(experiment: string): Promise<{
  chooser: Chooser;
  contents: ContentsManager;
}> {
  const contents = new ContentsManager({ serverSettings: server.settings });
  const { chooser } = choose({
    search: found({ ...ROW, obs_id: [experiment] }),
    site,
    contents,
    client: {
      transport: new RelayTransport(server.settings),
      decode: (body, signal) => decode(body, { signal })
    },
    routes: ownRoutes(server.settings)
  });
  await chooser.load();
  return { chooser, contents };
}

const names = ({ state }: Chooser): string[] =>
  offersIn(state).map(({ kind, name }) => `${kind} ${name}`);
const pick = (chooser: Chooser, name: string): void =>
  chooser.choose(offersIn(chooser.state).find(one => one.name === name)!.key);

async function document(
  contents: ContentsManager,
  path: string
): Promise<INotebookDocument> {
  return (await contents.get(path, { type: 'notebook', content: true }))
    .content as INotebookDocument;
}

describe('by way of a real Jupyter server', () => {
  it('a hostile notebook arrives untrusted, and nothing beside it', async () => {
    const { chooser, contents } = await chooserFor('ES099C');
    pick(chooser, 'trusted.ipynb');
    expect(await chooser.open()).toBe(true);
    const { cells } = await document(contents, 'ES099C/trusted.ipynb');
    // The server says of each code cell whether somebody has signed it.
    const trust = cells.map(cell => cell.metadata.trusted);
    expect(trust).toContain(false);
    expect(trust).not.toContain(true);
    const folder = await contents.get('ES099C', { content: true });
    expect((folder.content as { name: string }[]).map(one => one.name)).toEqual(
      ['trusted.ipynb']
    );
  });

  it('a file elsewhere that the listing names is not fetched', async () => {
    const { chooser } = await chooserFor('ES099C');
    pick(chooser, 'metadata.ipynb');
    expect(await chooser.open()).toBe(false);
    expect(chooser.state.read).toMatchObject({
      state: 'failed',
      failure: { code: 'refused' }
    });
  });

  it('templates and data next door are there, and copies are found again', async () => {
    const { chooser, contents } = await chooserFor('N05L1');
    expect(chooser.state.data).toMatchObject({
      value: { inPlace: { folder: data }, bytes: 6 }
    });
    const template = site.templates.find(({ id }) => id === 'visibility');
    pick(chooser, template!.label);
    expect(await chooser.open()).toBe(true);
    const written = await document(contents, 'N05L1/visibility.ipynb');
    expect(written.cells.map(cell => String(cell.source)).join('\n')).toContain(
      `data_dir = ${JSON.stringify(data)}`
    );

    // As JupyterLab saves it after an edit.
    written.cells.push({
      cell_type: 'code',
      id: 'mine',
      metadata: {},
      source: '1 + 1',
      outputs: [],
      execution_count: null
    });
    await contents.save('N05L1/visibility.ipynb', {
      type: 'notebook',
      format: 'json',
      content: written
    });
    await chooser.sources.findCopies();
    expect(names(chooser)[0]).toBe('copy visibility.ipynb');
    expect(chooser.state.copies).toMatchObject({
      value: [{ copy: { edited: true } }]
    });
  });
});
