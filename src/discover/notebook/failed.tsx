import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { action, type IFailure, sentence } from '../../remote';
import { MessageEnd } from '../details';

/** A failure in one sentence, where it happened, with a way to ask again if that may help. */
export function Failed({
  failure,
  trans,
  retry
}: {
  readonly failure: IFailure;
  readonly trans: TranslationBundle;
  readonly retry?: () => void;
}): JSX.Element {
  const helps = ['retry', 'retry-later'].includes(action(failure));
  return (
    <div className="jp-esap-Message jp-mod-failed" role="alert">
      <p>{sentence(failure, trans)}</p>
      <MessageEnd
        trans={trans}
        label={failure.service ?? trans.__('this failure')}
        wrong={{ failure }}
      >
        {retry && helps && (
          <button type="button" className="jp-esap-Link" onClick={retry}>
            {trans.__('Retry')}
          </button>
        )}
      </MessageEnd>
    </div>
  );
}
