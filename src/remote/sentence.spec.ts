import { action } from './action';
import { type FailureCode, failureOf, type IFailure } from './failure';
import { noteSentence } from './noteSentence';
import { sentence } from './sentence';
import { english } from './testing/english';

describe('sentence', () => {
  it.each<[IFailure, string]>([
    [
      {
        code: 'busy',
        service: 'HEASARC',
        words: 'Too many concurrent queries.',
        facts: { seconds: 20 }
      },
      'HEASARC says: “Too many concurrent queries”. It asks to wait 20 s.'
    ],
    [
      { code: 'busy', service: 'ESO' },
      'ESO is busy. Try again a little later.'
    ],
    [
      {
        code: 'web-page',
        service: 'My TAP at lab',
        facts: { title: 'Welcome to nginx!' }
      },
      'My TAP at lab sent a web page, “Welcome to nginx!”, not a table.'
    ],
    [
      {
        code: 'busy',
        service: 'ESO',
        facts: { seconds: 8, why: 'paused' }
      },
      'ESO failed several times in a row. The next request goes out in 8 s.'
    ],
    [{ code: 'unreachable', service: 'ESO' }, 'ESO cannot be reached.'],
    [
      {
        code: 'unreachable',
        service: 'ESO',
        facts: { host: 'eso.example', why: 'expired' }
      },
      'ESO cannot be trusted: the certificate of eso.example has expired or is not valid yet.'
    ],
    [
      {
        code: 'unreachable',
        service: 'ESO',
        facts: { host: 'eso.example', why: 'proxy' }
      },
      'ESO cannot be reached: the proxy of this site gives no connection to eso.example.'
    ],
    [
      { code: 'no-such-host', service: 'ESO', facts: { host: 'eso.example' } },
      'ESO cannot be found: there is no host named eso.example.'
    ],
    [
      { code: 'no-answer', service: 'CASDA', facts: { seconds: 20 } },
      'CASDA did not answer within 20 s.'
    ],
    [
      {
        code: 'service-error',
        service: 'EVN archive',
        words: 'Field query:\n  division by zero'
      },
      'EVN archive says: “Field query: division by zero”.'
    ],
    [
      { code: 'http', service: 'ALMA', facts: { status: 404 } },
      'ALMA has nothing at this address (HTTP 404).'
    ],
    [
      { code: 'unreadable', service: 'ALMA', facts: { why: 'empty' } },
      'ALMA sent an empty answer.'
    ],
    [
      { code: 'sign-in', service: 'ALMA', facts: { status: 401 } },
      'ALMA wants you to sign in.'
    ],
    [
      { code: 'too-large', service: 'ALMA', facts: { bytes: 2e9 } },
      'The answer of ALMA is larger than this site allows (2000 MB).'
    ],
    [
      {
        code: 'server-part',
        words: 'out of memory',
        facts: { status: 500, id: 'a1' }
      },
      'The server part of jupyterlab-esap failed: out of memory. The server log has more, under a1.'
    ],
    [{ code: 'offline' }, 'The Jupyter server cannot be reached.'],
    [
      failureOf(
        Object.assign(new Error('Loading chunk relay failed.'), {
          name: 'ChunkLoadError'
        })
      ),
      'A part of jupyterlab-esap did not come: the Jupyter server cannot be reached, or has been updated; then reload the page.'
    ]
  ])('words %j', (failure, expected) => {
    expect(sentence(failure, english)).toBe(expected);
  });

  it('has a sentence and an action for every code, also with nothing known', () => {
    const codes: Record<FailureCode, string> = {
      unreachable: 'retry',
      'no-such-host': 'retry',
      'no-answer': 'retry',
      cut: 'retry',
      'service-error': 'retry',
      http: 'retry',
      'web-page': 'retry',
      unreadable: 'retry',
      busy: 'retry-later',
      'sign-in': 'sign-in',
      refused: 'none',
      'too-large': 'none',
      'server-part': 'retry',
      offline: 'retry',
      'no-worker': 'retry',
      internal: 'retry'
    };
    for (const [code, expected] of Object.entries(codes)) {
      const failure = { code: code as FailureCode };
      expect(sentence(failure, english)).toMatch(/^[^%]+[.]$/);
      expect(sentence(failure, english)).not.toMatch(/undefined|NaN/);
      expect(action(failure)).toBe(expected);
    }
  });

  it('cuts what a service says, and takes its line breaks out', () => {
    const words = `a\u0000\r\n${'b'.repeat(1000)}`;
    const text = sentence(
      { code: 'service-error', service: 'X', words },
      english
    );
    expect(text).toMatch(/^X says: “a b+…”\.$/);
    expect(text.length).toBeLessThan(330);
  });
});

describe('noteSentence', () => {
  it.each([
    [
      { code: 'truncated', by: 'service', words: '' },
      'EVN archive stopped at its limit of 2,310 rows. There are more.'
    ],
    [
      { code: 'truncated', by: 'reader', words: '' },
      'EVN archive gave 2,310 rows, as many as were asked for. There may be more.'
    ],
    [
      { code: 'incomplete', by: 'service', words: 'statement timeout' },
      'EVN archive broke off after 2,310 rows: “statement timeout”. The rows are kept and marked.'
    ],
    [
      {
        code: 'incomplete',
        by: 'reader',
        words: 'The document ends inside a row.'
      },
      'EVN archive broke off after 2,310 rows. The document ends inside a row. The rows are kept and marked.'
    ],
    [
      { code: 'warning', by: 'service', words: 'Calibration is old.' },
      'EVN archive says: “Calibration is old”.'
    ]
  ] as const)('words %j', (note, expected) => {
    expect(noteSentence(note, 'EVN archive', 2310, english)).toBe(expected);
  });
});
