import { createHash } from 'node:crypto';

// The canonical form in which values of different VOTable readers are compared:
// a column's hash is the SHA-256 of its rows' lines joined by "\n".
// - integers decimal, booleans T and F, bits 0 and 1, null of these ~
// - reals as the eight bytes of an IEEE double in hex, null and NaN `nan`
// - strings as JSON, without NULs at their end, null is ""
// - lists [a,b], null and empty []; a fixed-size list of nulls and NaNs is null

const UTF8 = new TextDecoder();
const REAL = new DataView(new ArrayBuffer(8));
const HEX = Array.from({ length: 65536 }, (_, i) =>
  i.toString(16).padStart(4, '0')
);

const isNull = (nulls, i) =>
  nulls !== undefined && (nulls[i >> 3] & (1 << (i & 7))) !== 0;

function real(value) {
  if (Number.isNaN(value)) {
    return 'nan';
  }
  REAL.setFloat64(0, value);
  return (
    HEX[REAL.getUint16(0)] +
    HEX[REAL.getUint16(2)] +
    HEX[REAL.getUint16(4)] +
    HEX[REAL.getUint16(6)]
  );
}

function scalar(data, i, column, trim) {
  const none = isNull(data.nulls, i);
  switch (data.kind) {
    case 'number':
      if (column.datatype === 'float' || column.datatype === 'double') {
        return none ? 'nan' : real(data.values[i]);
      }
      return none ? '~' : String(data.values[i]);
    case 'long':
      return none ? '~' : String(data.values[i]);
    case 'boolean':
      return none
        ? '~'
        : (column.datatype === 'bit' ? '01' : 'FT')[data.values[i]];
    case 'complex': {
      const [re, im] = [data.values[2 * i], data.values[2 * i + 1]];
      return none || Number.isNaN(re) || Number.isNaN(im)
        ? 'nan,nan'
        : `${real(re)},${real(im)}`;
    }
    case 'text': {
      const [start, end] = [data.offsets[i], data.offsets[i + 1]];
      const text = UTF8.decode(data.bytes.subarray(start, end)).replace(
        /\0+$/,
        ''
      );
      return none ? '""' : JSON.stringify(trim ? text.trim() : text);
    }
    default:
      throw new Error(`A column of kind ${data.kind}?`);
  }
}

function line(data, i, column, trim) {
  if (data.kind !== 'list') {
    return scalar(data, i, column, trim);
  }
  if (isNull(data.nulls, i)) {
    return '[]';
  }
  const values = [];
  for (let k = data.offsets[i]; k < data.offsets[i + 1]; k++) {
    values.push(scalar(data.items, k, column, trim));
  }
  const fixed = !column.arraysize.includes('*') && data.items.kind !== 'text';
  const void_ = value =>
    value === '~' || value === 'nan' || value === 'nan,nan';
  return fixed && values.every(void_) ? '[]' : `[${values.join(',')}]`;
}

/** Hashes of a table's columns, fed batch by batch. */
export class ColumnHashes {
  constructor(columns, trim = false) {
    this.trim = trim;
    this.columns = columns;
    this.hashes = columns.map(() => createHash('sha256'));
    this.rows = 0;
  }

  add(batch) {
    batch.data.forEach((data, c) => {
      const lines = [];
      for (let i = 0; i < batch.length; i++) {
        lines.push(line(data, i, this.columns[c], this.trim));
      }
      this.hashes[c].update((this.rows > 0 ? '\n' : '') + lines.join('\n'));
    });
    this.rows += batch.length;
  }

  digests() {
    return this.hashes.map(hash => hash.digest('hex'));
  }
}
