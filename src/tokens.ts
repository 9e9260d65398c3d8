/**
 * The interfaces that plugins share, and that other extensions may use.
 */
import { Token } from '@lumino/coreutils';
import type { Profile } from './contract';
import type { ITransport as ITransportService } from './transport/transport';

/** Sends requests to the services of the site's profile. */
export type ITransport = ITransportService;

export const ITransport = new Token<ITransport>(
  'jupyterlab-esap:ITransport',
  'Sends a request to a named service of the site profile and gives its answer as a Response.'
);

/** What this site has. */
export interface ISite {
  /**
   * The site's profile, asked of the server once and kept; asked again after a failure.
   *
   * Throws a `FailureError`: `server-part` or `offline`.
   */
  profile(): Promise<Profile>;
}

export const ISite = new Token<ISite>(
  'jupyterlab-esap:ISite',
  'The profile of this site: which services it has, and what is switched on.'
);
