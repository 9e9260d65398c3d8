import type { TranslationBundle } from '@jupyterlab/translation';
import { notebookIcon } from '@jupyterlab/ui-components';
import * as React from 'react';
import { shown } from '../../notebook/shown';
import type { Remote } from '../../remote';
import type { Chooser } from './chooser';
import { known, offersIn } from './chooserState';
import { Failed } from './failed';
import type { Offer } from './offer';
import { offerWords } from './offerWords';

export interface IChooserPart {
  readonly chooser: Chooser;
  readonly trans: TranslationBundle;
}

/**
 * The notebooks to choose from: the user's, the archive's, templates. A place
 * that is still being asked, or that has nothing, says so on a line as high as
 * an offer, so that the first that comes takes that line and moves nothing.
 */
export function OfferList({
  chooser,
  trans,
  onOpen
}: IChooserPart & { readonly onOpen: () => void }): JSX.Element {
  const { state, sources } = chooser;
  const { copies, archive, linked, templates, chosen } = state;
  const offers = offersIn(state);
  // One of them takes the Tab key: the chosen one, else the first.
  const active = offers.some(({ key }) => key === chosen)
    ? chosen
    : offers[0]?.key;
  const list = useFocusOnChosen(chosen);
  const move = (event: React.KeyboardEvent, offer: Offer): void => {
    const at = offers.indexOf(offer);
    const to = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: -1
    }[event.key];
    if (to !== undefined) {
      const next = offers[(to + offers.length) % offers.length];
      chooser.choose(next.key);
    } else if (event.key === ' ') {
      chooser.choose(offer.key);
    } else if (event.key === 'Enter') {
      chooser.choose(offer.key);
      onOpen();
    } else {
      return;
    }
    event.preventDefault();
  };
  const draw = (some: readonly Offer[]): JSX.Element[] =>
    some.map(offer => (
      <div
        key={offer.key}
        data-key={offer.key}
        role="radio"
        aria-checked={offer.key === chosen}
        tabIndex={offer.key === active ? 0 : -1}
        className="jp-esap-Offer"
        onClick={() => chooser.choose(offer.key)}
        onKeyDown={event => move(event, offer)}
      >
        <notebookIcon.react tag="span" className="jp-esap-Offer-icon" />
        <span className="jp-esap-Offer-name">{shown(offer.name)}</span>
        <span className="jp-esap-Offer-said">
          {offerWords(offer, offers, trans)}
        </span>
      </div>
    ));
  const nothing = archive.state === 'ready' && linked.state === 'ready';
  return (
    <div
      ref={list}
      className="jp-esap-Chooser-list"
      role="radiogroup"
      aria-label={trans.__('Notebooks')}
    >
      <Wait
        remote={copies}
        trans={trans}
        asking={trans.__('Looking in your files …')}
        retry={() => void sources.findCopies()}
      >
        {trans.__('None in your folder “%1” yet', chooser.folder)}
      </Wait>
      {draw(known(copies))}
      <Wait
        remote={archive}
        trans={trans}
        asking={trans.__('Asking the archive …')}
        retry={() => void sources.askArchive()}
      >
        {nothing && known(linked).length === 0
          ? trans.__('The archive has none for this')
          : undefined}
      </Wait>
      {draw(known(archive))}
      <Wait
        remote={linked}
        trans={trans}
        asking={undefined}
        retry={() => void sources.readLinks()}
      />
      {draw(known(linked))}
      {draw(templates)}
    </div>
  );
}

/** How it goes with one place, where it has nothing to offer yet, or failed. */
function Wait({
  remote,
  asking,
  retry,
  trans,
  children
}: {
  readonly remote: Remote<readonly Offer[]>;
  readonly asking: string | undefined;
  readonly retry: () => void;
  readonly trans: TranslationBundle;
  readonly children?: string;
}): JSX.Element | null {
  if (remote.state === 'failed') {
    return <Failed failure={remote.failure} trans={trans} retry={retry} />;
  }
  const words = remote.state === 'ready' ? children : asking;
  return words === undefined || known(remote).length > 0 ? null : (
    <p className="jp-esap-Offer jp-mod-none">{words}</p>
  );
}

/**
 * Where the focus is on an offer it goes along with the choice, also where that
 * is made by what came late: Enter opens what is seen to be chosen.
 */
function useFocusOnChosen(
  chosen: string | undefined
): React.RefObject<HTMLDivElement> {
  const list = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    const offers = [
      ...(list.current?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])
    ];
    if (offers.some(one => one === document.activeElement)) {
      offers
        .find(one => one.dataset.key === chosen)
        ?.focus({ preventScroll: true });
    }
  }, [chosen]);
  return list;
}
