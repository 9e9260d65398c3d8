import type { IFailure } from './failure';
import { withoutSecrets } from './withoutSecrets';

/** A failure as it is kept for "Copy details". */
export interface ILogged {
  /** Counts up from 1 in this page. */
  readonly id: number;
  /** ms since the epoch. */
  readonly time: number;
  readonly failure: IFailure;
  /** What was asked, if anything was, without secrets. */
  readonly request?: ILoggedRequest;
}

export interface ILoggedRequest {
  readonly method?: string;
  readonly url: string;
  /** What was sent along, for instance a query. */
  readonly body?: string;
}

/** Keeps the last failures, so that somebody can say exactly what happened. */
export class FailureLog {
  constructor(private readonly _limit = 100) {}

  /** The failures that are kept, the oldest first. */
  get entries(): readonly ILogged[] {
    return this._entries;
  }

  add(failure: IFailure, request?: ILoggedRequest): ILogged {
    const entry: ILogged = {
      id: ++this._last,
      time: Date.now(),
      failure,
      ...(request && { request: harmless(request) })
    };
    this._entries = [...this._entries, entry].slice(-this._limit);
    return entry;
  }

  /** Where this failure is kept, while it is one of the last. */
  find(failure: IFailure): ILogged | undefined {
    return this._entries.find(entry => entry.failure === failure);
  }

  private _last = 0;
  private _entries: readonly ILogged[] = [];
}

function harmless(request: ILoggedRequest): ILoggedRequest {
  const { url, body } = request;
  return {
    ...request,
    url: withoutSecrets(url),
    // A form is written like the query of a URL.
    ...(body !== undefined && { body: withoutSecrets(`?${body}`).slice(1) })
  };
}

/** The log of this page. */
export const failureLog = new FailureLog();
