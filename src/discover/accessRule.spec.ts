import { english } from '../remote/testing/english';
import { accessWords } from './accessRule';

const NOW = Date.UTC(2026, 10, 25);
const YEAR = { private_months: 12, after: 't_max' } as const;
/** MJD of 2026-01-31. */
const JANUARY = 61071;

test.each([
  [{ release: '2027-03-01T00:00:00' }, 'private until 2027-03-01'],
  [{ release: '2020-03-01' }, 'public since 2020-03-01'],
  [{ release: '', end: 53400 }, 'open (older than 12 months)'],
  [{ release: '', end: JANUARY }, 'private until about 2027-01'],
  [{ release: 'never', start: JANUARY }, undefined],
  [{ release: '' }, undefined]
])('%j is %s', (dates, words) => {
  expect(accessWords(dates, YEAR, NOW, english)).toBe(words);
});

test('without a rule nothing is guessed', () => {
  const dates = { release: '', end: 53400 };
  expect(accessWords(dates, undefined, NOW, english)).toBeUndefined();
});
