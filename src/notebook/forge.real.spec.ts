import { readFileSync } from 'node:fs';
import { DirectTransport } from '../transport/direct';
import { writeCopy } from './copies';
import { readNotebook } from './document';
import { safeName } from './folder';
import { type IOffered, offeredBy, textOf } from './forge';
import { harmless } from './harmless';
import { memory } from './testing/memory';

const { notebooks } = JSON.parse(
  readFileSync(process.env.ESAP_SERVICES ?? '', 'utf8')
) as { notebooks: Record<'listing' | 'base', string> };
const transport = new DirectTransport();
const { signal } = new AbortController();
const rule = { service: 'forge', listing: notebooks.listing };

const of = (experiment: string): Promise<IOffered[]> =>
  offeredBy(transport, rule, new Map([['obs_id', experiment]]), signal);
const named = async (experiment: string): Promise<string[]> =>
  (await of(experiment)).map(({ folder, name }) =>
    folder ? `${folder}/${name}` : name
  );

describe('the notebooks of an experiment', () => {
  it('are all of them, in folders as well', async () => {
    expect(await named('N05L1')).toEqual([
      'imaging.ipynb',
      'N05L1.ipynb',
      'calibration/flags.ipynb'
    ]);
    expect(await of('EV020C')).toHaveLength(120);
  });

  it.each(['EB065', 'GK058A', 'NOSUCH', 'N24K1', '../../evil', '..', ''])(
    'of %j there are none',
    async experiment => {
      expect(await of(experiment)).toEqual([]);
    }
  );

  it('are had by their addresses, and by the contents API where there are none', async () => {
    const [one] = await of('N05C2');
    const text = await textOf(transport, one, signal);
    expect(readNotebook(text).ok).toBe(true);
    const url = `${notebooks.listing.replace('{obs_id}', 'N05C2')}/${one.name}`;
    expect(await textOf(transport, { ...one, url, packed: true }, signal)).toBe(
      text
    );
  });

  it('that are old or cut off are said to be', async () => {
    const read = async (experiment: string): Promise<unknown[]> =>
      Promise.all(
        (await of(experiment)).map(async one =>
          readNotebook(await textOf(transport, one, signal))
        )
      );
    expect(await read('F19L3')).toMatchObject([
      { ok: true },
      { ok: false, code: 'old-format', nbformat: 3 }
    ]);
    expect(await read('EV068D')).toMatchObject([
      { ok: false, code: 'not-json' },
      { ok: false, code: 'not-json' }
    ]);
  });
});

describe('a hostile repository', () => {
  it('offers neither links nor folders nor other schemes', async () => {
    const names = await named('ES099C');
    expect(names).toContain('trusted.ipynb');
    for (const lie of [
      '../../outside.ipynb',
      'link.ipynb',
      'folder.ipynb',
      'local.ipynb',
      'script.ipynb'
    ]) {
      expect(names).not.toContain(lie);
    }
  });

  it('leaves files only in the experiment’s folder, whatever they are called, and none is trusted', async () => {
    const { manager, files } = memory();
    const offers = (await of('ES099C')).filter(one =>
      one.url.startsWith(notebooks.base)
    );
    for (const one of offers) {
      const read = readNotebook(await textOf(transport, one, signal));
      if (read.ok) {
        await writeCopy(
          manager,
          safeName('ES099C'),
          one.name,
          harmless(read.notebook),
          {
            service: 'evn',
            label: 'EVN',
            name: one.name,
            sha256: '',
            opened: ''
          }
        );
      }
    }
    expect(files.size).toBe(offers.length);
    expect(files.size).toBe(8);
    for (const [path, text] of files) {
      expect(path).toMatch(/^ES099C\/[A-Za-z0-9_+-][A-Za-z0-9._+-]*\.ipynb$/);
      expect(text).not.toMatch(/"(?:trusted|signature)":/i);
    }
    const trusted = files.get('ES099C/trusted.ipynb');
    // Its outputs stay, as what they are: nobody's.
    expect(trusted).toContain('CANARY');
  });
});
