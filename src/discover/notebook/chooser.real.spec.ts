import { readFileSync } from 'node:fs';
import { DirectTransport } from '../../transport/direct';
import { decode } from '../../votable';
import { type IClient, searchObservations } from '../../vo';
import type { RowEvent } from '../../columns';
import { textIn } from '../row';
import { checkAccess } from '../accessCheck';
import { type Chooser } from './chooser';
import { chosenOffer, offersIn } from './chooserState';
import type { Rows } from './chosenRow';
import { archive, choose, type Files, foundBy, profile } from './testing/world';

const { vo, notebooks, faults } = JSON.parse(
  readFileSync(process.env.ESAP_SERVICES ?? '', 'utf8')
) as Record<'vo' | 'notebooks' | 'faults', Record<string, string>>;
const client: IClient = {
  transport: new DirectTransport(),
  decode: (body, signal) => decode(body, { signal })
};
const { signal } = new AbortController();
const evn = archive({
  url: vo.tap,
  notebooks: [{ service: 'forge', listing: notebooks.listing }]
});
const site = profile({ services: [evn, ...profile().services.slice(1)] });

async function rowsOf(experiment: string): Promise<Rows> {
  const events: RowEvent[] = [];
  const query = { experiments: [experiment] };
  for await (const event of searchObservations(client, evn, query, signal)) {
    events.push(event);
  }
  return foundBy(events);
}

async function opened(
  experiment: string,
  name?: string
): Promise<{ chooser: Chooser; files: Files }> {
  const search = await rowsOf(experiment);
  const { chooser, files } = choose({ search, site, client });
  await chooser.load();
  if (name) {
    chooser.choose(offersIn(chooser.state).find(one => one.name === name)!.key);
  }
  expect(await chooser.open()).toBe(true);
  return { chooser, files };
}

describe('the notebook of a row of a real archive', () => {
  it('is all that its experiment has, with the files of its data', async () => {
    const { chooser, files } = await opened('N05L1');
    expect(
      offersIn(chooser.state).map(({ kind, name }) => `${kind} ${name}`)
    ).toEqual([
      'archive imaging.ipynb',
      'archive N05L1.ipynb',
      'archive calibration/flags.ipynb',
      'template Imaging with CASA'
    ]);
    const { data } = chooser.state;
    expect(data.state === 'ready' && data.value.files).toBeGreaterThan(0);
    const { cells } = files.notebook('N05L1/imaging.ipynb');
    // After the notebook's own parameters.
    expect(cells[2].metadata.tags).toEqual(['injected-parameters']);
    expect(cells[2].source).toContain('obs_id = "N05L1"');
    expect(cells[2].source).toContain(`service_url = "${vo.tap}"`);
  });

  it('is a template where the archive has none', async () => {
    const { chooser, files } = await opened('EB065');
    expect(chosenOffer(chooser.state)?.kind).toBe('template');
    expect([...files.texts.keys()]).toEqual(['EB065/visibility.ipynb']);
  });

  it('of a hostile repository loses its claims', async () => {
    const { files } = await opened('ES099C', 'trusted.ipynb');
    const text = files.texts.get('ES099C/trusted.ipynb');
    expect(text).toContain('obs_id = \\"ES099C\\"');
    expect(text).not.toMatch(/"(?:trusted|signature)":/i);
  });

  it('comes although the links of its data do not', async () => {
    const { table } = await rowsOf('N05L1');
    const nowhere: Rows = {
      table: Object.create(table, {
        row: {
          value: (id: number) => {
            const row = table.row(id);
            const dead = textIn(row, 'accessUrl');
            return {
              id,
              cell: (column: number) =>
                row.cell(column) === dead
                  ? `${faults.dead}/links`
                  : row.cell(column)
            };
          }
        }
      }) as Rows['table']
    };
    const { chooser } = choose({ search: nowhere, site, client });
    await chooser.load();
    expect(chooser.state.data).toMatchObject({
      state: 'failed',
      failure: { code: 'unreachable' }
    });
    expect(chosenOffer(chooser.state)?.name).toBe('imaging.ipynb');
  });
});

describe('whether data can be had', () => {
  const check = (url: string, format = 'application/fits'): Promise<string> =>
    checkAccess(client, evn, url, format, signal);

  it('is told by the first file that DataLink names', async () => {
    const { table } = await rowsOf('N05L1');
    const row = table.row(0);
    expect(
      await check(textIn(row, 'accessUrl'), textIn(row, 'accessFormat'))
    ).toBe('open');
  });

  it('is told apart from a login, nothing there and nobody there', async () => {
    expect(await check(`${notebooks.base}/EVN/NOSUCH/raw/branch/x/y`)).toBe(
      'missing'
    );
    expect(await check(vo.private)).toBe('login');
    await expect(check(`${faults.dead}/x`)).rejects.toMatchObject({
      failure: { code: 'unreachable' }
    });
  });
});
