import { PageConfig } from '@jupyterlab/coreutils';
import { serverPart } from '../transport/serverPart';

/** What runs here, for whoever is asked for help. */
export function versions(): string {
  const part = serverPart();
  return [
    `jupyterlab-esap ${part ? part.version : '(no server part)'}`,
    `JupyterLab ${PageConfig.getOption('appVersion') || '(unknown)'}`,
    navigator.userAgent
  ].join('; ');
}
