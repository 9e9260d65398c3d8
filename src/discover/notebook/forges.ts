import type { Profile } from '../../contract';
import { offeredBy } from '../../notebook/forge';
import type { Fields } from '../../notebook/template';
import { FailureError, failureOf, type IFailure } from '../../remote';
import type { ITransport } from '../../transport/transport';
import { archiveOffer, type IArchiveOffer } from './offer';

/**
 * All notebooks of a row's experiment, by the rules of its service, side by
 * side: what one forge has does not wait for another.
 *
 * Throws a `FailureError` at the end if any of the forges failed.
 *
 * @param service - id of the row's service
 * @param came - called with what each forge has
 */
export async function lookInForges(
  transport: ITransport,
  { services }: Pick<Profile, 'services'>,
  service: string,
  fields: Fields,
  signal: AbortSignal,
  came: (offers: readonly IArchiveOffer[]) => void
): Promise<void> {
  const rules = services.find(({ id }) => id === service)?.notebooks ?? [];
  let failure: IFailure | undefined;
  await Promise.all(
    rules.map(async rule => {
      const forge = services.find(({ id }) => id === rule.service);
      const label = forge?.label ?? rule.service;
      try {
        const offered = await offeredBy(transport, rule, fields, signal);
        came(offered.map(one => archiveOffer(one, label, rule.listing)));
      } catch (reason) {
        failure = { service: label, ...failureOf(reason) };
      }
    })
  );
  if (failure) {
    throw new FailureError(failure);
  }
}
