/** The frame that a text names, and the text without that name. */
export interface IFramed {
  /** `ecliptic`, `B1950` … : a frame that we do not convert, as it is called. */
  readonly frame: 'equatorial' | 'galactic' | { readonly unknown: string };
  readonly text: string;
}

const START = String.raw`(?:^|(?<=[\s,;()\[\]]))`;
const END = String.raw`(?=$|[\s,;:()\[\]])`;

function word(pattern: string): RegExp {
  return new RegExp(`${START}(?:${pattern})${END}`, 'gi');
}

/**
 * FK5 at J2000 and ICRS agree to 0.03″, which no search radius notices. The year
 * only counts with its letter or the word: 2000 alone may be a coordinate.
 */
const J2000 = word(
  String.raw`icrs|icrf\d?|fk5|equatorial|(?:equinox|epoch)\s*[=:]?\s*j?2000(?:\.0*)?|j2000(?:\.0*)?|\(\s*2000(?:\.0*)?\s*\)`
);
const GALACTIC = word(String.raw`galactic(?:\s+coordinates)?|gal\.?`);
const OTHER = word(
  String.raw`fk4(?:-no-e)?|b1950(?:\.0*)?|b1900(?:\.0*)?|b1875(?:\.0*)?|(?:equinox|epoch)\s*[=:]?\s*[jb]?1[89]\d\d(?:\.\d*)?|ecliptic|supergalactic|sgal|azel|altaz|horizontal|geocentric|j(?:19|20)\d\d(?:\.\d+)?|\(\s*1950(?:\.0*)?\s*\)`
);

/** Finds out in which frame a position is given; equatorial if nothing is said. */
export function readFrame(text: string): IFramed {
  const plain = text.replace(J2000, ' ');
  const other = plain.match(OTHER);
  if (other) {
    return {
      frame: {
        unknown: other[0].replace(/^(?:equinox|epoch)\s*[=:]?\s*/i, '')
      },
      text: plain
    };
  }
  const ungalactic = plain.replace(GALACTIC, ' ');
  return ungalactic === plain
    ? { frame: 'equatorial', text: plain }
    : { frame: 'galactic', text: ungalactic };
}
