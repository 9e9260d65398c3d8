import type { IDocumentManager } from '@jupyterlab/docmanager';
import type { Kernel, KernelSpec } from '@jupyterlab/services';
import { kernelOf, languageOf, type INotebookDocument } from './document';

/**
 * Opens a notebook without starting a kernel: none of its code, nor anything
 * that lies beside it, runs before the user runs a cell.
 */
export function openNotebook(
  documents: Pick<IDocumentManager, 'openOrReveal'>,
  path: string,
  kernel: string | undefined
): void {
  const wish: Partial<Kernel.IModel> | undefined = kernel
    ? { name: kernel }
    : undefined;
  documents.openOrReveal(path, 'Notebook', undefined, undefined, {
    ...wish,
    shouldStart: false,
    autoStartDefault: true
  });
}

/** A kernel to choose, and whether it is the one that the notebook names. */
export interface IKernelChoice {
  readonly name: string;
  readonly label: string;
  readonly fits: boolean;
}

/** The kernels that are installed, those that fit the notebook first. */
export function kernelsFor(
  specs: KernelSpec.ISpecModels | null,
  notebook: INotebookDocument
): IKernelChoice[] {
  const name = kernelOf(notebook);
  const wished = languageOf(notebook);
  const choices = Object.values(specs?.kernelspecs ?? {}).flatMap(spec =>
    spec
      ? [
          {
            name: spec.name,
            label: spec.display_name,
            fits: spec.name === name,
            speaks: spec.language.toLowerCase() === wished
          }
        ]
      : []
  );
  return choices
    .sort(
      (a, b) =>
        Number(b.fits) - Number(a.fits) ||
        Number(b.speaks) - Number(a.speaks) ||
        a.label.localeCompare(b.label)
    )
    .map(({ name: id, label, fits, speaks }) => ({
      name: id,
      label,
      // A notebook that names no kernel is content with any of its language.
      fits: fits || (name === undefined && speaks)
    }));
}

/** The notebook with this kernel as its own, so that it asks for no other when it is opened. */
export function withKernel(
  notebook: INotebookDocument,
  specs: KernelSpec.ISpecModels | null,
  name: string
): INotebookDocument {
  const spec = specs?.kernelspecs[name];
  return spec
    ? {
        ...notebook,
        metadata: {
          ...notebook.metadata,
          kernelspec: {
            name: spec.name,
            display_name: spec.display_name,
            language: spec.language
          }
        }
      }
    : notebook;
}
