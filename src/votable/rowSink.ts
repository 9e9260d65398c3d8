import type { IField } from './field';
import { writerOf } from './field';
import type { VOTableEvent } from './event';
import type { ILoad, IWriter, Verdict } from './writers/writer';

/** The first batch comes when so many rows are there, whatever follows. */
const FIRST_ROWS = 50;
const ROWS = 4096;
/** A batch is not made larger than about so many bytes. */
const BYTES = 4 * 2 ** 20;
/** Complaints of one kind about one column that are told one by one. */
const TOLD = 1;

const COMPLAINTS: Record<Exclude<Verdict, 'fine'>, string> = {
  unreadable: 'can’t be read as its datatype and is left empty',
  clipped: 'is outside of the range of its datatype and was set to its end',
  fraction: 'is no integer as it is written, but has a whole value',
  long: 'is longer than its arraysize and was kept whole',
  count: 'has not as many values as its arraysize says',
  encoding: 'holds bytes that are no UTF-8, shown as �'
};

/**
 * The rows of one TABLE on their way into batches. Whoever reads cells fills
 * row `row` of `writers` and calls `endRow`.
 */
export class RowSink {
  constructor(
    readonly fields: readonly IField[],
    countsSlices: boolean,
    private readonly _emit: (event: VOTableEvent) => void
  ) {
    this.writers = fields.map(field =>
      writerOf(field, this._load, countsSlices)
    );
    this._rowBytes = this.writers.reduce((sum, one) => sum + one.width, 1);
    this._begin(FIRST_ROWS);
  }

  readonly writers: readonly IWriter[];
  /** The row of the batch that is being filled. */
  row = 0;
  /** Rows of the table that are whole. */
  total = 0;

  /** Rows that wait for their batch to be full. */
  get waiting(): number {
    return this.row;
  }

  endRow(): void {
    this.row++;
    this.total++;
    if (this.row >= this._limit || this._load.bytes > BYTES) {
      this.flush();
    }
  }

  /** Sends the rows that are whole. */
  flush(): void {
    const { row } = this;
    if (row === 0) {
      return;
    }
    const data = this.writers.map(writer => writer.take(row));
    const fit = Math.floor(BYTES / this._rowBytes);
    this._begin(Math.max(1, Math.min(ROWS, fit)));
    this._emit({ kind: 'batch', batch: { length: row, data } });
  }

  /** Says what is wrong with a cell of the row being filled; each kind once a column. */
  complain(column: number, verdict: Verdict, content?: string): void {
    if (verdict === 'fine') {
      return;
    }
    const key = `${column} ${verdict}`;
    const count = (this._complaints.get(key) ?? 0) + 1;
    this._complaints.set(key, count);
    if (count <= TOLD) {
      const shown =
        content === undefined
          ? 'The value'
          : `“${content.length > 40 ? `${content.slice(0, 40)}…` : content}”`;
      this.warn(
        `Column “${this._name(column)}”, row ${this.total + 1}: ${shown} ${COMPLAINTS[verdict]}.`
      );
    }
  }

  warn(words: string): void {
    this._emit({ kind: 'warning', words });
  }

  /** Sends what is left, and how often each complaint was made. */
  end(): void {
    this.flush();
    for (const [key, count] of this._complaints) {
      if (count > TOLD) {
        const [column] = key.split(' ');
        this.warn(
          `Column “${this._name(Number(column))}”: the same in ${count} rows in all.`
        );
      }
    }
  }

  private _name(column: number): string {
    return this.fields[column].column.name;
  }

  private _begin(limit: number): void {
    this._limit = limit;
    this._load.bytes = 0;
    this.row = 0;
    for (const writer of this.writers) {
      writer.begin(limit);
    }
  }

  private _limit = FIRST_ROWS;
  private readonly _load: ILoad = { bytes: 0 };
  private readonly _rowBytes: number;
  private readonly _complaints = new Map<string, number>();
}
