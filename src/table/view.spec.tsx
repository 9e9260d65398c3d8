import { nullTranslator } from '@jupyterlab/translation';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import * as React from 'react';
import { LocalTable } from './localTable';
import { GroupedTable } from './groupedTable';
import { Selection } from './selection';
import { batchesOf, eventsOf, given } from './testing/rows';
import { TableView } from './view';

const trans = nullTranslator.load('jupyterlab_esap');

// jsdom has no layout: the table is told that it is 600 by 300 pixels.
beforeAll(() => {
  for (const [name, value] of [
    ['clientWidth', 600],
    ['clientHeight', 300]
  ] as const) {
    Object.defineProperty(HTMLElement.prototype, name, {
      configurable: true,
      value
    });
  }
});

function show(
  rows: number,
  columns = 2,
  more: Partial<React.ComponentProps<typeof TableView>> = {}
) {
  const table = new LocalTable();
  const numbers = Array.from({ length: rows }, (_, i) => (i * 7) % rows);
  eventsOf([
    given('flux', numbers, {
      unit: 'Jy',
      ucd: 'phot.flux',
      description: 'How bright'
    }),
    given(
      'name',
      numbers.map(i => `=s${i}`)
    ),
    ...Array.from({ length: columns - 2 }, (_, i) => given(`c${i}`, numbers))
  ]).forEach(event => table.add(event));
  const copy = jest.fn();
  const selection = new Selection();
  render(
    <TableView
      source={table}
      label="Rows of X"
      trans={trans}
      copy={copy}
      selection={selection}
      {...more}
    />
  );
  const grid = screen.getByRole('grid', { name: 'Rows of X' });
  return { table, copy, selection, grid };
}

/** Waits until a frame has been drawn. */
async function frame(): Promise<void> {
  await act(async () => {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  });
}

async function press(key: string, more: object = {}): Promise<void> {
  fireEvent.keyDown(document.activeElement!, { key, ...more });
  await frame();
}

function focused(): string | null {
  return document.activeElement!.textContent;
}

it('is a grid that says how large it is and draws only what is seen', () => {
  const { grid } = show(20_000, 60);
  expect(grid.getAttribute('aria-rowcount')).toBe('20001');
  expect(grid.getAttribute('aria-colcount')).toBe('60');
  expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
  expect(within(grid).getAllByRole('columnheader').length).toBeLessThan(20);
  const header = within(grid).getByRole('columnheader', { name: 'flux Jy' });
  expect(header.getAttribute('title')).toBe(
    'flux in Jy\nHow bright\nUCD: phot.flux'
  );
});

it('has one stop for Tab and is walked through by keys', async () => {
  const { grid } = show(1000);
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  grid.querySelector<HTMLElement>('[tabindex="0"]')!.focus();
  expect(focused()).toBe('0');
  await press('ArrowRight');
  expect(focused()).toBe('=s0');
  await press('End', { ctrlKey: true });
  expect(
    document.activeElement!.parentElement!.getAttribute('aria-rowindex')
  ).toBe('1001');
  await press('Home', { ctrlKey: true });
  await press('PageDown');
  expect(
    document.activeElement!.parentElement!.getAttribute('aria-rowindex')
  ).toBe('11');
});

it('sorts by Enter and by click: ascending, descending, as it came', async () => {
  const { grid, table } = show(10);
  grid.querySelector<HTMLElement>('[tabindex="0"]')!.focus();
  await press('ArrowUp');
  const header = within(grid).getByRole('columnheader', { name: /flux/ });
  expect(document.activeElement).toBe(header);
  await press('Enter');
  expect(header.getAttribute('aria-sort')).toBe('ascending');
  expect(screen.getByRole('status').textContent).toBe(
    'Sorted by flux, ascending.'
  );
  await press(' ');
  expect(header.getAttribute('aria-sort')).toBe('descending');
  expect(within(grid).getAllByRole('row')[1].textContent).toBe('9=s9');
  fireEvent.click(header);
  await frame();
  expect(header.getAttribute('aria-sort')).toBeNull();
  expect(table.sort).toBeUndefined();
});

it('chooses rows by mouse and keys, and keeps them through a sort', async () => {
  const { grid, table, selection } = show(10);
  const cells = within(grid).getAllByRole('gridcell');
  fireEvent.click(cells[8]);
  fireEvent.click(cells[2], { shiftKey: true });
  expect([...selection.ids()]).toEqual([1, 2, 3, 4]);
  fireEvent.click(cells[4], { ctrlKey: true });
  expect([...selection.ids()]).toEqual([1, 3, 4]);
  table.sortBy({ column: 0, descending: true });
  await frame();
  const chosen = within(grid).getAllByRole('row', { selected: true });
  expect(chosen.map(row => row.textContent)).toEqual(['8=s8', '7=s7', '1=s1']);
  cells[0].focus();
  await press('a', { ctrlKey: true });
  expect(selection.size).toBe(10);
  expect(screen.queryByText('10 of 10 chosen')).not.toBeNull();
  await press('Escape');
  expect(selection.size).toBe(0);
  await press('ArrowDown', { shiftKey: true });
  expect(selection.size).toBe(2);
});

