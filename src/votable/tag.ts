import { resolve } from './references';
import { ascii } from './decimal';
import { textOf } from './utf8';

/** A Map, because a service's names are never keys of an object. */
export type Attributes = ReadonlyMap<string, string>;

export interface ITag {
  /** Without its prefix. */
  readonly name: string;
  readonly written: string;
  readonly attributes: Attributes;
  readonly empty: boolean;
}

const NONE: Attributes = new Map();

/** A tag from what stands between `<` (or `</`) and `>`. */
export function readTag(
  bytes: Uint8Array,
  start: number,
  end: number,
  warn: { warn(words: string): void }
): ITag {
  const empty = end > start && bytes[end - 1] === 47;
  const stop = empty ? end - 1 : end;
  let at = start;
  while (at < stop && bytes[at] > 32) {
    at++;
  }
  const written = ascii(bytes, start, at);
  const colon = written.indexOf(':');
  const name = colon < 0 ? written : written.slice(colon + 1);
  if (at === stop) {
    return { name, written, attributes: NONE, empty };
  }
  const attributes = attributesOf(textOf(bytes, at, stop), warn);
  return { name, written, attributes, empty };
}

/**
 * `name="value"` pairs, by hand: a regular expression takes quadratic time on
 * a tag that was made for that.
 */
function attributesOf(
  text: string,
  warn: { warn(words: string): void }
): Attributes {
  const attributes = new Map<string, string>();
  let at = 0;
  const skip = () => {
    while (at < text.length && text.charCodeAt(at) <= 32) {
      at++;
    }
  };
  const word = () => {
    const begin = at;
    while (at < text.length && text.charCodeAt(at) > 32 && text[at] !== '=') {
      at++;
    }
    return text.slice(begin, at);
  };
  for (skip(); at < text.length; skip()) {
    const name = word();
    skip();
    if (text[at] !== '=') {
      continue;
    }
    at++;
    skip();
    const quote = text[at];
    let value: string;
    if (quote === '"' || quote === "'") {
      const close = text.indexOf(quote, at + 1);
      const end = close < 0 ? text.length : close;
      value = text.slice(at + 1, end);
      at = end + 1;
    } else {
      value = word();
    }
    // XML 1.0 §3.3.3: white space in an attribute is a space.
    attributes.set(name, resolve(value.replace(/[\t\n\r]/g, ' '), warn));
  }
  return attributes;
}
