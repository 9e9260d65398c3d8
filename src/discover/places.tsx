import * as React from 'react';
import { distinctPlaces } from '../vo';
import type { IPart } from './body';
import { byWhom, Place } from './echo';

/** The places that a name may mean, where there are several: one click searches there. */
export function Places({ model, trans }: IPart): JSX.Element | null {
  const { name } = model.state;
  const places =
    name.state === 'ready' ? distinctPlaces(name.value.targets) : [];
  return places.length < 2 ? null : (
    <ul className="jp-esap-Places">
      {places.map(target => (
        <li key={`${target.ra} ${target.dec}`}>
          <button
            type="button"
            className="jp-esap-Place"
            onClick={() => model.take(target)}
          >
            <strong>{target.name}</strong> {target.type}
            <br />
            <Place {...target} />{' '}
            <span className="jp-esap-Hint">{byWhom(target, trans)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
