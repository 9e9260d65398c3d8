import { readBox } from './box';

const PATTERNS = [
  { service: 'evn', pattern: '[A-Z]{1,3}\\d{1,3}[A-Z]?\\d?' },
  { service: 'alma', pattern: '\\d{4}\\.\\d\\.\\d{5}\\.[A-Z]' },
  { service: 'odd', pattern: '(' }
];

describe('readBox', () => {
  it.each([
    ['', { kind: 'empty' }],
    ['12 29 06.7 +02 03 09', { kind: 'position', read: { ok: true } }],
    ['10 +91', { kind: 'position', read: { ok: false, code: 'beyond-pole' } }],
    ['187.3', { kind: 'position', read: { ok: false, code: 'one-only' } }],
    [
      '1 2 3 4 5 6 7',
      { kind: 'position', read: { ok: false, code: 'unreadable' } }
    ],
    ['n05l1', { kind: 'experiment', code: 'n05l1', services: ['evn'] }],
    ['2019.1.00807.S', { kind: 'experiment', services: ['alma'] }],
    ['N05*', { kind: 'experiment', code: 'N05*' }],
    ['3C 84', { kind: 'name', name: '3C 84' }],
    ['M 31', { kind: 'name' }],
    ['Sgr A*', { kind: 'name' }],
    ['J1229+0203', { kind: 'name' }],
    ['4C 39.25', { kind: 'name' }],
    ["Barnard's Star", { kind: 'name' }]
  ])('takes %j for what it is', (text, boxed) => {
    expect(readBox(text, PATTERNS)).toMatchObject(boxed);
  });

  it('guesses no experiment where no service says how its codes look', () => {
    expect(readBox('N05L1')).toEqual({ kind: 'name', name: 'N05L1' });
    expect(readBox('N05*')).toEqual({ kind: 'name', name: 'N05*' });
  });
});
