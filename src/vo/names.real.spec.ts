import { DirectTransport } from '../transport/direct';
import { archiveNames } from './archiveNames';
import { distinctPlaces, resolveName } from './resolver';
import { sesame } from './sesame';
import { clientOf, facts, service } from './testing/services';

const { vo, faults, resolver } = facts();
const direct = clientOf(new DirectTransport());
const { signal } = new AbortController();
const at = (url: string): ReturnType<typeof sesame> =>
  sesame(direct, { id: 'sesame', label: 'Sesame', url });

describe('Sesame, and the archive behind it', () => {
  it('says what each data base knows', async () => {
    const targets = await at(resolver.sesame).resolve('Crab', signal);
    expect(targets.map(target => [target.name, target.by])).toEqual([
      ['M 1', 'Simbad'],
      ['CRAB PULSAR', 'NED'],
      ['{Crab}', 'VizieR']
    ]);
    expect(distinctPlaces(targets)).toHaveLength(3);
    expect(await at(resolver.sesame).resolve('3C 84', signal)).toMatchObject([
      { ra: 49.9506671, dec: 41.5116956, through: 'Sesame', type: 'Sy2' },
      {},
      {}
    ]);
  });

  it('is asked by the whole name, whatever stands in it', async () => {
    const targets = await at(resolver.sesame).resolve("Barnard's Star", signal);
    expect(targets[0].name).toBe("Barnard's star");
    expect(await at(resolver.sesame).resolve('a&b=c#d?e%20f', signal)).toEqual(
      []
    );
  });

  it.each([
    'html',
    'status/503/body=html',
    'votable/empty',
    'close',
    'votable/ok'
  ])('is passed over when it is broken: %s', async fault => {
    const chain = [
      at(`${faults.base}/${fault}`),
      archiveNames(direct, service('tap', vo.tap))
    ];
    const found = await resolveName('3c 84', chain, signal);
    expect(found.targets[0].by).toBe('tap');
    expect(found.failures).toMatchObject([{ service: 'Sesame' }]);
  });
});
