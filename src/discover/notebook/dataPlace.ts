import type { LocalFile } from '../../contract';
import type { IOwnRoutes } from './ownRoutes';
import type { IProductLinks } from './links';

/** The data of the rows: how much there is, and where it can be used. */
export interface IData {
  readonly files: number;
  /** Undefined where the archive does not say for each file. */
  readonly bytes?: number;
  /** Addresses that nobody looked at, because there are many. */
  readonly unread: number;
  /** Files that are on a mount of this site. */
  readonly here: number;
  /** Present where all files are on a mount. */
  readonly inPlace?: IInPlace;
}

export interface IInPlace {
  /** The folder that holds them all, absolute. */
  readonly folder: string;
  /** Their paths, absolute. */
  readonly paths: readonly string[];
}

/** What `data_dir` is where the notebook fetches: a folder beside it, never its own. */
export const BESIDE = 'data';

/** So many files are asked about in one request. */
const ASKED_AT_ONCE = 200;

/**
 * Finds out how much data there is and whether it is next door.
 *
 * @param estimate - bytes of the whole as the row says, for archives that don't say for each file
 */
export async function dataOf(
  { files, unread }: IProductLinks,
  estimate: number | undefined,
  mounts: readonly string[],
  routes: IOwnRoutes,
  signal: AbortSignal
): Promise<IData> {
  const asked = mounts.length > 0 && files.length > 0 && unread === 0;
  const local: LocalFile[] = [];
  for (let at = 0; asked && at < files.length; at += ASKED_AT_ONCE) {
    const urls = files.slice(at, at + ASKED_AT_ONCE).map(file => file.url);
    local.push(...(await routes.local(urls, signal)));
  }
  const bytes = sum(files.map((file, i) => local[i]?.size ?? file.bytes));
  const paths = local.flatMap(one => pathOf(one));
  const size = bytes ?? estimate;
  return {
    files: files.length,
    unread,
    here: paths.length,
    ...(size !== undefined && { bytes: size }),
    ...(files.length > 0 &&
      paths.length === files.length && {
        inPlace: { folder: folderOf(paths), paths }
      })
  };
}

function pathOf(one: LocalFile): string[] {
  return one.available && one.path ? [one.path] : [];
}

function sum(sizes: readonly (number | undefined)[]): number | undefined {
  return sizes.length > 0 && sizes.every(size => size !== undefined)
    ? sizes.reduce<number>((total, size) => total + (size ?? 0), 0)
    : undefined;
}

/** The deepest folder that holds all of these files. */
export function folderOf(paths: readonly string[]): string {
  const [first, ...others] = paths.map(path => path.split('/').slice(0, -1));
  let deep = first.length;
  for (const other of others) {
    let same = 0;
    while (same < deep && other[same] === first[same]) {
      same++;
    }
    deep = same;
  }
  return first.slice(0, deep).join('/') || '/';
}
