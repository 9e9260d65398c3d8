import { cell, type Cell, type IColumn } from '../../columns';
import { decode, type IDecodeOptions } from '../decode';
import type { BreakReason, VOTableEvent } from '../event';
import { utf8Of } from '../utf8';

/** A table as a test compares it. */
export interface IRead {
  readonly columns: readonly IColumn[];
  readonly rows: Cell[][];
  /** True where its end was seen. */
  whole: boolean;
}

/** All that a document gave. */
export interface IDocument {
  readonly tables: IRead[];
  readonly warnings: string[];
  readonly broken?: BreakReason;
  readonly words?: string;
  readonly events: VOTableEvent[];
}

/** A document in pieces of so many bytes. */
export async function* pieces(
  document: string | Uint8Array,
  size = Infinity
): AsyncIterable<Uint8Array> {
  const bytes = typeof document === 'string' ? utf8Of(document) : document;
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.slice(at, Math.min(bytes.length, at + size));
  }
}

/** Puts a stream of events together. */
export async function gather(
  events: AsyncIterable<VOTableEvent>
): Promise<IDocument> {
  const all: VOTableEvent[] = [];
  const tables: IRead[] = [];
  const warnings: string[] = [];
  let broken: BreakReason | undefined;
  let words: string | undefined;
  for await (const event of events) {
    all.push(event);
    const table = tables[tables.length - 1];
    switch (event.kind) {
      case 'table':
        tables.push({ columns: event.columns, rows: [], whole: false });
        break;
      case 'batch':
        for (let i = 0; i < event.batch.length; i++) {
          table.rows.push(event.batch.data.map(data => cell(data, i)));
        }
        break;
      case 'tableEnd':
        table.whole = true;
        break;
      case 'warning':
        warnings.push(event.words);
        break;
      case 'broken':
        broken ??= event.reason;
        words ??= event.words;
        break;
      case 'info':
      case 'param':
      case 'end':
        break;
    }
  }
  return { tables, warnings, broken, words, events: all };
}

/** Reads a document, fed in pieces of so many bytes. */
export function read(
  document: string | Uint8Array,
  size = Infinity,
  options?: IDecodeOptions
): Promise<IDocument> {
  return gather(decode(pieces(document, size), options));
}
