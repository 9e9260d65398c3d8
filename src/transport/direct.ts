import { FailureError, type IFailure } from '../remote';
import { makeAnswer } from './answer';
import { aborted } from './queue';
import type {
  IHow,
  IServiceRequest,
  ITransport,
  Patience,
  ServiceId
} from './transport';

/** Until an answer begins, in ms; the relay has the same. */
const FIRST_BYTE: Record<Patience, number> = {
  probe: 5_000,
  search: 20_000,
  bulk: 60_000
};

/**
 * Sends requests straight to the services: from Node, and from a browser to
 * services that allow it. Nothing of the user goes with them, neither cookies
 * nor where they came from.
 */
export class DirectTransport implements ITransport {
  async fetch(
    _service: ServiceId,
    request: IServiceRequest,
    how: IHow
  ): Promise<Response> {
    const { signal } = how;
    if (signal.aborted) {
      throw aborted();
    }
    const wait = FIRST_BYTE[how.patience ?? 'search'];
    const stop = new AbortController();
    const pass = (): void => stop.abort();
    signal.addEventListener('abort', pass);
    const timer = setTimeout(pass, wait);
    const ended = (): void => signal.removeEventListener('abort', pass);
    try {
      const answer = await fetch(request.url, {
        method: request.method ?? 'GET',
        headers: { ...request.headers },
        body: request.body,
        signal: stop.signal,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-cache'
      });
      const head = {
        status: answer.status,
        url: answer.url,
        headers: Object.fromEntries(answer.headers)
      };
      return makeAnswer(head, new Body(answer, signal, ended));
    } catch (error) {
      ended();
      if (signal.aborted) {
        throw aborted();
      }
      throw error instanceof FailureError
        ? error
        : new FailureError(
            stop.signal.aborted
              ? { code: 'no-answer', facts: { seconds: wait / 1000 } }
              : whyUnreachable(request.url, error)
          );
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The answer's body; what breaks it is a cut. */
class Body implements UnderlyingDefaultSource<Uint8Array<ArrayBuffer>> {
  constructor(
    answer: Response,
    private readonly _signal: AbortSignal,
    private readonly _ended: () => void
  ) {
    this._reader = (
      answer.body as ReadableStream<Uint8Array<ArrayBuffer>> | null
    )?.getReader();
    // The request's own signal is deaf once the request is collected.
    _signal.addEventListener('abort', this._letGo);
  }

  async pull(
    controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>
  ): Promise<void> {
    try {
      const { value } = (await this._reader?.read()) ?? {};
      // A body that was let go of ends as if it were whole.
      if (this._signal.aborted) {
        throw aborted();
      }
      if (value) {
        controller.enqueue(value);
        return;
      }
      controller.close();
    } catch {
      controller.error(
        this._signal.aborted ? aborted() : new FailureError({ code: 'cut' })
      );
    }
    this._signal.removeEventListener('abort', this._letGo);
    this._ended();
  }

  cancel(): void {
    this._ended();
    this._letGo();
  }

  private readonly _letGo = (): void => {
    this._signal.removeEventListener('abort', this._letGo);
    this._reader?.cancel().catch(() => undefined);
  };

  private readonly _reader:
    ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
}

/** A browser does not tell why; Node does. */
function whyUnreachable(url: string, error: unknown): IFailure {
  const { cause } = error as { cause?: { code?: string } };
  const host = URL.canParse(url) ? new URL(url).hostname : url;
  return {
    code: cause?.code === 'ENOTFOUND' ? 'no-such-host' : 'unreachable',
    facts: { host }
  };
}
