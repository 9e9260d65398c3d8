import { LocalTable } from './localTable';
import { sortOrder, type ISortTask } from './sort';
import { batchesOf, eventsOf, given } from './testing/rows';

function filled(size = 1000): LocalTable {
  const table = new LocalTable();
  const events = eventsOf(
    [
      given('flux', [5, 3, null, 9, 3]),
      given('name', ['a', 'b', 'c', 'd', 'e'])
    ],
    size
  );
  events.forEach(event => table.add(event));
  return table;
}

function names(table: LocalTable): unknown[] {
  return table.rows({ from: 0, to: table.length }).map(row => row.cell(1));
}

it('finds every row, however many batches it came in', () => {
  for (const size of [1, 2, 1000]) {
    expect(names(filled(size))).toEqual(['a', 'b', 'c', 'd', 'e']);
  }
  expect(filled(2).rows({ from: 3, to: 99 })).toHaveLength(2);
});

it('sorts, and goes back to the order of arrival', () => {
  const table = filled(2);
  table.sortBy({ column: 0, descending: true });
  expect(names(table)).toEqual(['d', 'a', 'b', 'e', 'c']);
  expect([...table.ids({ from: 0, to: 2 })]).toEqual([3, 0]);
  table.sortBy(undefined);
  expect(names(table)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

it('lets later rows wait while the user has an order, and only then', () => {
  const table = filled();
  const more = batchesOf([given('flux', [4]), given('name', ['f'])])[0];
  table.sortBy({ column: 0, descending: false });
  table.add(more);
  expect([table.length, table.waiting]).toEqual([5, 1]);
  table.release();
  expect(names(table)).toEqual(['b', 'e', 'f', 'a', 'd', 'c']);
  expect(table.waiting).toBe(0);
  table.sortBy(undefined);
  table.add(more);
  expect([table.length, table.waiting]).toEqual([7, 0]);
});

it('shows the old order until a large one is made, and the last wish wins', async () => {
  const asked: { task: ISortTask; answer: (order: Uint32Array) => void }[] = [];
  const table = new LocalTable({
    sorter: {
      order: task => new Promise(answer => asked.push({ task, answer }))
    }
  });
  const values = Array.from({ length: 6000 }, (_, i) => i);
  eventsOf([given('x', values)]).forEach(event => table.add(event));
  table.sortBy({ column: 0, descending: false });
  table.sortBy({ column: 0, descending: true });
  expect(table.busy).toBe(true);
  expect(table.rows({ from: 0, to: 1 })[0].id).toBe(0);
  for (const { task, answer } of asked.reverse()) {
    answer(sortOrder(task));
  }
  await new Promise(resolve => setImmediate(resolve));
  expect(table.busy).toBe(false);
  expect(table.rows({ from: 0, to: 1 })[0].id).toBe(5999);
});

it('says when rows changed, ended, and what was noted', () => {
  const table = new LocalTable();
  let changes = 0;
  table.changed.connect(() => changes++);
  expect(table.exact).toBe(false);
  table.add({
    kind: 'note',
    note: { code: 'warning', words: 'odd', by: 'reader' }
  });
  table.add({ kind: 'end' });
  expect(table.exact).toBe(true);
  expect(table.notes.map(note => note.words)).toEqual(['odd']);
  expect(changes).toBe(2);
});
