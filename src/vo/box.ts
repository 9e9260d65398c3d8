import { type INoPosition, type IPosition, parsePosition } from './position';

/** A service that has experiments, and how their codes look. */
export interface IExperimentPattern {
  readonly service: string;
  /** A regular expression for the whole code, case not regarded. */
  readonly pattern: string;
}

/** What was written into the one box. */
export type Boxed =
  | { readonly kind: 'empty' }
  | { readonly kind: 'position'; readonly read: IPosition | INoPosition }
  | {
      readonly kind: 'experiment';
      /** With `*` and `?` as they were written. */
      readonly code: string;
      /** Ids of the services that have such codes. */
      readonly services: readonly string[];
    }
  | { readonly kind: 'name'; readonly name: string };

/**
 * Says what somebody means: a position, an experiment of a service that says
 * how its codes look, else a name. Numbers that are no position are still meant
 * as one, and its refusal tells why.
 */
export function readBox(
  text: string,
  patterns: readonly IExperimentPattern[] = []
): Boxed {
  const plain = text.trim();
  if (plain === '') {
    return { kind: 'empty' };
  }
  const services = patterns
    .filter(one => fits(plain, one.pattern))
    .map(one => one.service);
  if (services.length > 0) {
    return { kind: 'experiment', code: plain, services };
  }
  const read = parsePosition(plain);
  return read.ok || read.code !== 'unreadable' || !/\p{L}/u.test(plain)
    ? { kind: 'position', read }
    : { kind: 'name', name: plain };
}

/** A code, or with wildcards the beginning of one: letters, a digit, no blank. */
function fits(text: string, pattern: string): boolean {
  if (/[*?]/.test(text)) {
    return /^[A-Za-z]{1,4}\d[\w*?]*$/.test(text);
  }
  try {
    return new RegExp(`^(?:${pattern})$`, 'i').test(text.slice(0, 64));
  } catch {
    // The operator's pattern is no regular expression; the profile's check says so.
    return false;
  }
}
