import { tidy } from './said';

/** What a body is, told by how it begins; a Content-Type is often wrong. */
export type Look = 'empty' | 'html' | 'xml' | 'gzip' | 'text';

const LATIN = new TextDecoder('latin1');

export function lookOf(head: Uint8Array): Look {
  if (head[0] === 0x1f && head[1] === 0x8b) {
    return 'gzip';
  }
  // UTF-16 has a zero beside every letter of a tag.
  const text = LATIN.decode(head)
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replace(/\0/g, '')
    .trimStart();
  if (text === '') {
    return 'empty';
  }
  const root = text.replace(/^(?:<\?.*?\?>|<!--.*?-->|\s+)+/s, '');
  if (/^(?:<!doctype\s+html|<html|<head|<body|<title)\b/i.test(root)) {
    return 'html';
  }
  return text.startsWith('<') ? 'xml' : 'text';
}

/** The title of a web page, else its first heading, as text. */
export function titleOf(page: string): string {
  const found =
    /<title\b[^>]*>(.*?)<\/title/is.exec(page) ??
    /<h1\b[^>]*>(.*?)<\/h1/is.exec(page);
  return tidy(textOf(found?.[1] ?? '')).slice(0, 200);
}

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' ']
]);

/** The text of a piece of markup, to be shown as text. */
export function textOf(markup: string): string {
  return markup
    .replace(/<(script|style)\b.*?<\/\1/gis, ' ')
    .replace(/<!--.*?-->|<[^>]*>/gs, ' ')
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,6}));/gi,
      (whole, dec, hex, name) => {
        const code = dec ? Number(dec) : hex ? parseInt(String(hex), 16) : NaN;
        return code <= 0x10ffff
          ? String.fromCodePoint(code)
          : (ENTITIES.get(String(name).toLowerCase()) ?? whole);
      }
    );
}
