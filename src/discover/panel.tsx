import { Clipboard } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { VDomRenderer } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import * as React from 'react';
import { decodeInWorker } from '../votable/workerDecoder';
import { Body, type IPart } from './body';
import { insertSearch } from './codeInsert';
import type { IDoor } from './door';
import { keeper } from './keeper';
import { DiscoverModel } from './model';
import { Chooser } from './notebook/chooser';
import { ownRoutes } from './notebook/ownRoutes';
import { type IParts, PANEL_ID } from './parts';
import { readSettings } from './settings';
import type { Tabs } from './tabs';
import '../../style/discover.css';
import '../../style/filters.css';
import '../../style/answers.css';

/** The panel itself: draws the model's state. */
class DiscoverPanel extends VDomRenderer<DiscoverModel> {
  constructor(
    model: DiscoverModel,
    private readonly _door: IDoor,
    private readonly _trans: TranslationBundle
  ) {
    super(model);
    this.addClass('jp-esap-Discover');
  }

  protected override onActivateRequest(msg: Message): void {
    super.onActivateRequest(msg);
    this.node.querySelector<HTMLElement>('[data-esap-first]')?.focus();
  }

  protected override render(): JSX.Element {
    return <Body model={this.model} trans={this._trans} door={this._door} />;
  }
}

/** Draws what `makePart` has made; called when the panel is first shown. */
export function makePanel({ model, door, trans }: IPart): DiscoverPanel {
  return new DiscoverPanel(model, door, trans);
}

/**
 * Makes the model, which the panel and the tabs of results share, and what
 * leads out of them; then reads what was kept and the profile.
 */
export async function makePart(parts: IParts, tabs: Tabs): Promise<IPart> {
  const { transport, site, state, settings, trans } = parts;
  const model = new DiscoverModel({
    site,
    client: { transport, decode: decodeInWorker },
    keeper: keeper(state),
    trans,
    settings: await readSettings(settings)
  });
  void model.open();
  return { model, trans, door: makeDoor(parts, tabs, model) };
}

function makeDoor(
  { app, documents, notebooks, trans }: IParts,
  tabs: Tabs,
  model: DiscoverModel
): IDoor {
  const { contents, kernelspecs, serverSettings } = app.serviceManager;
  const { client } = model.world;
  const copy = (text: string): void => Clipboard.copyToSystem(text);
  return {
    copy,
    openTab: search => void tabs.open(search),
    insertCode: (search, ids) =>
      insertSearch(search, { client, notebooks, copy, trans }, ids),
    chooseNotebook: (search, ids) => {
      const { site } = model.state;
      if (documents && site.state === 'ready') {
        const chooser = new Chooser({
          search,
          ids,
          site: site.value,
          client,
          contents,
          routes: ownRoutes(serverSettings),
          kernelspecs,
          documents
        });
        model.show(chooser);
        void chooser.load();
        // From a tab, the side bar may show something else.
        app.shell.activateById(PANEL_ID);
      }
    }
  };
}
