import { sortOrder, type IPiece } from './sort';
import type { SortAnswer, SortRequest } from './sorter';

/**
 * Sorts for the tables of one page. Reaches nothing of JupyterLab, Lumino,
 * React or npm: a worker under module federation could not load it.
 */
const scope = self as unknown as {
  onmessage: (event: { data: SortRequest }) => void;
  postMessage(answer: SortAnswer, transfer: Transferable[]): void;
};

const pieces = new Map<number, IPiece[]>();

scope.onmessage = ({ data }) => {
  const known = pieces.get(data.task) ?? [];
  if (data.kind === 'piece') {
    known.push(data.piece);
    pieces.set(data.task, known);
    return;
  }
  pieces.delete(data.task);
  const order = sortOrder({ ...data, pieces: known });
  scope.postMessage({ kind: 'order', task: data.task, order }, [
    order.buffer as ArrayBuffer
  ]);
};

scope.postMessage({ kind: 'ready' }, []);
