import { parseRadius, RADIUS_UNITS, readPeriod } from '../vo';
import type { Search } from './search';
import { type IForm, NO_FILTERS } from './state';

/** The form that asks a search's question again, of the same services. */
export function formOf({ question, runs }: Search): IForm {
  const { text, cone, only, query } = question;
  const { experiments = [], targets = [], bands = [], from, to } = query;
  return {
    box: text,
    ...(cone ? radiusOf(cone.radius) : { radius: '2', unit: 'arcmin' }),
    filters: {
      ...NO_FILTERS,
      // The first one stands in the box.
      experiment: experiments.slice(only ? 1 : 0).join(', '),
      source: targets.join(', '),
      bands,
      from: from === undefined ? '' : dateOf(from, 'from'),
      to: to === undefined ? '' : dateOf(to, 'to'),
      productType: query.productTypes?.[0] ?? ''
    },
    chosen: runs.map(run => run.service.id)
  };
}

/** A radius in degrees, in the largest unit of which there is one or more. */
export function radiusOf(degrees: number): Pick<IForm, 'radius' | 'unit'> {
  const ways = RADIUS_UNITS.map(unit => {
    const factor = { deg: 1, arcmin: 60, arcsec: 3600 }[unit];
    return { radius: String(Number((degrees * factor).toPrecision(12))), unit };
  });
  const exact = ways.filter(({ radius, unit }) => {
    const read = parseRadius(radius, unit);
    return read.ok && read.degrees === degrees;
  });
  return (
    exact.find(({ radius }) => Number(radius) >= 1) ??
    exact[exact.length - 1] ?? { radius: String(degrees), unit: 'deg' }
  );
}

/** An MJD as the date that was written: a year, a month, a day, a minute. */
export function dateOf(mjd: number, end: 'from' | 'to'): string {
  const iso = (day: number): string =>
    new Date(Math.round((day - 40587) * 86400) * 1000)
      .toISOString()
      .slice(0, 19)
      .replace('T', ' ');
  // The end of a day is the beginning of the next.
  const day = iso(end === 'to' ? mjd - 1 : mjd);
  return (
    [
      ...[4, 7, 10].map(length => day.slice(0, length)),
      ...[16, 19].map(length => iso(mjd).slice(0, length))
    ].find(text => readPeriod(text)?.[end] === mjd) ?? String(mjd)
  );
}
