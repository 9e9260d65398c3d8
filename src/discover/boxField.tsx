import * as React from 'react';
import { positionRefusal } from '../vo';
import type { IPart } from './body';
import { Echo } from './echo';
import { Places } from './places';

interface IBoxField extends IPart {
  /** A search was asked for with what stands here. */
  readonly tried: boolean;
  readonly onEdit: () => void;
  /** The button at the end of the line. */
  readonly children: React.ReactNode;
}

/**
 * The one box: a position, a name or an experiment. What was typed is read at
 * every key and said again in plain form, before anything is sent. A refusal
 * waits until the field is left or a search was asked for: nobody wants to be
 * corrected in the middle of a number.
 */
export function BoxField(props: IBoxField): JSX.Element {
  const { model, trans, tried, onEdit } = props;
  const id = React.useId();
  const [left, setLeft] = React.useState(false);
  const { boxed } = model;
  const read = boxed.kind === 'position' ? boxed.read : undefined;
  const refusal = read && !read.ok && (tried || left) ? read : undefined;
  const { name } = model.state;
  const unknown =
    name.state === 'failed' ||
    (name.state === 'ready' && name.value.targets.length === 0);

  return (
    <div className="jp-esap-Position">
      <label htmlFor={id}>{trans.__('Position, name or experiment')}</label>
      <div className="jp-esap-Line">
        <input
          id={id}
          className="jp-esap-Input"
          data-esap-first
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={trans.__('3C 273 · 187.28 +2.05')}
          value={model.state.form.box}
          aria-invalid={refusal !== undefined || unknown}
          aria-describedby={`${id}-echo`}
          onChange={event => {
            setLeft(false);
            onEdit();
            model.edit({ box: event.target.value });
          }}
          onBlur={() => setLeft(true)}
        />
        {props.children}
      </div>
      <div id={`${id}-echo`} className="jp-esap-Echo" role="status">
        {refusal ? (
          <span className="jp-esap-Refusal">
            {positionRefusal(refusal, trans)}
          </span>
        ) : (
          <Echo {...props} />
        )}
      </div>
      <Places {...props} />
    </div>
  );
}
