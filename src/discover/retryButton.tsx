import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

interface IRetryButton {
  readonly trans: TranslationBundle;
  /** What is asked again. */
  readonly label: string;
  /** Not before this, ms since the epoch: the service asked to wait. */
  readonly from?: number;
  readonly retry: () => void;
}

/** Asks again; where the service asked to wait it counts down until that is over. */
export function RetryButton({
  trans,
  label,
  from = 0,
  retry
}: IRetryButton): JSX.Element {
  const seconds = useSecondsUntil(from);
  const wait =
    seconds < 100
      ? trans.__('%1 s', seconds)
      : trans.__('%1 min', Math.ceil(seconds / 60));
  return seconds > 0 ? (
    <button
      type="button"
      className="jp-esap-Link"
      aria-disabled
      aria-label={trans.__('Retry %1 in %2', label, wait)}
    >
      {trans.__('Retry in %1', wait)}
    </button>
  ) : (
    <button
      type="button"
      className="jp-esap-Link"
      aria-label={trans.__('Retry %1', label)}
      onClick={retry}
    >
      {trans.__('Retry')}
    </button>
  );
}

/** Whole seconds until then, 0 once it is over; draws again when they change. */
function useSecondsUntil(time: number): number {
  const [, draw] = React.useReducer((drawn: number) => drawn + 1, 0);
  const left = Math.max(0, time - Date.now());
  React.useEffect(() => {
    if (left > 0) {
      const timer = setTimeout(draw, left % 1000 || 1000);
      return () => clearTimeout(timer);
    }
    return undefined;
  });
  return Math.ceil(left / 1000);
}
