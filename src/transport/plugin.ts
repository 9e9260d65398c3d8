import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { once } from '../remote/once';
import { ISite, ITransport } from '../tokens';

/**
 * Requests to services by way of our server part. The code that does it comes
 * with the first request, not with the page.
 */
export const transport: JupyterFrontEndPlugin<ITransport> = {
  id: 'jupyterlab-esap:transport',
  description: 'Sends requests to the services of the site profile.',
  autoStart: true,
  provides: ITransport,
  activate: (app: JupyterFrontEnd): ITransport => {
    const { serverSettings } = app.serviceManager;
    const loaded = once(async () => {
      const { RelayTransport } = await import('./relay');
      return new RelayTransport(serverSettings);
    });
    return {
      fetch: async (service, request, how) =>
        (await loaded()).fetch(service, request, how)
    };
  }
};

/** The profile of the site. */
export const site: JupyterFrontEndPlugin<ISite> = {
  id: 'jupyterlab-esap:site',
  description: 'The profile of this site, read when it is first needed.',
  autoStart: true,
  provides: ISite,
  activate: (app: JupyterFrontEnd): ISite => {
    const { serverSettings } = app.serviceManager;
    return {
      profile: once(async () => {
        const { readProfile } = await import('./profile');
        return readProfile(serverSettings);
      })
    };
  }
};
