import { Time } from '@jupyterlab/coreutils';
import type { NotebookRefusal } from '../../notebook/document';
import { shown } from '../../notebook/shown';
import type { ITrans } from '../../remote';
import { formatBytes } from '../../vo';
import type { Offer } from './offer';

/** What is said of an offer below its name: whose it is, and what tells it from others. */
export function offerWords(
  offer: Offer,
  others: readonly Offer[],
  trans: ITrans
): string {
  switch (offer.kind) {
    case 'copy': {
      const when = Time.formatHuman(offer.copy.modified);
      return offer.copy.edited
        ? trans.__('Yours, edited %1', when)
        : trans.__('Yours, unchanged, from %1', when);
    }
    case 'archive': {
      const { offered, host } = offer;
      return [
        shown(offer.label),
        host && trans.__('file on %1', shown(host)),
        offered.modified &&
          trans.__('version of %1', shown(offered.modified.slice(0, 10))),
        isCopied(offer, others) && trans.__('opens as a second copy')
      ]
        .filter(Boolean)
        .join(', ');
    }
    case 'linked':
      // Whose it is comes first where the site does not vouch for it.
      return [
        shown(offer.host),
        offer.description && shown(offer.description),
        trans.__('linked by %1', shown(offer.label)),
        isCopied(offer, others) && trans.__('opens as a second copy')
      ]
        .filter(Boolean)
        .join(', ');
    case 'template': {
      const { products } = offer.template;
      return products.length === 0
        ? trans.__('Template for any data')
        : trans.__('Template for data of type %1', products.join(', '));
    }
  }
}

/** Is a copy of it among the user's files already? */
function isCopied(
  offer: Extract<Offer, { kind: 'archive' | 'linked' }>,
  others: readonly Offer[]
): boolean {
  const url = offer.kind === 'archive' ? offer.offered.url : offer.url;
  return others.some(
    other => other.kind === 'copy' && other.copy.origin.url === url
  );
}

/** Why a notebook can't be opened, in one sentence. */
export function refusalSentence(
  refusal: NotebookRefusal,
  name: string,
  trans: ITrans
): string {
  switch (refusal.code) {
    case 'not-json':
      return trans.__(
        '%1 is damaged or cut off: what came is no notebook.',
        shown(name)
      );
    case 'not-a-notebook':
      return trans.__('%1 is not a notebook.', shown(name));
    case 'too-large':
      return trans.__(
        '%1 is too large to open (%2).',
        shown(name),
        formatBytes(refusal.bytes)
      );
    case 'old-format':
      return trans.__(
        '%1 is in the old notebook format %2; nbconvert makes a new one of it.',
        shown(name),
        refusal.nbformat
      );
  }
}
