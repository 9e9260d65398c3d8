import { resolve } from './references';

const ROOTS =
  /^(?:html|head|body|title|center|h[1-6]|p|div|script|meta|table|br|pre)$/i;
const SILENT = { warn: () => undefined };

/** Is an element of this name the begin of a web page? */
export function isWebPageRoot(name: string): boolean {
  return ROOTS.test(name);
}

/**
 * The title of a web page, if this is the begin of one. For bodies that are no
 * VOTable: a proxy's error page, a login page.
 */
export function looksLikeWebPage(text: string): { title?: string } | null {
  const head = text.slice(0, 65536);
  let at = 0;
  for (;;) {
    while (head.charCodeAt(at) <= 32 || head[at] === '\ufeff') {
      at++;
    }
    const close = head.startsWith('<?', at)
      ? '?>'
      : head.startsWith('<!--', at)
        ? '-->'
        : undefined;
    const end = close === undefined ? -1 : head.indexOf(close, at);
    if (close === undefined || end < 0) {
      break;
    }
    at = end + close.length;
  }
  const first = /^<(?:!doctype\s{1,9})?([a-z0-9]{1,9})\b/i.exec(
    head.slice(at, at + 40)
  );
  return first && isWebPageRoot(first[1]) ? { title: titleOf(head) } : null;
}

/** What stands in `<title>`, as one line of text; undefined until it is all there. */
export function titleOf(text: string): string | undefined {
  const begin = text.search(/<title\b/i);
  const open = begin < 0 ? -1 : text.indexOf('>', begin);
  if (open < 0) {
    return undefined;
  }
  const close = text.indexOf('<', open);
  if (close < 0) {
    return undefined;
  }
  const title = text.slice(open + 1, Math.min(close, open + 1000));
  const line = resolve(title, SILENT).replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line.slice(0, 200);
}
