import type { ITrans } from '../remote';
import type { How, INoPosition } from './position';

/** How a position was read, to stand behind "read as". */
export function howRead(how: How, trans: ITrans): string {
  switch (how) {
    case 'degrees':
      return trans.__('degrees');
    case 'decimal-hours':
      return trans.__('hours and degrees');
    case 'hms':
      return trans.__('hours, minutes, seconds');
    case 'dms':
      return trans.__('degrees, minutes, seconds');
    case 'galactic':
      return trans.__('galactic l and b');
  }
}

/** Why a text is no position, in one or two sentences that help. */
export function positionRefusal(refusal: INoPosition, trans: ITrans): string {
  const {
    degrees = '',
    hours = '',
    value = '',
    part,
    axis,
    frame = ''
  } = refusal.facts ?? {};
  switch (refusal.code) {
    case 'empty':
      return trans.__('Give a right ascension and a declination.');
    case 'one-only':
      return trans.__(
        'There is only one number. A position is a right ascension and a declination.'
      );
    case 'unreadable':
      return trans.__(
        'This cannot be read as a position. Write it like 12 29 06.7 +02 03 09 or 187.278 2.0525.'
      );
    case 'unclear':
      return trans.__(
        'This can be read in more than one way. Put a semicolon between right ascension and declination.'
      );
    case 'beyond-pole':
      return axis === 'b'
        ? trans.__(
            'Galactic latitude %1° is beyond the pole. It must lie between −90° and +90°.',
            degrees
          )
        : trans.__(
            'Declination %1° is beyond the pole. It must lie between −90° and +90°.',
            degrees
          );
    case 'beyond-circle':
      return axis === 'l'
        ? trans.__(
            'Galactic longitude %1° is beyond the circle. It must lie between 0° and 360°.',
            degrees
          )
        : trans.__(
            'Right ascension %1° is beyond the circle. It must lie between 0° and 360°.',
            degrees
          );
    case 'beyond-day':
      return trans.__(
        'Right ascension %1h is beyond the day. It must lie between 0h and 24h; degrees are written as one number, or with d.',
        hours
      );
    case 'sixty':
      return part === 'minutes'
        ? trans.__('%1 minutes are too many. Minutes must be below 60.', value)
        : trans.__('%1 seconds are too many. Seconds must be below 60.', value);
    case 'no-hours':
      return trans.__('Only right ascension is counted in hours.');
    case 'frame':
      return trans.__(
        'Positions in %1 are not converted. Give it in ICRS (J2000) or galactic.',
        frame
      );
  }
}
