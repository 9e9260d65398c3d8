import { GroupedTable } from './groupedTable';
import { LocalTable } from './localTable';
import { batchesOf, eventsOf, given } from './testing/rows';

const ROWS = [
  given('experiment', ['N05', 'EB065', 'N05', 'N05', 'EB065', null]),
  given('pass', ['1', '1', '2', '1', '1', null]),
  given('hours', [1, 8, 2, 4, 3, 9])
];

function filled(): LocalTable {
  const table = new LocalTable();
  eventsOf(ROWS, 4).forEach(event => table.add(event));
  return table;
}

/** Heads as `name (rows)`, rows by their hours; deeper ones further in. */
function drawn(table: GroupedTable): string[] {
  return table.rows({ from: 0, to: table.length }).map(row => {
    const { group } = row;
    const words = group
      ? `${group.name} (${group.count})`
      : `${String(row.cell(2))}`;
    return '. '.repeat((row.level ?? 0) - 1) + words;
  });
}

it('groups rows as a tree, in the order of the table', () => {
  const table = new GroupedTable(filled(), [0, 1]);
  expect(drawn(table)).toEqual([
    'N05 (3)',
    '. 1 (2)',
    '. . 1',
    '. . 4',
    '. 2 (1)',
    '. . 2',
    // A single pass has no head of its own.
    'EB065 (2)',
    '. . 8',
    '. . 3',
    ' (1)',
    '. . 9'
  ]);
  expect(table.parent(3)).toBe(1);
  expect(table.parent(4)).toBe(0);
  expect(table.parent(6)).toBe(-1);
});

it('follows sort and filters, and keeps what is closed', () => {
  const flat = filled();
  const table = new GroupedTable(flat, [0]);
  table.expand(0, false);
  expect(drawn(table)).toEqual([
    'N05 (3)',
    'EB065 (2)',
    '. 8',
    '. 3',
    ' (1)',
    '. 9'
  ]);
  table.sortBy({ column: 2, descending: true });
  table.filterBy([{ column: 2, text: '< 9' }]);
  expect(drawn(table)).toEqual(['EB065 (2)', '. 8', '. 3', 'N05 (3)']);
  // A closed group is chosen with all its rows.
  expect([...table.ids({ from: 3, to: 4 })].sort()).toEqual([0, 2, 3]);
});

it('asks for the words about a group once, and again when it grew', () => {
  const flat = new LocalTable();
  const [columns, first, second, end] = eventsOf(ROWS, 4);
  const summarise = jest.fn((ids: readonly number[]) => `${ids.length} in all`);
  const table = new GroupedTable(flat, [0], summarise);
  [columns, first].forEach(event => flat.add(event));
  expect(table.group(0)?.summary).toBe('3 in all');
  expect(table.group(0)?.summary).toBe('3 in all');
  expect(summarise).toHaveBeenCalledTimes(1);
  flat.add(second);
  expect([table.length, table.waiting]).toEqual([6, 2]);
  flat.add(end);
  expect(table.waiting).toBe(0);
  expect(drawn(table)).toContain('EB065 (2)');
  expect(table.group(4)?.summary).toBe('2 in all');
});

it('puts rows that wait where they belong when asked', () => {
  const flat = new LocalTable();
  const [columns, ...batches] = eventsOf(ROWS, 2);
  const table = new GroupedTable(flat, [0]);
  [columns, ...batches.slice(0, 2)].forEach(event => flat.add(event));
  expect(table.waiting).toBe(2);
  table.release();
  expect(drawn(table)).toEqual([
    'N05 (3)',
    '. 1',
    '. 2',
    '. 4',
    'EB065 (1)',
    '. 8'
  ]);
  flat.add(batchesOf(ROWS)[0]);
  table.dispose();
  flat.add({ kind: 'end' });
  expect(table.length).toBe(6);
});
