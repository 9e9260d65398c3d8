/**
 * The datatypes of VOTable 1.4 §2.1; every other source of rows (a REST
 * listing, a list of jobs) names its columns with the same words.
 */
export type Datatype =
  | 'boolean'
  | 'bit'
  | 'unsignedByte'
  | 'short'
  | 'int'
  | 'long'
  | 'char'
  | 'unicodeChar'
  | 'float'
  | 'double'
  | 'floatComplex'
  | 'doubleComplex';

/** What is known of one column before any row has come. */
export interface IColumn {
  /** As the service wrote it; neither unique nor an identifier. */
  readonly name: string;
  readonly datatype: Datatype;
  /** The datatype as written, where it is none of VOTable's and we took it for another. */
  readonly writtenDatatype?: string;
  /** VOTable's `arraysize`, as written: `*`, `8`, `4x*`; absent for a scalar. */
  readonly arraysize?: string;
  readonly id?: string;
  /** As written; the empty string is no unit. */
  readonly unit?: string;
  readonly ucd?: string;
  readonly utype?: string;
  readonly xtype?: string;
  readonly description?: string;
  /** Wished number of characters, VOTable's `width`. */
  readonly width?: number;
  /** Wished digits: VOTable's `precision`, as written (`F3`, `E5`, `4`). */
  readonly precision?: string;
}

/** True where a cell of the column is one string, whatever its length. */
export function isText(column: IColumn): boolean {
  return (
    (column.datatype === 'char' || column.datatype === 'unicodeChar') &&
    !(column.arraysize ?? '').includes('x')
  );
}

/** True where a cell is a list of values and not a single one. */
export function isList(column: IColumn): boolean {
  return column.arraysize !== undefined && !isText(column);
}