it('copies the chosen rows in the order shown, and no formula', async () => {
  const { grid, copy } = show(10);
  fireEvent.click(within(grid).getAllByRole('gridcell')[0]);
  within(grid).getAllByRole('gridcell')[1].focus();
  await press('c', { ctrlKey: true });
  expect(copy).toHaveBeenCalledWith("flux\tname\n0\t'=s0\n");
});

it('holds later rows back behind a button while sorted', async () => {
  const { grid, table } = show(10);
  table.sortBy({ column: 0, descending: false });
  table.add(batchesOf([given('flux', [-1]), given('name', ['new'])])[0]);
  await frame();
  fireEvent.click(screen.getByRole('button', { name: '1 new row' }));
  await frame();
  expect(within(grid).getAllByRole('row')[1].textContent).toBe('-1new');
});

it('asks for a column by a field below its header, and says what it can not read', async () => {
  const { grid, table } = show(20, 2, { filters: true });
  const field = screen.getByRole('textbox', { name: 'Filter flux' });
  fireEvent.change(field, { target: { value: '< 3 Jy' } });
  await frame();
  expect(table.length).toBe(3);
  expect(screen.queryByText('(20 found, 17 filtered out)')).not.toBeNull();
  fireEvent.keyDown(field, { key: 'a', ctrlKey: true });
  fireEvent.change(field, { target: { value: '< 3 deg' } });
  await frame();
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(field.title).toBe('This unit can’t be compared with Jy.');
  expect(table.length).toBe(20);
  expect(within(grid).queryAllByRole('row', { selected: true })).toHaveLength(
    0
  );
});

it('ticks rows one by one, and all', async () => {
  const { grid, selection } = show(10, 2, { ticks: true });
  const ticks = grid.querySelectorAll('.jp-esap-Table-tick');
  fireEvent.click(ticks[2]);
  fireEvent.click(ticks[4]);
  expect([...selection.ids()]).toEqual([1, 3]);
  fireEvent.click(ticks[0]);
  expect(selection.size).toBe(10);
  await frame();
  fireEvent.click(ticks[0]);
  expect(selection.size).toBe(0);
});

it('makes a column wider by keys, and keeps it', async () => {
  const { grid } = show(10);
  const header = within(grid).getByRole('columnheader', { name: /name/ });
  const before = parseInt(header.style.width);
  fireEvent.click(header);
  await frame();
  await press('ArrowRight', { shiftKey: true });
  expect(parseInt(header.style.width)).toBe(before + 8);
});

it('is a tree where rows are grouped: arrows open, close and climb', async () => {
  const flat = new LocalTable();
  eventsOf([
    given('experiment', ['N05', 'N05', 'EB065']),
    given('source', ['3C 84', 'M 87', '3C 84'])
  ]).forEach(event => flat.add(event));
  const copy = jest.fn();
  const selection = new Selection();
  const source = new GroupedTable(flat, [0], ids => `${ids.length} sources`);
  render(<TableView {...{ source, trans, copy, selection }} label="Tree" />);
  const tree = screen.getByRole('treegrid', { name: 'Tree' });
  const rows = (): string[] =>
    within(tree)
      .getAllByRole('row')
      .slice(1)
      .map(row => `${row.getAttribute('aria-level')} ${row.textContent}`);
  expect(rows()).toEqual([
    '1 ▾N05 2 sources',
    '2 N053C 84',
    '2 N05M 87',
    '1 ▾EB065 1 sources',
    '2 EB0653C 84'
  ]);
  tree.querySelector<HTMLElement>('[tabindex="0"]')!.focus();
  await press('ArrowDown');
  await press('ArrowLeft');
  expect(focused()).toBe('▾N05 2 sources');
  await press('ArrowLeft');
  expect(rows()[0]).toBe('1 ▸N05 2 sources');
  expect(within(tree).getAllByRole('row', { expanded: false })).toHaveLength(1);
  await press(' ');
  expect([...selection.ids()]).toEqual([0, 1]);
  await press('c', { ctrlKey: true });
  expect(copy).toHaveBeenCalledWith(
    'experiment\tsource\nN05\t3C 84\nN05\tM 87\n'
  );
});
