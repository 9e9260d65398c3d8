import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';
import type { Fault } from '../contract';
import { FailureError } from '../remote';
import { aborted } from './queue';

const PREFIX = 'jupyterlab-esap';

/**
 * Asks a route of our server part; `path` is below its prefix, each part encoded.
 *
 * Throws a `FailureError`, `offline` or `server-part`, for anything but a 200
 * with the type that was expected, or an `AbortError` when stopped.
 */
export async function askServer(
  settings: ServerConnection.ISettings,
  path: string,
  type: string,
  init: RequestInit = {}
): Promise<Response> {
  // makeRequest hides an abort behind its own NetworkError.
  if (init.signal?.aborted) {
    throw aborted();
  }
  let response: Response;
  try {
    response = await ServerConnection.makeRequest(
      URLExt.join(settings.baseUrl, PREFIX, path),
      // 'no-store' would put the time into the URL.
      { ...init, cache: 'no-cache' },
      settings
    );
  } catch (error) {
    if (init.signal?.aborted) {
      throw aborted();
    }
    throw new FailureError({ code: 'offline', words: String(error) });
  }
  const got = response.headers.get('Content-Type') ?? '';
  // A proxy's page may come with any status.
  if (response.status !== 200 || !got.startsWith(type)) {
    throw await fault(response);
  }
  return response;
}

async function fault(response: Response): Promise<FailureError> {
  const { status } = response;
  const said = await response.json().catch(() => undefined);
  const { message, id } = (said ?? {}) as Partial<Fault>;
  return new FailureError({
    code: 'server-part',
    ...(typeof message === 'string' && { words: message.slice(0, 2000) }),
    facts: { status, ...(typeof id === 'string' && { id }) }
  });
}
