import { Broken } from './broken';
import { FRAME, KNOWN } from './elements';
import type { VOTableEvent } from './event';
import type { IMarkupHandler, IScanner } from './markupHandler';
import { Remarks } from './remarks';
import { TableReader } from './tableReader';
import type { Attributes } from './tag';
import { textOf } from './utf8';
import { isWebPageRoot } from './webPage';

/** Nested deeper than this is no table. */
const DEPTH_LIMIT = 256;
/** Warnings of one wording are told once; so many different ones at most. */
const WARNING_LIMIT = 100;

/** Characters that no text holds. */
const BINARY = /[^\P{Cc}\s]|\ufffd/u;

/**
 * The elements of a VOTable (1.0 to 1.6) as events. Knows where in the
 * document it is; rows are read by `TableData` and `BinaryRows`.
 */
export class Document implements IMarkupHandler {
  constructor(private readonly _emit: (event: VOTableEvent) => void) {
    this._remarks = new Remarks(_emit);
  }

  /** The root element is closed. */
  done = false;
  /** The root element was a VOTABLE. */
  begun = false;

  get scanner(): IScanner | null {
    return this._table?.cells ?? this._table?.bytes ?? null;
  }

  get table(): TableReader | null {
    return this._table;
  }

  open(name: string, attributes: Attributes, written: string): void {
    const parent = this._stack[this._stack.length - 1];
    if (this._table?.cells && (name === 'TR' || name === 'TD')) {
      this._table.cells.open(name, attributes);
      return;
    }
    if (parent === undefined) {
      this._root(name, written);
    }
    if (this._stack.length >= DEPTH_LIMIT) {
      throw new Broken(
        'malformed',
        `Elements are nested more than ${DEPTH_LIMIT} deep.`
      );
    }
    this._stack.push(name);
    if (this._skipped > 0 || !KNOWN.has(name)) {
      this._skipped++;
      return;
    }
    switch (name) {
      case 'RESOURCE':
        this._remarks.openResource(attributes);
        break;
      case 'GROUP':
        this._remarks.openGroup(attributes);
        break;
      case 'DEFINITIONS':
        this._remarks.definitions = true;
        break;
      case 'INFO':
      case 'PARAM':
        this._remarks.open(
          name === 'INFO' ? 'info' : 'param',
          attributes,
          this._table !== null
        );
        break;
      case 'TABLE':
        if (this._table !== null) {
          this._unclosed(name);
        }
        this._table = new TableReader(
          this._tableCount++,
          attributes,
          this._remarks.resource,
          this._tables,
          this._countsSlices,
          this._emit
        );
        break;
      case 'FIELD':
        this._table?.field(attributes);
        break;
      case 'VALUES':
        if (parent === 'FIELD') {
          this._table?.values(attributes);
        }
        break;
      case 'DATA':
        this._table?.begin();
        break;
      case 'TABLEDATA':
      case 'BINARY':
      case 'BINARY2':
      case 'FITS':
      case 'PARQUET':
        this._table?.serialization(name);
        break;
      case 'STREAM':
        this._table?.stream(attributes);
        break;
    }
  }

  close(name: string): void {
    if (this._table?.cells && (name === 'TR' || name === 'TD')) {
      this._table.cells.close(name);
      return;
    }
    if (!this._stack.includes(name)) {
      this.warn(`There is a </${name}> without its begin; it was left out.`);
      return;
    }
    for (;;) {
      const top = this._stack.pop();
      if (top !== name) {
        this._unclosed(top ?? '');
      }
      if (this._skipped > 0) {
        this._skipped--;
      } else if (top !== undefined) {
        this._closed(top);
      }
      if (top === name) {
        return;
      }
    }
  }

  text(bytes: Uint8Array, start: number, end: number): void {
    const table = this._table;
    if (table?.cells) {
      table.cells.text(bytes, start, end);
      return;
    }
    if (this._skipped > 0) {
      return;
    }
    const parent = this._stack[this._stack.length - 1];
    switch (parent) {
      case 'STREAM':
        table?.bytes?.text(bytes, start, end);
        break;
      case 'DESCRIPTION':
        if (this._stack[this._stack.length - 2] === 'FIELD') {
          table?.description.add(bytes, start, end);
        }
        break;
      case 'INFO':
      case 'PARAM':
        this._remarks.text.add(bytes, start, end);
        break;
      case undefined:
        this._outside(bytes, start, end);
        break;
    }
  }

  comment(text: string): void {
    // This writer counts the slices of a variable array, not its values.
    if (!this.begun || this._tableCount === 0) {
      this._countsSlices ||= text.includes('astropy.io.votable');
    }
  }

  doctype(name: string): void {
    if (isWebPageRoot(name)) {
      throw new Broken('web-page', 'A web page came instead of a VOTable.');
    }
  }

  warn(words: string): void {
    if (!this._warned.has(words) && this._warned.size < WARNING_LIMIT) {
      this._warned.add(words);
      this._emit({ kind: 'warning', words });
    }
  }

  private _root(name: string, written: string): void {
    if (isWebPageRoot(name)) {
      throw new Broken('web-page', 'A web page came instead of a VOTable.');
    }
    if (name !== 'VOTABLE') {
      throw new Broken(
        'not-votable',
        `The answer is XML but no VOTable: its root element is “${written.slice(0, 80)}”.`
      );
    }
    this.begun = true;
  }

  /** Text before the root element; what follows it is not read. */
  private _outside(bytes: Uint8Array, start: number, end: number): void {
    const text = textOf(bytes, start, end).trim();
    if (text === '') {
      return;
    }
    const begin = text.slice(0, 200);
    throw new Broken(
      'not-votable',
      BINARY.test(begin)
        ? 'The answer is no XML but something binary.'
        : `The answer is no XML; it begins: “${begin}”.`
    );
  }

  /** A forgotten end is mended, but not where rows may be missing with it. */
  private _unclosed(name: string): void {
    const words = `The element ${name} is not closed.`;
    if (this._skipped === 0 && FRAME.has(name)) {
      throw new Broken('malformed', words);
    }
    this.warn(words);
  }

  private _closed(name: string): void {
    switch (name) {
      case 'VOTABLE':
        this.done = this._stack.length === 0;
        break;
      case 'RESOURCE':
        this._remarks.closeResource();
        break;
      case 'GROUP':
        this._remarks.closeGroup();
        break;
      case 'DEFINITIONS':
        this._remarks.definitions = false;
        break;
      case 'INFO':
      case 'PARAM':
        this._remarks.close();
        break;
      case 'FIELD':
        this._table?.endField();
        break;
      case 'TABLEDATA':
      case 'STREAM':
        this._table?.endRows();
        break;
      case 'TABLE':
        this._table?.end();
        this._table = null;
        break;
    }
  }

  private readonly _stack: string[] = [];
  private _skipped = 0;
  private readonly _remarks: Remarks;
  private _table: TableReader | null = null;
  private _tableCount = 0;
  /** Tables by their ID, for those that refer to one. */
  private readonly _tables = new Map<string, TableReader>();
  private _countsSlices = false;
  private readonly _warned = new Set<string>();
}
