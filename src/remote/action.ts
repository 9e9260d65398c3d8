import type { IFailure } from './failure';

/** What a person can do about a failure; one thing at most. */
export type Action =
  | 'retry'
  /** The same, after `facts.seconds` or some time. */
  | 'retry-later'
  | 'sign-in'
  | 'none';

/** The one action that helps with a failure. */
export function action(failure: IFailure): Action {
  switch (failure.code) {
    case 'busy':
      return 'retry-later';
    case 'sign-in':
      return 'sign-in';
    case 'refused':
    case 'too-large':
      // The same request would end in the same way.
      return 'none';
    case 'http':
      // 4xx is about the request, 5xx about the moment.
      return Number(failure.facts?.status ?? 500) < 500 ? 'none' : 'retry';
    case 'unreachable':
    case 'no-such-host':
    case 'no-answer':
    case 'cut':
    case 'service-error':
    case 'web-page':
    case 'unreadable':
    case 'server-part':
    case 'offline':
    case 'no-worker':
    case 'internal':
      return 'retry';
  }
}
