import { act, fireEvent, screen, within } from '@testing-library/react';
import type { Service } from '../contract';
import type { Search } from './search';
import { NO_FILTERS } from './state';
import { lab, prepare, settle } from './testing/lab';

beforeAll(prepare);

const ARCHIVE: Service = {
  id: 'evn',
  label: 'EVN archive',
  kind: 'tap',
  url: 'https://vo.example.org/tap',
  category: 'observations',
  selected: true
};
const SERVICES: Service[] = [
  ARCHIVE,
  {
    ...ARCHIVE,
    id: 'radio',
    label: 'Radio sources',
    kind: 'scs',
    category: 'catalogues'
  }
];

/** A Lab in which N05* is being searched, in a tab. */
async function searching() {
  const all = lab(SERVICES);
  await all.model.open();
  all.model.edit({
    filters: { ...all.model.state.form.filters, experiment: 'N05*' },
    chosen: ['evn', 'radio']
  });
  await all.model.search();
  const search = all.model.state.search as Search;
  await all.tabs.open(search);
  await settle();
  return { ...all, search };
}

afterEach(() => {
  document.body.replaceChildren();
});

const THREE = [
  ['3C84', 'N05L1'],
  ['J0319+4130', 'N05L1'],
  ['M87', 'N05L2']
] as const;

describe('the tab of a search', () => {
  it('counts while rows come, then shows them by experiment, with what was asked', async () => {
    const { feed, widgets, search } = await searching();
    expect(widgets[0].title.label).toBe('By filters');
    expect(widgets[0].title.caption).toBe('By filters · Experiment N05*');
    expect(screen.getByText('0 rows so far')).toBeTruthy();
    feed.rows(...THREE);
    await settle();
    expect(screen.getByText('3 rows so far')).toBeTruthy();
    expect(screen.getByRole('grid')).toBeTruthy();
    feed.end();
    await settle();
    expect(screen.queryByText('Stop')).toBeNull();
    expect(screen.getByRole('treegrid', { name: 'Rows found' })).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: 'By experiment' }));
    await settle();
    expect(screen.getByRole('grid', { name: 'Rows found' })).toBeTruthy();
    expect(search.ranking.isGrouped).toBe(false);
    // A catalogue can't be asked for experiments, and the table says so.
    expect(
      screen.getByText('Radio sources was not asked: it needs a position.')
    ).toBeTruthy();
  });

  it('shares the choice of rows, and opens a notebook for them', async () => {
    const { feed, search, door } = await searching();
    feed.rows(...THREE);
    feed.end();
    await settle();
    expect(screen.queryByText('Open notebook …')).toBeNull();
    act(() => search.selection.only([0, 2]));
    await settle();
    expect(screen.getByText('2 of 3 chosen')).toBeTruthy();
    fireEvent.click(screen.getByText('Open notebook …'));
    expect(door.chooseNotebook).toHaveBeenCalledWith(search, [0, 2]);
    fireEvent.click(screen.getByText('Chosen as code'));
    expect(door.insertCode).toHaveBeenCalledWith(search, [0, 2]);
    fireEvent.click(screen.getByText('As code'));
    expect(door.insertCode).toHaveBeenLastCalledWith(search);
    expect(await screen.findAllByText('Inserted.')).toHaveLength(2);
  });

  it('filters, and says how many that leaves', async () => {
    const { feed } = await searching();
    feed.rows(...THREE);
    feed.end();
    await settle();
    fireEvent.change(
      screen.getByRole('searchbox', { name: 'Find in all columns' }),
      { target: { value: 'M87' } }
    );
    await settle();
    expect(screen.getByText('(3 found, 2 filtered out)')).toBeTruthy();
  });

  it('never looks whole when it is not', async () => {
    const { feed, search } = await searching();
    feed.rows(...THREE);
    await settle();
    fireEvent.click(screen.getByText('Stop'));
    await settle();
    const words = /EVN archive was stopped after 3 rows/;
    const stopped = screen.getByText(words).closest('li')!;
    fireEvent.click(within(stopped).getByText('Retry'));
    await settle();
    expect(search.isRunning).toBe(true);
    expect(screen.queryByText(words)).toBeNull();
    feed.rows(...THREE);
    feed.end('OVERFLOW');
    await settle();
    expect(
      screen.getByRole('button', { name: /Get the rest .* of EVN archive/ })
    ).toBeTruthy();
  });

  it('is one a search; closed it ends nothing and hears nothing', async () => {
    const { feed, tabs, widgets, activated, search } = await searching();
    await Promise.all([tabs.open(search), tabs.open(search)]);
    expect(widgets).toHaveLength(1);
    expect(activated).toEqual(Array(3).fill(widgets[0].id));
    const content = widgets[0].content;
    const kept = jest.fn();
    content.kept.connect(kept);
    act(() => widgets[0].dispose());
    feed.rows(...THREE);
    feed.end();
    await settle();
    expect(search.rows).toBe(3);
    expect(kept).not.toHaveBeenCalled();
    await Promise.all([tabs.open(search), tabs.open(search)]);
    expect(widgets).toHaveLength(2);
  });
});

describe('after a reload', () => {
  it('says what was there and asks nothing by itself; then the same in that tab', async () => {
    const before = await searching();
    before.feed.rows(...THREE);
    before.feed.end();
    await settle();
    const [old] = before.widgets;
    const { restoring } = before;
    const args = JSON.parse(JSON.stringify(restoring.args!(old)));
    expect(args).toMatchObject({ rows: 3, form: { chosen: ['evn', 'radio'] } });
    act(() => old.dispose());

    const {
      commands,
      part,
      widgets,
      model,
      feed,
      restoring: again
    } = lab(SERVICES);
    await commands.execute(again.command, args);
    await settle();
    const [tab] = widgets;
    expect(again.name(tab)).toBe(restoring.name(old));
    expect(screen.getByText(/^By filters, 3 rows, /)).toBeTruthy();
    expect(part).not.toHaveBeenCalled();

    // Called by the button, the panel's own beginning comes first.
    void model.open();
    fireEvent.click(screen.getByText('Search again'));
    await settle();
    feed.rows(['3C84', 'N05L1']);
    feed.end();
    await settle();
    expect(tab.content.search).toBe(model.state.search);
    expect(tab.content.search?.question).toEqual(
      before.model.state.search?.question
    );
    expect(again.args!(tab)).toMatchObject({ id: args.id, rows: 1 });
    // The same tab once more is no second one.
    await commands.execute(again.command, args);
    expect(widgets).toHaveLength(1);
  });

  it('says where the reason stands when nothing can be asked', async () => {
    const { commands, model } = lab(SERVICES);
    void model.open();
    await commands.execute('discover:open-results', {
      id: 'x',
      rows: 1,
      at: 1,
      form: {
        box: 'Nowhere',
        radius: '2',
        unit: 'arcmin',
        filters: { ...NO_FILTERS, bands: [] },
        chosen: []
      }
    });
    await settle();
    fireEvent.click(screen.getByText('Search again'));
    await settle();
    expect(screen.getByRole('status').textContent).toMatch(/says why/);
    expect(model.state.form.box).toBe('Nowhere');
  });

  it('takes no arguments that are not its own', async () => {
    const { commands, widgets } = lab(SERVICES);
    await expect(
      commands.execute('discover:open-results', { form: { box: 'x' } })
    ).rejects.toThrow('no arguments');
    expect(widgets).toHaveLength(0);
  });
});
