import * as React from 'react';
import type { IPart } from './body';
import { sentence } from '../remote';
import { RunState } from './runState';
import { chosenServices } from './state';

/** The services of the profile: which are asked, and how each is doing. */
export function ServiceList({ model, trans }: IPart): JSX.Element | null {
  const { site, runs } = model.state;
  switch (site.state) {
    case 'idle':
      return null;
    case 'loading':
      return (
        <p className="jp-esap-Hint">{trans.__('Reading the profile …')}</p>
      );
    case 'failed':
      return (
        <div className="jp-esap-Message jp-mod-failed" role="alert">
          <p>{sentence(site.failure, trans)}</p>
          <button
            type="button"
            className="jp-esap-Link"
            onClick={() => void model.readSite()}
          >
            {trans.__('Retry')}
          </button>
        </div>
      );
    case 'ready':
      break;
  }
  const chosen = chosenServices(model.state);
  const { services, problems } = site.value;
  return (
    <fieldset className="jp-esap-Services">
      <legend>{trans.__('Search in')}</legend>
      {services.map(service => (
        <label key={service.id} title={service.description ?? service.url}>
          <input
            type="checkbox"
            checked={chosen.includes(service)}
            onChange={event => model.choose(service.id, event.target.checked)}
          />
          <span className="jp-esap-Name">{service.label}</span>
          <RunState
            run={runs.find(run => run.service.id === service.id)}
            trans={trans}
          />
        </label>
      ))}
      {services.length === 0 && (
        <p className="jp-esap-Hint">
          {trans.__(
            'The profile of this site names no service that can be searched.'
          )}
        </p>
      )}
      {problems.map(problem => (
        <p key={problem} className="jp-esap-Message jp-mod-partial">
          {problem}
        </p>
      ))}
    </fieldset>
  );
}
