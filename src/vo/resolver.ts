import { FailureError, type IFailure, isAbort } from '../remote';
import { separation } from './separation';

/** One place that a name may mean. */
export interface ITarget {
  /** As the one who knows it writes it. */
  readonly name: string;
  /** ICRS, degrees. */
  readonly ra: number;
  readonly dec: number;
  /** Who knows it: `Simbad`, `NED`, the label of an archive. */
  readonly by: string;
  /** Who was asked, where that is somebody else: `Sesame`. */
  readonly through?: string;
  /** Kind of object, in the words of the one who knows it. */
  readonly type?: string;
  /** It is elsewhere tomorrow: a planet, a comet. */
  readonly moving?: boolean;
}

/** Somebody who knows where names are. */
export interface IResolver {
  readonly label: string;
  /** All that the name may mean, the likeliest first; none if it is not known. */
  resolve(name: string, signal: AbortSignal): Promise<readonly ITarget[]>;
}

/** What was found, and who could not be asked. */
export interface IResolved {
  readonly targets: readonly ITarget[];
  readonly failures: readonly IFailure[];
}

/** Keeps what was found; a `Map` will do. */
export interface ITargetCache {
  get(key: string): readonly ITarget[] | undefined;
  set(key: string, targets: readonly ITarget[]): unknown;
}

/** A name without the differences that mean nothing: case, blanks. */
export function plainName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s_]+/g, '')
    .toLowerCase();
}

/**
 * Asks one after the other until one knows the name. One that fails is passed
 * over; if nobody could be asked, the first failure is thrown. Whatever moves
 * is not kept, nor that a name is not known while somebody could not be asked.
 */
export async function resolveName(
  name: string,
  resolvers: readonly IResolver[],
  signal: AbortSignal,
  cache?: ITargetCache
): Promise<IResolved> {
  const key = plainName(name);
  const kept = cache?.get(key);
  if (kept) {
    return { targets: kept, failures: [] };
  }
  const failures: IFailure[] = [];
  for (const resolver of resolvers) {
    signal.throwIfAborted();
    try {
      const targets = await resolver.resolve(name.trim(), signal);
      if (targets.length > 0) {
        if (!targets.some(target => target.moving)) {
          cache?.set(key, targets);
        }
        return { targets, failures };
      }
    } catch (reason) {
      if (isAbort(reason) || !(reason instanceof FailureError)) {
        throw reason;
      }
      failures.push({ service: resolver.label, ...reason.failure });
    }
  }
  if (failures.length > 0 && failures.length === resolvers.length) {
    throw new FailureError(failures[0]);
  }
  if (failures.length === 0) {
    cache?.set(key, []);
  }
  return { targets: [], failures };
}

/** Without those that lie within 10″ of one before: the same object in another data base. */
export function distinctPlaces(
  targets: readonly ITarget[]
): readonly ITarget[] {
  const found: ITarget[] = [];
  for (const target of targets) {
    const isNew = found.every(
      one => separation(one.ra, one.dec, target.ra, target.dec) > 10 / 3600
    );
    if (isNew) {
      found.push(target);
    }
  }
  return found;
}
