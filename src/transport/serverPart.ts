import { PageConfig } from '@jupyterlab/coreutils';

/** What our server part says of itself in the page, so that no request is needed. */
export interface IServerPart {
  readonly version: string;
  /** Feature groups that are switched on: `discover`, … */
  readonly groups: readonly string[];
  /** True if work that was begun earlier has ended or goes on. */
  readonly unfinished: boolean;
}

/** Our server part, or undefined where it is not installed or not enabled. */
export function serverPart(): IServerPart | undefined {
  const text = PageConfig.getOption('esap');
  if (!text) {
    return undefined;
  }
  const said = JSON.parse(text) as Partial<IServerPart>;
  return {
    version: said.version ?? '',
    groups: said.groups ?? [],
    unfinished: said.unfinished ?? false
  };
}
