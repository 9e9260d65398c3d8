import type { Attributes } from './tag';

/** Who is told what stands in a document. Names are without their prefix. */
export interface IMarkupHandler {
  open(name: string, attributes: Attributes, written: string): void;
  close(name: string): void;
  /** A piece of text; it is only good during the call. */
  text(bytes: Uint8Array, start: number, end: number): void;
  comment(text: string): void;
  doctype(name: string): void;
  warn(words: string): void;
  /** Reads bytes itself, where that is faster. */
  readonly scanner: IScanner | null;
  /** True when nothing more is wanted. */
  readonly done: boolean;
}

export interface IScanner {
  /** Whether `safe` has to be right. */
  readonly cells: boolean;
  /** Reads from `pos` on, never beyond `end`; returns where it stopped. `safe` is behind the last `</TD>`. */
  scan(bytes: Uint8Array, pos: number, safe: number, end: number): number;
}
