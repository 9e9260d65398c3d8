import { pythonLiteral, type Value } from '../notebook/python';
import { type IClient, obsQuery } from '../vo';
import { positionColumns } from '../vo/positionColumns';
import { coneQuery, OBSCORE } from '../vo/tap';
import { hasObservations } from './question';
import { textIn } from './row';
import type { Search } from './search';
import type { IRun } from './state';

/** More chosen rows than this are too many for a cell that somebody shall read. */
const MOST_NAMES = 1000;

/**
 * A cell of Python that asks with pyvo what a search has asked, of the same
 * services. What came from outside stands in it as literals only.
 *
 * @param ids - chosen rows: only their services are asked, and where rows have
 *   names (`obs_publisher_did`), and are not too many, only these are left
 */
export async function codeOf(
  search: Search,
  client: IClient,
  ids: readonly number[] = []
): Promise<string> {
  const names = namesOf(search, ids);
  const runs = search.runs.filter(
    run =>
      run.state !== 'not-asked' &&
      (ids.length === 0 || names.has(run.service.id))
  );
  const calls = await Promise.all(runs.map(run => callOf(search, client, run)));
  if (calls.length === 1 && ids.length === 0) {
    return `import pyvo\n\nresults = ${calls[0]}\nlen(results)`;
  }
  const labels = labelsOf(runs);
  const chosen = Object.fromEntries(
    runs.flatMap((run, i) => {
      const wanted = names.get(run.service.id) ?? [];
      return wanted.some(name => name !== '') ? [[labels[i], wanted]] : [];
    })
  );
  return [
    'import pyvo',
    '',
    'results = {}',
    ...calls.map((call, i) => `results[${pythonLiteral(labels[i])}] = ${call}`),
    ...(Object.keys(chosen).length > 0
      ? [`chosen = ${pythonLiteral(chosen)}`, ...PICK]
      : []),
    '{label: len(rows) for label, rows in results.items()}'
  ].join('\n');
}

/** Rows are picked in Python: services differ in how they read a `%` in a name. */
const PICK = [
  'for label, names in chosen.items():',
  '    rows = results[label].to_table()',
  '    results[label] = rows[[name in names for name in rows["obs_publisher_did"]]]'
];

/** The names that the chosen rows of each service have; empty where they have none. */
function namesOf(
  { table }: Search,
  ids: readonly number[]
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const id of ids) {
    const service = table.origin(id)?.service;
    if (service !== undefined) {
      const known = names.get(service) ?? [];
      names.set(service, known);
      if (ids.length <= MOST_NAMES) {
        known.push(textIn(table.row(id), 'did'));
      }
    }
  }
  return names;
}

/** The label of each service; two of the same name have their ids as well. */
function labelsOf(runs: readonly IRun[]): readonly string[] {
  return runs.map(({ service: { id, label } }) =>
    runs.some(run => run.service.label === label && run.service.id !== id)
      ? `${label} (${id})`
      : label
  );
}

/** The expression that asks one service. */
async function callOf(
  { question }: Search,
  client: IClient,
  run: IRun
): Promise<string> {
  const { service, maxrec } = run;
  const { cone, query } = question;
  const { url, table = OBSCORE } = service;
  if (service.kind === 'scs' && cone) {
    return call('pyvo.dal.conesearch', [
      [url],
      ['pos', [cone.ra, cone.dec]],
      ['radius', cone.radius],
      ...limit(maxrec)
    ]);
  }
  const adql =
    hasObservations(service) || !cone
      ? obsQuery(query, { table })
      : coneQuery(
          cone,
          table,
          await positionColumns(client, service, new AbortController().signal)
        );
  const method = needsJob(run) ? 'run_async' : 'run_sync';
  return call(`pyvo.dal.TAPService(${pythonLiteral(url)}).${method}`, [
    [adql ?? ''],
    ...limit(maxrec)
  ]);
}

/** A service that stopped before as many rows as were asked for gives more only in a job. */
function needsJob({ notes, maxrec, rows }: IRun): boolean {
  return (
    maxrec !== undefined &&
    rows < maxrec &&
    notes.some(note => note.code === 'truncated' && note.by === 'service')
  );
}

function limit(maxrec: number | undefined): readonly Argument[] {
  return maxrec === undefined ? [] : [['maxrec', maxrec]];
}

/** A value, or a name of ours and a value. */
type Argument = readonly [Value] | readonly [string, Value];

function call(callee: string, given: readonly Argument[]): string {
  const lines = given.map(argument =>
    argument.length === 1
      ? `    ${pythonLiteral(argument[0])},`
      : `    ${argument[0]}=${pythonLiteral(argument[1])},`
  );
  return `${callee}(\n${lines.join('\n')}\n)`;
}
