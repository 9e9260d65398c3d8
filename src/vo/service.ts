import type { ITransport } from '../transport/transport';
import type { VOTableEvent } from '../votable/event';

/** What a search has to know of a service; a service of the profile is one. */
export interface ISearchable {
  readonly id: string;
  readonly label: string;
  /** `scs` and `tap` can be searched. */
  readonly kind: string;
  /** Base URL as the registry has it. */
  readonly url: string;
  /** TAP: the table, which must have ObsCore's columns; `ivoa.obscore` if absent. */
  readonly table?: string;
  /** Rows to ask for at most; the service's own limit if absent. */
  readonly maxrec?: number;
}

/** Reads a VOTable as it comes; stops with an `AbortError` when the signal does. */
export type Decode = (
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal
) => AsyncIterable<VOTableEvent>;

/** What a search needs of the world. */
export interface IClient {
  readonly transport: ITransport;
  readonly decode: Decode;
}
