import * as React from 'react';
import { BANDS, readPeriod } from '../vo';
import type { IPart } from './body';
import type { IFilters } from './state';

/** Kinds of products (ObsCore 1.1 §3.3.1) that archives of observations have. */
const PRODUCTS = [
  'visibility',
  'image',
  'cube',
  'spectrum',
  'timeseries',
  'event',
  'measurements'
] as const;

/** How many filters are set. */
export function filterCount(filters: IFilters): number {
  const { bands, ...texts } = filters;
  return (
    Object.values(texts).filter(text => text.trim() !== '').length +
    (bands.length > 0 ? 1 : 0)
  );
}

/** Fields that narrow a search; for archives of observations, all of them together. */
export function Filters({ model, trans }: IPart): JSX.Element {
  const { filters } = model.state.form;
  const id = React.useId();
  const field = (
    key: 'experiment' | 'source' | 'from' | 'to',
    label: string,
    hint: string
  ): JSX.Element => {
    const date = key === 'from' || key === 'to';
    const bad = date && filters[key].trim() !== '' && !readPeriod(filters[key]);
    return (
      <div className="jp-esap-Filter">
        <label htmlFor={`${id}-${key}`}>{label}</label>
        <input
          id={`${id}-${key}`}
          className="jp-esap-Input"
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder={hint}
          value={filters[key]}
          aria-invalid={bad}
          aria-describedby={bad ? `${id}-${key}-bad` : undefined}
          onChange={event => model.filter({ [key]: event.target.value })}
        />
        {bad && (
          <p id={`${id}-${key}-bad`} className="jp-esap-Refusal" role="alert">
            {trans.__(
              'A date is written like 2005, 2005-02, 2005-02-25, or as MJD.'
            )}
          </p>
        )}
      </div>
    );
  };
  return (
    <fieldset className="jp-esap-Filters">
      <legend className="jp-esap-Said">{trans.__('Filters')}</legend>
      {field(
        'experiment',
        trans.__('Experiment'),
        trans.__('N05*, several with commas, ! for not')
      )}
      {field('source', trans.__('Source'), trans.__('J03*, 3C84'))}
      <div
        className="jp-esap-Filter"
        role="group"
        aria-labelledby={`${id}-band`}
      >
        <span id={`${id}-band`}>{trans.__('Band')}</span>
        <div className="jp-esap-Bands">
          {BANDS.map(({ letter, from, to, centimetres }) => (
            <label
              key={letter}
              title={trans.__('%1–%2 GHz, %3 cm', from, to, centimetres)}
            >
              <input
                type="checkbox"
                checked={filters.bands.includes(letter)}
                onChange={event =>
                  model.filter({
                    bands: event.target.checked
                      ? [...filters.bands, letter]
                      : filters.bands.filter(other => other !== letter)
                  })
                }
              />
              {letter}
            </label>
          ))}
        </div>
      </div>
      <div className="jp-esap-Dates">
        {field('from', trans.__('From'), '2004')}
        {field('to', trans.__('To'), '2005-06')}
      </div>
      <div className="jp-esap-Filter">
        <label htmlFor={`${id}-product`}>{trans.__('Product')}</label>
        <select
          id={`${id}-product`}
          className="jp-esap-Input"
          value={filters.productType}
          onChange={event => model.filter({ productType: event.target.value })}
        >
          <option value="">{trans.__('any')}</option>
          {PRODUCTS.map(product => (
            <option key={product} value={product}>
              {product}
            </option>
          ))}
        </select>
      </div>
      {filterCount(filters) > 0 && (
        <button
          type="button"
          className="jp-esap-Link"
          onClick={() =>
            model.filter({
              experiment: '',
              source: '',
              bands: [],
              from: '',
              to: '',
              productType: ''
            })
          }
        >
          {trans.__('Clear all filters')}
        </button>
      )}
    </fieldset>
  );
}
