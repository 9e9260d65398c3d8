import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FailureError, sentence } from '../remote';
import { english } from '../remote/testing/english';
import { decode } from '../votable';
import { results } from './results';
import { outcome } from './testing/events';

const corpus = process.env.VOTABLE_CORPUS ?? '';
const { signal } = new AbortController();

/** Sentences for what services meant as an error, by file. */
const ERRORS: Readonly<Record<string, string>> = {
  'conesearch_error1.xml': 'X says: “Error in input RA value: as3f”.',
  'conesearch_error2.xml': 'X says: “Error in input RA value: as3f”.',
  'conesearch_error3.xml': 'X says: “Invalid data type: text/html”.',
  'conesearch_error4.xml': 'X says: “Invalid data type: text/html”.',
  'irsa-nph-error.xml':
    'X says: “Either wrong or missing coordinate/object name”.',
  'no_server_error.xml': 'X says: “The database is not currently reachable”.',
  'missingtable.xml': 'X sent an answer without a table in it.'
};

/** What came of a file: rows and notes, or the failure's sentence. */
async function read(file: string): Promise<string> {
  const body = new Blob([readFileSync(file)]).stream();
  try {
    const { rows, notes } = await outcome(
      results(decode(body, { signal }), signal)
    );
    return [`${rows} rows`, ...notes].join('; ');
  } catch (reason) {
    expect(reason).toBeInstanceOf(FailureError);
    const { failure } = reason as FailureError;
    expect(failure.code).not.toBe('internal');
    return sentence({ ...failure, service: 'X' }, english);
  }
}

describe('answers of real services', () => {
  const files = readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.path, entry.name));

  it('end in rows or in one sentence', async () => {
    expect(files.length).toBeGreaterThan(100);
    const errors: Record<string, string> = {};
    for (const file of files) {
      const said = await read(file);
      if (basename(file) in ERRORS) {
        errors[basename(file)] = said;
      }
    }
    expect(errors).toEqual(ERRORS);
  });

  it('keep rows before an error or a limit, marked', async () => {
    const file = (name: string): string =>
      files.find(one => basename(one) === name) ?? name;
    expect(await read(file('errorstatus.xml'))).toBe(
      '3 rows; incomplete by service: ERROR'
    );
    expect(await read(file('overflowstatus.xml'))).toBe(
      '3 rows; truncated by service: '
    );
  });
});
