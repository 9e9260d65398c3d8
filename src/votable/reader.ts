import { sizeOf } from '../columns';
import { Broken } from './broken';
import { Document } from './document';
import { Utf8Stream } from './encoding';
import type { VOTableEvent } from './event';
import { Markup } from './markup';
import { textOf } from './utf8';
import { titleOf } from './webPage';

/** So much of a web page is read to find its title. */
const HEAD = 65536;

/**
 * A document in pieces, as events in a queue: the reader without waiting,
 * threads and clocks. What is wrong with a document is an event; only a fault
 * of ours throws.
 */
export class Reader {
  /** `budget`: most bytes of the document, and of the columns made from it. */
  constructor(private readonly _budget: number) {}

  /** True after the event `end`. */
  get over(): boolean {
    return this._over;
  }

  /** Rows read and not yet sent. */
  get waiting(): number {
    return this._document.table?.waiting ?? 0;
  }

  /** The events since the last call. */
  take(): VOTableEvent[] {
    const events = this._events;
    this._events = [];
    return events;
  }

  push(chunk: Uint8Array): void {
    if (this._over || chunk.length === 0) {
      return;
    }
    this._came = true;
    this._guard(() => this._feed(this._utf8.push(chunk)));
  }

  /** The bytes are over. */
  finish(): void {
    if (this._over) {
      return;
    }
    this._guard(() => {
      this._feed(this._utf8.finish());
      this._markup.finish();
    });
    if (!this._over) {
      this._close(this._page ?? this._missing());
    }
  }

  /** The bytes ended for a reason that whoever brings them knows. */
  cut(reason: Broken): void {
    if (!this._over) {
      this._close(this._page ?? reason);
    }
  }

  /** Sends rows though their batch is not full. */
  flush(): void {
    this._document.table?.flush();
  }

  /** What is wrong with a document whose root is not closed. */
  private _missing(): Broken {
    if (!this._came) {
      return new Broken('empty', 'The answer is empty.');
    }
    return this._document.begun
      ? new Broken('cut', 'The document ends too early.')
      : new Broken('not-votable', 'There is no VOTable in the answer.');
  }

  private _guard(read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof Broken)) {
        throw error;
      }
      if (error.reason === 'web-page') {
        this._page = error;
        this._look('');
      } else {
        this._close(error);
      }
    }
  }

  private _feed(bytes: Uint8Array): void {
    if (this._page !== null) {
      this._look(textOf(bytes));
      return;
    }
    if (!this._document.begun) {
      this._head = (this._head + textOf(bytes)).slice(0, HEAD);
    }
    this._bytes += bytes.length;
    this._markup.push(bytes);
    if (this._document.done) {
      this._close();
    } else {
      this._afford(this._bytes);
    }
  }

  private _afford(bytes: number): void {
    if (bytes > this._budget && !this._over) {
      throw new Broken(
        'too-large',
        `The answer is larger than ${Math.round(this._budget / 2 ** 20)} MiB; the rows up to there are kept.`
      );
    }
  }

  /** Reads on in a web page until its title is there. */
  private _look(text: string): void {
    this._head += text;
    const title = titleOf(this._head);
    if (title !== undefined || this._head.length > HEAD) {
      this._close(new Broken('web-page', this._page?.message ?? '', { title }));
    }
  }

  /** Rows that are whole, then what happened, then the end. */
  private _close(broken?: Broken): void {
    this._over = true;
    this.flush();
    if (broken !== undefined) {
      this._events.push(broken.event);
    }
    this._events.push({ kind: 'end' });
  }

  private readonly _emit = (event: VOTableEvent): void => {
    this._events.push(event);
    // Few bytes can make many: `<TR/>` is a row of any number of columns.
    if (event.kind === 'batch') {
      this._columns += sizeOf(event.batch);
      this._afford(this._columns);
    }
  };

  private _over = false;
  private _events: VOTableEvent[] = [];
  private readonly _document = new Document(this._emit);
  private readonly _markup = new Markup(this._document);
  private readonly _utf8 = new Utf8Stream(words => this._document.warn(words));
  private _came = false;
  /** Bytes read and bytes made, for the budget. */
  private _bytes = 0;
  private _columns = 0;
  /** The begin of what is not known to be a VOTable. */
  private _head = '';
  /** A web page came; its title is looked for. */
  private _page: Broken | null = null;
}
