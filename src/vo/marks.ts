/**
 * The many ways in which people, papers and other programs write the same
 * signs: minus, degree, prime, superscript letters, blanks. Each becomes the
 * plain one, so that whatever reads coordinates knows only those.
 */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  // Invisible: zero-width blanks, joiners and marks of writing direction.
  [/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, ''],
  [/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-'],
  [/[\uff0b\ufe62]/g, '+'],
  [/[\u2032\u2018\u2019\u201b\u00b4\u02b9\u02bc\u0060\uff07]/g, "'"],
  [/[\u2033\u201c\u201d\u201f\u02ba\u02ee\uff02]|''/g, '"'],
  [/[\u00b0\u00ba\u02da\u2218\u1d52\u2070]/g, '°'],
  [/\u02b0/g, 'h'],
  [/\u1d50/g, 'm'],
  [/\u02e2/g, 's'],
  [/\u1d48/g, 'd'],
  [/\uff1a|\u2236/g, ':'],
  [/\uff0c|\u3001/g, ','],
  [/\uff1b/g, ';'],
  [/\t/g, ';'],
  [/\s+/g, ' ']
];

/** The text with plain signs, one blank between words, and a tab as `;`. */
export function plainMarks(text: string): string {
  return PLAIN.reduce(
    (plain, [pattern, sign]) => plain.replace(pattern, sign),
    text.trim()
  ).trim();
}
