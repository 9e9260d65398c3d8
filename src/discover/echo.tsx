import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { formatDec, formatRa, howRead, type IPosition } from '../vo';

interface IEcho {
  readonly position: IPosition;
  readonly trans: TranslationBundle;
}

/** How a position was understood. */
export function Echo({ position, trans }: IEcho): JSX.Element {
  return (
    <>
      <span className="jp-esap-Ok" aria-hidden>
        ✓{' '}
      </span>
      <span className="jp-esap-Tabular">
        {formatRa(position.ra, 3)} {formatDec(position.dec, 2)}
      </span>{' '}
      <span className="jp-esap-Hint">
        {trans.__('ICRS, read as %1', howRead(position.how, trans))}
      </span>
    </>
  );
}
