import { Base64 } from './base64';
import type { Attributes } from './tag';
import type { RowSink } from './rowSink';
import { textOf } from './utf8';

/**
 * The rows of a TABLEDATA (VOTable 1.4 §5.1). Nearly all of them go the fast
 * way, `scan`, straight from bytes into columns; a tag or cell that is not
 * plain (attributes, references, comments, prefixes, a short row) goes the
 * sure way, tag by tag.
 */
export class TableData {
  constructor(private readonly _sink: RowSink) {
    this._count = _sink.writers.length;
  }

  readonly cells = true;

  /**
   * Reads rows from `pos` on and returns where it stopped: at what is not
   * plain, or at `safe`. Every cell that begins before `safe` ends before it.
   */
  scan(bytes: Uint8Array, begin: number, safe: number): number {
    if (this._cell) {
      return begin;
    }
    const sink = this._sink;
    const { writers } = sink;
    const count = this._count;
    let column = this._column;
    let pos = begin;
    while (pos < safe) {
      const c = bytes[pos];
      if (c <= 32) {
        pos++;
        continue;
      }
      if (c !== 60) {
        break;
      }
      const d = bytes[pos + 1];
      if (d === 84 && bytes[pos + 3] === 62) {
        if (bytes[pos + 2] === 68) {
          // <TD>
          if (column < 0 || column >= count) {
            break;
          }
          const writer = writers[column];
          let at = pos + 4;
          const spaced = writer.keepsSpace;
          while (!spaced && bytes[at] <= 32) {
            at++;
          }
          if (bytes[at] === 60) {
            writer.clear(sink.row);
          } else {
            at = writer.scan(bytes, at, sink.row);
            while (!spaced && bytes[at] <= 32) {
              at++;
            }
          }
          // </TD>
          if (
            at < 0 ||
            bytes[at] !== 60 ||
            bytes[at + 1] !== 47 ||
            bytes[at + 2] !== 84 ||
            bytes[at + 3] !== 68 ||
            bytes[at + 4] !== 62
          ) {
            break;
          }
          pos = at + 5;
          column++;
          continue;
        }
        if (bytes[pos + 2] === 82 && column < 0) {
          // <TR>
          column = 0;
          pos += 4;
          continue;
        }
      } else if (d === 84 && bytes[pos + 2] === 68) {
        if (bytes[pos + 3] === 47 && bytes[pos + 4] === 62) {
          // <TD/>
          if (column < 0 || column >= count) {
            break;
          }
          writers[column++].clear(sink.row);
          pos += 5;
          continue;
        }
      } else if (
        d === 47 &&
        bytes[pos + 2] === 84 &&
        bytes[pos + 3] === 82 &&
        bytes[pos + 4] === 62 &&
        column === count
      ) {
        // </TR>
        sink.endRow();
        column = -1;
        pos += 5;
        continue;
      }
      break;
    }
    this._column = column;
    return pos;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'TR') {
      this._endRow();
      this._column = 0;
    } else if (name === 'TD') {
      this._endCell();
      if (this._column < 0) {
        this._sink.warn('There is a cell outside of any row; it was left out.');
      }
      this._cell = true;
      this._encoded = attributes.get('encoding') === 'base64';
      this._length = 0;
    }
  }

  close(name: string): void {
    if (name === 'TD') {
      this._endCell();
    } else if (name === 'TR') {
      this._endRow();
    }
  }

  /** A piece of a cell, references resolved. */
  text(bytes: Uint8Array, start: number, end: number): void {
    if (!this._cell) {
      return;
    }
    const length = this._length + end - start;
    if (length > this._content.length) {
      const content = new Uint8Array(
        Math.max(2 * this._content.length, length)
      );
      content.set(this._content);
      this._content = content;
    }
    this._content.set(bytes.subarray(start, end), this._length);
    this._length = length;
  }

  private _endCell(): void {
    if (!this._cell) {
      return;
    }
    this._cell = false;
    const column = this._column++;
    if (column < 0) {
      this._column = -1;
    } else if (column < this._count) {
      this._put(column);
    } else if (!this._surplus) {
      this._surplus = true;
      this._sink.warn(
        `Row ${this._sink.total + 1} has more cells than there are columns; they were left out.`
      );
    }
  }

  private _put(column: number): void {
    const sink = this._sink;
    const writer = sink.writers[column];
    const length = this._length;
    if (this._encoded && length > 0) {
      const bytes = new Uint8Array(length + 3);
      const base64 = new Base64();
      const end = base64.decode(this._content, 0, length, bytes, 0);
      const from = { bytes, view: new DataView(bytes.buffer) };
      if (base64.pos < length || writer.binary(from, 0, end, sink.row) < 0) {
        writer.clear(sink.row);
        sink.complain(column, 'unreadable');
      }
      return;
    }
    const verdict = writer.text(this._content, 0, length, sink.row);
    if (verdict !== 'fine') {
      sink.complain(
        column,
        verdict,
        textOf(this._content, 0, Math.min(length, 200))
      );
    }
  }

  private _endRow(): void {
    this._endCell();
    if (this._column < 0) {
      return;
    }
    if (this._column < this._count) {
      if (!this._short) {
        this._short = true;
        this._sink.warn(
          `Row ${this._sink.total + 1} has ${this._column} of ${this._count} cells; the others are empty.`
        );
      }
      for (let i = this._column; i < this._count; i++) {
        this._sink.writers[i].clear(this._sink.row);
      }
    }
    this._sink.endRow();
    this._column = -1;
  }

  private readonly _count: number;
  /** The next cell of the row; -1 outside of rows. */
  private _column = -1;
  /** Inside a cell that goes the sure way. */
  private _cell = false;
  private _encoded = false;
  private _content = new Uint8Array(256);
  private _length = 0;
  private _short = false;
  private _surplus = false;
}
