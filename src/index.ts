import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { discover } from './discover/plugin';
import { serverPart } from './transport/serverPart';
import { site, transport } from './transport/plugin';

/**
 * The plugins that this site has switched on. The server puts its groups into
 * the page, so nothing has to be asked; without a server part the panels stay,
 * and say what is missing when they are shown.
 */
const groups = serverPart()?.groups;
const plugins: JupyterFrontEndPlugin<unknown>[] = [
  transport,
  site,
  ...((groups?.includes('discover') ?? true) ? [discover] : [])
];

export default plugins;
