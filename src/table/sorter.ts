import type { ColumnData } from '../columns';
import { sortOrder, type IPiece, type ISortTask } from './sort';
import { Stretch } from './stretch';

/** Makes the order of rows, here or elsewhere. */
export interface ISorter {
  order(task: ISortTask): Promise<Uint32Array>;
}

/** What a sorter needs of a worker; the browser's `Worker` has it. */
export interface ISortWorker {
  postMessage(message: SortRequest, transfer: Transferable[]): void;
  addEventListener(
    type: 'message',
    listener: (event: { data: SortAnswer }) => void
  ): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

/** To the worker: pieces as they are copied, the last one with the wish. */
export type SortRequest =
  | { readonly kind: 'piece'; readonly task: number; readonly piece: IPiece }
  | {
      readonly kind: 'sort';
      readonly task: number;
      readonly descending: boolean;
      readonly locale?: string;
    };

/** From the worker: that it is there, then one order a task. */
export type SortAnswer =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'order';
      readonly task: number;
      readonly order: Uint32Array;
    };

/** How long a worker has to say that it is there, ms. */
const START = 5000;

/**
 * Sorts in a worker. Pieces of the key column are copied to it between frames;
 * where no worker starts, the sort happens here: slow is better than not.
 */
export class WorkerSorter implements ISorter {
  constructor(private readonly _make: () => Promise<ISortWorker>) {}

  async order(task: ISortTask): Promise<Uint32Array> {
    this._started ??= this._start();
    const worker = await this._started;
    if (!worker) {
      return sortOrder(task);
    }
    const number = ++this._tasks;
    const stretch = new Stretch();
    for (const whole of task.pieces) {
      const piece = copyOf(whole);
      worker.postMessage(
        { kind: 'piece', task: number, piece },
        buffersOf(piece)
      );
      if (stretch.over) {
        await stretch.pause();
      }
    }
    return new Promise((resolve, reject) => {
      this._waiting.set(number, { resolve, reject });
      const { descending, locale } = task;
      worker.postMessage(
        { kind: 'sort', task: number, descending, locale },
        []
      );
    }).then(
      order => order as Uint32Array,
      () => sortOrder(task)
    );
  }

  private async _start(): Promise<ISortWorker | undefined> {
    try {
      const worker = await this._make();
      return await new Promise(resolve => {
        const late = setTimeout(() => {
          worker.terminate();
          resolve(undefined);
        }, START);
        worker.addEventListener('message', ({ data }) => {
          if (data.kind === 'ready') {
            clearTimeout(late);
            resolve(worker);
          } else {
            this._waiting.get(data.task)?.resolve(data.order);
            this._waiting.delete(data.task);
          }
        });
        worker.addEventListener('error', () => {
          clearTimeout(late);
          resolve(undefined);
          this._fail();
        });
      });
    } catch {
      // A policy of the page forbids workers, or the code of it did not come.
      return undefined;
    }
  }

  private _fail(): void {
    this._started = Promise.resolve(undefined);
    for (const { reject } of this._waiting.values()) {
      reject();
    }
    this._waiting.clear();
  }

  private _started: Promise<ISortWorker | undefined> | undefined;
  private _tasks = 0;
  private readonly _waiting = new Map<
    number,
    { resolve: (order: Uint32Array) => void; reject: () => void }
  >();
}

/** The same values in buffers of their own: what is sent away is gone here. */
function copyOf({ data, length }: IPiece): IPiece {
  return data ? { length, data: copyOfData(data, length) } : { length };
}

function copyOfData(data: ColumnData, length: number): ColumnData {
  const nulls = data.nulls?.slice();
  switch (data.kind) {
    case 'number':
      return { ...data, nulls, values: data.values.slice() };
    case 'long':
      return { ...data, nulls, values: data.values.slice() };
    case 'boolean':
      return { ...data, nulls, values: data.values.slice() };
    case 'complex':
      return { ...data, nulls, values: data.values.slice() };
    case 'text':
      return {
        ...data,
        nulls,
        offsets: data.offsets.slice(),
        bytes: data.bytes.slice(0, data.offsets[length])
      };
    case 'list': {
      const items = copyOfData(data.items, data.offsets[length]);
      return items.kind === 'list'
        ? items
        : { ...data, nulls, offsets: data.offsets.slice(), items };
    }
  }
}

function buffersOf({ data }: IPiece): ArrayBuffer[] {
  return (data ? viewsOf(data) : []).map(view => view.buffer as ArrayBuffer);
}

function viewsOf(data: ColumnData): ArrayBufferView[] {
  const nulls = data.nulls ? [data.nulls] : [];
  switch (data.kind) {
    case 'text':
      return [...nulls, data.offsets, data.bytes];
    case 'list':
      return [...nulls, data.offsets, ...viewsOf(data.items)];
    case 'number':
    case 'long':
    case 'boolean':
    case 'complex':
      return [...nulls, data.values];
  }
}
