import { sentence } from '../../remote';
import { english } from '../../remote/testing/english';
import { canOpen, chosenOffer, offersIn } from './chooserState';
import type { Chooser } from './chooser';
import {
  archive,
  choose,
  type Files,
  found,
  kernels,
  listing,
  notebook,
  profile,
  ROW
} from './testing/world';

const CONTENTS = 'https://forge.example.org/api/v1/repos/EVN/N05L1/contents';
const RAW = 'https://forge.example.org/raw/';
const FORGE = {
  [CONTENTS]: listing('b.ipynb', 'a.ipynb'),
  [`${RAW}a.ipynb`]: notebook(),
  [`${RAW}b.ipynb`]: notebook(undefined, 'b')
};

const names = ({ state }: Chooser): string[] =>
  offersIn(state).map(({ kind, name }) => `${kind} ${name}`);
const pick = (chooser: Chooser, name: string): void =>
  chooser.choose(offersIn(chooser.state).find(one => one.name === name)!.key);
const until = (chooser: Chooser, test: () => boolean): Promise<void> =>
  new Promise(resolve => {
    const look = (): void => (test() ? resolve() : undefined);
    chooser.changed.connect(look);
    look();
  });
/** The parameters that a notebook was given, one a line. */
const told = (files: Files, path: string): string =>
  String(files.notebook(path).cells[0].source);

describe('what is offered', () => {
  it('all notebooks of the experiment, then the template of its kind', async () => {
    const { chooser } = choose({ answers: FORGE });
    await chooser.load();
    expect(names(chooser)).toEqual([
      'archive a.ipynb',
      'archive b.ipynb',
      'template Imaging with CASA'
    ]);
    expect(chosenOffer(chooser.state)?.name).toBe('a.ipynb');
  });

  it('what the user has edited, first', async () => {
    const { chooser, files } = choose({ answers: FORGE });
    await chooser.load();
    await chooser.open();
    pick(chooser, 'b.ipynb');
    await chooser.open();
    const edited = files.notebook('N05L1/b.ipynb');
    edited.cells.push({ cell_type: 'code', metadata: {}, source: 'mine' });
    files.texts.set('N05L1/b.ipynb', JSON.stringify(edited));
    files.texts.set('N05L1/other.ipynb', 'of somebody else');

    const again = choose({ answers: FORGE, files }).chooser;
    await again.load();
    expect(names(again).slice(0, 2)).toEqual(['copy b.ipynb', 'copy a.ipynb']);
    expect(chosenOffer(again.state)).toMatchObject({
      kind: 'copy',
      copy: { edited: true }
    });
  });

  it('a place that hangs or fails takes nothing from the others, and nothing is chosen for what may still come', async () => {
    const hangs = choose({
      answers: { ...FORGE, [CONTENTS]: 'hangs' }
    }).chooser;
    void hangs.load();
    await until(hangs, () => hangs.state.copies.state === 'ready');
    expect(names(hangs)).toEqual(['template Imaging with CASA']);
    expect(hangs.state.chosen).toBeUndefined();
    pick(hangs, 'Imaging with CASA');
    expect(await hangs.open()).toBe(true);
    hangs.dispose();

    const fails = choose({ answers: { ...FORGE, [CONTENTS]: 503 } }).chooser;
    await fails.load();
    const { archive: failed, copies } = fails.state;
    expect(copies.state).toBe('ready');
    expect(failed.state === 'failed' && sentence(failed.failure, english)).toBe(
      'EVN notebooks is out of order at the moment (HTTP 503).'
    );
    expect(chosenOffer(fails.state)?.kind).toBe('template');
  });

  it('notebooks that the row or its links name; those of others say their host and are never chosen unasked', async () => {
    const search = found({
      ...ROW,
      access_format: ['application/x-votable+xml;content=datalink'],
      recipe: ['https://elsewhere.example.com/x/one.ipynb?raw=1']
    });
    const site = profile({ services: [archive({ notebooks: undefined })] });
    const document = `<VOTABLE><RESOURCE type="results"><TABLE>
      ${['access_url', 'semantics', 'content_type', 'description'].map(name => `<FIELD name="${name}" datatype="char" arraysize="*"/>`).join('')}
      <DATA><TABLEDATA>
      <TR><TD>https://evn.example.org/n05l1.IDI1</TD><TD>#this</TD><TD>application/x-fits-idi</TD><TD/></TR>
      <TR><TD>https://evn.example.org/nb/2</TD><TD>#documentation</TD><TD>application/x-ipynb+json</TD><TD>First map</TD></TR>
      </TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>`;
    const { chooser } = choose({
      search,
      site: { ...site, templates: [] },
      answers: { [ROW.access_url[0]]: document }
    });
    await chooser.load();
    expect(offersIn(chooser.state)).toMatchObject([
      { kind: 'linked', host: 'elsewhere.example.com', marked: false },
      { kind: 'linked', host: 'evn.example.org', description: 'First map' }
    ]);
    expect(chooser.state.chosen).toBeUndefined();
    expect(chooser.state.data).toMatchObject({ value: { files: 1 } });
  });

  it('for several rows the template of rows, and the experiment’s own if it is one', async () => {
    const two = (other: string) =>
      choose({
        ids: [0, 1],
        answers: FORGE,
        search: found({
          obs_id: ['N05L1', other],
          target_name: ['3C 84', 'M 87'],
          dataproduct_type: ['visibility', 'visibility']
        })
      });
    const same = two('N05L1');
    await same.chooser.load();
    expect(names(same.chooser)).toEqual([
      'archive a.ipynb',
      'archive b.ipynb',
      'template Rows of a search'
    ]);
    const { chooser, files } = two('EB065');
    await chooser.load();
    expect(names(chooser)).toEqual(['template Rows of a search']);
    await chooser.open();
    expect(told(files, 'rows/rows.ipynb')).toContain('obs_id = ""');
    expect(told(files, 'rows/rows.ipynb')).toMatch(
      /^rows = \[\{"obs_id": "N05L1".*\}, \{"obs_id": "EB065", "target_name": "M 87".*\}\]$/m
    );
  });
});

