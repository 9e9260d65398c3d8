import { Clipboard } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { detailsText, type IWrong } from './detailsText';
import { versions } from './versions';

interface IDetails {
  readonly trans: TranslationBundle;
  /** What it is about, for who can't see beside what it stands. */
  readonly label: string;
  readonly wrong: IWrong;
  /** What can be done about it; stands first. */
  readonly children?: React.ReactNode;
}

/**
 * What stands at the end of a message: what can be done, and a quiet button
 * that unfolds exactly what was asked and what came, to be read and copied.
 */
export function MessageEnd({
  trans,
  label,
  wrong,
  children
}: IDetails): JSX.Element {
  const [open, setOpen] = React.useState(false);
  return (
    <>
      <div className="jp-esap-Message-acts">
        {children}
        <button
          type="button"
          className="jp-esap-Link jp-mod-quiet"
          aria-expanded={open}
          aria-label={trans.__('Details: %1', label)}
          onClick={() => setOpen(!open)}
        >
          {trans.__('Details')}
        </button>
      </div>
      {open && <Details trans={trans} label={label} wrong={wrong} />}
    </>
  );
}

function Details({
  trans,
  label,
  wrong
}: Omit<IDetails, 'children'>): JSX.Element {
  const [copied, setCopied] = React.useState(false);
  const text = detailsText(wrong, versions());
  return (
    <div className="jp-esap-Details">
      {/* It scrolls, so the keyboard has to get into it. */}
      <pre tabIndex={0} aria-label={trans.__('Details: %1', label)}>
        {text}
      </pre>
      <button
        type="button"
        className="jp-esap-Link"
        onClick={() => {
          Clipboard.copyToSystem(text);
          setCopied(true);
        }}
      >
        {trans.__('Copy details')}
      </button>
      <span className="jp-esap-Hint" role="status">
        {copied && trans.__('Copied.')}
      </span>
    </div>
  );
}
