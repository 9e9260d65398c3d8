import { sortOrder, type IPiece } from './sort';
import {
  WorkerSorter,
  type ISortWorker,
  type SortAnswer,
  type SortRequest
} from './sorter';
import { dataOf } from './testing/rows';

const TASK = {
  pieces: [
    { length: 3, data: dataOf(['c', 'a', null]) },
    { length: 2, data: dataOf(['b', 'd']) }
  ],
  descending: false
};
const ORDER = [1, 3, 0, 4, 2];

/** Does what sort.worker.ts does; buffers are really handed over. */
class FakeWorker implements ISortWorker {
  constructor(private readonly _fails = false) {}

  postMessage(message: SortRequest, transfer: Transferable[]): void {
    const request = structuredClone(message, { transfer });
    if (request.kind === 'piece') {
      this._pieces.push(request.piece);
    } else if (this._fails) {
      this._error?.();
    } else {
      const { task, descending } = request;
      const order = sortOrder({ pieces: this._pieces, descending });
      this._message?.({ data: { kind: 'order', task, order } });
    }
  }

  addEventListener(type: 'message' | 'error', listener: unknown): void {
    if (type === 'error') {
      this._error = listener as () => void;
    } else {
      this._message = listener as typeof this._message;
      queueMicrotask(() => this._message?.({ data: { kind: 'ready' } }));
    }
  }

  terminate(): void {
    this._pieces.length = 0;
  }

  private readonly _pieces: IPiece[] = [];
  private _message: ((event: { data: SortAnswer }) => void) | undefined;
  private _error: (() => void) | undefined;
}

it('sorts a copy in the worker: the table keeps its own values', async () => {
  const sorter = new WorkerSorter(async () => new FakeWorker());
  expect([...(await sorter.order(TASK))]).toEqual(ORDER);
  expect(TASK.pieces[0].data.nulls).toHaveLength(1);
  expect([...sortOrder(TASK)]).toEqual(ORDER);
});

it('sorts here where no worker can be started', async () => {
  const sorter = new WorkerSorter(() => Promise.reject(new Error('forbidden')));
  expect([...(await sorter.order(TASK))]).toEqual(ORDER);
});

it('sorts here when the worker breaks', async () => {
  const sorter = new WorkerSorter(async () => new FakeWorker(true));
  expect([...(await sorter.order(TASK))]).toEqual(ORDER);
  expect([...(await sorter.order(TASK))]).toEqual(ORDER);
});
