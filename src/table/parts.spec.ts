import type { ColumnData, IBatch, IColumn } from '../columns';
import type { IRoleColumn } from './join';
import { LocalTable } from './localTable';
import { eventsOf, given, type IGiven } from './testing/rows';

const EVN = { service: 'evn', label: 'EVN archive' };
const ALMA = { service: 'alma', label: 'ALMA' };

/** A role that is filled by the first of these names; `times` brings it to the table's unit. */
function role(
  name: string,
  unit: string,
  from: Record<string, number>
): IRoleColumn {
  return {
    role: name,
    column: { name, datatype: 'double', unit },
    fill: columns => {
      const index = columns.findIndex(column => column.name in from);
      const times = from[columns[index]?.name];
      return index < 0
        ? undefined
        : (batch: IBatch): ColumnData => ({
            kind: 'number',
            values: Float64Array.from(
              (batch.data[index] as { values: Float64Array }).values,
              value => value * times
            )
          });
    }
  };
}

const ROLES = [role('exposure', 'h', { t_exptime: 1 / 3600, hours: 1 })];

function fill(
  table: LocalTable,
  part: ReturnType<LocalTable['begin']>,
  columns: IGiven[]
) {
  eventsOf(columns, 2).forEach(event => table.add(event, part));
}

function column(table: LocalTable, name: string): unknown[] {
  const index = table.columns.findIndex(one => one.name === name);
  return table.rows({ from: 0, to: table.length }).map(row => row.cell(index));
}

function twoParts() {
  const table = new LocalTable({ roles: ROLES });
  const evn = table.begin(EVN);
  const alma = table.begin(ALMA);
  fill(table, evn, [
    given('t_exptime', [3600, 7200, 1800]),
    given('obs_id', ['a', 'b', 'c'])
  ]);
  fill(table, alma, [
    given('hours', [1.5, 4]),
    given('obs_id', ['x', 'y']),
    given('obs_id', ['p', 'q'])
  ]);
  return { table, evn, alma };
}

it('sees the columns of several services as one table', () => {
  const { table } = twoParts();
  expect(table.columns.map(({ name }) => name)).toEqual([
    'exposure',
    't_exptime',
    'obs_id',
    'hours',
    'obs_id'
  ]);
  expect(column(table, 'exposure')).toEqual([1, 2, 0.5, 1.5, 4]);
  expect(column(table, 'obs_id')).toEqual(['a', 'b', 'c', 'x', 'y']);
  expect(column(table, 't_exptime')).toEqual([3600, 7200, 1800, null, null]);
  expect(table.origin(4)).toEqual(ALMA);
  expect(table.exact).toBe(true);
});

it('sorts and filters them together', () => {
  const { table } = twoParts();
  table.sortBy({ column: 0, descending: true });
  expect(column(table, 'exposure')).toEqual([4, 2, 1.5, 1, 0.5]);
  table.sortBy({ column: 3, descending: false });
  expect(column(table, 'exposure')).toEqual([1.5, 4, 1, 2, 0.5]);
  table.filterBy([{ column: 0, text: '> 1' }, { text: 'b' }]);
  expect(column(table, 'obs_id')).toEqual(['b']);
  expect([table.length, table.total, table.waiting]).toEqual([1, 5, 0]);
  table.filterBy([]);
  table.sortBy(undefined);
  expect(column(table, 'exposure')).toEqual([1, 2, 0.5, 1.5, 4]);
});

it('filters what arrives, and lets it wait where there is an order', () => {
  const { table, alma } = twoParts();
  table.filterBy([{ column: 0, text: '>= 2' }]);
  const more = eventsOf([
    given('hours', [9, 1]),
    given('obs_id', ['z', 'zz'])
  ])[1];
  table.add(more, alma);
  expect(column(table, 'exposure')).toEqual([2, 4, 9]);
  table.sortBy({ column: 0, descending: false });
  table.add(more, alma);
  expect([table.length, table.waiting]).toEqual([3, 1]);
  table.release();
  expect(column(table, 'exposure')).toEqual([2, 4, 9, 9]);
});

it('keeps the old rows of a request until the new ones are as many', () => {
  const { table, evn } = twoParts();
  table.sortBy({ column: 0, descending: false });
  const again = table.begin(EVN, evn);
  const [columns, ...batches] = eventsOf(
    [
      given('t_exptime', [36, 72, 108, 144]),
      given('obs_id', ['d', 'e', 'f', 'g'])
    ],
    2
  );
  table.add(columns, again);
  table.add(batches[0], again);
  expect(column(table, 'obs_id')).toEqual(['c', 'a', 'x', 'b', 'y']);
  table.add(batches[1], again);
  expect(column(table, 'obs_id')).toEqual(['d', 'e', 'f', 'g', 'x', 'y']);
  expect(table.parts.map(part => part.rows)).toEqual([4, 2]);
  // Ids are never given twice.
  expect([...table.ids({ from: 0, to: 2 })]).toEqual([5, 6]);
});

it('takes a fewer rows for the whole once they have ended, and none from what failed', () => {
  const { table, evn, alma } = twoParts();
  const failed = table.begin(EVN, evn);
  table.drop(failed);
  expect(table.total).toBe(5);
  fill(table, table.begin(EVN, evn), [
    given('t_exptime', [36]),
    given('obs_id', ['d'])
  ]);
  expect(column(table, 'obs_id')).toEqual(['x', 'y', 'd']);
  table.drop(alma);
  expect(column(table, 'obs_id')).toEqual(['d']);
});

it('puts a service’s own columns aside where enough roles are filled', () => {
  const from = { a: 1 };
  const many = ['p', 'q', 'r', 's', 't', 'u'].map((name, i) =>
    role(name, '', i < 5 ? from : {})
  );
  const table = new LocalTable({ roles: many });
  eventsOf([given('a', [1])]).forEach(event => table.add(event));
  const shown = (columns: readonly (IColumn & { aside?: boolean })[]) =>
    columns.filter(one => !one.aside).map(({ name }) => name);
  expect(shown(table.columns)).toEqual(['p', 'q', 'r', 's', 't']);
});
