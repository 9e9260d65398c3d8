import type { IFailure } from './failure';

/** What a view may be in when it shows something that comes from elsewhere; nothing else. */
export type Remote<T> =
  | { readonly state: 'idle' }
  | {
      readonly state: 'loading';
      /** When it began, in ms since the epoch. */
      readonly since: number;
      readonly partial?: T;
    }
  | { readonly state: 'ready'; readonly value: T }
  | {
      readonly state: 'failed';
      readonly failure: IFailure;
      readonly partial?: T;
    };
