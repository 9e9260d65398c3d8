import * as React from 'react';
import { sentence } from '../../remote';
import { formatBytes } from '../../vo';
import { chosenOffer } from './chooserState';
import type { IData } from './dataPlace';
import type { IChooserPart } from './offerList';

/** How much data there is, and where the notebook is to find it. */
export function DataField({ chooser, trans }: IChooserPart): JSX.Element {
  const name = React.useId();
  const { state, hasMounts, sources } = chooser;
  const { data, place } = state;
  // What a copy was told stays as it is.
  const asIs = chosenOffer(state)?.kind === 'copy';
  const inPlace = data.state === 'ready' ? data.value.inPlace : undefined;
  return (
    <fieldset className="jp-esap-Chooser-part" disabled={asIs}>
      <legend>
        {data.state === 'ready'
          ? trans.__('Its data: %1', amountOf(data.value, trans))
          : data.state === 'failed'
            ? trans.__('Its data')
            : trans.__('Its data: looking …')}
      </legend>
      {hasMounts && (
        <label title={inPlace?.folder}>
          <input
            type="radio"
            name={name}
            checked={place === 'in-place'}
            disabled={!inPlace}
            onChange={() => chooser.useData('in-place')}
          />
          <span>{inPlaceWords(chooser, trans)}</span>
        </label>
      )}
      <label>
        <input
          type="radio"
          name={name}
          checked={place === 'fetch'}
          onChange={() => chooser.useData('fetch')}
        />
        <span>{trans.__('Let the notebook fetch it')}</span>
      </label>
      {data.state === 'failed' && (
        <p className="jp-esap-Hint">
          {sentence(data.failure, trans)}{' '}
          <button
            type="button"
            className="jp-esap-Link"
            onClick={() => void sources.readLinks()}
          >
            {trans.__('Retry')}
          </button>
        </p>
      )}
    </fieldset>
  );
}

function inPlaceWords(
  { state }: IChooserPart['chooser'],
  trans: IChooserPart['trans']
): string {
  const { data } = state;
  if (data.state !== 'ready') {
    return trans.__('Use in place');
  }
  const { inPlace, here, files } = data.value;
  if (inPlace) {
    return trans.__('Use in place: %1', inPlace.folder);
  }
  return here > 0
    ? trans.__('Use in place: only %1 of %2 files are here', here, files)
    : trans.__('Use in place: not on the disks of this site');
}

/** `5 files, 1.2 GB`. */
function amountOf(
  { files, bytes, unread }: IData,
  trans: IChooserPart['trans']
): string {
  if (unread > 0) {
    return trans.__('many files, not counted');
  }
  const count =
    files === 0
      ? trans.__('none that the archive names')
      : trans._n('%1 file', '%1 files', files);
  return files > 0 && bytes !== undefined
    ? `${count}, ${formatBytes(bytes)}`
    : count;
}
