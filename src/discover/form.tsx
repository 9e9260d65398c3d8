import * as React from 'react';
import { parseRadius } from '../vo';
import type { IPart } from './body';
import { BoxField } from './boxField';
import { Filters, filterCount } from './filters';
import { useKeptFocus } from './keptFocus';
import { RadiusField } from './radiusField';
import { ServiceList } from './serviceList';
import { chosenServices, isSearching } from './state';

/** What is to be searched: the box, a radius, filters, and where. */
export function Form(props: IPart): JSX.Element {
  const { model, trans } = props;
  const { state, boxed } = model;
  const searching = isSearching(state);
  const chosen = chosenServices(state);
  const [tried, setTried] = React.useState(false);
  const [filtering, setFiltering] = React.useState(false);
  const filters = filterCount(state.form.filters);
  // A unit that was typed behind the number counts.
  const radius = parseRadius(state.form.radius, state.form.unit);
  const ready =
    chosen.length > 0 &&
    (boxed.kind === 'name' || model.question() !== undefined);

  // Search and Stop change places; a retry of the profile goes with its message.
  useKeptFocus('.jp-esap-Form', ['.jp-esap-Form .jp-esap-Button']);

  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!searching) {
      void model.search();
    }
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
      <BoxField {...props} tried={tried} onEdit={() => setTried(false)}>
        {searching ? (
          <button
            key="stop"
            type="button"
            className="jp-esap-Button"
            onClick={() => model.stop()}
          >
            {trans.__('Stop')}
          </button>
        ) : (
          <button
            key="search"
            type="submit"
            className="jp-esap-Button jp-mod-accept"
            aria-disabled={!ready}
          >
            {trans.__('Search')}
          </button>
        )}
      </BoxField>
      {state.folded ? (
        <button
          type="button"
          className="jp-esap-Fold"
          aria-expanded={false}
          onClick={() => model.fold(false)}
        >
          {boxed.kind === 'position' || boxed.kind === 'name'
            ? trans._n(
                'within %2 %3 · %1 service',
                'within %2 %3 · %1 services',
                chosen.length,
                radius.ok ? radius.number : state.form.radius,
                radius.ok ? radius.unit : state.form.unit
              )
            : trans._n('%1 service', '%1 services', chosen.length)}
          {filters > 0 && trans._n(' · %1 filter', ' · %1 filters', filters)}
          <span aria-hidden> ▾</span>
        </button>
      ) : (
        <>
          <RadiusField
            radius={state.form.radius}
            unit={state.form.unit}
            onChange={change => model.edit(change)}
            trans={trans}
          >
            <button
              type="button"
              className="jp-esap-Link"
              aria-expanded={filtering}
              onClick={() => setFiltering(!filtering)}
            >
              {filters > 0
                ? trans._n('%1 filter', '%1 filters', filters)
                : trans.__('Filter')}
              <span aria-hidden>{filtering ? ' ▴' : ' ▾'}</span>
            </button>
          </RadiusField>
          {filtering && <Filters {...props} />}
          <ServiceList {...props} />
          {tried && state.site.state === 'ready' && chosen.length === 0 && (
            <p className="jp-esap-Refusal" role="alert">
              {trans.__('Choose at least one service to search in.')}
            </p>
          )}
          {tried && boxed.kind === 'empty' && filters === 0 && (
            <p className="jp-esap-Refusal" role="alert">
              {trans.__(
                'Give a position, a name, an experiment or a filter: else it would be the whole archive.'
              )}
            </p>
          )}
          {(state.search?.rows ?? 0) > 0 && (
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
