import { nullTranslator } from '@jupyterlab/translation';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import * as React from 'react';
import { ColumnSet } from './columnSet';
import { ColumnsMenu } from './columnsMenu';
import { GroupedTable } from './groupedTable';
import { ListView } from './listView';
import { LocalTable } from './localTable';
import { Selection } from './selection';
import { eventsOf, given } from './testing/rows';
import { TableView } from './view';

const trans = nullTranslator.load('jupyterlab_esap');

// jsdom has no layout: the list is told that it is 300 pixels wide and high.
beforeAll(() => {
  for (const name of ['clientWidth', 'clientHeight']) {
    Object.defineProperty(HTMLElement.prototype, name, {
      configurable: true,
      value: 300
    });
  }
});

async function frame(): Promise<void> {
  await act(async () => {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  });
}

function filled(): LocalTable {
  const table = new LocalTable();
  eventsOf([
    given('experiment', ['N05', 'EB065', 'N05']),
    given('target', ['3C 84', 'M 87\u202e', 'J0319+4130']),
    given('hours', [4, 7.5, 0.5], { unit: 'h' })
  ]).forEach(event => table.add(event));
  return table;
}

it('shows the rows of a table in two lines, and what is chosen in one is chosen in both', async () => {
  const flat = filled();
  const source = new GroupedTable(flat, [0]);
  const selection = new Selection();
  const shared = { source, selection, trans, copy: jest.fn() };
  render(
    <>
      <ListView
        {...shared}
        label="List"
        lines={row => ({
          main: String(row.cell(1)),
          aside: `${String(row.cell(2))} h`,
          facts: ['L', '1.66 GHz']
        })}
        actions={row => <button>To basket {row.id}</button>}
      />
      <TableView {...shared} label="Table" />
    </>
  );
  const list = screen.getByRole('treegrid', { name: 'List' });
  expect(
    within(list)
      .getAllByRole('row')
      .map(row => row.textContent)
  ).toEqual([
    '▾N05 2 rows',
    '3C 844 hL1.66 GHz',
    'J0319+41300.5 hL1.66 GHz',
    '▾EB065 1 row',
    'M 87\\u202e7.5 hL1.66 GHz'
  ]);
  fireEvent.click(
    screen.getByText('J0319+4130', { selector: '.jp-esap-Table-main' })
  );
  await frame();
  expect([...selection.ids()]).toEqual([2]);
  const table = screen.getByRole('treegrid', { name: 'Table' });
  expect(within(table).getByRole('row', { selected: true }).textContent).toBe(
    'N05J0319+41300.5'
  );
  expect(screen.queryByRole('button', { name: 'To basket 2' })).not.toBeNull();
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' });
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' });
  await frame();
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowLeft' });
  await frame();
  expect(within(list).getAllByRole('row')).toHaveLength(3);
});

it('offers all columns to be shown, hidden and moved', async () => {
  const source = filled();
  const columns = new ColumnSet();
  render(
    <>
      <ColumnsMenu source={source} columns={columns} trans={trans} />
      <TableView
        {...{ source, columns, trans }}
        copy={jest.fn()}
        label="Table"
      />
    </>
  );
  const names = (): (string | null)[] =>
    screen.getAllByRole('columnheader').map(header => header.textContent);
  fireEvent.click(screen.getByRole('button', { name: 'Columns' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'experiment' }));
  await frame();
  expect(names()).toEqual(['target', 'hoursh']);
  fireEvent.click(
    screen.getByRole('button', { name: 'Move hours to the left' })
  );
  await frame();
  expect(names()).toEqual(['hoursh', 'target']);
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find a column' }), {
    target: { value: 'exp' }
  });
  expect(screen.getAllByRole('checkbox')).toHaveLength(1);
  fireEvent.click(
    screen.getByRole('button', { name: 'Reset columns and widths' })
  );
  await frame();
  expect(names()).toEqual(['experiment', 'target', 'hoursh']);
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Escape' });
  expect(screen.queryByRole('searchbox')).toBeNull();
});
