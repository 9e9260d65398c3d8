import { ReadableStream } from 'node:stream/web';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';
import type { KernelSpec } from '@jupyterlab/services';
import type { Profile, Service, Template } from '../../../contract';
import type { Cell, RowEvent } from '../../../columns';
import type { INotebookDocument } from '../../../notebook/document';
import { memory } from '../../../notebook/testing/memory';
import { english } from '../../../remote/testing/english';
import { LocalTable } from '../../../table';
import { eventsOf, given } from '../../../table/testing/rows';
import { decode } from '../../../votable';
import { sharedColumns } from '../../sharedColumns';
import { USUAL } from '../../taste';
import { Chooser, type IChooserParts } from '../chooser';
import type { Rows } from '../chosenRow';
import type { IOwnRoutes } from '../ownRoutes';

export const LISTING =
  'https://forge.example.org/api/v1/repos/EVN/{obs_id}/contents';

const [ARCHIVE, NOTEBOOKS, KIND] = [
  'EVN archive',
  'EVN notebooks',
  'observations'
] as const;

/** The user's files. */
export class Files {
  private readonly _memory = memory();
  readonly texts = this._memory.files;
  readonly manager = this._memory.manager;

  /** A notebook in them. */
  notebook(path: string): INotebookDocument {
    return JSON.parse(this.texts.get(path) ?? 'null') as INotebookDocument;
  }
}

/** A service of the profile; the archive keeps notebooks at the forge. */
export function archive(more: Partial<Service> = {}): Service {
  return {
    id: 'evn',
    label: ARCHIVE,
    kind: 'tap',
    category: KIND,
    url: 'https://evn.example.org/tap',
    selected: true,
    notebooks: [{ service: 'forge', listing: LISTING }],
    ...more
  } as Service;
}

export const TEMPLATES: readonly Template[] = (
  [
    ['image', 'An image', ['image']],
    ['visibility', 'Imaging with CASA', ['visibility'], 'casa'],
    ['rows', 'Rows of a search', []]
  ] as const
).map(([id, label, products, kernel]) => ({
  id,
  label,
  products: [...products],
  kernel
}));

export function profile(more: Partial<Profile> = {}): Profile {
  return {
    services: [
      archive(),
      {
        id: 'forge',
        label: NOTEBOOKS,
        kind: 'forge',
        url: 'https://forge.example.org',
        selected: false
      }
    ],
    templates: [...TEMPLATES],
    mounts: [],
    problems: [],
    resolvers: [],
    examples: [],
    defaults: {},
    ...more
  } as Profile;
}

/** A search that found these rows, given by columns of ObsCore. */
export function found(
  columns: Readonly<Record<string, readonly Cell[]>>,
  service = 'evn'
): Rows {
  return foundBy(
    eventsOf(
      Object.entries(columns).map(([name, values]) =>
        given(name, values as readonly string[])
      )
    ),
    service
  );
}

/** A search that was answered by these events. */
export function foundBy(events: readonly RowEvent[], service = 'evn'): Rows {
  const table = new LocalTable({
    roles: sharedColumns(undefined, USUAL, english as TranslationBundle)
  });
  const part = table.begin({
    service,
    label: ARCHIVE,
    request: 'https://evn.example.org/tap/sync QUERY=SELECT 1'
  });
  events.forEach(event => table.add(event, part));
  return { table };
}

/** One row of an archive like the EVN's. */
export const ROW = {
  obs_id: ['N05L1'],
  target_name: ['3C 84'],
  s_ra: [49.9507],
  s_dec: [41.5117],
  access_url: ['https://evn.example.org/files/n05l1.IDI1'],
  access_format: ['application/x-fits-idi'],
  access_estsize: [1200000],
  dataproduct_type: ['visibility']
} as const;

/** The text of a notebook; `kernel` and what else its metadata say. */
export function notebook(
  metadata: Readonly<Record<string, unknown>> = {
    kernelspec: { name: 'python3', language: 'python' }
  },
  source = 'x = 1'
): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata,
    cells: [{ cell_type: 'code', id: 'a', metadata: {}, source, outputs: [] }]
  });
}

/** An answer of a forge: these files, none of them elsewhere. */
export function listing(...names: string[]): string {
  return JSON.stringify(
    names.map(name => ({
      name,
      type: 'file',
      download_url: `https://forge.example.org/raw/${name}`
    }))
  );
}

/** By URL: the text of a 200, a status, or forever nothing. */
export type Answers = Readonly<Record<string, string | number | 'hangs'>>;

export function transport(answers: Answers): IChooserParts['client'] {
  return {
    decode: (body, signal) => decode(body, { signal }),
    transport: {
      fetch: (_, { url }, { signal }) => {
        const answer = answers[url] ?? 404;
        return answer === 'hangs'
          ? new Promise((_, reject) => {
              signal.addEventListener('abort', () =>
                reject(new DOMException('stopped', 'AbortError'))
              );
            })
          : Promise.resolve(
              typeof answer === 'number'
                ? answerOf(answer, '')
                : answerOf(200, answer)
            );
      }
    }
  };
}

/** An answer as far as it is looked at; jsdom's own has no body. */
function answerOf(status: number, text: string): Response {
  return {
    status,
    ok: status === 200,
    url: '',
    headers: new Headers(),
    body: new ReadableStream({
      start: stream => {
        stream.enqueue(new TextEncoder().encode(text));
        stream.close();
      }
    })
  } as unknown as Response;
}

export function kernels(
  ...specs: readonly (readonly [string, string])[]
): IChooserParts['kernelspecs'] {
  const all = Object.fromEntries(
    specs.map(([name, language]) => [
      name,
      { name, language, display_name: `The ${name}`, argv: [], resources: {} }
    ])
  );
  const manager = {
    specs: { default: '', kernelspecs: all } as KernelSpec.ISpecModels,
    ready: Promise.resolve()
  };
  return {
    ...manager,
    specsChanged: new Signal<KernelSpec.IManager, KernelSpec.ISpecModels>(
      manager as unknown as KernelSpec.IManager
    )
  };
}

/** What was opened. */
export type Opened = Parameters<IChooserParts['documents']['openOrReveal']>;

/** A chooser in a world of its own. */
export function choose({
  answers = {},
  files = new Files(),
  routes = {},
  ...parts
}: Partial<Omit<IChooserParts, 'routes'>> & {
  readonly answers?: Answers;
  readonly files?: Files;
  readonly routes?: Partial<IOwnRoutes>;
} = {}): {
  readonly chooser: Chooser;
  readonly files: Files;
  readonly opened: Opened[];
} {
  const opened: Opened[] = [];
  const chooser = new Chooser({
    search: found(ROW),
    ids: [0],
    site: profile(),
    client: transport(answers),
    contents: files.manager,
    kernelspecs: kernels(
      ['python3', 'python'],
      ['casa', 'python'],
      ['ir', 'R']
    ),
    documents: {
      openOrReveal: (...args) => {
        opened.push(args);
        return undefined;
      }
    },
    routes: {
      template: id =>
        Promise.resolve({ name: `${id}.ipynb`, text: notebook() }),
      local: urls =>
        Promise.resolve(urls.map(url => ({ url, available: false }))),
      ...routes
    },
    ...parts
  });
  return { chooser, files, opened };
}
