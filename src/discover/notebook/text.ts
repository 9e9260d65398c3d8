import { readNotebook, type ReadNotebook } from '../../notebook/document';
import { textAt, textOf } from '../../notebook/forge';
import { sha256Hex } from '../../notebook/sha256';
import type { ITransport } from '../../transport/transport';
import type { Offer } from './offer';
import type { IOwnRoutes } from './ownRoutes';

/** The text of an offer as it came. */
export interface IRead {
  readonly result: ReadNotebook;
  /** Of the text, hexadecimal. */
  readonly sha256: string;
  /** What its file is to be called. */
  readonly name: string;
}

/**
 * Reads an offered notebook that is not the user's yet.
 *
 * Throws a `FailureError`.
 */
export async function readOffer(
  offer: Exclude<Offer, { kind: 'copy' }>,
  transport: ITransport,
  routes: IOwnRoutes,
  signal: AbortSignal
): Promise<IRead> {
  const { name, text } = await textOfOffer(offer, transport, routes, signal);
  return { result: readNotebook(text), sha256: sha256Hex(text), name };
}

async function textOfOffer(
  offer: Exclude<Offer, { kind: 'copy' }>,
  transport: ITransport,
  routes: IOwnRoutes,
  signal: AbortSignal
): Promise<{ readonly name: string; readonly text: string }> {
  const { name } = offer;
  switch (offer.kind) {
    case 'linked':
      return {
        name,
        text: await textAt(transport, offer.service, offer.url, signal)
      };
    case 'archive':
      return {
        name: offer.offered.name,
        text: await textOf(transport, offer.offered, signal)
      };
    case 'template':
      return routes.template(offer.template.id, signal);
  }
}
