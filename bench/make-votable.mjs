// Writes tables as VOTables, each as TABLEDATA and as BINARY2; the same every time.
//   node bench/make-votable.mjs FOLDER NAME=ROWS…
// random    10 columns (a long, 5 doubles, 3 floats, an int), all digits, no nulls
// wide      150 columns of numbers like a survey's, one cell in five null
// obscore   22 columns, most of them text
// arrays    vectors and lists of numbers beside a position
import { createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { batches, TABLES } from './tables.mjs';

const [folder, ...wanted] = process.argv.slice(2);
if (wanted.length === 0) {
  console.error('node bench/make-votable.mjs FOLDER NAME=ROWS…');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

/** The shortest text that is read back as this float. */
function floatText(value) {
  for (let digits = 6; ; digits++) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === value) {
      return String(text);
    }
  }
}

const NUMBER_TEXT = {
  long: value => BigInt(value).toString(),
  float: floatText,
  double: String,
  int: String,
  char: String
};
const INT_NULL = -2147483648;

const escaped = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A cell of TABLEDATA. */
function cellText({ datatype }, value) {
  const text = NUMBER_TEXT[datatype];
  if (value === null) {
    return '';
  }
  return Array.isArray(value)
    ? value.map(text).join(' ')
    : escaped(text(value));
}

const SIZES = { long: 8, double: 8, float: 4, int: 4 };
const WRITE = {
  long: (bytes, value, at) => bytes.writeBigInt64BE(BigInt(value ?? 0), at),
  double: (bytes, value, at) => bytes.writeDoubleBE(value ?? NaN, at),
  float: (bytes, value, at) => bytes.writeFloatBE(value ?? NaN, at),
  int: (bytes, value, at) => bytes.writeInt32BE(value ?? INT_NULL, at)
};

/** A cell of BINARY2; lists whose length varies, and text, begin with their length. */
function cellBytes({ datatype, arraysize }, value) {
  if (datatype === 'char') {
    const text = Buffer.from(value ?? '');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length);
    return [length, text];
  }
  const values = Array.isArray(value) ? value : [value];
  const varies = arraysize?.includes('*') ?? false;
  const bytes = Buffer.alloc(
    (varies ? 4 : 0) + values.length * SIZES[datatype]
  );
  let at = varies ? bytes.writeUInt32BE(values.length, 0) : 0;
  for (const one of values) {
    at = WRITE[datatype](bytes, one, at);
  }
  return [bytes];
}

function rowBytes(columns, cells) {
  const flags = Buffer.alloc(Math.ceil(columns.length / 8));
  cells.forEach((cell, c) => {
    if (cell === null) {
      flags[c >> 3] |= 0x80 >> (c & 7);
    }
  });
  return [flags, ...cells.flatMap((cell, c) => cellBytes(columns[c], cell))];
}

const head = columns => `<?xml version="1.0" encoding="UTF-8"?>
<VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE type="results"><INFO name="QUERY_STATUS" value="OK"/><TABLE>
${columns
  .map(
    ({ name, datatype, arraysize }) =>
      `<FIELD name="${name}" datatype="${datatype}"${arraysize ? ` arraysize="${arraysize}"` : ''}>${datatype === 'int' && !arraysize ? `<VALUES null="${INT_NULL}"/>` : ''}</FIELD>`
  )
  .join('\n')}
<DATA>`;
const TAIL = '</DATA></TABLE></RESOURCE></VOTABLE>\n';
function* tabledata(columns, rows, make) {
  yield `${head(columns)}<TABLEDATA>\n`;
  for (const batch of batches(rows, make)) {
    yield batch
      .map(
        cells =>
          `<TR>\n${cells.map((cell, c) => ` <TD>${cellText(columns[c], cell)}</TD>\n`).join('')}</TR>\n`
      )
      .join('');
  }
  yield `</TABLEDATA>${TAIL}`;
}

/** As DaCHS and STILTS do: base64 in lines of 64 characters, which are 48 bytes. */
function* binary2(columns, rows, make) {
  yield `${head(columns)}<BINARY2><STREAM encoding="base64">\n`;
  const lines = bytes => bytes.toString('base64').replace(/.{64}/g, '$&\n');
  let left = Buffer.alloc(0);
  for (const batch of batches(rows, make)) {
    const bytes = Buffer.concat([
      left,
      ...batch.flatMap(cells => rowBytes(columns, cells))
    ]);
    const whole = bytes.length - (bytes.length % 48);
    left = bytes.subarray(whole);
    yield lines(bytes.subarray(0, whole));
  }
  yield `${lines(left)}</STREAM></BINARY2>${TAIL}`;
}

async function write(name, parts) {
  const file = createWriteStream(join(folder, name));
  for (const part of parts) {
    if (!file.write(part)) {
      await once(file, 'drain');
    }
  }
  file.end();
  await once(file, 'close');
}

for (const [name, rows] of wanted.map(one => one.split('='))) {
  const [fields, make] = TABLES[name];
  const columns = fields.map(field => {
    const [column, datatype, arraysize] = field.split(' ');
    return { name: column, datatype, arraysize };
  });
  await write(`${name}-tabledata.vot`, tabledata(columns, Number(rows), make));
  await write(`${name}-binary2.vot`, binary2(columns, Number(rows), make));
}
