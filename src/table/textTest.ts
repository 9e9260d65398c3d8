import { cell, isNull, type ColumnData } from '../columns';
import type { Test } from './filter';

/** A test that can also be put to a text that is already there. */
export type TextTest = Test & { text(value: string): boolean };

/** The whole text is like the pattern: `*` any characters, `?` any one; case aside. */
export function wildcardTest(pattern: string): TextTest {
  const source = pattern
    .replace(/[\\^$.+()[\]{}|]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  const expression = new RegExp(`^${source}$`, 'isu');
  return textTest(value => expression.test(value));
}

/** The text has this in it; case aside. */
export function containsTest(part: string): TextTest {
  const wanted = part.toLowerCase();
  const test = textTest(value => value.toLowerCase().includes(wanted));
  if (/[^\u0020-\u007e]/.test(part)) {
    return test;
  }
  // Plain letters are looked for in the bytes: most texts need not be decoded.
  const bytes = new TextEncoder().encode(wanted);
  return Object.assign(
    (data: ColumnData, index: number): boolean =>
      data.kind === 'text' &&
      !isNull(data.nulls, index) &&
      has(data.bytes, data.offsets[index], data.offsets[index + 1], bytes),
    { text: test.text }
  );
}

/** A test of decoded texts. */
export function textTest(test: (value: string) => boolean): TextTest {
  return Object.assign(
    (data: ColumnData, index: number): boolean => {
      const value = cell(data, index);
      return typeof value === 'string' && test(value);
    },
    { text: test }
  );
}

function has(
  bytes: Uint8Array,
  from: number,
  to: number,
  wanted: Uint8Array
): boolean {
  for (let at = from; at <= to - wanted.length; at++) {
    let i = 0;
    while (i < wanted.length && lower(bytes[at + i]) === wanted[i]) {
      i++;
    }
    if (i === wanted.length) {
      return true;
    }
  }
  return false;
}

function lower(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}
