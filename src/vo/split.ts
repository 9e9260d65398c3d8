/** A text for longitude and one for latitude. */
export type Halves = readonly [string, string];

/**
 * Every way in which a text may be two angles. Mostly one; several only where a
 * comma may be a separator or a decimal sign. Signs must be plain already.
 */
export function halves(text: string): readonly Halves[] {
  const tidy = text
    .replace(/[()[\]{}]/g, ' ')
    .replace(/(\d) ?: ?(?=[\d.])/g, '$1:')
    .replace(/ +/g, ' ')
    .replace(/^[\s,;|/]+|[\s,;|/]+$/g, '');
  const parts = tidy.split(/ *(?:[;|] *)+| +\/ +/);
  if (parts.length > 1) {
    return parts.length === 2 ? [[pointed(parts[0]), pointed(parts[1])]] : [];
  }
  if (!tidy.includes(',')) {
    return implicit(tidy);
  }
  return [
    ...byComma(tidy),
    ...(/,(?!\d)|(?<!\d),/.test(tidy) ? [] : implicit(pointed(tidy)))
  ];
}

/** With decimal points where decimal commas stand. */
function pointed(text: string): string {
  return text.replace(/(\d),(\d)/g, '$1.$2');
}

/** The comma as the sign between two values: the only one, or the only one beside a blank. */
function byComma(text: string): readonly Halves[] {
  const commas = [...text.matchAll(/,/g)].map(comma => comma.index);
  const beside = commas.filter(
    at => text[at + 1] === ' ' || text[at - 1] === ' '
  );
  const at =
    commas.length === 1 ? commas[0] : beside.length === 1 ? beside[0] : -1;
  return at < 0
    ? []
    : [[pointed(text.slice(0, at).trim()), pointed(text.slice(at + 1).trim())]];
}

/** Where no sign stands between the two. */
function implicit(text: string): readonly Halves[] {
  // A sign inside begins the second value; one behind an e belongs to an exponent.
  const signs = [...text.matchAll(/(?<=[^\s+-] ?)(?<!\de)[+-]/gi)].map(
    sign => sign.index
  );
  if (signs.length > 0) {
    return signs.length === 1 ? [at(text, signs[0])] : [];
  }
  const words = text.split(' ');
  if (words.length === 2) {
    return [[words[0], words[1]]];
  }
  if (text.includes(':')) {
    return words[0].includes(':')
      ? [at(text, words[0].length)]
      : [at(text, text.lastIndexOf(' '))];
  }
  return /[a-z°'"]/i.test(text) ? byMarks(text) : byCount(words);
}

/** Two values with marks: the second begins at the second hour or degree, or behind seconds. */
function byMarks(text: string): readonly Halves[] {
  const wholes = [...text.matchAll(/(?:\d+(?:\.\d*)?|\.\d+) ?(?:h|d|°)/gi)].map(
    whole => whole.index
  );
  const start = wholes.find(index => index > 0);
  if (start !== undefined) {
    return [at(text, start)];
  }
  const behind = /^(.*[a-z°'"]) (?=[\d .:]+$)/i.exec(text);
  return behind ? [at(text, behind[0].length)] : [];
}

/** Only numbers: two, two pairs, two triples, or five of which a fraction tells where one ends. */
function byCount(words: readonly string[]): readonly Halves[] {
  const fraction = words.slice(0, -1).findIndex(word => word.includes('.'));
  const first =
    words.length === 5
      ? fraction + 1
      : words.length % 2 === 0
        ? words.length / 2
        : 0;
  return first > 0 && words.length <= 6
    ? [[words.slice(0, first).join(' '), words.slice(first).join(' ')]]
    : [];
}

function at(text: string, index: number): Halves {
  return [text.slice(0, index).trim(), text.slice(index).trim()];
}
