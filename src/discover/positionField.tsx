import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { parsePosition, positionRefusal } from '../vo';
import { Echo } from './echo';

interface IPositionField {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A search was asked for with what stands here. */
  readonly tried: boolean;
  readonly trans: TranslationBundle;
  /** The button at the end of the line. */
  readonly children: React.ReactNode;
}

/**
 * The one box. What was typed is read at every key and said again in plain
 * form, before anything is sent. A refusal waits until the field is left or a
 * search was asked for: nobody wants to be corrected in the middle of a number.
 */
export function PositionField(props: IPositionField): JSX.Element {
  const { value, onChange, tried, trans } = props;
  const id = React.useId();
  const [left, setLeft] = React.useState(false);
  const read = parsePosition(value);
  const empty = value.trim() === '';
  const refused = !read.ok && (tried || (left && !empty));

  return (
    <div className="jp-esap-Position">
      <label htmlFor={id}>{trans.__('Position')}</label>
      <div className="jp-esap-Line">
        <input
          id={id}
          className="jp-esap-Input"
          data-esap-first
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="12 29 06.7 +02 03 09"
          value={value}
          aria-invalid={refused}
          aria-describedby={`${id}-echo`}
          onChange={event => {
            setLeft(false);
            onChange(event.target.value);
          }}
          onBlur={() => setLeft(true)}
        />
        {props.children}
      </div>
      <div id={`${id}-echo`} className="jp-esap-Echo" role="status">
        {read.ok ? (
          <Echo position={read} trans={trans} />
        ) : refused ? (
          <span className="jp-esap-Refusal">
            {positionRefusal(read, trans)}
          </span>
        ) : (
          <span className="jp-esap-Hint">
            {trans.__(
              'Right ascension and declination in any usual form, ICRS.'
            )}
          </span>
        )}
      </div>
    </div>
  );
}
