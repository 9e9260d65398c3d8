import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { IDocumentManager } from '@jupyterlab/docmanager';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import type { IStateDB } from '@jupyterlab/statedb';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { ISite, ITransport } from '../tokens';

/** Of the side bar's widget. */
export const PANEL_ID = 'jp-esap-discover';

/** The parts of JupyterLab and of the suite that the panel is made from; what is null is not there. */
export interface IParts {
  readonly app: JupyterFrontEnd;
  readonly transport: ITransport;
  readonly site: ISite;
  readonly state: IStateDB | null;
  readonly documents: IDocumentManager | null;
  readonly notebooks: INotebookTracker | null;
  readonly settings: ISettingRegistry | null;
  readonly trans: TranslationBundle;
}
