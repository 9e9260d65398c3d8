import type { FrameEnd, FrameHead, FrameWait } from '../contract';
import { FailureError } from '../remote';

/** A part of the relay's answer; `jupyterlab_esap/relay/frames.py` describes the bytes. */
export type Frame =
  | { readonly kind: 'head'; readonly head: FrameHead }
  /** A piece of the body; a frame that comes in several chunks is several of these. */
  | { readonly kind: 'data'; readonly data: Uint8Array<ArrayBuffer> }
  /** Nothing has come; with `ahead`, because so many other requests are first. */
  | { readonly kind: 'alive'; readonly ahead?: number }
  | { readonly kind: 'end'; readonly end: FrameEnd };

const HEAD = 0x48;
const DATA = 0x44;
const ALIVE = 0x4b;
const END = 0x45;
/** Bytes before the payload: type and length. */
const PREFIX = 5;
/** Heads and ends are small; more is not ours. */
const LARGEST_MESSAGE = 1024 * 1024;

/**
 * Reads frames from chunks of any size. Data is handed on as it comes and is
 * not copied; all else waits until it is whole.
 */
export class FrameParser {
  /** True once the last frame was read; nothing may come after it. */
  get ended(): boolean {
    return this._state === 'ended';
  }

  /** The frames that this chunk completes. Throws a `FailureError` if these are no frames. */
  *push(chunk: Uint8Array<ArrayBuffer>): Generator<Frame> {
    let at = 0;
    while (at < chunk.length) {
      if (this._state === 'ended') {
        throw strange('there is something after the end');
      }
      if (this._prefixed < PREFIX) {
        this._prefix[this._prefixed++] = chunk[at++];
        if (this._prefixed < PREFIX) {
          continue;
        }
        this._begin();
      }
      const piece = chunk.subarray(at, at + this._left);
      at += piece.length;
      this._left -= piece.length;
      if (this._prefix[0] === DATA) {
        if (piece.length > 0) {
          yield { kind: 'data', data: piece };
        }
      } else {
        this._message.set(
          piece,
          this._message.length - this._left - piece.length
        );
      }
      if (this._left === 0) {
        this._prefixed = 0;
        if (this._prefix[0] !== DATA) {
          yield this._whole();
        }
      }
    }
  }

  private _begin(): void {
    const type = this._prefix[0];
    const length = new DataView(this._prefix.buffer).getUint32(1);
    const first = this._state === 'begin';
    if (![HEAD, DATA, ALIVE, END].includes(type)) {
      throw strange(`there is no frame ${type}`);
    }
    if (type === HEAD ? !first : type === DATA && first) {
      throw strange('the head is not where it belongs');
    }
    if (type !== DATA) {
      if (length > LARGEST_MESSAGE) {
        throw strange('a message is too long');
      }
      this._message = new Uint8Array(length);
    }
    this._left = length;
  }

  private _whole(): Frame {
    switch (this._prefix[0]) {
      case HEAD:
        this._state = 'body';
        return { kind: 'head', head: this._json<FrameHead>('status') };
      case END:
        this._state = 'ended';
        return { kind: 'end', end: this._json<FrameEnd>('complete') };
      default:
        return this._message.length
          ? { kind: 'alive', ahead: this._json<FrameWait>('ahead').ahead }
          : { kind: 'alive' };
    }
  }

  /** The message, whose author is our own server; `member` is one that it can't be without. */
  private _json<T extends object>(member: keyof T & string): T {
    try {
      const value = JSON.parse(new TextDecoder().decode(this._message)) as T;
      if (member in value) {
        return value;
      }
    } catch {
      // The sentence is the same.
    }
    throw strange('a message is not JSON, or not ours');
  }

  private readonly _prefix = new Uint8Array(PREFIX);
  private _prefixed = 0;
  private _left = 0;
  private _message = new Uint8Array(0);
  private _state: 'begin' | 'body' | 'ended' = 'begin';
}

function strange(why: string): FailureError {
  return new FailureError({
    code: 'server-part',
    words: `The answer of the relay can't be read: ${why}.`
  });
}
