import type { IBatch, IColumn } from '../columns';

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

/**
 * A VOTable document as a stream of events, in document order. It only says
 * what the document says: which TABLE holds the results and which INFO is an
 * error is the business of the protocol that asked (`vo/`).
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
  /** The document broke off or can't be read on; what came before is right. */
  | { readonly kind: 'broken'; readonly words: string }
  | { readonly kind: 'end' };
