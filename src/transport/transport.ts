/** The id of a service in the site's profile. */
export type ServiceId = string;

/** How long we wait, by what it is for: a quick look, a search, or bulk data. */
export type Patience = 'probe' | 'search' | 'bulk';

export interface IServiceRequest {
  /** Absolute URL, sent as it is: nothing is encoded again. */
  readonly url: string;
  /** GET if absent. */
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Blob | FormData;
}

export interface IHow {
  /** Stops the request, also at the service's side as far as that can be had. */
  readonly signal: AbortSignal;
  /** `search` if absent. */
  readonly patience?: Patience;
  /** True for what nobody waits for: it goes last and does not count as activity. */
  readonly background?: boolean;
  /**
   * Told while the request waits for its turn at the service's host: how many
   * others are before it there.
   */
  readonly waits?: (ahead: number) => void;
}

/**
 * Sends a request to a named service of the profile.
 *
 * The answer is the web's own `Response`, its body a stream; HTTP errors of the
 * service are answers, not exceptions. `Response.url` is the final URL. Where
 * no answer came it throws a `FailureError`; a body that is cut errors with one.
 */
export interface ITransport {
  fetch(
    service: ServiceId,
    request: IServiceRequest,
    how: IHow
  ): Promise<Response>;
}
