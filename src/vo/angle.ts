/** One angle as it was written; `negative` is kept apart because of −00. */
export interface IAngle {
  readonly negative: boolean;
  /** In `unit`, never below zero. */
  readonly size: number;
  readonly unit: 'hours' | 'degrees';
  /** Written as two or three numbers. */
  readonly sexagesimal: boolean;
  /** The unit stood there; otherwise it is a matter of custom. */
  readonly said: boolean;
}

/** Why a text is no angle; `sixty`: minutes or seconds that belong to the next unit. */
export interface INoAngle {
  readonly why: 'unreadable' | 'sixty';
  readonly part?: 'minutes' | 'seconds';
  readonly value?: string;
}

const NUMBER = String.raw`(?:\d+(?:\.\d*)?|\.\d+)`;
const HOURS = 'h(?:ours?|rs?)?';
const DEGREES = '(?:d(?:eg(?:rees?|s)?)?|°)';
const DECIMAL = new RegExp(
  `^([+-]?) ?(${NUMBER}(?:e[+-]?\\d+)?) ?(${HOURS}|${DEGREES})?\\.?$`,
  'i'
);
const SEXAGESIMAL = new RegExp(
  `^([+-]?) ?(\\d+) ?(${HOURS}|${DEGREES}|:| ) ?` +
    `(${NUMBER})(?: ?(m(?:in(?:utes?|s)?)?|'|:) ?|( ))?` +
    `(?:(${NUMBER}) ?(s(?:ec(?:onds?|s)?)?|")?)? ?(${HOURS}|${DEGREES})?$`,
  'i'
);

/**
 * Reads one angle: `187.278`, `12.5h`, `-00 30 00`, `12:29:06.7`, `+02d03m09s`,
 * `2° 3′ 9″.5`. Signs must be plain already (`plainMarks`).
 *
 * @param custom - the unit of a sexagesimal number that does not say its unit
 */
export function readAngle(
  text: string,
  custom: 'hours' | 'degrees'
): IAngle | INoAngle {
  // A fraction behind its mark, as printed tables have it: 06s.7.
  const joined = text.replace(/(\d) ?([hdms°'"])\.(\d+)/gi, '$1.$3$2');
  const decimal = DECIMAL.exec(joined);
  if (decimal && Number.isFinite(Number(decimal[2]))) {
    const unit = unitOf(decimal[3]);
    return {
      negative: decimal[1] === '-',
      size: Number(decimal[2]),
      unit: unit ?? 'degrees',
      sexagesimal: false,
      said: unit !== undefined
    };
  }
  const parts = SEXAGESIMAL.exec(joined);
  if (!parts) {
    return { why: 'unreadable' };
  }
  const [, sign, whole, first, minutes, second, blank, seconds, , last] = parts;
  // Only the last number may have a fraction; colons stand throughout or not at all.
  if (
    (seconds !== undefined &&
      (minutes.includes('.') ||
        (second ?? blank) === undefined ||
        (first === ':') !== (second === ':'))) ||
    (seconds === undefined && second === ':') ||
    (unitOf(first) && last)
  ) {
    return { why: 'unreadable' };
  }
  if (Number(minutes) >= 60) {
    return { why: 'sixty', part: 'minutes', value: minutes };
  }
  // Exactly 60 seconds is what programs print that round without carrying.
  if (Number(seconds ?? 0) > 60) {
    return { why: 'sixty', part: 'seconds', value: seconds };
  }
  const said = unitOf(first) ?? unitOf(last);
  return {
    negative: sign === '-',
    size:
      (Number(whole) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) /
      3600,
    unit: said ?? custom,
    sexagesimal: true,
    said: said !== undefined
  };
}

function unitOf(mark: string | undefined): 'hours' | 'degrees' | undefined {
  if (mark === undefined || mark === ':' || mark === ' ') {
    return undefined;
  }
  return /^h/i.test(mark) ? 'hours' : 'degrees';
}
