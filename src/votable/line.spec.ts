import type { VOTableEvent } from './event';
import { decodeThrough, type IDecoderWorker } from './line';
import { serve } from './serve';
import { ROWS, TABLEDATA, tableOf } from './testing/documents';
import { gather } from './testing/read';
import { utf8Of } from './utf8';
import type { FromWorker, IPort, ToWorker } from './wire';

/** The worker's code at the other end of a real message channel, in this thread. */
class WorkerDouble implements IDecoderWorker {
  constructor(run: (port: IPort<FromWorker, ToWorker>) => unknown = serve) {
    this._near = new MessageChannel();
    const far = this._near.port2;
    this._near.port1.onmessage = message => this.onmessage?.(message);
    run({
      postMessage: (message, transfer) => far.postMessage(message, transfer),
      set onmessage(hear: IPort<FromWorker, ToWorker>['onmessage']) {
        far.onmessage = hear;
      }
    });
  }

  postMessage(message: ToWorker, transfer: Transferable[]): void {
    this.chunks += message.kind === 'chunk' ? 1 : 0;
    this._near.port1.postMessage(message, transfer);
  }

  terminate(): void {
    this.terminated = true;
    this._near.port1.close();
    this._near.port2.close();
  }

  onmessage: ((message: { data: FromWorker }) => void) | null = null;
  onerror: ((error: { message?: string }) => void) | null = null;
  terminated = false;
  chunks = 0;
  private readonly _near: MessageChannel;
}

/** A body that counts what is asked of it. */
function bodyOf(text: string, piece: number) {
  const bytes = utf8Of(text);
  const seen = { asked: 0, cancelled: false };
  let at = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: stream => {
        seen.asked++;
        if (at >= bytes.length) {
          stream.close();
        } else {
          stream.enqueue(bytes.slice(at, at + piece));
          at += piece;
        }
      },
      cancel: () => {
        seen.cancelled = true;
      }
    },
    { highWaterMark: 0 }
  );
  return { body, seen };
}

it('gives the events of the decoder, and ends the worker', async () => {
  const worker = new WorkerDouble();
  const { body } = bodyOf(TABLEDATA, 100);
  const { tables, broken } = await gather(decodeThrough(() => worker, body));
  expect(broken).toBeUndefined();
  expect(tables[0].rows).toEqual(ROWS);
  expect(worker.terminated).toBe(true);
});

it('never has more than four chunks under way', async () => {
  // A worker that reads nothing.
  const deaf = new WorkerDouble(port =>
    port.postMessage({ kind: 'ready' }, [])
  );
  const { body, seen } = bodyOf(TABLEDATA, 10);
  const controller = new AbortController();
  const reading = gather(decodeThrough(() => deaf, body, controller.signal));
  const stopped = expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  while (deaf.chunks < 4) {
    await new Promise(setImmediate);
  }
  for (let turn = 0; turn < 20; turn++) {
    await new Promise(setImmediate);
  }
  expect(deaf.chunks).toBe(4);
  expect(seen.asked).toBe(4);
  controller.abort();
  await stopped;
  expect(deaf.terminated).toBe(true);
  expect(seen.cancelled).toBe(true);
});

it('rests while nobody takes the events', async () => {
  const worker = new WorkerDouble();
  const rows = '<TR><TD>1</TD></TR>'.repeat(4096);
  const { body, seen } = bodyOf(
    tableOf('<FIELD name="x" datatype="int"/>', rows.repeat(200)),
    rows.length
  );
  const events = decodeThrough(() => worker, body)[Symbol.asyncIterator]();
  await events.next();
  const turn = () => new Promise(setImmediate);
  let asked = -1;
  while (asked !== seen.asked) {
    asked = seen.asked;
    for (let i = 0; i < 200; i++) {
      await turn();
    }
  }
  expect(asked).toBeLessThan(100);
  await events.return?.();
  expect(worker.terminated).toBe(true);
  expect(seen.cancelled).toBe(true);
});

it('keeps what came when the body breaks off', async () => {
  let sent = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: stream => {
        if (sent) {
          stream.error(new Error('socket closed'));
        } else {
          stream.enqueue(
            utf8Of(TABLEDATA.slice(0, TABLEDATA.lastIndexOf('<TR>')))
          );
        }
        sent = true;
      }
    },
    { highWaterMark: 0 }
  );
  const { tables, broken, words } = await gather(
    decodeThrough(() => new WorkerDouble(), body)
  );
  expect(tables[0].rows).toEqual(ROWS.slice(0, 2));
  expect([broken, words]).toEqual(['cut', 'socket closed']);
});

describe('Without a worker', () => {
  const failing: [string, string, () => IDecoderWorker][] = [
    [
      'that can be made',
      'no-worker',
      () => {
        throw new Error('blocked');
      }
    ],
    [
      'that loads',
      'no-worker',
      () => {
        const worker = new WorkerDouble(() => undefined);
        setImmediate(() => worker.onerror?.({ message: 'not found' }));
        return worker;
      }
    ],
    [
      'that works',
      'internal',
      () =>
        new WorkerDouble(port => {
          port.postMessage({ kind: 'ready' }, []);
          port.postMessage({ kind: 'fault', words: 'x is not a function' }, []);
        })
    ]
  ];
  it.each(failing)('%s: a failure', async (_, code, make) => {
    const { body, seen } = bodyOf(TABLEDATA, 100);
    await expect(gather(decodeThrough(make, body))).rejects.toMatchObject({
      failure: { code }
    });
    expect(seen.cancelled).toBe(true);
  });

  it('that says anything: a failure after five seconds', async () => {
    jest.useFakeTimers();
    const first = decodeThrough(
      () => new WorkerDouble(() => undefined),
      bodyOf('', 1).body
    )
      [Symbol.asyncIterator]()
      .next();
    const failed = expect(first).rejects.toMatchObject({
      failure: { code: 'no-worker' }
    });
    await jest.advanceTimersByTimeAsync(5000);
    jest.useRealTimers();
    await failed;
  });
});

it('transfers batches: no buffer is left behind', async () => {
  const events: VOTableEvent[] = [];
  const sent: Transferable[][] = [];
  await serve({
    postMessage: (message, transfer) => {
      if (message.kind === 'event') {
        events.push(message.event);
        sent.push(transfer);
      }
    },
    set onmessage(hear: IPort<FromWorker, ToWorker>['onmessage']) {
      hear?.({ data: { kind: 'chunk', bytes: utf8Of(TABLEDATA) } });
      hear?.({ data: { kind: 'end' } });
    }
  });
  const at = events.findIndex(event => event.kind === 'batch');
  // Offsets, bytes or values, and null maps: more than one a column, none twice.
  expect(sent[at].length).toBeGreaterThan(15);
  expect(new Set(sent[at]).size).toBe(sent[at].length);
});
