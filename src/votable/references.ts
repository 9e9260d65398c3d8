import { ascii } from './decimal';
import { utf8Of } from './utf8';

/** The five of XML; a document can't add to them. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"]
]);
const BYTES: ReadonlyMap<string, Uint8Array> = new Map(
  [...ENTITIES.values()].map(character => [character, utf8Of(character)])
);
/** `&#x10FFFF;` and leading zeros; what is longer is no reference. */
const LONGEST = 16;
const AMPERSAND = 38;
const RETURN = 13;
const NEWLINE = new Uint8Array([10]);

interface IReceiver {
  text(bytes: Uint8Array, start: number, end: number): void;
  warn(words: string): void;
}

/** The character that a reference without `&` and `;` stands for, or undefined. */
function characterOf(reference: string): string | undefined {
  const number = /^#(?:x([0-9a-f]+)|([0-9]+))$/i.exec(reference);
  if (!number) {
    return ENTITIES.get(reference);
  }
  const code = number[1] ? parseInt(number[1], 16) : parseInt(number[2], 10);
  const valid =
    code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : '\ufffd';
}

/** The character of `&amp;`, `&lt;` or `&gt;` at `pos`, the common ones; 0 where it is none of them. */
export function plainReference(bytes: Uint8Array, pos: number): number {
  const c = bytes[pos + 1];
  if (c === 97) {
    // amp;
    return bytes[pos + 2] === 109 &&
      bytes[pos + 3] === 112 &&
      bytes[pos + 4] === 59
      ? AMPERSAND
      : 0;
  }
  // lt; gt;
  if (bytes[pos + 2] === 116 && bytes[pos + 3] === 59) {
    return c === 108 ? 60 : c === 103 ? 62 : 0;
  }
  return 0;
}

/** Text with its references resolved; what is none stays, with a warning. */
export function resolve(
  text: string,
  receiver: { warn(words: string): void }
): string {
  if (!text.includes('&')) {
    return text;
  }
  return text.replace(/&([^;&\s]{1,15};)?/g, (written, reference?: string) => {
    const character =
      reference === undefined ? undefined : characterOf(reference.slice(0, -1));
    if (character === undefined) {
      stray(receiver);
    }
    return character ?? written;
  });
}

function stray(receiver: { warn(words: string): void }): void {
  receiver.warn(
    'There is a “&” that begins no reference; it was taken as text.'
  );
}

/**
 * How many bytes at the end of a piece have to wait for the next: the begin of
 * a reference, or a carriage return that may be one of a pair.
 */
export function heldBack(
  bytes: Uint8Array,
  start: number,
  end: number
): number {
  if (end > start && bytes[end - 1] === RETURN) {
    return 1;
  }
  for (let i = end - 1; i >= start && i >= end - LONGEST; i--) {
    if (bytes[i] === AMPERSAND) {
      return end - i;
    }
    if (bytes[i] === 59 || bytes[i] <= 32) {
      return 0;
    }
  }
  return 0;
}

/**
 * Hands text on in pieces, references resolved and line ends made `\n`
 * (XML 1.0 §2.11, §4.1).
 */
export function expand(
  bytes: Uint8Array,
  start: number,
  end: number,
  receiver: IReceiver
): void {
  const piece = bytes.subarray(start, end);
  if (piece.indexOf(AMPERSAND) < 0 && piece.indexOf(RETURN) < 0) {
    receiver.text(bytes, start, end);
    return;
  }
  let from = start;
  for (let i = start; i < end; i++) {
    const c = bytes[i];
    if (c !== AMPERSAND && c !== RETURN) {
      continue;
    }
    if (i > from) {
      receiver.text(bytes, from, i);
    }
    from = i;
    if (c === RETURN) {
      receiver.text(NEWLINE, 0, 1);
      i += bytes[i + 1] === 10 && i + 1 < end ? 1 : 0;
      from = i + 1;
      continue;
    }
    let stop = i + 1;
    while (stop < end && stop - i < LONGEST && bytes[stop] !== 59) {
      stop++;
    }
    const character =
      bytes[stop] === 59 && stop < end
        ? characterOf(ascii(bytes, i + 1, stop))
        : undefined;
    if (character === undefined) {
      stray(receiver);
      continue;
    }
    const written = BYTES.get(character) ?? utf8Of(character);
    receiver.text(written, 0, written.length);
    i = stop;
    from = stop + 1;
  }
  if (end > from) {
    receiver.text(bytes, from, end);
  }
}
