import * as React from 'react';
import { shown } from '../../notebook/shown';
import { useChanged } from '../../table';
import { canOpen, chosenOffer } from './chooserState';
import { common } from './chosenRow';
import { DataField } from './dataField';
import { Failed } from './failed';
import { KernelField } from './kernelField';
import { type IChooserPart, OfferList } from './offerList';
import { refusalSentence } from './offerWords';
import { MOST_ROWS } from './parametersFor';
import { takesParameters } from './write';
import '../../../style/chooser.css';

/**
 * The choice of a notebook, a kernel and a place for the data. Takes the focus
 * when it appears and gives it back when it goes; Escape is Cancel.
 */
export function NotebookChooser(
  props: IChooserPart & {
    /** Called when a notebook was opened, and when nothing is to be. */
    readonly onClose: () => void;
  }
): JSX.Element {
  const { chooser, trans, onClose } = props;
  useChanged(chooser.changed);
  const id = React.useId();
  const [root, leave] = useFocusWithin();
  const ready = canOpen(chooser.state);
  const open = (): void =>
    void chooser.open().then(opened => {
      if (opened) {
        leave();
        onClose();
      }
    });
  return (
    <section
      ref={root}
      className="jp-esap-Chooser"
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={event => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <Head {...props} id={id} />
      <OfferList {...props} onOpen={open} />
      <div className="jp-esap-Chooser-how">
        <KernelField {...props} />
        <DataField {...props} />
        <Remark {...props} />
      </div>
      <div className="jp-esap-Chooser-foot">
        <button type="button" className="jp-esap-Button" onClick={onClose}>
          {trans.__('Cancel')}
        </button>
        <button
          type="button"
          className="jp-esap-Button jp-mod-accept"
          aria-disabled={!ready}
          onClick={ready ? open : undefined}
        >
          {trans.__('Open')}
        </button>
      </div>
    </section>
  );
}

function Head({
  chooser,
  trans,
  onClose,
  id
}: IChooserPart & {
  readonly onClose: () => void;
  readonly id: string;
}): JSX.Element {
  const { rows, count } = chooser;
  const experiment = common(rows, 'experiment');
  const one = count === 1;
  return (
    <div className="jp-esap-Chooser-head">
      <h3 id={id}>
        {one
          ? trans.__('Notebook for %1', shown(rows[0].target || experiment))
          : trans._n('Notebook for %1 row', 'Notebook for %1 rows', count)}
        {experiment && (rows[0].target || !one) && (
          <span className="jp-esap-Hint"> {shown(experiment)}</span>
        )}
      </h3>
      <button
        type="button"
        className="jp-esap-Close"
        aria-label={trans.__('Close')}
        onClick={onClose}
      >
        ✕
      </button>
    </div>
  );
}

/** What opening will do, or why it can't be done. */
function Remark({ chooser, trans }: IChooserPart): JSX.Element {
  const { state, folder, count } = chooser;
  const { read, opening } = state;
  const offer = chosenOffer(state);
  if (opening.state === 'failed') {
    return <Failed failure={opening.failure} trans={trans} />;
  }
  if (read.state === 'failed') {
    const retry = offer && ((): void => chooser.choose(offer.key));
    return <Failed failure={read.failure} trans={trans} retry={retry} />;
  }
  if (read.state === 'ready' && !read.value.result.ok) {
    const { result, name } = read.value;
    return (
      <div className="jp-esap-Message jp-mod-failed" role="alert">
        <p>{refusalSentence(result, name, trans)}</p>
      </div>
    );
  }
  const told =
    read.state !== 'ready' ||
    !read.value.result.ok ||
    takesParameters(read.value.result.notebook);
  return (
    <p className="jp-esap-Chooser-part jp-esap-Hint" role="status">
      {opening.state === 'busy'
        ? trans.__('Opening …')
        : !offer
          ? trans.__('Choose a notebook.')
          : offer.kind === 'copy'
            ? trans.__('Opens as you left it; nothing in it is changed.')
            : [
                offer.kind === 'linked' &&
                  !offer.marked &&
                  trans.__(
                    'It comes from %1. This site does not vouch for notebooks of %2: read it before you run it.',
                    shown(offer.host),
                    shown(offer.label)
                  ),
                trans.__('A copy goes into your folder “%1”.', folder),
                told
                  ? trans.__(
                      'Set in its first cell: obs_id, target, position, data_dir, the query.'
                    )
                  : trans.__('It is not in Python: nothing is set in it.'),
                count > MOST_ROWS &&
                  trans.__('Only the first %1 rows are set.', MOST_ROWS)
              ]
                .filter(Boolean)
                .join(' ')}
    </p>
  );
}

/**
 * Gives the focus to what is inside at first, and back in the end: to where it
 * was or, where that was drawn anew, to what is marked with `data-esap-back`.
 * The function that it gives says that the focus is to go elsewhere.
 */
function useFocusWithin(): [React.RefObject<HTMLElement>, () => void] {
  const root = React.useRef<HTMLElement>(null);
  const before = React.useRef<() => HTMLElement | null>();
  React.useLayoutEffect(() => {
    const node = root.current;
    const panel = node?.parentElement;
    const active = document.activeElement;
    before.current = () =>
      active instanceof HTMLElement &&
      active !== document.body &&
      active.isConnected
        ? active
        : (panel?.querySelector<HTMLElement>('[data-esap-back]') ?? null);
    const first = node?.querySelector<HTMLElement>(
      '[role="radio"][tabindex="0"]'
    );
    (first ?? node)?.focus({ preventScroll: true });
  }, []);
  // An effect, not a layout effect: what comes instead has to be there.
  React.useEffect(
    () => () => before.current?.()?.focus({ preventScroll: true }),
    []
  );
  return [
    root,
    () => {
      before.current = undefined;
    }
  ];
}
