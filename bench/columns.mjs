// Reads a VOTable as a table view does: at the pace of a network, and keeping all.
//   node bench/columns.mjs FILE [BYTES A SECOND]
// Prints one JSON line: rows; seconds to the last row, and from the first byte
// to the first 50 rows; those that the transfer alone takes; MiB of columns, and
// of the whole process at its peak beyond what it was before. Needs `jlpm build:node`.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { decode } from './out/votable.mjs';

const [file, given] = process.argv.slice(2);
const rate = Number(given ?? Infinity);
const PIECE = 64 * 1024;
const FIRST = 50;

const now = () => performance.now() / 1000;
let began;

async function* pieces(handle) {
  let sent = 0;
  began = now();
  for (;;) {
    const bytes = new Uint8Array(PIECE);
    const length = readSync(handle, bytes, 0, PIECE, null);
    if (length === 0) {
      return;
    }
    sent += length;
    const early = began + sent / rate - now();
    if (early > 0.001) {
      await setTimeout(early * 1000);
    }
    yield bytes.subarray(0, length);
  }
}

/** Bytes of a column's arrays, those of lists in it as well. */
function size(data) {
  return Object.values(data).reduce(
    (sum, part) =>
      sum +
      (ArrayBuffer.isView(part)
        ? part.byteLength
        : part !== null && typeof part === 'object'
          ? size(part)
          : 0),
    0
  );
}

const MIB = 2 ** 20;
const before = process.memoryUsage.rss();
const handle = openSync(file, 'r');
const kept = [];
let rows = 0;
let first;
for await (const event of decode(pieces(handle))) {
  if (event.kind === 'batch') {
    rows += event.batch.length;
    kept.push(event.batch);
    if (first === undefined && rows >= FIRST) {
      first = now() - began;
    }
  }
}
const bytes = fstatSync(handle).size;
closeSync(handle);
console.log(
  JSON.stringify({
    rows,
    seconds: now() - began,
    first_rows: first,
    transfer: bytes / rate,
    columns_mb:
      kept
        .flatMap(({ data }) => data)
        .reduce((sum, one) => sum + size(one), 0) / MIB,
    grown_mb: process.resourceUsage().maxRSS / 1024 - before / MIB
  })
);
