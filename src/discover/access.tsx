import * as React from 'react';
import { failureOf, isAbort, type Remote, sentence } from '../remote';
import type { IRow } from '../table';
import { accessWords, type IDates } from './accessRule';
import { checkAccess, type Checked } from './accessCheck';
import type { IPart } from './body';
import { numberIn, textIn } from './row';
import type { Search } from './search';

/**
 * Whether the data of a row can be had: by what the row or the profile says,
 * and, when the user asks, by what its server says.
 */
export function Access({
  model,
  trans,
  search,
  row
}: IPart & { readonly search: Search; readonly row: IRow }): JSX.Element {
  const [checked, setChecked] = React.useState<Remote<Checked>>({
    state: 'idle'
  });
  const stop = React.useRef<AbortController>();
  React.useEffect(() => () => stop.current?.abort(), []);
  const { site } = model.state;
  const origin = search.table.origin(row.id);
  const service =
    site.state === 'ready'
      ? site.value.services.find(({ id }) => id === origin?.service)
      : undefined;
  const check = async (): Promise<void> => {
    if (!service) {
      return;
    }
    const controller = new AbortController();
    stop.current = controller;
    const set = (next: Remote<Checked>): void => {
      if (!controller.signal.aborted) {
        setChecked(next);
      }
    };
    set({ state: 'loading', since: Date.now() });
    try {
      const value = await checkAccess(
        model.world.client,
        service,
        textIn(row, 'accessUrl'),
        textIn(row, 'accessFormat'),
        controller.signal
      );
      set({ state: 'ready', value });
    } catch (reason) {
      if (!isAbort(reason)) {
        const failure = { service: service.label, ...failureOf(reason) };
        set({ state: 'failed', failure });
      }
    }
  };
  const rule = accessWords(datesOf(row), service?.access, Date.now(), trans);
  return (
    <span className="jp-esap-Access">
      <span role="status">{said(checked, rule, trans)}</span>{' '}
      {service && checked.state !== 'loading' && (
        <button
          type="button"
          className="jp-esap-Link"
          title={trans.__('Asks its server for the first byte')}
          onClick={() => void check()}
        >
          {checked.state === 'idle'
            ? trans.__('Check')
            : trans.__('Check again')}
        </button>
      )}
    </span>
  );
}

function said(
  checked: Remote<Checked>,
  rule: string | undefined,
  trans: IPart['trans']
): string {
  switch (checked.state) {
    case 'idle':
      return rule ?? trans.__('not known');
    case 'loading':
      return trans.__('checking …');
    case 'failed':
      return sentence(checked.failure, trans);
    case 'ready':
      break;
  }
  switch (checked.value) {
    case 'open':
      return trans.__('open, checked now');
    case 'login':
      return trans.__('needs a login, checked now');
    case 'missing':
      return trans.__('its file is not there');
  }
}

function datesOf(row: IRow): IDates {
  const start = Date.parse(`${textIn(row, 'start').replace(' ', 'T')}Z`);
  return {
    release: textIn(row, 'release'),
    end: numberIn(row, 'end'),
    // MJD of 1970-01-01.
    ...(!Number.isNaN(start) && { start: start / 86400000 + 40587 })
  };
}
