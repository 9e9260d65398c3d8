/** The parts of a position that say themselves what they are. */
export interface ILabelled {
  readonly frame: 'equatorial' | 'galactic';
  /** RA or galactic longitude. */
  readonly lon: string;
  /** Dec or galactic latitude. */
  readonly lat: string;
}

const SUFFIX = String.raw`(?:[_ ]?(?:j?2000|icrs|deg|hms|dms)(?![\d.]))?(?: ?\( ?(?:j?2000|icrs|deg(?:rees)?|hms|dms)? ?\))?(?![a-z]) ?[:=]?`;
const START = String.raw`(?:^|(?<=[\s,;|()\[\]/]))_?(?:s_)?`;

function label(names: string, suffix = SUFFIX): RegExp {
  return new RegExp(`${START}(?:${names})${suffix}`, 'giu');
}

/** A single letter is a label only before a number. */
const LETTER = String.raw` ?[:=]? ?(?=[-+.\d])`;
const RA = label(String.raw`right ascension|r\. ?a\.?|ra|α`);
const DEC = label(String.raw`declination|decl?\.?|de|δ`);
const LON = label(String.raw`glon|l|ℓ|l(?:ii|2)`, LETTER);
const LAT = label(String.raw`glat|b|b(?:ii|2)`, LETTER);

/** Takes `RA = …, Dec = …` or `l = … b = …` apart, in either order; the text without labels where that can't be. */
export function readLabels(text: string): ILabelled | string {
  return (
    apart(text, RA, DEC, 'equatorial') ??
    apart(text, LON, LAT, 'galactic') ??
    text.replace(RA, ' ').replace(DEC, ' ')
  );
}

function apart(
  text: string,
  first: RegExp,
  second: RegExp,
  frame: ILabelled['frame']
): ILabelled | undefined {
  const [lon, lat] = [[...text.matchAll(first)], [...text.matchAll(second)]];
  if (lon.length !== 1 || lat.length !== 1) {
    return undefined;
  }
  const part = (from: RegExpMatchArray, to: RegExpMatchArray): string => {
    const begin = (from.index ?? 0) + from[0].length;
    const end = (to.index ?? 0) < begin ? text.length : to.index;
    return text.slice(begin, end).replace(/^[\s,;]+|[\s,;/|()]+$/g, '');
  };
  const found = {
    frame,
    lon: part(lon[0], lat[0]),
    lat: part(lat[0], lon[0])
  };
  // Nothing between them: a heading, "RA, Dec: 187.27 2.05".
  return found.lon && found.lat ? found : undefined;
}
