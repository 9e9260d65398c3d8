import { FailureLog } from './failureLog';

describe('FailureLog', () => {
  it('keeps the last ones, each with its own number', () => {
    const log = new FailureLog(3);
    for (let i = 0; i < 5; i++) {
      log.add({ code: 'cut' });
    }
    expect(log.entries.map(entry => entry.id)).toEqual([3, 4, 5]);
  });

  it.each([
    [
      'https://me:pw@archive.example/f?ID=1&X-Amz-Signature=abc&token=t#access_token=z',
      'https://archive.example/f?ID=1&X-Amz-Signature=…&token=…#access_token=…'
    ],
    [
      'https://archive.example/tap?RA=1&authz=Bearer%20x&api_key=1',
      'https://archive.example/tap?RA=1&authz=…&api_key=…'
    ],
    [
      'https://archive.example/a@b?RA=1&DEC=2',
      'https://archive.example/a@b?RA=1&DEC=2'
    ]
  ])('keeps no secret of %s', (url, shown) => {
    expect(new FailureLog().add({ code: 'cut' }, { url }).request?.url).toBe(
      shown
    );
  });

  it('keeps a form, without its secrets', () => {
    const { request } = new FailureLog().add(
      { code: 'cut' },
      { url: 'https://x.example/', body: 'token=t&QUERY=SELECT+1&password=p' }
    );
    expect(request?.body).toBe('token=…&QUERY=SELECT+1&password=…');
  });
});
