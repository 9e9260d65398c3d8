import type { Service } from '../contract';
import {
  type Boxed,
  type ICone,
  type IObsQuery,
  type ITarget,
  parseRadius,
  readBox,
  readPeriod
} from '../vo';
import type { IForm } from './state';

/** What is asked of the services. */
export interface IQuestion {
  /** What the user wrote into the box. */
  readonly text: string;
  /** Where the box was a position, or a name that was resolved. */
  readonly cone?: ICone;
  /** Who said where the name is. */
  readonly target?: ITarget;
  /** The services that have such an experiment; absent where all can be asked. */
  readonly only?: readonly string[];
  /** Everything, in the words of ObsCore. */
  readonly query: IObsQuery;
}

/** What the box means, with the experiments of the services that are there. */
export function boxOf(text: string, services: readonly Service[]): Boxed {
  return readBox(
    text,
    services.flatMap(service =>
      service.experiment
        ? [{ service: service.id, pattern: service.experiment.pattern }]
        : []
    )
  );
}

/** What a form asks for; undefined while a part of it can't be read, or nothing is asked for. */
export function questionOf(
  form: IForm,
  boxed: Boxed,
  target?: ITarget
): IQuestion | undefined {
  const text = form.box.trim();
  const filters = filtersOf(form);
  if (!filters) {
    return undefined;
  }
  switch (boxed.kind) {
    case 'empty':
      return Object.keys(filters).length > 0
        ? { text, query: filters }
        : undefined;
    case 'experiment':
      return {
        text,
        only: boxed.services,
        query: {
          ...filters,
          experiments: [boxed.code, ...(filters.experiments ?? [])]
        }
      };
    case 'position':
    case 'name': {
      const centre =
        boxed.kind === 'name' ? target : boxed.read.ok ? boxed.read : undefined;
      const radius = parseRadius(form.radius, form.unit);
      if (!centre || !radius.ok) {
        return undefined;
      }
      const cone = {
        ra: centre.ra,
        dec: centre.dec,
        radius: radius.degrees
      };
      return {
        text,
        cone,
        ...(boxed.kind === 'name' && { target }),
        query: { ...filters, cone }
      };
    }
  }
}

/** The filters of a form that are filled in; undefined where one can't be read. */
function filtersOf(form: IForm): IObsQuery | undefined {
  const { experiment, source, bands, from, to, productType } = form.filters;
  const begin = from.trim() ? readPeriod(from) : undefined;
  const end = to.trim() ? readPeriod(to) : undefined;
  if ((from.trim() && !begin) || (to.trim() && !end)) {
    return undefined;
  }
  const list = (text: string): readonly string[] =>
    text
      .split(/[,;]/)
      .map(part => part.trim())
      .filter(Boolean);
  return {
    ...(list(experiment).length > 0 && { experiments: list(experiment) }),
    ...(list(source).length > 0 && { targets: list(source) }),
    ...(bands.length > 0 && { bands }),
    ...(begin && { from: begin.from }),
    ...(end && { to: end.to }),
    ...(productType && { productTypes: [productType] })
  };
}

/** Why a service is not asked a question. */
export type NotAsked =
  /** It knows positions only, and there is none. */
  | 'needs-position'
  /** It has no experiments of this code. */
  | 'no-such-experiments';

/** Whether a service can be asked; if not, why. */
export function canAsk(
  service: Service,
  question: IQuestion
): NotAsked | undefined {
  if (!hasObservations(service)) {
    return question.cone ? undefined : 'needs-position';
  }
  return question.only && !question.only.includes(service.id)
    ? 'no-such-experiments'
    : undefined;
}

/** True where ObsCore's fields can be asked for; a catalogue of sources knows positions only. */
export function hasObservations(service: Service): boolean {
  return service.kind === 'tap' && service.category === 'observations';
}
