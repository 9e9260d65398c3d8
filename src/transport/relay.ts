import type { ServerConnection } from '@jupyterlab/services';
import type { RelayRequest } from '../contract';
import { FailureError, type IFailure } from '../remote';
import { makeAnswer } from './answer';
import { FrameParser, type Frame } from './frames';
import { askServer } from './ownServer';
import { RequestQueue } from './queue';
import type { IHow, IServiceRequest, ITransport, ServiceId } from './transport';
import { Watch } from './watch';

/** A browser has six connections to an origin, and JupyterLab needs some of them. */
const AT_ONCE = 4;
/** The relay is never silent for longer than 15 s; three times that is a connection that is dead. */
const SILENCE = 45_000;
/** Proxies refuse headers that are longer, without saying why. */
const LONGEST_ENVELOPE = 12_000;

/** Sends requests by way of our server part. */
export class RelayTransport implements ITransport {
  constructor(
    private readonly _settings: ServerConnection.ISettings,
    private readonly _silence = SILENCE
  ) {}

  /** What runs and what waits. */
  readonly queue = new RequestQueue(AT_ONCE);

  async fetch(
    service: ServiceId,
    request: IServiceRequest,
    how: IHow
  ): Promise<Response> {
    const leave = await this.queue.enter(how.signal, how.background);
    const watch = new Watch(how.signal, this._silence);
    const end = (): void => {
      watch.end();
      leave();
    };
    try {
      const answer = await watch.over(
        askServer(
          this._settings,
          `relay/${encodeURIComponent(service)}`,
          'application/octet-stream',
          {
            method: 'POST',
            headers: { 'X-Esap-Request': envelope(request, how) },
            body: request.body ?? '',
            signal: watch.signal
          }
        )
      );
      const frames = new Frames(answer, watch, how.waits);
      const first = await frames.next();
      if (first?.kind !== 'head') {
        throw new FailureError(whyEnded(first));
      }
      return makeAnswer(first.head, new Body(frames, end));
    } catch (error) {
      end();
      throw error;
    }
  }
}

/** The frames of an answer, one after the other. */
class Frames {
  constructor(
    answer: Response,
    private readonly _watch: Watch,
    private readonly _waits?: (ahead: number) => void
  ) {
    this._reader = (
      answer.body as ReadableStream<Uint8Array<ArrayBuffer>>
    ).getReader();
    _watch.hold(this._reader);
  }

  /** The next frame that says something, or undefined where the connection ended without a last one. */
  async next(): Promise<Exclude<Frame, { kind: 'alive' }> | undefined> {
    for (;;) {
      const { value: frame, done } = this._pending.next();
      if (done) {
        const chunk = (await this._watch.over(this._reader.read())).value;
        if (!chunk) {
          return undefined;
        }
        this._pending = this._parser.push(chunk);
      } else if (frame.kind !== 'alive') {
        return frame;
      } else if (frame.ahead !== undefined) {
        this._waits?.(frame.ahead);
      }
    }
  }

  private readonly _reader: ReadableStreamDefaultReader<
    Uint8Array<ArrayBuffer>
  >;
  private readonly _parser = new FrameParser();
  private _pending: Iterator<Frame> = [][Symbol.iterator]();
}

/** The body of an answer, made of its frames; the request's place in the queue is free when it ends. */
class Body implements UnderlyingDefaultSource<Uint8Array<ArrayBuffer>> {
  constructor(
    private readonly _frames: Frames,
    private readonly _end: () => void
  ) {}

  async pull(
    controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>
  ): Promise<void> {
    try {
      const frame = await this._frames.next();
      if (frame?.kind === 'data') {
        controller.enqueue(frame.data);
        return;
      }
      this._end();
      if (frame?.kind === 'end' && frame.end.complete) {
        controller.close();
      } else {
        controller.error(new FailureError(whyEnded(frame)));
      }
    } catch (error) {
      this._end();
      controller.error(error);
    }
  }

  cancel(): void {
    this._end();
  }
}

function whyEnded(
  frame: Exclude<Frame, { kind: 'alive' }> | undefined
): IFailure {
  const failure = frame?.kind === 'end' ? frame.end.failure : undefined;
  return failure ?? { code: 'cut' };
}

/** What the server has to know of a request beside its body, as ASCII, because headers are. */
function envelope(request: IServiceRequest, how: IHow): string {
  const asked: RelayRequest = {
    url: request.url,
    method: request.method ?? 'GET',
    headers: { ...request.headers },
    patience: how.patience ?? 'search',
    background: how.background ?? false
  };
  const text = JSON.stringify(asked).replace(
    /[\x7f-\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
  if (text.length > LONGEST_ENVELOPE) {
    throw new FailureError({
      code: 'refused',
      words: 'The address of this request is too long.'
    });
  }
  return text;
}
