import { Time } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { grouped } from './runState';
import type { ITabState } from './tabState';

interface ITabEarlier {
  readonly earlier: ITabState;
  readonly trans: TranslationBundle;
  readonly phase: 'waiting' | 'asking' | 'hindered';
  readonly again: () => void;
}

/** What a tab showed before the page was loaded again; its rows are not kept. */
export function TabEarlier({
  earlier,
  trans,
  phase,
  again
}: ITabEarlier): JSX.Element {
  const { form, rows, at } = earlier;
  return (
    <div className="jp-esap-Tab-earlier">
      <p>
        {trans.__(
          '%1, %2, %3',
          form.box || trans.__('By filters'),
          trans._n('%2 row', '%2 rows', rows, grouped(rows)),
          Time.formatHuman(new Date(at))
        )}
      </p>
      <button
        type="button"
        className="jp-esap-Button jp-mod-accept"
        aria-disabled={phase === 'asking'}
        onClick={() => phase !== 'asking' && again()}
      >
        {trans.__('Search again')}
      </button>
      <p role="status">
        {phase === 'asking'
          ? trans.__('Searching …')
          : phase === 'hindered'
            ? trans.__(
                'This could not be asked as it stands. The Discover panel in the side bar has it in its form and says why.'
              )
            : ''}
      </p>
    </div>
  );
}
