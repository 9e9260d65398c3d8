import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { FailureError } from '../remote';

/** An element of a small document, by its local name. */
export interface IElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly IElement[];
  /** Its own text, white space at its ends removed. */
  readonly text: string;
}

/** Longer than any answer that is read as a whole. */
const LONGEST = 4 * 2 ** 20;
const DEEPEST = 100;

interface IOpen {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: IElement[];
  text: string;
}

/**
 * Reads a small XML document whole. Prefixes are dropped; a DOCTYPE is skipped
 * unread, and one with declarations of its own is refused.
 *
 * Throws a `FailureError`, `unreadable`.
 */
export function readXml(text: string): IElement {
  if (text.length > LONGEST) {
    throw unreadable('It is longer than such an answer can be');
  }
  const parser = new SaxesParser();
  const top: IOpen = open({ name: '', attributes: {} });
  const stack = [top];
  parser.on('doctype', doctype => {
    if (doctype.includes('[')) {
      throw unreadable('It declares entities of its own');
    }
  });
  parser.on('opentag', tag => {
    if (stack.length > DEEPEST) {
      throw unreadable('Its elements are nested too deeply');
    }
    stack.push(open(tag));
  });
  const write = (more: string): void => {
    stack[stack.length - 1].text += more;
  };
  parser.on('text', write);
  parser.on('cdata', write);
  parser.on('closetag', () => {
    const done = stack.pop();
    if (done) {
      done.text = done.text.trim();
      stack[stack.length - 1].children.push(done);
    }
  });
  parser.on('error', error => {
    throw unreadable(error.message);
  });
  parser.write(text.replace(/^\ufeff?\s*/, '')).close();
  return top.children[0];
}

/** All elements of that name below one, itself too, in document order. */
export function* elements(from: IElement, name: string): Iterable<IElement> {
  if (from.name.toLowerCase() === name.toLowerCase()) {
    yield from;
  }
  for (const child of from.children) {
    yield* elements(child, name);
  }
}

/** The text of the first child of that name; absent where it is empty. */
export function textIn(from: IElement, name: string): string | undefined {
  const found = from.children.find(
    child => child.name.toLowerCase() === name.toLowerCase()
  );
  return found?.text || undefined;
}

function open(tag: Pick<SaxesTagPlain, 'name' | 'attributes'>): IOpen {
  return {
    name: tag.name.replace(/^.*:/, ''),
    attributes: new Map(Object.entries(tag.attributes)),
    children: [],
    text: ''
  };
}

function unreadable(words: string): FailureError {
  return new FailureError({ code: 'unreadable', words });
}
