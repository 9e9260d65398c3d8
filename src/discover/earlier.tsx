import { Time } from '@jupyterlab/coreutils';
import * as React from 'react';
import type { IPart } from './body';
import { grouped } from './runState';
import type { IEarlier } from './state';

/** What was searched before the page was loaded again: said, and repeated when asked. */
export function Earlier({
  model,
  trans,
  earlier
}: IPart & { readonly earlier: IEarlier }): JSX.Element {
  return (
    <div className="jp-esap-Empty">
      <p>
        {trans.__(
          '%1, %2, %3',
          earlier.text || trans.__('By filters'),
          trans._n('%2 row', '%2 rows', earlier.rows, grouped(earlier.rows)),
          Time.formatHuman(new Date(earlier.at))
        )}
      </p>
      <button
        type="button"
        className="jp-esap-Link"
        onClick={() => void model.search()}
      >
        {trans.__('Search again')}
      </button>
    </div>
  );
}
