import type { RowEvent } from '../columns';
import type { VOTableEvent } from '../votable/event';
import { followLink, isDatalink, readLinks } from './datalink';
import type { IClient } from './service';
import { batchOf } from './testing/batch';
import { stream } from './testing/events';

const SERVICE = {
  id: 'evn',
  label: 'EVN archive',
  kind: 'tap',
  url: 'https://vo.example/tap'
};
const { signal } = new AbortController();

function client(rows: RowEvent[], url = ''): IClient {
  const events = rows.flatMap((event): VOTableEvent[] =>
    event.kind === 'columns'
      ? [
          {
            kind: 'table',
            index: 0,
            columns: event.columns,
            resource: { index: 0, type: 'results' }
          }
        ]
      : event.kind === 'batch'
        ? [event]
        : []
  );
  return {
    transport: {
      fetch: () => {
        const answer = new Response('<VOTABLE/>');
        Object.defineProperty(answer, 'url', { value: url });
        return Promise.resolve(answer);
      }
    },
    decode: () => stream(...events)
  };
}

const NAMES = [
  'ID',
  'access_url',
  'service_def',
  'error_message',
  'description',
  'semantics',
  'content_type',
  'content_length',
  'link_auth'
];
const LEADS_ON = 'application/x-votable+xml; Content="datalink"';

describe('readLinks', () => {
  it('gives what can be had, how, and what can not', async () => {
    const rows = batchOf(NAMES, [
      [
        'did',
        '../f/a b.IDI1?x=%252',
        '',
        '',
        'Part 1',
        '#this',
        'application/x-fits-idi',
        2102400,
        'true'
      ],
      [
        'did',
        '',
        'proc',
        '',
        'Cut-out',
        'http://www.ivoa.net/rdf/datalink/core#proc',
        '',
        -1,
        ''
      ],
      [
        'did',
        '',
        '',
        'NotFoundFault: none',
        'Flags',
        '#calibration',
        '',
        -1,
        ''
      ],
      [
        'did',
        'https://x.example/a%2520b',
        '',
        '',
        'More',
        '#this',
        LEADS_ON,
        null,
        'optional'
      ],
      ['did', '', '', '', '', '', '', null, '']
    ]);
    const { links, notes } = await readLinks(
      client(rows, 'https://vo.example/dl/meta'),
      SERVICE,
      'http://old.example/',
      signal
    );
    expect(notes).toEqual([]);
    expect(links).toEqual([
      {
        id: 'did',
        semantics: '#this',
        description: 'Part 1',
        contentType: 'application/x-fits-idi',
        bytes: 2102400,
        url: 'https://vo.example/f/a%20b.IDI1?x=%252',
        login: 'yes',
        leadsOn: false
      },
      {
        id: 'did',
        semantics: '#proc',
        description: 'Cut-out',
        serviceDef: 'proc',
        leadsOn: false
      },
      {
        id: 'did',
        semantics: '#calibration',
        description: 'Flags',
        error: 'NotFoundFault: none',
        leadsOn: false
      },
      {
        id: 'did',
        semantics: '#this',
        description: 'More',
        contentType: LEADS_ON,
        url: 'https://x.example/a%2520b',
        login: 'optional',
        leadsOn: true
      },
      { id: 'did', semantics: '', description: '', error: '', leadsOn: false }
    ]);
  });

  it('follows only what leads on', async () => {
    const link = {
      id: '',
      semantics: '#this',
      description: '',
      url: 'https://x.example/',
      leadsOn: false
    };
    const rows = batchOf(NAMES.slice(0, 2), [['did', 'https://x.example/b']]);
    expect(
      (await followLink(client(rows), SERVICE, link, signal)).links
    ).toEqual([link]);
    const found = await followLink(
      client(rows),
      SERVICE,
      { ...link, leadsOn: true },
      signal
    );
    expect(found.links).toMatchObject([{ url: 'https://x.example/b' }]);
  });
});

describe('isDatalink', () => {
  it.each([
    ['application/x-votable+xml;content=datalink', true],
    ['application/x-votable+xml; charset=utf-8; content="DataLink"', true],
    ['TEXT/XML; content = datalink', true],
    ['application/x-votable+xml', false],
    ['text/html;content=datalink', false],
    [undefined, false]
  ])('%s: %s', (type, expected) => {
    expect(isDatalink(type)).toBe(expected);
  });
});
