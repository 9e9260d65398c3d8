// Writes one random table as VOTables: node bench/make-votable.mjs ROWS FOLDER
// 10 columns (a long, 5 doubles, 3 floats, an int), all digits, no nulls; and a
// text-heavy one like ObsCore. The same numbers every time.
import { createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

const [rows, folder] = [Number(process.argv[2]), process.argv[3]];
if (!(rows > 0) || !folder) {
  console.error('node bench/make-votable.mjs ROWS FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

/** Marsaglia's xorshift, 0 … 1. */
let state = 20260;
function random() {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32 + (state & 0xffff) / 2 ** 49;
}

const NUMBERS = [
  'id long',
  'ra double',
  'dec double',
  'pmra double',
  'pmdec double',
  'parallax double',
  'g float',
  'bp float',
  'rp float',
  'n int'
];

function numbers(row) {
  return [
    4e18 + Math.floor(random() * 1e6) * 1e12 + row,
    random() * 360,
    random() * 180 - 90,
    random() * 100 - 50,
    random() * 100 - 50,
    random() * 10,
    Math.fround(random() * 20),
    Math.fround(random() * 20),
    Math.fround(random() * 20),
    Math.floor(random() * 1e9)
  ];
}

/** The shortest text that is read back as this float. */
function floatText(value) {
  for (let digits = 6; ; digits++) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === value) {
      return String(text);
    }
  }
}

const longText = value => BigInt(value).toString();

const OBSCORE = [
  'dataproduct_type char *',
  'calib_level int',
  'obs_collection char *',
  'obs_id char *',
  'obs_publisher_did char *',
  'access_url char *',
  'access_format char *',
  'access_estsize long',
  'target_name char *',
  's_ra double',
  's_dec double',
  's_fov double',
  's_region char *',
  't_min double',
  't_max double',
  't_exptime double',
  'em_min double',
  'em_max double',
  'o_ucd char *',
  'pol_states char *',
  'facility_name char *',
  'instrument_name char *'
];

function obscore(row) {
  const [ra, dec, t] = [
    random() * 360,
    random() * 180 - 90,
    50000 + random() * 9000
  ];
  const id = `EX${(row % 997).toString(36).toUpperCase()}_${row}`;
  return [
    'visibility',
    1,
    'EVN',
    id,
    `ivo://example.org/~?${id}&amp;part=${row % 7}`,
    `http://archive.example.org/exp/${id}/fits/${id}.IDI${row % 9}`,
    'application/x-fits-idi',
    Math.floor(random() * 1e10),
    `J${Math.floor(ra * 1000)}${dec < 0 ? '-' : '+'}${Math.floor(Math.abs(dec) * 1000)}`,
    ra,
    dec,
    row % 5 ? random() : '',
    `Circle ICRS ${ra} ${dec} 0.02`,
    t,
    t + random(),
    random() * 1e4,
    0.1799,
    0.1821,
    'stat.uncalib',
    '',
    'EVN',
    'EVN'
  ];
}

const head = fields => `<?xml version="1.0" encoding="UTF-8"?>
<VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE type="results"><INFO name="QUERY_STATUS" value="OK"/><TABLE>
${fields
  .map(field => {
    const [name, datatype, arraysize] = field.split(' ');
    return `<FIELD name="${name}" datatype="${datatype}"${arraysize ? ` arraysize="${arraysize}"` : ''}/>`;
  })
  .join('\n')}
<DATA>`;
const TAIL = '</DATA></TABLE></RESOURCE></VOTABLE>\n';

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

const td = cells =>
  `<TR>\n${cells.map(cell => ` <TD>${cell}</TD>\n`).join('')}</TR>\n`;

function* tabledata(fields, make, text = cells => cells) {
  state = 20260;
  yield `${head(fields)}<TABLEDATA>\n`;
  for (let row = 0; row < rows; row += 1000) {
    const lines = [];
    for (let i = row; i < Math.min(rows, row + 1000); i++) {
      lines.push(td(text(make(i))));
    }
    yield lines.join('');
  }
  yield `</TABLEDATA>${TAIL}`;
}

/** As DaCHS and STILTS do: base64 in lines of 64 characters. */
function* binary2() {
  state = 20260;
  yield `${head(NUMBERS)}<BINARY2><STREAM encoding="base64">\n`;
  // 2 bytes of flags and 64 of values; whole lines have 48 bytes.
  const size = 66;
  for (let row = 0; row < rows; row += 1600) {
    const count = Math.min(rows, row + 1600) - row;
    const bytes = Buffer.alloc(size * count);
    for (let i = 0; i < count; i++) {
      const [id, ...cells] = numbers(row + i);
      let at = i * size + 2;
      bytes.writeBigInt64BE(BigInt(id), at);
      at += 8;
      cells.forEach((cell, c) => {
        at =
          c < 5
            ? bytes.writeDoubleBE(cell, at)
            : c < 8
              ? bytes.writeFloatBE(cell, at)
              : bytes.writeInt32BE(cell, at);
      });
    }
    yield bytes.toString('base64').replace(/.{64}/g, '$&\n');
  }
  yield `</STREAM></BINARY2>${TAIL}`;
}

const exact = ([id, ...cells]) => [
  longText(id),
  ...cells.map((cell, c) => (c >= 5 && c < 8 ? floatText(cell) : String(cell)))
];
await write('tabledata.vot', tabledata(NUMBERS, numbers, exact));
await write('binary2.vot', binary2());
await write('obscore.vot', tabledata(OBSCORE, obscore));
