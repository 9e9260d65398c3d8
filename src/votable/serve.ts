import { buffersOf } from '../columns';
import { FailureError, failureOf, type IFailure } from '../remote/failure';
import { decode } from './decode';
import type { FromWorker, IPort, ToWorker } from './wire';

/**
 * The worker's side: decodes what comes over the line, one document. A chunk
 * is acknowledged when the next one is asked for, that is when all its events
 * are on their way.
 */
export async function serve(port: IPort<FromWorker, ToWorker>): Promise<void> {
  const waiting: ToWorker[] = [];
  let wake: () => void = () => undefined;
  port.onmessage = ({ data }) => {
    waiting.push(data);
    wake();
  };

  async function* chunks(): AsyncIterable<Uint8Array> {
    for (;;) {
      const message = waiting.shift();
      if (message === undefined) {
        await new Promise<void>(resolve => {
          wake = resolve;
        });
        continue;
      }
      switch (message.kind) {
        case 'chunk':
          yield message.bytes;
          port.postMessage({ kind: 'ack' }, []);
          break;
        case 'end':
          return;
        case 'cut':
          throw new FailureError(message.failure);
      }
    }
  }

  port.postMessage({ kind: 'ready' }, []);
  try {
    for await (const event of decode(chunks())) {
      const transfer = event.kind === 'batch' ? buffersOf(event.batch) : [];
      port.postMessage({ kind: 'event', event }, transfer);
    }
  } catch (error) {
    const { code, words }: IFailure = failureOf(error);
    port.postMessage({ kind: 'fault', words: words ?? code }, []);
  }
}
