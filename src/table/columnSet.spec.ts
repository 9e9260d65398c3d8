import { ColumnSet, keysOf } from './columnSet';
import type { ITableColumn } from './join';

const column = (
  name: string,
  more: Partial<ITableColumn> = {}
): ITableColumn => ({
  name,
  datatype: 'double',
  ...more
});
const COLUMNS = [
  column('Target', { role: 'target' }),
  column('ra'),
  column('ra'),
  column('note', { aside: true })
];

it('shows all but what stands aside, until the user says else', () => {
  const set = new ColumnSet();
  expect(set.shown(COLUMNS)).toEqual([0, 1, 2]);
  set.show(COLUMNS, 1, false);
  set.show(COLUMNS, 3, true);
  expect(set.shown(COLUMNS)).toEqual([0, 2, 3]);
  set.move(COLUMNS, 3, -1);
  set.move(COLUMNS, 0, -1);
  expect(set.shown(COLUMNS)).toEqual([0, 3, 2]);
  set.reset();
  expect(set.shown(COLUMNS)).toEqual([0, 1, 2]);
});

it('holds in another session and for another table', () => {
  const set = new ColumnSet();
  set.show(COLUMNS, 1, false);
  set.resize(keysOf(COLUMNS)[2], 123.4);
  set.resize('gone', 5);
  const kept = JSON.parse(JSON.stringify(set.state)) as typeof set.state;
  const again = new ColumnSet(kept);
  const others = [column('new'), ...COLUMNS];
  expect(again.shown(others)).toEqual([1, 3]);
  expect(again.width('ra (2)')).toBe(123);
  expect(again.width('gone')).toBe(32);
  again.resize('ra (2)', undefined);
  expect(again.width('ra (2)')).toBeUndefined();
});
