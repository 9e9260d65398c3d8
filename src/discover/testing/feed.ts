import { ReadableStream } from 'node:stream/web';
import type { IColumn } from '../../columns';
import type { IClient } from '../../vo';
import type { VOTableEvent } from '../../votable/event';

/** Columns of an ObsCore table, as many as a table of results needs. */
const COLUMNS: readonly IColumn[] = [
  ...['target_name', 'obs_id', 'obs_publisher_did'].map(
    name => ({ name, datatype: 'char', arraysize: '*' }) as const
  ),
  { name: 's_ra', datatype: 'double', unit: 'deg', ucd: 'pos.eq.ra' },
  { name: 's_dec', datatype: 'double', unit: 'deg', ucd: 'pos.eq.dec' }
];

/** An archive whose answer the test gives piece by piece. */
export class Feed {
  readonly client: IClient = {
    transport: {
      fetch: () =>
        Promise.resolve({
          ok: true,
          status: 200,
          headers: new Map(),
          body: new ReadableStream({
            start: stream => {
              stream.enqueue(new TextEncoder().encode('<VOTABLE>'));
              stream.close();
            }
          })
        } as unknown as Response)
    },
    decode: (_, signal) => this._events(signal)
  };

  /** Sends rows: target, experiment, and both of them as the identifier. */
  rows(...rows: readonly (readonly [string, string])[]): void {
    if (!this._begun) {
      this._begun = true;
      this._sent = 0;
      this.send({
        kind: 'table',
        index: 0,
        columns: COLUMNS,
        resource: { index: 0, type: 'results' }
      });
    }
    const numbers = Float64Array.from(rows, (_, i) => 10 + i / 1e4);
    this.send({
      kind: 'batch',
      batch: {
        length: rows.length,
        data: [
          texts(rows.map(([target]) => target)),
          texts(rows.map(([, experiment]) => experiment)),
          texts(rows.map(row => `ivo://x?${row.join('_')}`)),
          { kind: 'number', values: numbers },
          { kind: 'number', values: numbers }
        ]
      }
    });
    this._sent += rows.length;
  }

  /** Ends the answer; with `OVERFLOW` there is more. */
  end(status = 'OK'): void {
    this.send({ kind: 'tableEnd', rows: this._sent });
    this.send({
      kind: 'info',
      name: 'QUERY_STATUS',
      value: status,
      text: '',
      place: 'resource'
    });
    this.send({ kind: 'end' });
    this._begun = false;
  }

  /** Sends any event. */
  send(event: VOTableEvent): void {
    this._queue.push(event);
    this._wake();
  }

  private async *_events(signal: AbortSignal): AsyncGenerator<VOTableEvent> {
    signal.addEventListener('abort', () => {
      this._queue.length = 0;
      this._begun = false;
      this._wake();
    });
    for (;;) {
      const event = this._queue.shift();
      if (signal.aborted) {
        throw new DOMException('stopped', 'AbortError');
      } else if (event) {
        yield event;
        if (event.kind === 'end') {
          return;
        }
      } else {
        await new Promise<void>(resolve => (this._wake = resolve));
      }
    }
  }

  private readonly _queue: VOTableEvent[] = [];
  private _wake: () => void = () => undefined;
  private _begun = false;
  private _sent = 0;
}

function texts(values: readonly string[]): {
  kind: 'text';
  offsets: Uint32Array;
  bytes: Uint8Array;
} {
  const encoded = values.map(value => new TextEncoder().encode(value));
  const offsets = new Uint32Array(values.length + 1);
  encoded.forEach((part, i) => (offsets[i + 1] = offsets[i] + part.length));
  const bytes = new Uint8Array(offsets[values.length]);
  encoded.forEach((part, i) => bytes.set(part, offsets[i]));
  return { kind: 'text', offsets, bytes };
}
