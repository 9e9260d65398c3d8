import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { testOf, type FilterProblem } from './filter';
import { withFilter } from './filterField';
import { FILTERS, HEAD, type IPlace } from './layout';
import type { ITableSource } from './source';
import { visible } from './visible';

interface IFilterRow {
  readonly source: ITableSource;
  readonly places: readonly IPlace[];
  readonly width: number;
  readonly trans: TranslationBundle;
}

/** A line below the header in which each column can be asked for. */
export function FilterRow({
  source,
  places,
  width,
  trans
}: IFilterRow): JSX.Element {
  return (
    <div
      role="row"
      className="jp-esap-Table-filters"
      style={{ width, height: FILTERS, top: HEAD }}
      // The keys of a field are its own, not those of the grid.
      onKeyDown={event => event.stopPropagation()}
    >
      {places.map(place => (
        <div
          key={place.index}
          role="gridcell"
          style={{ left: place.left, width: place.width }}
        >
          <Field source={source} place={place} trans={trans} />
        </div>
      ))}
    </div>
  );
}

function Field({
  source,
  place: { index, column, format },
  trans
}: {
  readonly source: ITableSource;
  readonly place: IPlace;
  readonly trans: TranslationBundle;
}): JSX.Element {
  const asked =
    source.filters.find(filter => filter.column === index)?.text ?? '';
  const [text, setText] = React.useState(asked);
  React.useEffect(() => setText(asked), [asked]);
  const test = text.trim() ? testOf(text, column) : undefined;
  const problem =
    typeof test === 'string' ? wordsOf(test, column.unit, trans) : '';
  return (
    <input
      type="text"
      className="jp-esap-Table-filter"
      value={text}
      spellCheck={false}
      placeholder={format.numeric ? '>' : trans.__('contains')}
      aria-label={trans.__('Filter %1', visible(column.name))}
      aria-invalid={problem !== ''}
      title={problem || hintOf(format.numeric, trans)}
      onChange={event => {
        setText(event.target.value);
        source.filterBy(withFilter(source.filters, event.target.value, index));
      }}
    />
  );
}

function hintOf(numeric: boolean, trans: TranslationBundle): string {
  return numeric
    ? trans.__(
        '> 3, <= 10, 2..5, != 4, with a unit where there is one; dates such as > 2004'
      )
    : trans.__(
        'Part of the text, N05* with any ending, =whole, !not, L | C for either'
      );
}

function wordsOf(
  problem: FilterProblem,
  unit: string | undefined,
  trans: TranslationBundle
): string {
  switch (problem) {
    case 'not-a-number':
      return trans.__('This is no number: > 3, 2..5.');
    case 'unit':
      return unit
        ? trans.__('This unit can’t be compared with %1.', visible(unit))
        : trans.__('The column has no unit to compare with.');
  }
}
