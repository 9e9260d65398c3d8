import type { IFailure } from '../remote/failure';
import type { VOTableEvent } from './event';

/** What the page tells the decoder's worker. */
export type ToWorker =
  /** The next bytes; their buffer is transferred. */
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' }
  /** The bytes broke off on their way. */
  | { readonly kind: 'cut'; readonly failure: IFailure };

/** What the worker tells the page. */
export type FromWorker =
  /** It runs. */
  | { readonly kind: 'ready' }
  /** One more chunk is read. */
  | { readonly kind: 'ack' }
  | { readonly kind: 'event'; readonly event: VOTableEvent }
  /** A fault of ours; nothing follows. */
  | { readonly kind: 'fault'; readonly words: string };

/** One end of the line between them: a Worker, a worker's own scope, a MessagePort. */
export interface IPort<Out, In> {
  postMessage(message: Out, transfer: Transferable[]): void;
  onmessage: ((message: { data: In }) => void) | null;
}
