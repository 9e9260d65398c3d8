import * as React from 'react';
import { shown } from '../../notebook/shown';
import type { IChooserPart } from './offerList';

/** Which kernel the notebook is to have, and whether that is the one it asks for. */
export function KernelField({ chooser, trans }: IChooserPart): JSX.Element {
  const id = React.useId();
  const { kernels, kernel, named, read, chosen } = chooser.state;
  const picked = kernels?.find(({ name }) => name === kernel);
  // A copy is not read again; what is no notebook asks for nothing.
  const settled =
    chosen !== undefined &&
    (read.state === 'idle' || (read.state === 'ready' && read.value.result.ok));
  return (
    <div className="jp-esap-Chooser-part">
      <label htmlFor={id}>{trans.__('Kernel')}</label>
      {kernels?.length === 0 ? (
        <p className="jp-esap-Hint">
          {trans.__(
            'No kernel is installed here: the notebook opens, but can not be run.'
          )}
        </p>
      ) : (
        <>
          <select
            id={id}
            className="jp-esap-Input"
            value={kernel ?? ''}
            aria-describedby={`${id}-fits`}
            onChange={event => chooser.useKernel(event.target.value)}
          >
            {kernels?.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
          <p className="jp-esap-Hint jp-esap-Chooser-line" id={`${id}-fits`}>
            {!kernels
              ? trans.__('Asking the server for its kernels …')
              : !settled || !picked
                ? ''
                : picked.fits
                  ? trans.__('✓ fits the notebook')
                  : named
                    ? trans.__(
                        'is not the one that the notebook names (%1)',
                        shown(named)
                      )
                    : trans.__('the notebook names none')}
          </p>
        </>
      )}
    </div>
  );
}
