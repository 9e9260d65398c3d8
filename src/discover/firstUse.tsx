import * as React from 'react';
import type { IPart } from './body';

/** Before the first search: what can be tried. A click fills the form; Search sends it. */
export function FirstUse({ model, trans }: IPart): JSX.Element {
  const { site } = model.state;
  const examples = site.state === 'ready' ? site.value.examples : [];
  return (
    <div className="jp-esap-Empty">
      {examples.length > 0 && (
        <>
          <p>{trans.__('Try one')}</p>
          <ul className="jp-esap-Examples">
            {examples.map(({ label, box, radius, unit, services }) => (
              <li key={label}>
                <button
                  type="button"
                  className="jp-esap-Link"
                  onClick={() => {
                    model.edit({
                      box,
                      ...(radius !== undefined && { radius: String(radius) }),
                      ...(unit && { unit }),
                      ...(services && { chosen: services })
                    });
                    void model.search();
                  }}
                >
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        {trans.__(
          'Results come with the notebook that belongs to them, if the archive has one. Nothing is sent before you search.'
        )}
      </p>
    </div>
  );
}
