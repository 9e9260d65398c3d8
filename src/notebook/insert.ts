import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import { NotebookActions } from '@jupyterlab/notebook';

/** Key in a cell's metadata that marks a cell of ours and says what it is about. */
const MARK = 'esap';

/** What became of the code. */
export type Inserted = 'inserted' | 'replaced' | 'no-notebook';

/**
 * Puts code into the notebook that is in front: below the active cell, or in
 * place of a cell of the same origin (`key`) whose code nobody has edited.
 */
export function insertCode(
  tracker: INotebookTracker | null,
  code: string,
  key: string
): Inserted {
  const panel = tracker?.currentWidget;
  if (!panel?.model || panel.model.readOnly) {
    return 'no-notebook';
  }
  const old = findUnedited(panel, key);
  if (old !== undefined) {
    panel.content.activeCellIndex = old;
    write(panel, code, key);
    return 'replaced';
  }
  NotebookActions.insertBelow(panel.content);
  NotebookActions.changeCellType(panel.content, 'code');
  write(panel, code, key);
  return 'inserted';
}

function write(panel: NotebookPanel, code: string, key: string): void {
  const model = panel.content.activeCell?.model;
  model?.sharedModel.setSource(code);
  model?.setMetadata(MARK, { key, code });
}

/** The cell that we wrote for this key, if its text is still ours. */
function findUnedited(panel: NotebookPanel, key: string): number | undefined {
  const { cells } = panel.model!;
  for (let index = 0; index < cells.length; index++) {
    const cell = cells.get(index);
    const mark = cell.getMetadata(MARK) as
      { key?: unknown; code?: unknown } | undefined;
    if (mark?.key === key && mark.code === cell.sharedModel.getSource()) {
      return index;
    }
  }
  return undefined;
}
