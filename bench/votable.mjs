// Reads VOTables with our decoder and prints what it found, a JSON line each:
//   node bench/votable.mjs FILE… [--time] [--stream BYTES] [--trim]
// --time leaves out hashing; --stream feeds pieces of so many bytes; --trim
// compares strings without white space at their ends.
// Needs `jlpm build:node`.
import { closeSync, openSync, readSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ColumnHashes } from './canonical.mjs';
import { decode } from './out/votable.mjs';

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    time: { type: 'boolean' },
    stream: { type: 'string' },
    trim: { type: 'boolean' }
  }
});
const piece = Number(options.stream ?? 1 << 20);
if (files.length === 0 || !(piece >= 1)) {
  console.error('node bench/votable.mjs FILE… [--time] [--stream BYTES]');
  process.exit(2);
}

async function* pieces(file) {
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const bytes = new Uint8Array(piece);
      const length = readSync(handle, bytes, 0, piece, null);
      if (length === 0) {
        return;
      }
      yield bytes.subarray(0, length);
    }
  } finally {
    closeSync(handle);
  }
}

/**
 * The last QUERY_STATUS, or an INFO or PARAM named Error, as a client has to
 * see it: an error behind rows leaves them incomplete.
 */
function statusOf(event, before, rows) {
  const name = event.name.toUpperCase().replace(' ', '_');
  const value = event.value.toUpperCase();
  if (name === 'QUERY_STATUS' && value === 'OVERFLOW') {
    return 'truncated';
  }
  const error =
    name === 'QUERY_STATUS'
      ? value === 'ERROR'
      : name === 'ERROR' && event.place !== 'table';
  return error ? (rows > 0 ? 'incomplete' : 'error') : before;
}

async function read(file) {
  const began = process.hrtime.bigint();
  const cpu = process.cpuUsage();
  const tables = [];
  const notes = [];
  let status = 'ok';
  let hashes = null;
  let rows = 0;
  const closeTable = () => {
    if (tables.length > 0 && tables[tables.length - 1].rows === undefined) {
      Object.assign(tables[tables.length - 1], {
        rows,
        hashes: hashes?.digests() ?? []
      });
    }
  };
  for await (const event of decode(pieces(file))) {
    switch (event.kind) {
      case 'info':
      case 'param':
        status = statusOf(event, status, rows);
        if (status !== 'ok' && /^(error|query.status)$/i.test(event.name)) {
          notes.push(event.text || event.value);
        }
        break;
      case 'table':
        closeTable();
        rows = 0;
        hashes = options.time
          ? null
          : new ColumnHashes(event.columns, options.trim);
        tables.push({
          name: event.name ?? null,
          rows: undefined,
          fields: event.columns.map(
            ({ name, datatype, writtenDatatype, arraysize, unit, ucd }) => ({
              name,
              datatype: writtenDatatype ?? datatype,
              arraysize: arraysize ?? null,
              unit: unit ?? null,
              ucd: ucd ?? null
            })
          )
        });
        break;
      case 'batch':
        rows += event.batch.length;
        hashes?.add(event.batch);
        break;
      case 'tableEnd':
        closeTable();
        break;
      case 'warning':
        notes.push(event.words);
        break;
      case 'broken':
        notes.push(
          event.title ? `${event.words} (${event.title})` : event.words
        );
        status =
          tables.length > 0 && event.reason !== 'unsupported'
            ? 'incomplete'
            : 'error';
        break;
    }
  }
  closeTable();
  const used = process.cpuUsage(cpu);
  return {
    file,
    status,
    notes,
    tables,
    seconds: Number(process.hrtime.bigint() - began) / 1e9,
    cpu_seconds: (used.user + used.system) / 1e6,
    peak_mb: process.resourceUsage().maxRSS / 1024
  };
}

for (const file of files) {
  console.log(JSON.stringify(await read(file)));
}
