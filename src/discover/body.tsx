import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { Form } from './form';
import { Messages } from './messages';
import type { DiscoverModel } from './model';
import { Progress } from './progress';
import { Results } from './results';

/** What every part of the panel is given. */
export interface IPart {
  readonly model: DiscoverModel;
  readonly trans: TranslationBundle;
}

/** The panel from top to bottom: what is asked, how it goes, what came. */
export function Body(props: IPart): JSX.Element {
  return (
    <>
      <h2 className="jp-esap-Heading">{props.trans.__('Discover')}</h2>
      <Form {...props} />
      <Progress {...props} />
      <Messages {...props} />
      <Results {...props} />
    </>
  );
}
