import type { TranslationBundle } from '@jupyterlab/translation';
import type { IQuestion } from './question';
import { dateOf, radiusOf } from './tabForm';

const MARKS = { deg: '°', arcmin: '′', arcsec: '″' };

/** What was asked besides the text of the box, a few words each. */
export function chipsOf(
  { cone, only, query }: IQuestion,
  trans: TranslationBundle
): readonly string[] {
  const { experiments = [], targets = [], bands = [], from, to } = query;
  const { productTypes = [] } = query;
  const radius = cone && radiusOf(cone.radius);
  // The first one stands in the box.
  const codes = experiments.slice(only ? 1 : 0);
  return [
    radius && trans.__('within %1', radius.radius + MARKS[radius.unit]),
    codes.length > 0 && trans.__('Experiment %1', codes.join(', ')),
    targets.length > 0 && trans.__('Source %1', targets.join(', ')),
    bands.length > 0 && trans.__('Band %1', bands.join(', ')),
    from !== undefined && trans.__('from %1', dateOf(from, 'from')),
    to !== undefined && trans.__('to %1', dateOf(to, 'to')),
    productTypes.join(', ')
  ].filter((chip): chip is string => Boolean(chip));
}
