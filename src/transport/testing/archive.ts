import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse
} from 'node:http';

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

/** An archive that answers as the test says, by path. */
export class Archive {
  static async start(): Promise<Archive> {
    const archive = new Archive();
    await new Promise<void>(ready =>
      archive._server.listen(0, '127.0.0.1', ready)
    );
    return archive;
  }

  readonly replies = new Map<string, Reply>();
  /** Requests that were begun, and those of them whose connection or answer has ended. */
  begun = 0;
  ended = 0;

  get url(): string {
    const { port } = this._server.address() as { port: number };
    return `http://127.0.0.1:${port}`;
  }

  /** Answers at `path` with bytes and no end. */
  pour(path: string): void {
    this.replies.set(path, (_, response) => {
      response.writeHead(200);
      const more = (): void => {
        if (!response.destroyed) {
          response.write(Buffer.alloc(65_536), more);
        }
      };
      more();
    });
  }

  /** Resolves as soon as the condition holds; looked at whenever a request begins or ends. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>(changed => this._changed.push(changed));
    }
  }

  async stop(): Promise<void> {
    this._server.closeAllConnections();
    await new Promise(done => this._server.close(done));
  }

  private _note(): void {
    this._changed.splice(0).forEach(changed => changed());
  }

  private readonly _changed: (() => void)[] = [];
  private readonly _server: Server = createServer((request, response) => {
    this.begun++;
    response.on('close', () => {
      this.ended++;
      this._note();
    });
    this._note();
    const path = request.url?.split('?')[0] ?? '';
    const reply = this.replies.get(path);
    if (reply) {
      reply(request, response);
    } else {
      response.writeHead(404).end();
    }
  });
}
