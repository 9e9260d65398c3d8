import { ReadableStream } from 'node:stream/web';
import type { ILayoutRestorer, JupyterFrontEnd } from '@jupyterlab/application';
import type { MainAreaWidget } from '@jupyterlab/apputils';
import type { IRestorable } from '@jupyterlab/statedb';
import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { MessageLoop } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';
import { act } from '@testing-library/react';
import type { Service } from '../../contract';
import type { IPart } from '../body';
import { DiscoverModel } from '../model';
import type { ResultsTab } from '../tab';
import { Tabs } from '../tabs';
import { Feed } from './feed';

const trans = nullTranslator.load('jupyterlab_esap');

/** Gives jsdom what it lacks; called before the tests. */
export function prepare(): void {
  // jsdom has no streams, only half of a signal, and no layout: the table is
  // told how large it is.
  Object.assign(globalThis, { ReadableStream });
  AbortSignal.prototype.throwIfAborted = function () {
    if (this.aborted) {
      throw new DOMException('stopped', 'AbortError');
    }
  };
  for (const [name, value] of [
    ['clientWidth', 900],
    ['clientHeight', 400]
  ] as const) {
    Object.defineProperty(HTMLElement.prototype, name, {
      configurable: true,
      value
    });
  }
}

/** What JupyterLab's restorer is given. */
type Restoring = IRestorable.IOptions<MainAreaWidget<ResultsTab>>;

/** A Lab with a main area, tabs in it and a model of the panel behind them. */
export function lab(services: Service[]) {
  const feed = new Feed();
  const model = new DiscoverModel({
    site: {
      profile: () =>
        Promise.resolve({
          services,
          problems: [],
          defaults: {},
          resolvers: [],
          templates: [],
          examples: [],
          mounts: []
        })
    },
    client: feed.client,
    keeper: { load: () => Promise.resolve(undefined), save: () => undefined },
    trans,
    settings: () => ({})
  });
  const door = {
    copy: jest.fn(),
    openTab: jest.fn(),
    insertCode: jest.fn(() => Promise.resolve('Inserted.')),
    chooseNotebook: jest.fn()
  };
  const commands = new CommandRegistry();
  const widgets: MainAreaWidget<ResultsTab>[] = [];
  const activated: string[] = [];
  const app = {
    commands,
    shell: {
      add: (widget: MainAreaWidget<ResultsTab>) => {
        widgets.push(widget);
        act(() => {
          Widget.attach(widget, document.body);
          MessageLoop.flush();
        });
      },
      activateById: (id: string) => activated.push(id)
    }
  } as unknown as JupyterFrontEnd;
  let restoring: Restoring | undefined;
  const restorer = {
    restore: (_: unknown, options: Restoring) => {
      restoring = options;
      return Promise.resolve();
    }
  } as unknown as ILayoutRestorer;
  const part = jest.fn((): Promise<IPart> =>
    Promise.resolve({ model, trans, door })
  );
  const tabs = new Tabs({ app, restorer, trans, part });
  return {
    ...{ feed, model, door, tabs, widgets, activated, commands, part },
    restoring: restoring!
  };
}

/** Lets everything that waits go on, and a frame be drawn. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let i = 0; i < 3; i++) {
      await new Promise(requestAnimationFrame);
    }
  });
}
