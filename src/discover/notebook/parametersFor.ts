import type { Profile } from '../../contract';
import type { Parameters } from '../../notebook/parameters';
import type { Value } from '../../notebook/python';
import { withoutSecrets } from '../../remote/withoutSecrets';
import { common, type IChosenRow } from './chosenRow';
import { BESIDE, type IInPlace } from './dataPlace';

/** A cell with more rows than this is slow to open; the notebook can ask the archive again by `query`. */
export const MOST_ROWS = 2000;

/**
 * What a notebook is told of the rows that it was opened for, by the names of
 * ObsCore. Of several rows only what they have in common stands alone; `rows`
 * has all of them.
 *
 * Secrets in addresses stay behind: a notebook is kept, and given away.
 */
export function parametersFor(
  rows: readonly IChosenRow[],
  inPlace: IInPlace | undefined,
  { services }: Pick<Profile, 'services'>
): Parameters {
  const [first] = rows;
  const one = rows.length === 1 ? first : undefined;
  const service = services.find(({ id }) => id === common(rows, 'service'));
  const queries = [...new Set(rows.map(row => row.query))];
  return new Map<string, Value>([
    ['obs_id', common(rows, 'experiment')],
    ['target_name', common(rows, 'target')],
    ['s_ra', one?.ra ?? null],
    ['s_dec', one?.dec ?? null],
    ['access_url', withoutSecrets(one?.accessUrl ?? '')],
    ['access_format', one?.accessFormat ?? ''],
    ['data_dir', inPlace?.folder ?? BESIDE],
    ['data_files', inPlace?.paths ?? []],
    ['service_url', service ? withoutSecrets(service.url) : ''],
    ['query', queries.length === 1 ? queries[0] : ''],
    ['rows', rows.map(record)]
  ]);
}

/** A row as a record of a table. */
function record(row: IChosenRow): { readonly [key: string]: Value } {
  return {
    obs_id: row.experiment,
    target_name: row.target,
    s_ra: row.ra ?? null,
    s_dec: row.dec ?? null,
    access_url: withoutSecrets(row.accessUrl),
    access_format: row.accessFormat,
    service: row.service
  };
}
