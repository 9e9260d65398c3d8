import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import {
  parseRadius,
  RADIUS_UNITS,
  radiusRefusal,
  type RadiusUnit
} from '../vo';
import type { IForm } from './state';

interface IRadiusField {
  readonly radius: string;
  readonly unit: RadiusUnit;
  readonly onChange: (change: Partial<IForm>) => void;
  readonly trans: TranslationBundle;
  /** What stands at the end of the line. */
  readonly children?: React.ReactNode;
}

/** A number and its unit; a unit that is typed behind the number counts. */
export function RadiusField(props: IRadiusField): JSX.Element {
  const { radius, unit, onChange, trans } = props;
  const id = React.useId();
  const read = parseRadius(radius, unit);
  const names: Record<RadiusUnit, string> = {
    deg: trans.__('degrees'),
    arcmin: trans.__('arcmin'),
    arcsec: trans.__('arcsec')
  };

  return (
    <div>
      <div className="jp-esap-Line">
        <label htmlFor={id}>{trans.__('within')}</label>
        <input
          id={id}
          className="jp-esap-Input jp-esap-Number"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={radius}
          aria-invalid={!read.ok}
          aria-describedby={read.ok ? undefined : `${id}-refusal`}
          onChange={event => onChange({ radius: event.target.value })}
        />
        <select
          className="jp-esap-Input"
          aria-label={trans.__('Unit of the radius')}
          value={read.ok ? read.unit : unit}
          onChange={event =>
            onChange({
              // A unit that was typed gives way to the one that is now chosen.
              radius: read.ok ? read.number : radius,
              unit: event.target.value as RadiusUnit
            })
          }
        >
          {RADIUS_UNITS.map(one => (
            <option key={one} value={one}>
              {names[one]}
            </option>
          ))}
        </select>
        {props.children}
      </div>
      {!read.ok && (
        <p id={`${id}-refusal`} className="jp-esap-Refusal" role="alert">
          {radiusRefusal(read, trans)}
        </p>
      )}
    </div>
  );
}
