import * as React from 'react';
import type { IPart } from './body';
import { PositionField } from './positionField';
import { RadiusField } from './radiusField';
import { ServiceList } from './serviceList';
import { chosenServices, isSearching } from './state';

/** What is to be searched: a position, a radius, and where. */
export function Form({ model, trans }: IPart): JSX.Element {
  const { state } = model;
  const searching = isSearching(state);
  const chosen = chosenServices(state);
  const [tried, setTried] = React.useState(false);
  const ready = model.question() !== undefined && chosen.length > 0;

  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (searching) {
      return;
    }
    model.search();
  };
  // Escape is what stops things; the form keeps what was typed.
  const stopOnEscape = (event: React.KeyboardEvent): void => {
    if (event.key === 'Escape' && searching) {
      event.preventDefault();
      model.stop();
    }
  };

  return (
    <form
      className="jp-esap-Form"
      onSubmit={submit}
      onKeyDown={stopOnEscape}
      aria-label={trans.__('Search')}
      noValidate
    >
      <PositionField
        value={state.form.position}
        onChange={position => {
          setTried(false);
          model.edit({ position });
        }}
        tried={tried}
        trans={trans}
      >
        {searching ? (
          <button
            type="button"
            className="jp-esap-Button"
            onClick={() => model.stop()}
          >
            {trans.__('Stop')}
          </button>
        ) : (
          <button
            type="submit"
            className="jp-esap-Button jp-mod-accept"
            aria-disabled={!ready}
          >
            {trans.__('Search')}
          </button>
        )}
      </PositionField>
      {state.folded ? (
        <button
          type="button"
          className="jp-esap-Fold"
          aria-expanded={false}
          onClick={() => model.fold(false)}
        >
          {trans._n(
            'within %2 %3 · %1 service',
            'within %2 %3 · %1 services',
            chosen.length,
            state.form.radius,
            state.form.unit
          )}
          <span aria-hidden> ▾</span>
        </button>
      ) : (
        <>
          <RadiusField
            radius={state.form.radius}
            unit={state.form.unit}
            onChange={change => model.edit(change)}
            trans={trans}
          />
          <ServiceList model={model} trans={trans} />
          {tried && state.site.state === 'ready' && chosen.length === 0 && (
            <p className="jp-esap-Refusal" role="alert">
              {trans.__('Choose at least one service to search in.')}
            </p>
          )}
          {state.runs.some(run => run.rows > 0) && (
            <button
              type="button"
              className="jp-esap-Fold"
              aria-expanded={true}
              onClick={() => model.fold(true)}
            >
              {trans.__('Less')}
              <span aria-hidden> ▴</span>
            </button>
          )}
        </>
      )}
    </form>
  );
}
