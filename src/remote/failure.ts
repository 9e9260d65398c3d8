/**
 * Why something failed, as a code and facts. The sentence that a person reads
 * is made from it in one place, `sentence()`, in that person's language.
 */
export type FailureCode =
  /** No connection to the service: refused, no route, TLS. `facts.host`, and `facts.why` where it is known: `expired`, `issuer`, `host` or `certificate` of a certificate, `tls`, `proxy`. */
  | 'unreachable'
  /** The name of the service's host is not known. `facts.host`. */
  | 'no-such-host'
  /** No answer in time. `facts.seconds`. */
  | 'no-answer'
  /** The answer broke off before anything could be shown. */
  | 'cut'
  /** The service answered with an error in its own words. `words`, `facts.status` where HTTP said it. */
  | 'service-error'
  /** The service answered with an HTTP error without words of its own. `facts.status`. */
  | 'http'
  /** A web page came instead of a table. `facts.title`. */
  | 'web-page'
  /** The answer can't be read as what was asked for. `words` says where, or `facts.why` is `empty`, `no-table`, or `no-position` (`facts.table`). */
  | 'unreadable'
  /** The service asks to wait. `facts.seconds` where it says how long. `facts.why` is `paused` where our server part leaves it alone for so long. */
  | 'busy'
  /** The service wants a login, or refuses this one. `facts.status`. */
  | 'sign-in'
  /** Our policy does not let this request out. `words` says why. */
  | 'refused'
  /** The answer is larger than the site allows. `facts.bytes`. */
  | 'too-large'
  /** Our own server part is missing, too old, or answers with an error. `facts.status`, `facts.id`. */
  | 'server-part'
  /** The Jupyter server can't be reached. `facts.why` is `code` where a part of our own code did not come. */
  | 'offline'
  /** A worker did not start. */
  | 'no-worker'
  /** A fault of ours. `words`. */
  | 'internal';

export interface IFailure {
  readonly code: FailureCode;
  /** Label of the service that it concerns. */
  readonly service?: string;
  /** The service's own words, as text, cut at 2,000 characters. */
  readonly words?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** A failure on its way to whoever shows it. */
export class FailureError extends Error {
  constructor(readonly failure: IFailure) {
    super(`${failure.code}${failure.words ? `: ${failure.words}` : ''}`);
    this.name = 'FailureError';
  }
}

/** The failure in anything that was thrown; what nobody foresaw is `internal`. */
export function failureOf(error: unknown): IFailure {
  if (error instanceof FailureError) {
    return error.failure;
  }
  // The bundler's word for a part of our code that did not come.
  if (error instanceof Error && error.name === 'ChunkLoadError') {
    return { code: 'offline', words: error.message, facts: { why: 'code' } };
  }
  return {
    code: 'internal',
    words: error instanceof Error ? error.message : String(error)
  };
}

/**
 * Was this thrown because somebody stopped it? Told by its name: a DOMException
 * need not be an Error of the realm that asks.
 */
export function isAbort(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'name' in error &&
    error.name === 'AbortError'
  );
}
