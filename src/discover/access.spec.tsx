import { nullTranslator } from '@jupyterlab/translation';
import { fireEvent, render, screen } from '@testing-library/react';
import * as React from 'react';
import { Access } from './access';
import type { IPart } from './body';
import {
  archive,
  found,
  profile,
  ROW,
  transport
} from './notebook/testing/world';
import type { Search } from './search';

const trans = nullTranslator.load('jupyterlab_esap');
/** MJD of 2005-02-25. */
const LONG_AGO = 53426;

function show(status: number | 'hangs') {
  const search = found({ ...ROW, t_max: [LONG_AGO] }) as Search;
  const asked = jest.fn();
  const { transport: inner, decode } = transport({
    [ROW.access_url[0]]: status
  });
  const client = {
    decode,
    transport: {
      fetch: (...args: Parameters<typeof inner.fetch>) => {
        asked(args[1].method ?? 'GET', args[1].headers);
        return inner.fetch(...args);
      }
    }
  };
  const site = profile({
    services: [archive({ access: { private_months: 12, after: 't_max' } })]
  });
  const model = {
    state: { site: { state: 'ready', value: site } },
    world: { client }
  };
  render(
    <Access
      model={model as unknown as IPart['model']}
      door={{} as IPart['door']}
      trans={trans}
      search={search}
      row={search.table.row(0)}
    />
  );
  return asked;
}

it('says what the rule says, and asks the server only when it is told to', async () => {
  const asked = show(401);
  screen.getByText('open (older than 12 months)');
  expect(asked).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByText('needs a login, checked now');
  expect(asked.mock.calls).toEqual([['GET', { Range: 'bytes=0-0' }]]);
});

it('says what does not come', async () => {
  show(503);
  fireEvent.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByText(
    'EVN archive is out of order at the moment (HTTP 503).'
  );
  screen.getByRole('button', { name: 'Check again' });
});
