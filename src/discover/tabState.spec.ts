import type { TranslationBundle } from '@jupyterlab/translation';
import type { Service } from '../contract';
import { english } from '../remote/testing/english';
import { boxOf, questionOf } from './question';
import { Search } from './search';
import { type IForm, NO_FILTERS } from './state';
import { chipsOf } from './tabChips';
import { formOf } from './tabForm';
import { readTabState } from './tabState';
import { USUAL } from './taste';
import { Feed } from './testing/feed';

const trans = english as TranslationBundle;
const EVN: Service = {
  id: 'evn',
  label: 'EVN archive',
  kind: 'tap',
  url: 'https://vo.example.org/tap',
  category: 'observations',
  selected: true,
  experiment: { pattern: '[A-Z]{1,2}\\d{2,3}[A-Z]?\\d?' }
};

const form = (more: Partial<IForm>): IForm => ({
  box: '3C 84',
  radius: '2',
  unit: 'arcmin',
  filters: NO_FILTERS,
  chosen: ['evn'],
  ...more
});

/** The search that a form asks for; a name means 10 20. */
function searchOf(asked: IForm): Search {
  const question = questionOf(asked, boxOf(asked.box, [EVN]), {
    name: asked.box,
    ra: 10,
    dec: 20
  } as Parameters<typeof questionOf>[2]);
  const search = new Search(new Feed().client, question!, USUAL, trans);
  search.start([EVN]);
  search.stop();
  return search;
}

const FORMS: readonly (readonly [IForm, string])[] = [
  [form({}), 'within 2′'],
  [form({ radius: '30', unit: 'arcsec' }), 'within 30″'],
  [form({ radius: '1.5', unit: 'deg' }), 'within 1.5°'],
  [form({ box: '03 19 48.16 +41 30 42.1', radius: '0.1' }), 'within 6″'],
  [form({ box: 'N05L1' }), ''],
  [
    form({
      box: 'N05L1',
      filters: { ...NO_FILTERS, experiment: 'EB065, !EB06*', bands: ['L', 'C'] }
    }),
    'Experiment EB065, !EB06* | Band L, C'
  ],
  [
    form({
      box: '',
      filters: {
        ...NO_FILTERS,
        source: "Barnard's Star",
        from: '2004',
        to: '2005-06',
        productType: 'visibility'
      }
    }),
    "Source Barnard's Star | from 2004 | to 2005-06 | visibility"
  ],
  [
    form({
      filters: { ...NO_FILTERS, from: '2004-02-29', to: '2005-06-30 12:30' }
    }),
    'within 2′ | from 2004-02-29 | to 2005-06-30 12:30'
  ],
  [
    form({ filters: { ...NO_FILTERS, from: '53005.25', to: '53371' } }),
    'within 2′ | from 2004-01-01 06:00 | to 2005-01-01'
  ]
];

test.each(FORMS)('asks the same again: %j', (asked, chips) => {
  const search = searchOf(asked);
  const again = formOf(search);
  expect(searchOf(again).question).toEqual(search.question);
  expect(again.chosen).toEqual(['evn']);
  expect(chipsOf(search.question, trans).join(' | ')).toBe(chips);
});

const STATE = { id: 'a-1', form: form({}), rows: 475, at: 1_750_000_000_000 };

test('what was kept is read back, without what is not ours', () => {
  const kept = JSON.parse(JSON.stringify({ ...STATE, more: 1 })) as unknown;
  expect(readTabState(kept)).toEqual(STATE);
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a list', [STATE]],
  ['no form', { ...STATE, form: undefined }],
  ['a text as number of rows', { ...STATE, rows: '475' }],
  ['fewer than no rows', { ...STATE, rows: -1 }],
  ['an id that is a path', { ...STATE, id: '../x' }],
  ['an unknown unit', { ...STATE, form: { ...form({}), unit: 'parsec' } }],
  ['a service that is no id', { ...STATE, form: form({ chosen: ['<b>'] }) }],
  ['services as text', { ...STATE, form: { ...form({}), chosen: 'evn' } }],
  [
    'an unknown band',
    { ...STATE, form: form({ filters: { ...NO_FILTERS, bands: ['Ω'] } }) }
  ],
  ['no filters', { ...STATE, form: { ...form({}), filters: null } }],
  ['a long text', { ...STATE, form: form({ box: 'x'.repeat(401) }) }],
  ['more than 8 kB', { ...STATE, more: 'x'.repeat(8192) }]
])('%s is refused', (_, args) => {
  expect(readTabState(args)).toBeUndefined();
});
