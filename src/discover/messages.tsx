import * as React from 'react';
import { action, noteSentence, sentence } from '../remote';
import type { IPart } from './body';
import { MessageEnd } from './details';
import { useKeptFocus } from './keptFocus';
import { RetryButton } from './retryButton';
import { grouped, isWhole } from './runState';
import type { Search } from './search';
import type { IRun } from './state';

interface IMessages extends Pick<IPart, 'trans'> {
  readonly search: Search;
}

/** Where the focus goes when the message with the button that was pressed is gone. */
export const AFTER_MESSAGE = [
  '.jp-esap-Messages',
  '[role$=grid] [tabindex="0"]',
  '[data-esap-first], .jp-esap-Tab-top button'
];

/**
 * One sentence and at most one action for each service that failed, was cut
 * off or has something to say, in the order of the services.
 */
export function Messages({ search, trans }: IMessages): JSX.Element | null {
  const runs = search.runs.filter(
    run => run.state === 'failed' || run.notes.length > 0
  );
  useKeptFocus('.jp-esap-Message', AFTER_MESSAGE);
  return runs.length === 0 ? null : (
    <ul
      className="jp-esap-Messages"
      tabIndex={-1}
      aria-label={trans.__('What the services say')}
    >
      {runs.map(run => (
        <Message key={run.service.id} run={run} search={search} trans={trans} />
      ))}
    </ul>
  );
}

function Message({
  run,
  search,
  trans
}: IMessages & { readonly run: IRun }): JSX.Element {
  const { service, failure, notes, rows } = run;
  const sentences = [
    ...(failure ? [sentence(failure, trans)] : []),
    ...notes.map(note => noteSentence(note, service.label, rows, trans))
  ];
  const truncated = notes.some(note => note.code === 'truncated');
  // What is whole but odd can't be helped by asking again.
  const retry = failure
    ? action(failure) === 'retry' || action(failure) === 'retry-later'
    : notes.some(note => note.code === 'incomplete');
  return (
    <li
      className={`jp-esap-Message jp-mod-${
        failure ? 'failed' : isWhole(run) ? 'warning' : 'partial'
      }`}
    >
      <div>
        {sentences.map(text => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <MessageEnd
        trans={trans}
        label={service.label}
        wrong={{
          failure,
          notes,
          service: service.label,
          request: run.part?.origin.request,
          time: run.ended
        }}
      >
        {run.state !== 'running' &&
          (truncated ? (
            <button
              type="button"
              className="jp-esap-Link"
              aria-label={trans.__(
                'Get the rest (up to %1) of %2',
                grouped(rows * 10),
                service.label
              )}
              onClick={() => search.getRest(service.id)}
            >
              {trans.__('Get the rest (up to %1)', grouped(rows * 10))}
            </button>
          ) : (
            retry && (
              <RetryButton
                trans={trans}
                label={service.label}
                from={waitUntil(run)}
                retry={() => search.retry(service.id)}
              />
            )
          ))}
      </MessageEnd>
    </li>
  );
}

/** Until when the service asked to wait, if it did. */
function waitUntil({ failure, ended }: IRun): number | undefined {
  const seconds = failure?.code === 'busy' ? failure.facts?.seconds : undefined;
  return ended === undefined || seconds === undefined
    ? undefined
    : ended + Number(seconds) * 1000;
}
