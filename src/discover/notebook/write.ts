import type { Contents, KernelSpec } from '@jupyterlab/services';
import { UUID } from '@lumino/coreutils';
import type { Profile } from '../../contract';
import { writeCopy } from '../../notebook/copies';
import { type INotebookDocument, languageOf } from '../../notebook/document';
import { harmless } from '../../notebook/harmless';
import { withKernel } from '../../notebook/open';
import { type IOrigin, withParameters } from '../../notebook/parameters';
import { withoutSecrets } from '../../remote/withoutSecrets';
import { common, type IChosenRow } from './chosenRow';
import type { IInPlace } from './dataPlace';
import type { Offer } from './offer';
import { parametersFor } from './parametersFor';
import type { IRead } from './text';

/** What a notebook is told when it is written. */
export interface ITold {
  readonly rows: readonly IChosenRow[];
  readonly site: Profile;
  /** Present where the data are used where they are. */
  readonly inPlace: IInPlace | undefined;
  /** Name of the kernel that the user chose. */
  readonly kernel: string | undefined;
  readonly specs: KernelSpec.ISpecModels | null;
}

/**
 * Writes an offered notebook as a new file of the user's: without its claims to
 * be trusted, with the rows in a cell of its own, and with where it is from.
 *
 * Returns its path.
 */
export async function writeOffer(
  contents: Contents.IManager,
  folder: string,
  offer: Exclude<Offer, { kind: 'copy' }>,
  read: IRead,
  told: ITold
): Promise<string> {
  if (!read.result.ok) {
    throw new Error(`not a notebook: ${read.result.code}`);
  }
  const { rows, site, inPlace, kernel, specs } = told;
  const clean = harmless(read.result.notebook);
  const set = takesParameters(clean)
    ? withParameters(clean, parametersFor(rows, inPlace, site), UUID.uuid4)
    : clean;
  const notebook = kernel ? withKernel(set, specs, kernel) : set;
  return writeCopy(
    contents,
    folder,
    read.name,
    notebook,
    originFor(offer, read, rows)
  );
}

/** The cell of parameters is in Python; in another language it would only be an error. */
export function takesParameters(notebook: INotebookDocument): boolean {
  const language = languageOf(notebook);
  return language === undefined || language === 'python';
}

function originFor(
  offer: Exclude<Offer, { kind: 'copy' }>,
  read: IRead,
  rows: readonly IChosenRow[]
): IOrigin {
  const [{ service, label }] = rows;
  const experiment = common(rows, 'experiment');
  const target = common(rows, 'target');
  const url =
    offer.kind === 'archive'
      ? offer.offered.url
      : offer.kind === 'linked'
        ? offer.url
        : undefined;
  return {
    service,
    label,
    ...(experiment && { experiment }),
    ...(target && { target }),
    ...(url !== undefined && { url: withoutSecrets(url) }),
    name: read.name,
    sha256: read.sha256,
    opened: new Date().toISOString()
  };
}
