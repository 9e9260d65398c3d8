import type { ServerConnection } from '@jupyterlab/services';
import type { LocalFile, TemplateText } from '../../contract';
import { FailureError } from '../../remote';
import { askServer } from '../../transport/ownServer';

/** What a choice of notebooks asks of our own server part. Each throws a `FailureError`. */
export interface IOwnRoutes {
  template(id: string, signal: AbortSignal): Promise<TemplateText>;
  /** One answer for each URL, in their order; at most 200. */
  local(
    urls: readonly string[],
    signal: AbortSignal
  ): Promise<readonly LocalFile[]>;
}

/** Our server part, by way of JupyterLab's connection. */
export function ownRoutes(settings: ServerConnection.ISettings): IOwnRoutes {
  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    const answer = await askServer(settings, path, 'application/json', init);
    return answer.json();
  };
  return {
    template: async (id, signal) => {
      const got = await ask(`templates/${encodeURIComponent(id)}`, { signal });
      const { name, text } = got as Partial<TemplateText>;
      if (typeof name !== 'string' || typeof text !== 'string') {
        throw odd();
      }
      return { name, text };
    },
    local: async (urls, signal) => {
      const got = (await ask('local', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ urls }),
        signal
      })) as { files?: unknown };
      if (!Array.isArray(got.files) || got.files.length !== urls.length) {
        throw odd();
      }
      return got.files as LocalFile[];
    }
  };
}

/** An answer of another version of our server part. */
function odd(): FailureError {
  return new FailureError({ code: 'server-part', facts: { status: 200 } });
}
