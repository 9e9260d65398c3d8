import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { Earlier } from './earlier';
import { FirstUse } from './firstUse';
import { Form } from './form';
import { Heading } from './heading';
import { Messages } from './messages';
import { NotebookChooser } from './notebook';
import type { DiscoverModel } from './model';
import { Progress } from './progress';
import { Results } from './results';
import type { IDoor } from './door';

/** What every part of the panel is given. */
export interface IPart {
  readonly model: DiscoverModel;
  readonly trans: TranslationBundle;
  /** What leads out of the panel: tabs, notebooks, the clipboard. */
  readonly door: IDoor;
}

/** The panel from top to bottom: what is asked, how it goes, what came. */
export function Body(props: IPart): JSX.Element {
  const { model, trans } = props;
  const { search, earlier, chooser } = model.state;
  if (chooser) {
    return (
      <>
        <Heading {...props} />
        <NotebookChooser
          chooser={chooser}
          trans={trans}
          onClose={() => model.show(undefined)}
        />
      </>
    );
  }
  return (
    <>
      <Heading {...props} />
      <Form {...props} />
      {search ? (
        <>
          <Progress {...props} search={search} />
          <Messages {...props} search={search} />
          <Results {...props} search={search} />
        </>
      ) : (
        <>
          {earlier && <Earlier {...props} earlier={earlier} />}
          <FirstUse {...props} />
        </>
      )}
    </>
  );
}
