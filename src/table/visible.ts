/**
 * Characters that show nothing but change what stands around them: controls,
 * line and paragraph separators, bidirectional marks, overrides and isolates
 * (Unicode TR 9), zero-width space and no-break space. A name from elsewhere
 * could use them to look like another.
 */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\ufeff]/gu;

/** The text on one line, with each such character written out, as in `\u202e`. */
export function visible(text: string): string {
  return text.replace(HIDDEN, char =>
    char === '\n' || char === '\r' || char === '\t'
      ? ' '
      : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}
