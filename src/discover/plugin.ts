import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ILayoutRestorer } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { ILauncher } from '@jupyterlab/launcher';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { ISite, ITransport } from '../tokens';
import { once } from '../remote/once';
import type { IPart } from './body';
import { discoverIcon } from './icon';
import { PANEL_ID } from './parts';
import { DiscoverShell } from './shell';
import { Tabs } from './tabs';

namespace CommandIDs {
  export const open = 'discover:open';
}

/** The side bar panel in which archives are searched. */
export const discover: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-esap:discover',
  description: 'Searches archives of the Virtual Observatory in the side bar.',
  autoStart: true,
  requires: [ITransport, ISite],
  optional: [
    ILayoutRestorer,
    ICommandPalette,
    ILauncher,
    IStateDB,
    IDocumentManager,
    INotebookTracker,
    ISettingRegistry,
    ITranslator
  ],
  activate: (
    app: JupyterFrontEnd,
    transport: ITransport,
    site: ISite,
    restorer: ILayoutRestorer | null,
    palette: ICommandPalette | null,
    launcher: ILauncher | null,
    state: IStateDB | null,
    documents: IDocumentManager | null,
    notebooks: INotebookTracker | null,
    settings: ISettingRegistry | null,
    translator: ITranslator | null
  ): void => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_esap');
    const parts = {
      app,
      transport,
      site,
      state,
      documents,
      notebooks,
      settings,
      trans
    };
    // One model for the panel and the tabs; made with whichever is shown first.
    const part = once<IPart>(async () => {
      const { makePart } = await import('./panel');
      return makePart(parts, tabs);
    });
    const tabs: Tabs = new Tabs({ app, restorer, trans, part });
    const shell = new DiscoverShell(trans, async () => {
      const { makePanel } = await import('./panel');
      return makePanel(await part());
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
    const category = trans.__('Astronomy');
    palette?.addItem({ command: CommandIDs.open, category });
    launcher?.add({ command: CommandIDs.open, category, rank: 1 });
  }
};
