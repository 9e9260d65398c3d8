import type { IBatch, IColumn } from '../columns';
import type { IFailure } from '../remote/failure';

/** Where in the document an element stands. */
export type Place = 'votable' | 'definitions' | 'resource' | 'table';

/** The RESOURCE around something: its place in the document and what it calls itself. */
export interface IResource {
  /** Counted from 0 in document order. */
  readonly index: number;
  /** `results`, `meta`, or what else was written; absent if nothing was. */
  readonly type?: string;
  readonly name?: string;
  readonly id?: string;
  readonly utype?: string;
}

/** Why a document could not be read to its end. */
export type BreakReason =
  /** There was not one byte. */
  | 'empty'
  /** A web page came; `title` is that page's. */
  | 'web-page'
  /** Neither a VOTable nor a web page: other XML, plain text, something binary. */
  | 'not-votable'
  /** It ends too early; `failure` where the transport said why. */
  | 'cut'
  /** It is damaged: no well-formed XML, no base64, a row that can't be right. */
  | 'malformed'
  /** It uses what is not read here: FITS and Parquet streams, data in other files, own entities. */
  | 'unsupported'
  /** It is larger than the budget. */
  | 'too-large';

/** The document broke off or can't be read on; what came before is right. */
export interface IBreak {
  readonly kind: 'broken';
  readonly reason: BreakReason;
  /** One sentence. */
  readonly words: string;
  readonly title?: string;
  readonly failure?: IFailure;
}

/**
 * A VOTable document as a stream of events, in document order. It only says
 * what the document says: which TABLE holds the results and which INFO is an
 * error is the business of the protocol that asked (`vo/`).
 *
 * Inside a table come batches and warnings, and INFO and PARAM elements
 * before and after the rows. A table without `tableEnd` is not complete.
 * After `broken` only `end` follows; except that a table whose data is
 * `unsupported` is left out and the rest of the document is still read.
 */
export type VOTableEvent =
  | {
      /** INFO, or a PARAM with its value as text. */
      readonly kind: 'info' | 'param';
      readonly name: string;
      readonly id?: string;
      readonly value: string;
      /** Content of the element, white space at its ends removed. */
      readonly text: string;
      readonly place: Place;
      readonly resource?: IResource;
      readonly ref?: string;
      readonly ucd?: string;
      readonly utype?: string;
      /** Name of the innermost GROUP around it: `inputParams` in service descriptors. */
      readonly group?: string;
    }
  | {
      readonly kind: 'table';
      /** Counted from 0 in document order. */
      readonly index: number;
      readonly name?: string;
      readonly columns: readonly IColumn[];
      readonly resource?: IResource;
    }
  | { readonly kind: 'batch'; readonly batch: IBatch }
  | { readonly kind: 'tableEnd'; readonly rows: number }
  /** Something was mended or is odd; the values that came are right. */
  | { readonly kind: 'warning'; readonly words: string }
  | IBreak
  | { readonly kind: 'end' };
