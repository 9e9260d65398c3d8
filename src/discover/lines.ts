import type { TranslationBundle } from '@jupyterlab/translation';
import type { ILines, IRow } from '../table';
import {
  formatDuration,
  formatLight,
  formatSeparation,
  type Spectral
} from '../vo';
import { numberIn, textIn } from './row';
import type { ITaste } from './taste';

/** Closer than this nobody cares; arcsec. */
const AT_IT = 0.005;

/** Light far from radio is written as those who observe it do, unless somebody wishes otherwise. */
const WAYS: Record<ITaste['spectral'], Spectral> = {
  GHz: 'auto',
  cm: 'wavelength',
  keV: 'energy'
};

/** What a row says in two lines: its target, and what tells whether it is worth a look. */
export function linesOf(
  row: IRow,
  taste: ITaste,
  trans: TranslationBundle
): ILines {
  const band = textIn(row, 'band');
  const [emMin, emMax] = [numberIn(row, 'emMin'), numberIn(row, 'emMax')];
  const exposure = numberIn(row, 'exposure');
  const separation = numberIn(row, 'separation');
  const away =
    separation === undefined
      ? ''
      : separation < AT_IT
        ? trans.__('at it')
        : trans.__('%1 off', formatSeparation(separation));
  return {
    main: textIn(row, 'target') || textIn(row, 'experiment') || '—',
    aside: exposure !== undefined ? formatDuration(exposure * 3600) : away,
    ...(band && { mark: { letter: band, look: band } }),
    facts: [
      emMin && emMax ? formatLight(emMin, emMax, WAYS[taste.spectral]) : '',
      textIn(row, 'start').slice(0, 10),
      exposure !== undefined ? away : '',
      textIn(row, 'experiment') ? '' : textIn(row, 'archive')
    ].filter(Boolean)
  };
}
