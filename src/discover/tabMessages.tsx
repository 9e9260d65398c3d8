import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { useKeptFocus } from './keptFocus';
import { AFTER_MESSAGE, Messages } from './messages';
import { RetryButton } from './retryButton';
import { grouped } from './runState';
import type { Search } from './search';
import type { IRun } from './state';

interface ITabMessages {
  readonly search: Search;
  readonly trans: TranslationBundle;
}

/**
 * Everything for which the table may not be taken for the whole: what failed,
 * broke off or was cut off, and, since no list of services stands beside it,
 * what was stopped or never asked.
 */
export function TabMessages(props: ITabMessages): JSX.Element {
  const { search, trans } = props;
  const left = search.runs.filter(
    run => run.state === 'stopped' || run.state === 'not-asked'
  );
  useKeptFocus('.jp-esap-Message', AFTER_MESSAGE);
  return (
    <>
      <Messages {...props} />
      {left.length > 0 && (
        <ul className="jp-esap-Messages" tabIndex={-1}>
          {left.map(run => (
            <li
              key={run.service.id}
              className={`jp-esap-Message jp-mod-${
                run.state === 'stopped' ? 'partial' : 'warning'
              }`}
            >
              <p>{wordsOf(run, trans)}</p>
              {run.state === 'stopped' && (
                <RetryButton
                  trans={trans}
                  label={run.service.label}
                  retry={() => search.retry(run.service.id)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function wordsOf(
  { state, why, rows, service }: IRun,
  trans: TranslationBundle
): string {
  if (state === 'stopped') {
    return trans._n(
      '%2 was stopped after %3 row. There may be more.',
      '%2 was stopped after %3 rows. There may be more.',
      rows,
      service.label,
      grouped(rows)
    );
  }
  return why === 'needs-position'
    ? trans.__('%1 was not asked: it needs a position.', service.label)
    : trans.__('%1 was not asked: it has no such experiments.', service.label);
}
