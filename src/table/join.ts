import type { ColumnData, IBatch, IColumn } from '../columns';

/** Where rows come from: enough to say it, to cite it and to ask again. */
export interface IOrigin {
  /** Id of the service in the profile. */
  readonly service: string;
  /** The service's name for people. */
  readonly label: string;
  /** What was asked of it, without secrets. */
  readonly request?: string;
}

/** Makes a column from one batch of a request's own columns. */
export type Fill = (batch: IBatch) => ColumnData;

/** A column that rows of different services share, whatever each calls it. */
export interface IRoleColumn {
  readonly role: string;
  /** Its name, unit and description in the table. */
  readonly column: IColumn;
  /** Not shown unless asked for, though requests fill it. */
  readonly aside?: boolean;
  /** How a request fills it; undefined where its columns can't. */
  fill(columns: readonly IColumn[], origin: IOrigin): Fill | undefined;
}

/** A column of a table. */
export interface ITableColumn extends IColumn {
  /** What it means; absent for a column as its service has it. */
  readonly role?: string;
  /** Not shown unless asked for. */
  readonly aside?: boolean;
}

/** With so many roles filled, a service's own columns stand aside: they say the same again. */
const ENOUGH = 5;

/**
 * Sees the columns of several requests as those of one table: first the roles,
 * then every service's own columns, each once. Columns only ever get more, so
 * the index of one never changes.
 */
export class Join {
  constructor(private readonly _roles: readonly IRoleColumn[]) {
    this._columns = _roles.map(({ role, column }) => ({
      ...column,
      role,
      aside: true
    }));
  }

  get columns(): readonly ITableColumn[] {
    return this._columns;
  }

  /** Takes in a request's columns and says how its batches become the table's. */
  take(native: readonly IColumn[], origin: IOrigin): (batch: IBatch) => IBatch {
    const columns = [...this._columns];
    const fills = this._roles.map(role => role.fill(native, origin));
    fills.forEach((fill, index) => {
      columns[index] = {
        ...columns[index],
        aside: this._roles[index].aside || (columns[index].aside && !fill)
      };
    });
    const aside = fills.filter(Boolean).length >= ENOUGH;
    const taken = new Set<number>();
    const places = native.map(column => {
      let index = columns.findIndex(
        (known, i) => i >= fills.length && !taken.has(i) && same(known, column)
      );
      if (index < 0) {
        index = columns.push({ ...column, aside }) - 1;
      }
      taken.add(index);
      return index;
    });
    this._columns = columns;
    return batch => {
      const data: ColumnData[] = [];
      fills.forEach((fill, index) => {
        if (fill) {
          data[index] = fill(batch);
        }
      });
      places.forEach((place, index) => (data[place] = batch.data[index]));
      return { length: batch.length, data };
    };
  }

  private _columns: readonly ITableColumn[];
}

/** Two services mean the same column: nothing that could change its meaning differs. */
function same(one: IColumn, other: IColumn): boolean {
  return (
    one.name === other.name &&
    one.datatype === other.datatype &&
    one.arraysize === other.arraysize &&
    one.unit === other.unit &&
    one.ucd === other.ucd
  );
}
