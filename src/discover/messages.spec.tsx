import { Clipboard } from '@jupyterlab/apputils';
import { nullTranslator } from '@jupyterlab/translation';
import { act, fireEvent, render, screen } from '@testing-library/react';
import * as React from 'react';
import type { Service } from '../contract';
import { FailureError, type IFailure } from '../remote';
import { useChanged } from '../table';
import { Messages } from './messages';
import { boxOf, questionOf } from './question';
import { RetryButton } from './retryButton';
import { Search } from './search';
import { NO_FILTERS } from './state';
import { USUAL } from './taste';
import { lab, prepare, settle } from './testing/lab';

beforeAll(prepare);

const trans = nullTranslator.load('jupyterlab_esap');
const ARCHIVE: Service = {
  id: 'evn',
  label: 'EVN archive',
  kind: 'tap',
  url: 'https://me:pw@vo.example.org/tap',
  category: 'observations',
  selected: true
};

/** A search whose one service fails in this way, then hangs, and its messages. */
async function failing(failure: IFailure): Promise<Search> {
  const question = questionOf(
    { box: '10 20', radius: '1', unit: 'deg', filters: NO_FILTERS },
    boxOf('10 20', [ARCHIVE])
  );
  const search = new Search(
    {
      transport: {
        fetch: jest
          .fn(() => new Promise<never>(() => undefined))
          .mockRejectedValueOnce(new FailureError(failure))
      },
      decode: () => {
        throw new Error('there is nothing to decode');
      }
    },
    question!,
    USUAL,
    trans
  );
  const View = (): JSX.Element => {
    useChanged(search.changed);
    return (
      <div className="jp-esap-Discover">
        <input data-esap-first="" aria-label="the box" />
        <Messages search={search} trans={trans} />
      </div>
    );
  };
  render(<View />);
  act(() => search.start([ARCHIVE]));
  await settle();
  return search;
}

describe('a failure', () => {
  const words = `Too many rows ${'x'.repeat(500)}.`;

  it('has its details: what was asked, without secrets, and the words in full', async () => {
    await failing({ code: 'service-error', words, facts: { status: 400 } });
    const details = screen.getByRole('button', {
      name: 'Details: EVN archive'
    });
    expect(screen.queryByText(/^service: /)).toBeNull();
    fireEvent.click(details);
    const text = screen.getByText(/^service: EVN archive/).textContent ?? '';
    expect(text).toContain(`words: ${words}`);
    expect(text).toMatch(/^failure: no\. \d+ of this page$/m);
    expect(text).toMatch(/^time: \d{4}-\d\d-\d\dT/m);
    expect(text).toContain('asked: POST https://vo.example.org/tap/sync');
    expect(text).toMatch(/^ {2}QUERY: SELECT .* FROM ivoa\.obscore/m);
    expect(text).toMatch(/^versions: jupyterlab-esap/m);
    const copy = jest
      .spyOn(Clipboard, 'copyToSystem')
      .mockImplementation(() => undefined);
    fireEvent.click(screen.getByText('Copy details'));
    expect(copy).toHaveBeenCalledWith(text);
    expect(screen.getByText('Copied.')).toBeTruthy();
    fireEvent.click(details);
    expect(screen.queryByText(/^service: /)).toBeNull();
  });

  it('that is asked again leaves the focus in the panel', async () => {
    await failing({ code: 'unreachable' });
    const retry = screen.getByRole('button', { name: 'Retry EVN archive' });
    retry.focus();
    act(() => retry.click());
    await settle();
    expect(retry.isConnected).toBe(false);
    expect(document.activeElement).toBe(screen.getByLabelText('the box'));
  });

  it('of a service that asks to wait counts down before it asks again', async () => {
    await failing({ code: 'busy', facts: { seconds: 500 } });
    const retry = screen.getByRole('button', { name: /^Retry EVN archive in/ });
    expect(retry.textContent).toBe('Retry in 9 min');
    expect(retry.getAttribute('aria-disabled')).toBe('true');
  });
});

it('a countdown ends with a button that asks again', () => {
  jest.useFakeTimers();
  const again = jest.fn();
  render(
    <RetryButton
      trans={trans}
      label="HEASARC"
      from={Date.now() + 17000}
      retry={again}
    />
  );
  const said = (): string | null => screen.getByRole('button').textContent;
  fireEvent.click(screen.getByText('Retry in 17 s'));
  act(() => jest.advanceTimersByTime(1000));
  expect(said()).toBe('Retry in 16 s');
  act(() => jest.advanceTimersByTime(15999));
  expect(said()).toBe('Retry in 1 s');
  expect(again).not.toHaveBeenCalled();
  act(() => jest.advanceTimersByTime(1));
  fireEvent.click(screen.getByText('Retry'));
  expect(again).toHaveBeenCalledTimes(1);
  expect(jest.getTimerCount()).toBe(0);
  jest.useRealTimers();
});

it('who asks for the rest is in the rows afterwards', async () => {
  const { feed, model, tabs } = lab([ARCHIVE]);
  await model.open();
  model.edit({ box: '10 20' });
  await model.search();
  await tabs.open(model.state.search as Search);
  feed.rows(['3C84', 'N05L1']);
  feed.end('OVERFLOW');
  await settle();
  const rest = screen.getByRole('button', { name: /Get the rest/ });
  rest.focus();
  act(() => rest.click());
  await settle();
  expect(rest.isConnected).toBe(false);
  expect(document.activeElement?.closest('[role$=grid]')).toBeTruthy();
});
