import type { TranslationBundle } from '@jupyterlab/translation';
import type { IRow } from '../table';
import {
  formatBytes,
  formatDec,
  formatDuration,
  formatRa,
  formatSeparation,
  gigahertz,
  productOf
} from '../vo';
import { numberIn, textIn } from './row';
import type { ITaste } from './taste';

/** The few facts of a row that help to decide, as name and value; what is not known is left out. */
export function factsOf(
  row: IRow,
  taste: ITaste,
  trans: TranslationBundle
): readonly (readonly [string, string])[] {
  const facts: (readonly [string, string | undefined])[] = [
    [trans.__('Position'), position(row, taste)],
    [trans.__('Distance'), map(numberIn(row, 'separation'), formatSeparation)],
    [trans.__('On source'), onSource(row, trans)],
    [trans.__('Range'), range(row)],
    [
      trans.__('Data'),
      [
        textIn(row, 'productType'),
        map(productOf(textIn(row, 'did'))?.pass, pass =>
          trans.__('pass %1', pass)
        ),
        map(numberIn(row, 'size'), size => formatBytes(size * 1e9))
      ]
        .filter(Boolean)
        .join(' · ')
    ],
    [trans.__('Archive'), textIn(row, 'archive')]
  ];
  return facts.filter((fact): fact is readonly [string, string] =>
    Boolean(fact[1])
  );
}

function position(row: IRow, taste: ITaste): string | undefined {
  const [ra, dec] = [numberIn(row, 'ra'), numberIn(row, 'dec')];
  return ra === undefined || dec === undefined
    ? undefined
    : taste.positions === 'sexagesimal'
      ? `${formatRa(ra, 3)} ${formatDec(dec, 2)}`
      : `${ra.toFixed(6)} ${dec.toFixed(6)}`;
}

function onSource(row: IRow, trans: TranslationBundle): string | undefined {
  const hours = numberIn(row, 'exposure');
  const start = textIn(row, 'start');
  const long = hours === undefined ? '' : formatDuration(hours * 3600);
  return long && start
    ? trans.__('%1 from %2 UTC', long, start)
    : long || start || undefined;
}

/** Both ends of what was observed, in GHz where that is how it is counted. */
function range(row: IRow): string | undefined {
  const [min, max] = [numberIn(row, 'emMin'), numberIn(row, 'emMax')];
  if (!min || !max) {
    return undefined;
  }
  const [low, high] = [gigahertz(max, max), gigahertz(min, min)];
  const band = textIn(row, 'band');
  return `${band ? `${band}, ` : ''}${low.toPrecision(4)}–${high.toPrecision(4)} GHz`;
}

function map<T>(
  value: T | undefined,
  make: (value: T) => string
): string | undefined {
  return value === undefined ? undefined : make(value);
}
