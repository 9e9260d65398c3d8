import type { INotebookDocument } from '../../notebook/document';
import type { IChooserState } from './chooserState';
import { chosenOffer } from './chooserState';

const EMPTY: INotebookDocument = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells: []
};

/** The chosen notebook as far as a kernel depends on it; what is not read yet asks for none. */
export function kernelWish(state: IChooserState): INotebookDocument {
  const { read } = state;
  const offer = chosenOffer(state);
  if (offer?.kind === 'copy') {
    return { ...EMPTY, metadata: offer.copy.metadata };
  }
  const document =
    read.state === 'ready' && read.value.result.ok
      ? read.value.result.notebook
      : EMPTY;
  const name = offer?.kind === 'template' ? offer.template.kernel : undefined;
  return name === undefined
    ? document
    : {
        ...document,
        metadata: { ...document.metadata, kernelspec: { name } }
      };
}
