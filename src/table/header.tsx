import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { IColumn } from '../columns';
import { tooltip } from './format';
import type { ISort } from './source';
import { visible } from './visible';
import type { IPlace } from './widths';

interface IHeader {
  readonly places: readonly IPlace[];
  readonly sort: ISort | undefined;
  readonly trans: TranslationBundle;
  readonly width: number;
  /** The header that takes the focus, where one does. */
  readonly activeColumn?: number;
}

/** Names and units; a click, Enter or Space on one orders the rows by it. */
export const Header = React.memo(
  ({ places, sort, trans, width, activeColumn }: IHeader): JSX.Element => (
    <div
      role="row"
      aria-rowindex={1}
      className="jp-esap-Table-head"
      style={{ width }}
    >
      {places.map(({ index, column, format, left, width }) => {
        const sorted = sort?.column === index ? sort : undefined;
        return (
          <div
            key={index}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={
              sorted && (sorted.descending ? 'descending' : 'ascending')
            }
            tabIndex={index === activeColumn ? 0 : -1}
            className={
              format.numeric
                ? 'jp-esap-Table-header jp-mod-numeric'
                : 'jp-esap-Table-header'
            }
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
            <span className="jp-esap-Table-unit">
              {visible(column.unit ?? '')}
            </span>
          </div>
        );
      })}
    </div>
  )
);
Header.displayName = 'Header';

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
