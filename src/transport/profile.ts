import type { ServerConnection } from '@jupyterlab/services';
import type { Profile } from '../contract';
import { FailureError } from '../remote';
import { askServer } from './ownServer';

/**
 * The site's profile, from our server part.
 *
 * Throws a `FailureError`: `server-part` where that is missing or fails, or `offline`.
 */
export async function readProfile(
  settings: ServerConnection.ISettings
): Promise<Profile> {
  const answer = await askServer(settings, 'profile', 'application/json');
  const profile = (await answer.json().catch(() => ({}))) as Partial<Profile>;
  if (!Array.isArray(profile.services) || !Array.isArray(profile.problems)) {
    throw new FailureError({
      code: 'server-part',
      facts: { status: answer.status }
    });
  }
  return profile as Profile;
}
