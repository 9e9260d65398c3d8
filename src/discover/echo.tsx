import * as React from 'react';
import { sentence } from '../remote';
import {
  distinctPlaces,
  formatDec,
  formatRa,
  howRead,
  type ITarget
} from '../vo';
import type { IPart } from './body';
import { searchable } from './state';

/** How the box was understood, or what may stand in it. */
export function Echo({ model, trans }: IPart): JSX.Element {
  const { boxed } = model;
  switch (boxed.kind) {
    case 'empty':
      return (
        <span className="jp-esap-Hint">
          {trans.__('A name, a position in any usual form, or an experiment.')}
        </span>
      );
    case 'experiment':
      return (
        <Understood>
          {trans.__(
            'Experiment of %1',
            searchable(model.state)
              .filter(service => boxed.services.includes(service.id))
              .map(service => service.label)
              .join(', ')
          )}
        </Understood>
      );
    case 'position':
      return boxed.read.ok ? (
        <Understood>
          <Place {...boxed.read} />{' '}
          <span className="jp-esap-Hint">
            {trans.__('ICRS, read as %1', howRead(boxed.read.how, trans))}
          </span>
        </Understood>
      ) : (
        <span className="jp-esap-Hint">
          {trans.__('Right ascension and declination.')}
        </span>
      );
    case 'name':
      return <Name model={model} trans={trans} />;
  }
}

function Name({ model, trans }: Pick<IPart, 'model' | 'trans'>): JSX.Element {
  const { name } = model.state;
  switch (name.state) {
    case 'idle':
      return (
        <span className="jp-esap-Hint">
          {trans.__('A name: it is looked up when you search.')}
        </span>
      );
    case 'loading':
      return (
        <span className="jp-esap-Hint">{trans.__('Looking it up …')}</span>
      );
    case 'failed':
      return (
        <span className="jp-esap-Refusal">
          {trans.__(
            'The name cannot be looked up: %1 A position works all the same.',
            sentence(name.failure, trans)
          )}
        </span>
      );
    case 'ready': {
      const places = distinctPlaces(name.value.targets);
      return places.length === 0 ? (
        <span className="jp-esap-Refusal">
          {trans.__(
            'Nobody who was asked knows this name. Another spelling or a position may help.'
          )}
        </span>
      ) : places.length > 1 ? (
        <span className="jp-esap-Hint">
          {trans.__('This name has several places. Which one?')}
        </span>
      ) : (
        <Understood>
          <Place {...places[0]} />{' '}
          <span className="jp-esap-Hint">{byWhom(places[0], trans)}</span>
        </Understood>
      );
    }
  }
}

/** Who says where a name is. */
export function byWhom(target: ITarget, trans: IPart['trans']): string {
  return target.through && target.through !== target.by
    ? trans.__('ICRS · by %1 from %2', target.through, target.by)
    : trans.__('ICRS · by %1', target.by);
}

function Understood({
  children
}: {
  readonly children: React.ReactNode;
}): JSX.Element {
  return (
    <>
      <span className="jp-esap-Ok" aria-hidden>
        ✓{' '}
      </span>
      {children}
    </>
  );
}

/** A position as everybody reads it. */
export function Place({
  ra,
  dec
}: {
  readonly ra: number;
  readonly dec: number;
}): JSX.Element {
  return (
    <span className="jp-esap-Tabular">
      {formatRa(ra, 3)} {formatDec(dec, 2)}
    </span>
  );
}
