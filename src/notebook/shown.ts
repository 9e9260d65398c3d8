/** Control characters, line separators, and what turns the direction of writing. */
const ACTING = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
const LONGEST = 200;

/**
 * A foreign name on one line, as it can be shown: what a reader can't see, or
 * what would turn the rest around, stands as an escape.
 */
export function shown(name: string): string {
  const text = name
    .slice(0, LONGEST + 1)
    .replace(
      ACTING,
      one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`
    );
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
