/** How much of a service's words stands in a sentence; the rest is in the details. */
const LONGEST = 300;

/**
 * Words of somebody else, on one line, without their last full stop (the
 * sentence that they are quoted in has its own), as text.
 */
export function quotable(words: string): string {
  const line = words
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/^"([^"]*)"$/, '$1');
  const short =
    line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
  return short.replace(/(?<!\.)\.$/, '');
}
