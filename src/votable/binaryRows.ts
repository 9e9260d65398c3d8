import { Base64 } from './base64';
import { Broken } from './broken';
import type { RowSink } from './rowSink';

/** More than this for one row is no row but damage. */
const ROW_LIMIT = 64 * 2 ** 20;

/**
 * The content of a STREAM in BINARY or BINARY2 (VOTable 1.4 §5.3, 5.4): base64
 * in pieces, rows into the sink. BINARY2 has a bit a column before each row,
 * the highest first, set where the cell is null.
 */
export class BinaryRows {
  constructor(
    private readonly _sink: RowSink,
    private readonly _flagged: boolean
  ) {
    this._flagBytes = _flagged ? (_sink.writers.length + 7) >> 3 : 0;
  }

  readonly cells = false;

  /** The fast way: base64 up to the next tag or reference. */
  scan(bytes: Uint8Array, pos: number, _safe: number, end: number): number {
    this._room(((end - pos) * 3) / 4 + 3);
    this._end = this._base64.decode(bytes, pos, end, this._bytes, this._end);
    this._rows();
    return this._base64.pos;
  }

  text(bytes: Uint8Array, start: number, end: number): void {
    if (this.scan(bytes, start, end, end) < end) {
      throw new Broken('malformed', 'The binary data is no base64.');
    }
  }

  /** The STREAM is over; every row has to be whole. */
  finish(): void {
    if (this._end > this._pos || this._base64.pending > 0) {
      throw new Broken(
        'cut',
        `The binary data ends inside row ${this._sink.total + 1}.`
      );
    }
  }

  private _rows(): void {
    while (this._pos < this._end) {
      const after = this._row(this._pos);
      if (after === this._pos) {
        throw new Broken(
          'malformed',
          'There is binary data, but its rows have no bytes.'
        );
      }
      if (after < 0) {
        if (this._end - this._pos > ROW_LIMIT) {
          throw new Broken(
            'malformed',
            `Row ${this._sink.total + 1} of the binary data has no end.`
          );
        }
        return;
      }
      this._pos = after;
      this._sink.endRow();
    }
  }

  /** One row from `begin`; the position after it, or -1 where it is not there yet. */
  private _row(begin: number): number {
    const end = this._end;
    const { writers, row } = this._sink;
    let pos = begin + this._flagBytes;
    if (pos > end) {
      return -1;
    }
    for (let column = 0; column < writers.length; column++) {
      const writer = writers[column];
      pos = writer.binary(this._from, pos, end, row);
      if (pos < 0) {
        return -1;
      }
      if (writer.verdict !== 'fine') {
        this._sink.complain(column, writer.verdict);
      }
    }
    if (this._flagged) {
      for (let i = 0; i < this._flagBytes; i++) {
        const flags = this._bytes[begin + i];
        if (flags !== 0) {
          this._clear(flags, 8 * i, row);
        }
      }
    }
    return pos;
  }

  private _clear(flags: number, first: number, row: number): void {
    const { writers } = this._sink;
    for (let bit = 0; bit < 8 && first + bit < writers.length; bit++) {
      if (flags & (128 >> bit)) {
        writers[first + bit].clear(row);
      }
    }
  }

  /** Room for so many more bytes; what was read makes way first. */
  private _room(more: number): void {
    if (this._pos > 0 && this._pos >= this._end / 2) {
      this._bytes.copyWithin(0, this._pos, this._end);
      this._end -= this._pos;
      this._pos = 0;
    }
    if (this._end + more > this._bytes.length) {
      const bytes = new Uint8Array(
        Math.max(2 * this._bytes.length, Math.ceil(this._end + more))
      );
      bytes.set(this._bytes.subarray(0, this._end));
      this._bytes = bytes;
      this._from = { bytes, view: new DataView(bytes.buffer) };
    }
  }

  private readonly _base64 = new Base64();
  private readonly _flagBytes: number;
  private _bytes = new Uint8Array(65536);
  private _from = {
    bytes: this._bytes,
    view: new DataView(this._bytes.buffer)
  };
  private _pos = 0;
  private _end = 0;
}