describe('opening', () => {
  it('writes a copy with the row in its first cell and starts no kernel', async () => {
    const { chooser, files, opened } = choose({ answers: FORGE });
    await chooser.load();
    expect(await chooser.open()).toBe(true);
    expect(told(files, 'N05L1/a.ipynb').split('\n').slice(1, 9)).toEqual([
      'obs_id = "N05L1"',
      'target_name = "3C 84"',
      's_ra = 49.9507',
      's_dec = 41.5117',
      'access_url = "https://evn.example.org/files/n05l1.IDI1"',
      'access_format = "application/x-fits-idi"',
      'data_dir = "data"',
      'data_files = []'
    ]);
    expect(opened).toEqual([
      [
        'N05L1/a.ipynb',
        'Notebook',
        undefined,
        undefined,
        { name: 'python3', shouldStart: false, autoStartDefault: true }
      ]
    ]);
  });

  it('leaves a copy as it is; the archive’s own again becomes a second file', async () => {
    const { chooser, files, opened } = choose({ answers: FORGE });
    await chooser.load();
    await chooser.open();
    const before = files.texts.get('N05L1/a.ipynb');
    await chooser.sources.findCopies();
    chooser.choose('copy N05L1/a.ipynb');
    await chooser.open();
    expect([...files.texts.keys()]).toEqual(['N05L1/a.ipynb']);
    pick(chooser, 'b.ipynb');
    chooser.choose('archive forge a.ipynb');
    await chooser.open();
    expect(files.texts.get('N05L1/a.ipynb')).toBe(before);
    expect(opened.map(([path]) => path)).toEqual([
      'N05L1/a.ipynb',
      'N05L1/a.ipynb',
      'N05L1/a_1.ipynb'
    ]);
  });

  it('what is no notebook is said before, and nothing is written', async () => {
    const { chooser, files } = choose({
      answers: {
        [CONTENTS]: listing('old.ipynb'),
        [`${RAW}old.ipynb`]: '{"nbformat": 3, "worksheets": []}'
      }
    });
    await chooser.load();
    expect(chooser.state.read).toMatchObject({
      value: { result: { ok: false, code: 'old-format' } }
    });
    expect(canOpen(chooser.state)).toBe(false);
    expect(await chooser.open()).toBe(false);
    expect(files.texts.size).toBe(0);
  });

  it('uses data in place where all of it is on a mount', async () => {
    const here = { available: true, path: '/archive/n05l1/n05l1.IDI1' };
    const { chooser, files } = choose({
      answers: FORGE,
      site: profile({ mounts: ['https://evn.example.org/files/'] }),
      routes: {
        local: urls => Promise.resolve(urls.map(url => ({ url, ...here })))
      }
    });
    await chooser.load();
    expect(chooser.state).toMatchObject({
      place: 'in-place',
      data: { value: { files: 1, bytes: 1.2e9 } }
    });
    await chooser.open();
    expect(told(files, 'N05L1/a.ipynb')).toContain(
      'data_dir = "/archive/n05l1"\ndata_files = ["/archive/n05l1/n05l1.IDI1"]'
    );
  });

  it('keeps no secret of a signed address', async () => {
    const { chooser, files } = choose({
      search: found({
        ...ROW,
        access_url: ['https://evn.example.org/x?X-Amz-Signature=CANARY&a=1']
      })
    });
    await chooser.load();
    await chooser.open();
    expect([...files.texts.values()].join()).not.toContain('CANARY');
    expect(files.texts.size).toBe(1);
  });
});

describe('kernels', () => {
  it('one that the notebook names comes first, and is its own then', async () => {
    const { chooser, files } = choose({
      answers: {
        ...FORGE,
        [`${RAW}a.ipynb`]: notebook({ kernelspec: { name: 'casa' } })
      }
    });
    await chooser.load();
    expect(chooser.state.kernels?.[0]).toMatchObject({
      name: 'casa',
      fits: true
    });
    chooser.useKernel('python3');
    await chooser.open();
    expect(files.notebook('N05L1/a.ipynb').metadata.kernelspec).toEqual({
      name: 'python3',
      display_name: 'The python3',
      language: 'python'
    });
  });

  it('that is not installed: another of its language stands in and does not fit', async () => {
    const { chooser } = choose({
      kernelspecs: kernels(['ir', 'R'], ['python3', 'python']),
      answers: {
        ...FORGE,
        [`${RAW}a.ipynb`]: notebook({
          kernelspec: { name: 'casa' },
          language_info: { name: 'python' }
        })
      }
    });
    await chooser.load();
    expect(chooser.state).toMatchObject({ kernel: 'python3', named: 'casa' });
    expect(chooser.state.kernels?.some(({ fits }) => fits)).toBe(false);
  });

  it('of another language: no cell in Python is put into it', async () => {
    const { chooser, files } = choose({
      answers: {
        ...FORGE,
        [`${RAW}a.ipynb`]: notebook({
          kernelspec: { name: 'ir', language: 'R' }
        })
      }
    });
    await chooser.load();
    expect(chooser.state.kernel).toBe('ir');
    await chooser.open();
    expect(files.notebook('N05L1/a.ipynb').cells).toHaveLength(1);
  });
});
