import { addressOf, prefixOf } from './template';

const RULE = 'https://forge.example.org/api/v1/repos/EVN/{obs_id}/contents';
const url = (value: string): unknown =>
  addressOf(RULE, new Map([['obs_id', value]]));

test('a field becomes one encoded segment', () => {
  expect(url('N05L1')).toEqual({
    ok: true,
    url: 'https://forge.example.org/api/v1/repos/EVN/N05L1/contents'
  });
  expect(url('../../evil/repo')).toEqual({
    ok: true,
    url: 'https://forge.example.org/api/v1/repos/EVN/..%2F..%2Fevil%2Frepo/contents'
  });
  expect(url("a?b#c'(d)")).toMatchObject({
    url: expect.stringMatching(/EVN\/a%3Fb%23c%27%28d%29\/contents$/)
  });
});

test('a field that is not there, or that climbs, gives no address', () => {
  expect(url('')).toEqual({
    ok: false,
    code: 'missing-field',
    field: 'obs_id'
  });
  expect(url('..')).toEqual({ ok: false, code: 'leaves-prefix' });
});

test('the prefix is what stands before the first field', () => {
  expect(prefixOf(RULE)).toBe('https://forge.example.org/api/v1/repos/EVN/');
});
