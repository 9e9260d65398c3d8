import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { IColumn } from '../columns';
import type { ColumnSet } from './columnSet';
import { shownUnit, tooltip } from './format';
import { drag } from './grip';
import type { IPlace } from './layout';
import type { ISort } from './source';
import { visible } from './visible';

interface IHeader {
  readonly places: readonly IPlace[];
  readonly sort: ISort | undefined;
  readonly trans: TranslationBundle;
  readonly width: number;
  readonly columns: ColumnSet;
  /** Whether all, some or none of the rows are chosen; undefined without ticks. */
  readonly ticked?: 'all' | 'some' | 'none';
  /** The header that takes the focus, where one does. */
  readonly activeColumn?: number;
}

/** Names and units; a click, Enter or Space on one orders the rows by it. */
export const Header = React.memo((props: IHeader): JSX.Element => {
  const { places, ticked, width } = props;
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="jp-esap-Table-head"
      style={{ width }}
    >
      {ticked && (
        <span
          role="presentation"
          className={`jp-esap-Table-tick jp-mod-${ticked}`}
          title={props.trans.__('Choose all rows, or none')}
        />
      )}
      {places.map(place => (
        <HeaderCell key={place.index} {...props} place={place} />
      ))}
    </div>
  );
});
Header.displayName = 'Header';

function HeaderCell({
  place: { at, index, key, column, format, left, width },
  sort,
  trans,
  columns,
  activeColumn
}: IHeader & { readonly place: IPlace }): JSX.Element {
  const sorted = sort?.column === index ? sort : undefined;
  return (
    <div
      role="columnheader"
      aria-colindex={at + 1}
      aria-sort={sorted && (sorted.descending ? 'descending' : 'ascending')}
      aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
      tabIndex={at === activeColumn ? 0 : -1}
      className={`jp-esap-Table-header${format.numeric ? ' jp-mod-numeric' : ''}`}
      style={{ left, width }}
      title={describe(column, trans)}
    >
      <span className="jp-esap-Table-name">
        <span>{visible(column.name)}</span>
        {sorted && (
          <span className="jp-esap-Table-order" aria-hidden>
            {sorted.descending ? '▼' : '▲'}
          </span>
        )}
      </span>
      <span className="jp-esap-Table-unit">{visible(shownUnit(column))}</span>
      <span
        aria-hidden
        className="jp-esap-Table-grip"
        title={trans.__('Drag to resize; double click for the first width')}
        onClick={event => event.stopPropagation()}
        onPointerDown={event =>
          drag(event, width, wanted => columns.resize(key, wanted))
        }
        onDoubleClick={() => columns.resize(key, undefined)}
      />
    </div>
  );
}

/** All that is known of a column. */
function describe(column: IColumn, trans: TranslationBundle): string {
  const { name, unit, description, ucd } = column;
  return tooltip(
    [
      unit ? trans.__('%1 in %2', visible(name), visible(unit)) : visible(name),
      description && visible(description.replace(/\s+/g, ' ')),
      ucd && trans.__('UCD: %1', visible(ucd))
    ]
      .filter(Boolean)
      .join('\n')
  );
}
