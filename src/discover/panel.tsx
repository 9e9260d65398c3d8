import { VDomRenderer } from '@jupyterlab/ui-components';
import type { IStateDB } from '@jupyterlab/statedb';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Message } from '@lumino/messaging';
import * as React from 'react';
import type { ISite, ITransport } from '../tokens';
import { decodeInWorker } from '../votable/workerDecoder';
import { Body } from './body';
import { formStore } from './formStore';
import { DiscoverModel } from './model';
import '../../style/discover.css';

/** What the panel is made from. */
export interface IPanelOptions {
  readonly transport: ITransport;
  readonly site: ISite;
  readonly state: IStateDB | null;
  readonly trans: TranslationBundle;
}

/** The panel itself: draws the model's state. */
class DiscoverPanel extends VDomRenderer<DiscoverModel> {
  constructor(
    model: DiscoverModel,
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
    return <Body model={this.model} trans={this._trans} />;
  }
}

/** Makes the panel and reads what it needs; called when it is first shown. */
export function makePanel(options: IPanelOptions): DiscoverPanel {
  const { transport, site, state, trans } = options;
  const model = new DiscoverModel(
    site,
    { transport, decode: decodeInWorker },
    formStore(state)
  );
  void model.open();
  return new DiscoverPanel(model, trans);
}
