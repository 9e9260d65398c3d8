import type { IColumn } from '../columns';
import { BinaryRows } from './binaryRows';
import type { BreakReason, IResource, VOTableEvent } from './event';
import { fieldOf, type IField } from './field';
import type { Attributes } from './tag';
import { RowSink } from './rowSink';
import { TableData } from './tabledata';
import { Utf8Text } from './utf8';

/** One TABLE: its fields, then its rows from whichever serialization. */
export class TableReader {
  constructor(
    private readonly _index: number,
    private readonly _attributes: Attributes,
    private readonly _resource: IResource | undefined,
    /** The tables so far by ID; this one joins them. */
    private readonly _others: Map<string, TableReader>,
    private readonly _countsSlices: boolean,
    private readonly _emit: (event: VOTableEvent) => void
  ) {
    const id = _attributes.get('ID');
    if (id !== undefined) {
      _others.set(id, this);
    }
  }

  /** Reads TABLEDATA while inside of one. */
  cells: TableData | null = null;
  /** Reads a STREAM while inside of one. */
  bytes: BinaryRows | null = null;

  /** Rows that wait for their batch to be full. */
  get waiting(): number {
    return this._sink?.waiting ?? 0;
  }

  field(attributes: Attributes): void {
    this.endField();
    this._field = fieldOf(attributes);
    this.description.take();
  }

  /** VALUES of the field at hand. */
  values(attributes: Attributes): void {
    const id = attributes.get('ID');
    const ref = attributes.get('ref');
    const magic =
      attributes.get('null') ??
      (ref === undefined ? undefined : this._magics.get(ref));
    if (magic !== undefined && this._field !== null) {
      this._field = { ...this._field, magic };
      if (id !== undefined) {
        this._magics.set(id, magic);
      }
    }
  }

  endField(): void {
    if (this._field === null) {
      return;
    }
    const text = this.description.take().replace(/\s+/g, ' ').trim();
    const field = this._field;
    this._field = null;
    const column: IColumn =
      text === '' ? field.column : { ...field.column, description: text };
    this.fields.push({ ...field, column });
  }

  /** DATA begins, so all fields are known: says what the table is. */
  begin(): void {
    if (this._sink !== null) {
      return;
    }
    this.endField();
    const ref = this._attributes.get('ref');
    const other = ref === undefined ? undefined : this._others.get(ref);
    if (other !== undefined && this.fields.length === 0) {
      this.fields.push(...other.fields);
    }
    this._emit({
      kind: 'table',
      index: this._index,
      name: this._attributes.get('name'),
      columns: this.fields.map(field => field.column),
      resource: this._resource
    });
    for (const { column, oddity } of this.fields) {
      if (oddity !== undefined) {
        this._warn(
          `Column “${column.name}” ${oddity}; it is read as text or as far as it can be understood.`
        );
      }
    }
    this._sink = new RowSink(this.fields, this._countsSlices, this._emit);
  }

  /** TABLEDATA, BINARY, BINARY2, FITS or PARQUET begins. */
  serialization(name: string): void {
    this.begin();
    this._serialization = name;
    if (this._left) {
      return;
    }
    if (name === 'TABLEDATA' && this._sink !== null) {
      this.cells = new TableData(this._sink);
    } else if (name === 'FITS' || name === 'PARQUET') {
      this._leave(
        `The rows of this table are in ${name === 'FITS' ? 'FITS' : 'Parquet'} form, which is not read here.`
      );
    }
  }

  stream(attributes: Attributes): void {
    const href = attributes.get('href');
    const encoding = attributes.get('encoding') ?? 'base64';
    const unknown = this.fields.find(field => !field.binary);
    if (this._left || this._sink === null) {
      return;
    }
    if (href !== undefined) {
      this._leave(
        `The rows of this table are in another file, which is not fetched: ${href.slice(0, 500)}`
      );
    } else if (encoding !== 'base64') {
      this._leave(
        `The rows of this table are encoded as “${encoding.slice(0, 80)}”, which is not read here.`
      );
    } else if (unknown !== undefined) {
      this._leave(
        `The rows of this table can’t be told apart: column “${unknown.column.name}” ${unknown.oddity}.`
      );
    } else if (this._serialization.startsWith('BINARY')) {
      this.bytes = new BinaryRows(
        this._sink,
        this._serialization === 'BINARY2'
      );
    }
  }

  /** TABLEDATA or STREAM is over. */
  endRows(): void {
    this.cells?.close('TR');
    this.cells = null;
    const bytes = this.bytes;
    this.bytes = null;
    bytes?.finish();
  }

  /** Sends the rows that are whole, though a batch is not full. */
  flush(): void {
    this._sink?.flush();
  }

  end(): void {
    this.begin();
    this._sink?.end();
    if (this._left) {
      return;
    }
    const rows = this._sink?.total ?? 0;
    const said = Number(this._attributes.get('nrows') ?? rows);
    // A table without DATA describes rows that are elsewhere.
    if (said !== rows && this._serialization !== '') {
      this._warn(`The table says that it has ${said} rows; ${rows} came.`);
    }
    this._emit({ kind: 'tableEnd', rows });
  }

  readonly fields: IField[] = [];
  /** DESCRIPTION of the field at hand. */
  readonly description = new Utf8Text();

  private _leave(words: string): void {
    const reason: BreakReason = 'unsupported';
    this._left = true;
    this.flush();
    this.cells = null;
    this._emit({ kind: 'broken', reason, words });
  }

  private _warn(words: string): void {
    this._emit({ kind: 'warning', words });
  }

  private _sink: RowSink | null = null;
  private _field: IField | null = null;
  /** Nulls of VALUES by ID, for those that refer to one. */
  private readonly _magics = new Map<string, string>();
  private _serialization = '';
  /** Its rows can't be read here and were left out. */
  private _left = false;
}
