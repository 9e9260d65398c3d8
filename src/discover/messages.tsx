import * as React from 'react';
import { action, noteSentence, sentence } from '../remote';
import type { IPart } from './body';
import { isWhole } from './runState';
import type { IRun } from './state';

/**
 * One sentence and at most one action for each service that failed, was cut
 * off or has something to say, in the order of the services.
 */
export function Messages(props: IPart): JSX.Element | null {
  const runs = props.model.state.runs.filter(
    run => run.state === 'failed' || run.notes.length > 0
  );
  return runs.length === 0 ? null : (
    <ul className="jp-esap-Messages">
      {runs.map(run => (
        <Message key={run.service.id} run={run} {...props} />
      ))}
    </ul>
  );
}

function Message({
  run,
  model,
  trans
}: IPart & { readonly run: IRun }): JSX.Element {
  const sentences = [
    ...(run.failure ? [sentence(run.failure, trans)] : []),
    ...run.notes.map(note =>
      noteSentence(note, run.service.label, run.rows, trans)
    )
  ];
  // What is whole but odd can't be helped by asking again.
  const retry =
    run.state !== 'running' &&
    (run.failure
      ? action(run.failure) === 'retry' || action(run.failure) === 'retry-later'
      : run.notes.some(note => note.code === 'incomplete'));
  return (
    <li
      className={`jp-esap-Message jp-mod-${
        run.failure ? 'failed' : isWhole(run) ? 'warning' : 'partial'
      }`}
    >
      <div>
        {sentences.map(text => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {retry && (
        <button
          type="button"
          className="jp-esap-Link"
          aria-label={trans.__('Retry %1', run.service.label)}
          onClick={() => model.retry(run.service.id)}
        >
          {trans.__('Retry')}
        </button>
      )}
    </li>
  );
}
