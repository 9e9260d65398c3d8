import { FailureError } from '../remote';
import { spellings } from './archiveNames';
import {
  distinctPlaces,
  type IResolver,
  type ITarget,
  resolveName
} from './resolver';
import { readSesame, sesame } from './sesame';
import type { IClient } from './service';
import { stream } from './testing/events';

const { signal } = new AbortController();

/** Shape: schema sesame_4x.xsd. */
function answer(...resolvers: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE Sesame SYSTEM "http://cds.example/xml/sesame_4x.dtd">
<Sesame xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<Target option="SNV"><name>3c84</name><!-- Q1 -->${resolvers.join('')}</Target></Sesame>`;
}

const SIMBAD = `<Resolver name="S=Simbad (CDS, via client/server)"><otype>Sy2</otype>
<jpos>03:19:48.16 +41:30:42.1</jpos><jradeg>049.9506671</jradeg><jdedeg>+41.5116956</jdedeg>
<oname>NGC  1275</oname><alias>3C 84</alias></Resolver>`;
const NED = `<Resolver name="N=NED"><jradeg>49.951</jradeg><jdedeg>41.512</jdedeg><oname>NGC 1275</oname></Resolver>`;

describe('Sesame', () => {
  it('gives every place that a data base knows', () => {
    expect(readSesame(answer(SIMBAD, NED), 'Sesame')).toEqual([
      {
        name: 'NGC 1275',
        ra: 49.9506671,
        dec: 41.5116956,
        by: 'Simbad',
        through: 'Sesame',
        type: 'Sy2'
      },
      {
        name: 'NGC 1275',
        ra: 49.951,
        dec: 41.512,
        by: 'NED',
        through: 'Sesame'
      }
    ]);
  });

  it('gives nothing for a name that is not known, or is known without a place', () => {
    const none = answer('<INFO>*** Nothing found *** </INFO>');
    const placeless = answer(
      '<Resolver name="V=VizieR"><oname>X</oname></Resolver>'
    );
    expect(readSesame(none, '')).toEqual([]);
    expect(readSesame(placeless, '')).toEqual([]);
  });

  it('knows what moves', () => {
    const mars = answer(
      '<Resolver name="S=Simbad"><INFO>from IMCCE</INFO><jradeg>1</jradeg><jdedeg>2</jdedeg></Resolver>'
    );
    expect(readSesame(mars, '')).toMatchObject([{ moving: true }]);
  });

  it.each([
    ['<Sesame><Target>'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><Sesame/>'],
    ['<Other/>'],
    [`<Sesame>${'<a>'.repeat(2000)}`]
  ])('refuses %.50j', text => {
    expect(() => readSesame(text, '')).toThrow(FailureError);
  });

  it('asks for the name as it is, and says what a web page is', async () => {
    const asked: string[] = [];
    const client = (body: string): IClient => ({
      transport: {
        fetch: (_, { url }) => {
          asked.push(url);
          return Promise.resolve(new Response(body));
        }
      },
      decode: () => stream()
    });
    const service = {
      id: 'sesame',
      label: 'Sesame',
      url: 'https://cds.example/nph-sesame/'
    };
    const good = sesame(client(answer(NED)), service);
    expect(await good.resolve("Barnard's Star +1&2", signal)).toHaveLength(1);
    expect(asked).toEqual([
      "https://cds.example/nph-sesame/-oxp/A?Barnard's%20Star%20%2B1%262"
    ]);
    const page = sesame(client('<html><title>Down</title></html>'), service);
    await expect(page.resolve('x', signal)).rejects.toMatchObject({
      failure: { code: 'web-page', service: 'Sesame', facts: { title: 'Down' } }
    });
  });
});

describe('resolveName', () => {
  const M87: ITarget = { name: 'M 87', ra: 187.7, dec: 12.39, by: 'Simbad' };

  function resolver(
    label: string,
    knows: readonly ITarget[] | Error
  ): IResolver & { asked: number } {
    const one = {
      label,
      asked: 0,
      resolve: () => {
        one.asked += 1;
        return knows instanceof Error
          ? Promise.reject(knows)
          : Promise.resolve(knows);
      }
    };
    return one;
  }
  const down = new FailureError({ code: 'unreachable' });

  it('passes over who fails or does not know, and keeps what was found', async () => {
    const cache = new Map<string, readonly ITarget[]>();
    const chain = [
      resolver('A', down),
      resolver('B', []),
      resolver('C', [M87])
    ];
    const found = await resolveName('M 87', chain, signal, cache);
    expect(found).toEqual({
      targets: [M87],
      failures: [{ code: 'unreachable', service: 'A' }]
    });
    expect(await resolveName(' m87', chain, signal, cache)).toEqual({
      targets: [M87],
      failures: []
    });
    expect(chain[2].asked).toBe(1);
  });

  it('does not keep what moves, nor that nobody knows while somebody is away', async () => {
    const cache = new Map<string, readonly ITarget[]>();
    await resolveName(
      'Mars',
      [resolver('A', [{ ...M87, moving: true }])],
      signal,
      cache
    );
    await resolveName(
      'X',
      [resolver('A', down), resolver('B', [])],
      signal,
      cache
    );
    expect([...cache.keys()]).toEqual([]);
    await resolveName('X', [resolver('B', [])], signal, cache);
    expect([...cache.keys()]).toEqual(['x']);
  });

  it('fails only where nobody could be asked', async () => {
    const nobody = [resolver('A', down), resolver('B', down)];
    await expect(resolveName('X', nobody, signal)).rejects.toMatchObject({
      failure: { code: 'unreachable', service: 'A' }
    });
    const stop = new AbortController();
    stop.abort();
    await expect(resolveName('X', nobody, stop.signal)).rejects.toMatchObject({
      name: 'AbortError'
    });
  });
});

describe('distinctPlaces', () => {
  it('leaves the first of those that mean the same place', () => {
    const near = { name: 'a', ra: 359.9999, dec: 0, by: 'A' };
    const same = { name: 'b', ra: 0.0001, dec: 0, by: 'B' };
    const far = { name: 'c', ra: 0.1, dec: 0, by: 'C' };
    expect(distinctPlaces([near, same, far])).toEqual([near, far]);
  });
});

describe('spellings', () => {
  it.each([
    ['3c84', '3C 84'],
    ['ngc1275', 'NGC 1275'],
    ['NGC 1275', 'NGC1275'],
    ["barnard's star", "Barnard's Star"],
    ['j0319+4130', 'J0319+4130'],
    ['m 87', 'M 87']
  ])('of %s has %s', (typed, archive) => {
    expect(spellings(typed)).toContain(archive);
  });
});
