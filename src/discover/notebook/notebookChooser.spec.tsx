import { nullTranslator } from '@jupyterlab/translation';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import * as React from 'react';
import { NotebookChooser } from './notebookChooser';
import { choose, listing, notebook, profile } from './testing/world';

const trans = nullTranslator.load('jupyterlab_esap');
const CONTENTS = 'https://forge.example.org/api/v1/repos/EVN/N05L1/contents';
const RAW = 'https://forge.example.org/raw/';
const FORGE = {
  [CONTENTS]: listing('a.ipynb', 'b\u202e.ipynb'),
  [`${RAW}a.ipynb`]: notebook({
    kernelspec: { name: 'casa7' },
    language_info: { name: 'python' }
  }),
  [`${RAW}b%E2%80%AE.ipynb`]: '[]'
};

// jsdom's URL is older than the browsers'.
beforeAll(() => {
  URL.canParse ??= (url, base) => {
    try {
      return Boolean(new URL(url, base));
    } catch {
      return false;
    }
  };
});

/** The panel beside a button that shows it, as in the side bar. */
function Panel({
  chooser
}: Pick<ReturnType<typeof choose>, 'chooser'>): JSX.Element {
  const [shown, show] = React.useState(false);
  return shown ? (
    <NotebookChooser
      chooser={chooser}
      trans={trans}
      onClose={() => show(false)}
    />
  ) : (
    <button data-esap-back onClick={() => show(true)}>
      Open notebook …
    </button>
  );
}

async function show(
  given: Parameters<typeof choose>[0] = { answers: FORGE },
  load = true
) {
  const world = choose(given);
  render(<Panel chooser={world.chooser} />);
  const loaded = world.chooser.load();
  if (load) {
    await act(() => loaded);
  }
  fireEvent.click(screen.getByRole('button'));
  await drawn();
  return world;
}

/** Waits until a frame has been drawn. */
async function drawn(): Promise<void> {
  await act(
    () => new Promise<void>(done => requestAnimationFrame(() => done()))
  );
}

const inPlace = (): HTMLInputElement =>
  screen.getByLabelText('Use in place: /archive');
const key = (name: string): boolean =>
  fireEvent.keyDown(document.activeElement!, { key: name });

describe('the choice of a notebook', () => {
  it('is made with the keyboard alone', async () => {
    const { opened } = await show();
    const radios = screen.getAllByRole('radio', { name: /ipynb|CASA/ });
    expect(radios.map(one => one.getAttribute('aria-checked'))).toEqual([
      'true',
      'false',
      'false'
    ]);
    expect(document.activeElement).toBe(radios[0]);
    expect(radios.map(one => one.tabIndex)).toEqual([0, -1, -1]);
    key('ArrowUp');
    await drawn();
    expect(document.activeElement?.textContent).toContain('Imaging with CASA');
    expect(document.activeElement?.getAttribute('aria-checked')).toBe('true');
    key('Home');
    await drawn();
    await act(async () => {
      key('Enter');
      await Promise.resolve();
    });
    await screen.findByRole('button', { name: 'Open notebook …' });
    expect(opened.map(([path]) => path)).toEqual(['N05L1/a.ipynb']);
  });

  it('Escape closes it and gives the focus back', async () => {
    await show();
    key('Escape');
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: 'Open notebook …' })
    );
    expect(screen.queryByRole('radiogroup')).toBeNull();
  });

  it('shows what acts in a foreign name as an escape', async () => {
    await show();
    screen.getByText('b\\u202e.ipynb');
  });

  it('says what does not fit, and what is no notebook', async () => {
    await show();
    expect(
      screen.getByRole<HTMLSelectElement>('combobox', { name: 'Kernel' }).value
    ).toBe('casa');
    screen.getByText('is not the one that the notebook names (casa7)');
    fireEvent.click(screen.getByText('b\\u202e.ipynb'));
    await screen.findByText('b\\u202e.ipynb is not a notebook.');
    expect(
      screen.getByRole('button', { name: 'Open' }).getAttribute('aria-disabled')
    ).toBe('true');
  });

  it('keeps a line for what is still looked for, and says where there is none', async () => {
    const { chooser } = await show({ answers: { [CONTENTS]: 'hangs' } }, false);
    screen.getByText('Asking the archive …');
    screen.getByText('None in your folder “N05L1” yet');
    screen.getByText('Choose a notebook.');
    screen.getByRole('radio', { name: /CASA/ });
    act(() => chooser.dispose());
  });

  it('says in place what failed, with a way to ask again', async () => {
    const answers: Record<string, string | number> = { [CONTENTS]: 503 };
    await show({ answers });
    const alert = screen.getByRole('alert');
    within(alert).getByText(/^EVN notebooks is out of order/);
    answers[CONTENTS] = listing('a.ipynb');
    fireEvent.click(within(alert).getByRole('button', { name: 'Retry' }));
    await screen.findByText('a.ipynb');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says how much data there is and where it can be used', async () => {
    await show({
      site: profile({ mounts: ['https://evn.example.org/'] }),
      routes: {
        local: urls =>
          Promise.resolve(
            urls.map(url => ({ url, available: true, path: '/archive/a' }))
          )
      }
    });
    screen.getByText('Its data: 1 file, 1.20 GB');
    expect(inPlace().checked).toBe(true);
    fireEvent.click(screen.getByLabelText('Let the notebook fetch it'));
    await drawn();
    expect(inPlace().checked).toBe(false);
  });
});
