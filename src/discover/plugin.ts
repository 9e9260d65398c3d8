import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ILayoutRestorer } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { ISite, ITransport } from '../tokens';
import { discoverIcon } from './icon';
import { DiscoverShell } from './shell';

namespace CommandIDs {
  export const open = 'discover:open';
}

const PANEL_ID = 'jp-esap-discover';

/** The side bar panel in which archives are searched. */
export const discover: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-esap:discover',
  description: 'Searches archives of the Virtual Observatory in the side bar.',
  autoStart: true,
  requires: [ITransport, ISite],
  optional: [ILayoutRestorer, ICommandPalette, IStateDB, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    transport: ITransport,
    site: ISite,
    restorer: ILayoutRestorer | null,
    palette: ICommandPalette | null,
    state: IStateDB | null,
    translator: ITranslator | null
  ): void => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_esap');
    const shell = new DiscoverShell(trans, async () => {
      const { makePanel } = await import('./panel');
      return makePanel({ transport, site, state, trans });
    });
    shell.id = PANEL_ID;
    shell.title.icon = discoverIcon;
    shell.title.caption = trans.__('Discover: search astronomical archives');
    restorer?.add(shell, PANEL_ID);
    app.shell.add(shell, 'left', { rank: 850, type: 'Discover' });

    app.commands.addCommand(CommandIDs.open, {
      label: trans.__('Search astronomical archives'),
      caption: trans.__('Open the Discover panel in the side bar'),
      icon: discoverIcon,
      describedBy: { args: { type: 'object', properties: {} } },
      execute: () => app.shell.activateById(PANEL_ID)
    });
    palette?.addItem({
      command: CommandIDs.open,
      category: trans.__('Astronomy')
    });
  }
};
