import { MainAreaWidget } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { ReactWidget } from '@jupyterlab/ui-components';
import { UUID } from '@lumino/coreutils';
import type { Message } from '@lumino/messaging';
import { type ISignal, Signal } from '@lumino/signaling';
import * as React from 'react';
import type { IPart } from './body';
import { discoverIcon } from './icon';
import type { Search } from './search';
import { TabBody } from './tabBody';
import { TabEarlier } from './tabEarlier';
import { chipsOf } from './tabChips';
import { repeat } from './tabRepeat';
import { type ITabState, tabStateOf } from './tabState';
import '../../style/discover.css';
import '../../style/filters.css';
import '../../style/answers.css';
import '../../style/results-tab.css';

export { readTabState } from './tabState';

/** What every tab needs. */
interface ITabs {
  readonly trans: TranslationBundle;
  readonly part: () => Promise<IPart>;
}

/** A search with the panel that it belongs to. */
interface IShown {
  readonly search: Search;
  readonly part: IPart;
}

/** A tab of the main area for a search, or for one of an earlier visit. */
export function makeTab(
  tabs: ITabs,
  what: IShown | { readonly state: ITabState }
): MainAreaWidget<ResultsTab> {
  const content = new ResultsTab(tabs, what);
  const widget = new MainAreaWidget({ content });
  widget.toolbar.hide();
  // JupyterLab calls every tab's content the same.
  content.node.setAttribute('aria-label', content.title.caption);
  return widget;
}

/**
 * The results of one search as a table with all its columns. It only shows the
 * search: closing the tab ends nothing. After a reload it says what was
 * searched and asks nothing until it is told to.
 */
export class ResultsTab extends ReactWidget {
  constructor(
    private readonly _tabs: ITabs,
    what: IShown | { readonly state: ITabState }
  ) {
    super();
    this.addClass('jp-esap-Tab');
    this.title.icon = discoverIcon;
    if ('search' in what) {
      this._id = UUID.uuid4();
      this._show(what);
    } else {
      this._id = what.state.id;
      this._earlier = what.state;
      this._entitle(what.state.form.box);
    }
  }

  /** The search that is shown; undefined until one of an earlier visit is repeated. */
  get search(): Search | undefined {
    return this._shown?.search;
  }

  /** What is kept over a reload. */
  get state(): ITabState {
    return this._shown
      ? tabStateOf(this._id, this._shown.search)
      : this._earlier!;
  }

  /** Emitted when `state` is worth to be kept anew. */
  get kept(): ISignal<this, void> {
    return this._kept;
  }

  protected override onActivateRequest(msg: Message): void {
    super.onActivateRequest(msg);
    // The rows are drawn one frame after the table.
    void this.renderPromise?.then(() =>
      requestAnimationFrame(() => requestAnimationFrame(() => this._focus()))
    );
  }

  protected override render(): JSX.Element {
    const { trans } = this._tabs;
    return this._shown ? (
      <TabBody {...this._shown.part} search={this._shown.search} />
    ) : (
      <TabEarlier
        trans={trans}
        earlier={this._earlier!}
        phase={this._phase}
        again={() => void this._again()}
      />
    );
  }

  /** Gives the focus to the rows, if nothing in the tab has taken it. */
  private _focus(): void {
    if (document.activeElement === this.node) {
      this.node
        .querySelector<HTMLElement>(
          '.jp-esap-Table [tabindex="0"], .jp-esap-Tab-earlier > button'
        )
        ?.focus({ preventScroll: true });
    }
  }

  /** Asks the same once more; what hinders it is said where the form is. */
  private async _again(): Promise<void> {
    this._phase = 'asking';
    this.update();
    const part = await this._tabs.part();
    const search = await repeat(part.model, this._earlier!.form);
    if (this.isDisposed) {
      return;
    }
    if (search) {
      // The button goes; the focus must not go with it.
      this.node.focus();
      this._show({ search, part });
      this._kept.emit();
    } else {
      this._phase = 'hindered';
    }
    this.update();
  }

  private _show(shown: IShown): void {
    this._shown = shown;
    this._entitle(shown.search.question.text, shown.search);
    shown.search.changed.connect(this._follow, this);
  }

  private _entitle(text: string, search?: Search): void {
    const { trans } = this._tabs;
    const label = text || trans.__('By filters');
    this.title.label = label;
    this.title.caption = [
      label,
      ...(search ? chipsOf(search.question, trans) : [])
    ].join(' · ');
  }

  private _follow(search: Search): void {
    if (search.isRunning !== this._wasRunning) {
      this._wasRunning = search.isRunning;
      this._kept.emit();
    }
  }

  private readonly _id: string;
  private readonly _kept = new Signal<this, void>(this);
  private _earlier: ITabState | undefined;
  private _phase: 'waiting' | 'asking' | 'hindered' = 'waiting';
  private _shown: IShown | undefined;
  private _wasRunning = true;
}
