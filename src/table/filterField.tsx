import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { IFilter } from './filter';
import type { ITableSource } from './source';
import { useChanged } from './useChanged';

/** A field that looks in all columns at once. */
export function FindField({
  source,
  trans
}: {
  readonly source: ITableSource;
  readonly trans: TranslationBundle;
}): JSX.Element {
  useChanged(source.changed);
  const asked =
    source.filters.find(filter => filter.column === undefined)?.text ?? '';
  const [text, setText] = React.useState(asked);
  React.useEffect(() => setText(asked), [asked]);
  return (
    <input
      type="search"
      className="jp-esap-Table-find"
      value={text}
      spellCheck={false}
      placeholder={trans.__('Find in all columns')}
      aria-label={trans.__('Find in all columns')}
      onChange={event => {
        setText(event.target.value);
        source.filterBy(withFilter(source.filters, event.target.value));
      }}
    />
  );
}

/** The filters with that of one column (or of all, without one) replaced. */
export function withFilter(
  filters: readonly IFilter[],
  text: string,
  column?: number
): readonly IFilter[] {
  const others = filters.filter(filter => filter.column !== column);
  return text.trim() ? [...others, { column, text }] : others;
}
