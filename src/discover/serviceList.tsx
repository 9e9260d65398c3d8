import * as React from 'react';
import { sentence } from '../remote';
import type { IPart } from './body';
import { MessageEnd } from './details';
import { RunState } from './runState';
import { chosenServices, runOf, searchable } from './state';

/** The services of the profile: which are asked, and how each is doing. */
export function ServiceList(props: IPart): JSX.Element | null {
  const { model, trans } = props;
  const { site } = model.state;
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
          <MessageEnd
            trans={trans}
            label={trans.__('the profile of this site')}
            wrong={{ failure: site.failure }}
          >
            <button
              type="button"
              className="jp-esap-Link"
              onClick={() => void model.readSite()}
            >
              {trans.__('Retry')}
            </button>
          </MessageEnd>
        </div>
      );
    case 'ready':
      break;
  }
  const services = searchable(model.state);
  const categories = (['observations', 'catalogues'] as const).filter(
    category => services.some(service => service.category === category)
  );
  return (
    <>
      {categories.map(category => (
        <Category
          key={category}
          {...props}
          category={category}
          alone={categories.length === 1}
        />
      ))}
      {services.length === 0 && (
        <p className="jp-esap-Hint">
          {trans.__(
            'The profile of this site names no service that can be searched.'
          )}
        </p>
      )}
      {site.value.problems.map(problem => (
        <p key={problem} className="jp-esap-Message jp-mod-partial">
          {problem}
        </p>
      ))}
    </>
  );
}

function Category({
  model,
  trans,
  category,
  alone
}: IPart & {
  readonly category: 'observations' | 'catalogues';
  readonly alone: boolean;
}): JSX.Element {
  const chosen = chosenServices(model.state);
  return (
    <fieldset className="jp-esap-Services">
      <legend>
        {alone
          ? trans.__('Search in')
          : category === 'observations'
            ? trans.__('Observations')
            : trans.__('Catalogues')}
      </legend>
      {searchable(model.state)
        .filter(service => service.category === category)
        .map(service => (
          <label key={service.id} title={service.description ?? service.url}>
            <input
              type="checkbox"
              checked={chosen.includes(service)}
              onChange={event => model.choose(service.id, event.target.checked)}
            />
            <span className="jp-esap-Name">{service.label}</span>
            <RunState run={runOf(model.state, service.id)} trans={trans} />
          </label>
        ))}
    </fieldset>
  );
}
