import type { ILayoutRestorer, JupyterFrontEnd } from '@jupyterlab/application';
import { type MainAreaWidget, WidgetTracker } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { IPart } from './body';
import type { Search } from './search';
import type { ResultsTab } from './tab';

/** Brings a tab back after a reload; called by JupyterLab's restorer. */
const OPEN_RESULTS = 'discover:open-results';

/** What tabs of results are made from. */
export interface ITabsParts {
  readonly app: JupyterFrontEnd;
  readonly restorer: ILayoutRestorer | null;
  readonly trans: TranslationBundle;
  /** The panel's model and what leads out of it; made when first asked for. */
  readonly part: () => Promise<IPart>;
}

/**
 * The tabs of the main area in which results are shown, one a search. This is
 * loaded with the page; what a tab is made of comes with the first one.
 */
export class Tabs {
  constructor(private readonly _parts: ITabsParts) {
    const { app, restorer, trans } = _parts;
    app.commands.addCommand(OPEN_RESULTS, {
      label: trans.__('Open search results'),
      caption: trans.__(
        'Open a tab that says what was searched; nothing is asked by itself'
      ),
      describedBy: { args: ARGS },
      execute: args => this._restore(args)
    });
    void restorer?.restore(this._tracker, {
      command: OPEN_RESULTS,
      name: ({ content }) => content.state.id,
      // What is kept is plain JSON; its type says more than JupyterLab's.
      args: ({ content }) => JSON.parse(JSON.stringify(content.state))
    });
  }

  /** Shows a search in its tab: the one that it has, or a new one. */
  async open(search: Search): Promise<void> {
    const part = await this._parts.part();
    const { makeTab } = await import('./tab');
    // Looked for after the last wait, so that two clicks make one tab.
    const widget =
      this._tracker.find(({ content }) => content.search === search) ??
      (await this._add(makeTab(this._parts, { search, part })));
    this._parts.app.shell.activateById(widget.id);
  }

  private async _restore(args: unknown): Promise<void> {
    const { makeTab, readTabState } = await import('./tab');
    const state = readTabState(args);
    if (!state) {
      throw new Error(
        this._parts.trans.__('These are no arguments of a search.')
      );
    }
    if (!this._tracker.find(({ content }) => content.state.id === state.id)) {
      await this._add(makeTab(this._parts, { state }));
    }
  }

  private async _add(
    widget: MainAreaWidget<ResultsTab>
  ): Promise<MainAreaWidget<ResultsTab>> {
    widget.content.kept.connect(() => void this._tracker.save(widget));
    this._parts.app.shell.add(widget, 'main', { type: 'Search results' });
    await this._tracker.add(widget);
    return widget;
  }

  private readonly _tracker = new WidgetTracker<MainAreaWidget<ResultsTab>>({
    namespace: 'esap-results'
  });
}

const TEXT = { type: 'string' } as const;
const TEXTS = { type: 'array', items: TEXT } as const;

/** The arguments as JSON schema; `readTabState` is stricter. */
const ARGS = {
  type: 'object',
  required: ['id', 'form', 'rows', 'at'],
  properties: {
    id: { ...TEXT, description: 'Names the tab.' },
    form: {
      type: 'object',
      description: 'What was searched, as the fields of the form.',
      properties: {
        box: TEXT,
        radius: TEXT,
        unit: { enum: ['deg', 'arcmin', 'arcsec'] },
        filters: {
          type: 'object',
          properties: {
            experiment: TEXT,
            source: TEXT,
            bands: TEXTS,
            from: TEXT,
            to: TEXT,
            productType: TEXT
          }
        },
        chosen: TEXTS
      }
    },
    rows: { type: 'integer', description: 'How many rows there were.' },
    at: { type: 'integer', description: 'When; ms since the epoch.' }
  }
};
