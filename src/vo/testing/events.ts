import type { IColumn, RowEvent, Rows } from '../../columns';
import type { IResource, VOTableEvent } from '../../votable/event';

/** Columns that a cone search has. */
export const CONE: readonly IColumn[] = [
  { name: 'id', datatype: 'char', arraysize: '*', ucd: 'ID_MAIN' },
  { name: 'ra', datatype: 'double', ucd: 'POS_EQ_RA_MAIN' },
  { name: 'dec', datatype: 'double', ucd: 'POS_EQ_DEC_MAIN' }
];

export const OTHER: readonly IColumn[] = [{ name: 'n', datatype: 'int' }];

/** INFO elements as they stand in a RESOURCE of results. */
export function info(
  name: string,
  value: string,
  text = '',
  more: Partial<Extract<VOTableEvent, { kind: 'info' | 'param' }>> = {}
): VOTableEvent {
  return { kind: 'info', name, value, text, place: 'resource', ...more };
}

/** A whole TABLE of so many rows, each column 0, 1, 2 … */
export function table(
  columns: readonly IColumn[],
  rows: number,
  resource: Partial<IResource> | null = {},
  index = 0
): VOTableEvent[] {
  const values = Float64Array.from({ length: rows }, (_, row) => row);
  const batch: VOTableEvent = {
    kind: 'batch',
    batch: {
      length: rows,
      data: columns.map(() => ({ kind: 'number', values }))
    }
  };
  return [
    {
      kind: 'table',
      index,
      columns,
      ...(resource && { resource: { index, ...resource } })
    },
    ...(rows > 0 ? [batch] : []),
    { kind: 'tableEnd', rows }
  ];
}

/** The events as a decoder gives them. */
export async function* stream(
  ...events: (VOTableEvent | VOTableEvent[])[]
): AsyncGenerator<VOTableEvent> {
  for (const event of events.flat()) {
    yield event;
  }
  yield { kind: 'end' };
}

/** What came of a search: columns' names, number of rows, notes, and the failure, if it was one. */
export interface IOutcome {
  columns?: string[];
  rows: number;
  notes: string[];
  ended: boolean;
}

/** Reads a search to its end; what it throws passes through. */
export async function outcome(rows: Rows): Promise<IOutcome> {
  const seen: IOutcome = { rows: 0, notes: [], ended: false };
  for await (const event of rows) {
    note(event, seen);
  }
  return seen;
}

function note(event: RowEvent, seen: IOutcome): void {
  switch (event.kind) {
    case 'columns':
      seen.columns = event.columns.map(column => column.name);
      break;
    case 'batch':
      seen.rows += event.batch.length;
      break;
    case 'note':
      seen.notes.push(
        `${event.note.code} by ${event.note.by}: ${event.note.words}`
      );
      break;
    case 'end':
      seen.ended = true;
      break;
  }
}
