/** FIELDs of every kind, and three rows of them as TABLEDATA has them. */
const FIELDS = `
  <FIELD name="id" datatype="long" ucd="meta.id;meta.main"><VALUES null="-1"/></FIELD>
  <FIELD name="byte" datatype="unsignedByte"><VALUES null="255"/></FIELD>
  <FIELD name="short" datatype="short"><VALUES null="-32768"/></FIELD>
  <FIELD name="int" datatype="int" unit="m"><VALUES null="-999"/></FIELD>
  <FIELD name="float" datatype="float"/>
  <FIELD name="double" datatype="double"><DESCRIPTION>A  real
    number</DESCRIPTION></FIELD>
  <FIELD name="flag" datatype="boolean"/>
  <FIELD name="name" datatype="char" arraysize="*"/>
  <FIELD name="code" datatype="char" arraysize="4"/>
  <FIELD name="star" datatype="unicodeChar" arraysize="*"/>
  <FIELD name="shorts" datatype="short" arraysize="*"><VALUES null="-1"/></FIELD>
  <FIELD name="pair" datatype="double" arraysize="2"/>
  <FIELD name="z" datatype="doubleComplex"/>
  <FIELD name="bits" datatype="bit" arraysize="10"/>
  <FIELD name="bands" datatype="char" arraysize="2x*"/>`;

export const TABLEDATA_ROWS = `
  <TR><TD>9223372036854775807</TD><TD>7</TD><TD>-5</TD><TD>123456</TD><TD>1.5</TD>
    <TD>-1.25e-3</TD><TD>T</TD><TD>3C 84 &amp; co</TD><TD>ab</TD><TD>α Ori</TD>
    <TD>1 2 -1</TD><TD>1.5 NaN</TD><TD>1 -2</TD><TD>1010101011</TD><TD>K L X2</TD></TR>
  <TR><TD>-1</TD><TD>255</TD><TD>-32768</TD><TD>-999</TD><TD/><TD>NaN</TD><TD>?</TD>
    <TD/><TD></TD><TD/><TD/><TD>+Inf -Inf</TD><TD>0 0</TD><TD>0000000000</TD><TD/></TR>
  <TR><TD>-9007199254740993</TD><TD>0x10</TD><TD>0</TD><TD>0</TD><TD>0</TD><TD>0.1</TD><TD>false</TD>
    <TD><![CDATA[a<b]]></TD><TD>abcd</TD><TD>😀</TD><TD>7</TD><TD>0 -0.5</TD><TD>0.5 0.5</TD><TD>1 1 1 1 1 1 1 1 1 1</TD><TD>C</TD></TR>`;

/** The values of these rows. */
export const ROWS = [
  [
    9223372036854775807n,
    7,
    -5,
    123456,
    1.5,
    -0.00125,
    true,
    '3C 84 & co',
    'ab',
    'α Ori',
    [1, 2, null],
    [1.5, NaN],
    [1, -2],
    [true, false, true, false, true, false, true, false, true, true],
    ['K', 'L', 'X2']
  ],
  [
    null,
    null,
    null,
    null,
    null,
    NaN,
    null,
    null,
    null,
    null,
    null,
    [Infinity, -Infinity],
    [0, 0],
    Array(10).fill(false),
    null
  ],
  [
    -9007199254740993n,
    16,
    0,
    0,
    0,
    0.1,
    false,
    'a<b',
    'abcd',
    '😀',
    [7],
    [0, -0.5],
    [0.5, 0.5],
    Array(10).fill(true),
    ['C']
  ]
];

/** The bytes of these rows in BINARY, and the null flags of BINARY2. */
function binary(flagged: boolean): Uint8Array {
  const bytes: number[] = [];
  const number = (size: number, put: (view: DataView) => void) => {
    const view = new DataView(new ArrayBuffer(size));
    put(view);
    bytes.push(...new Uint8Array(view.buffer));
  };
  const int32 = (value: number) => number(4, v => v.setInt32(0, value));
  const int16 = (value: number) => number(2, v => v.setInt16(0, value));
  const float64 = (value: number) => number(8, v => v.setFloat64(0, value));
  const ascii = (text: string, size: number) => {
    for (let i = 0; i < size; i++) {
      bytes.push(i < text.length ? text.charCodeAt(i) : 0);
    }
  };
  const row = (
    flags: [number, number],
    long: bigint,
    byte: number,
    short: number,
    int: number,
    float: number,
    double: number,
    flag: string,
    name: string,
    code: string,
    star: string,
    shorts: number[],
    pair: number[],
    z: number[],
    bits: [number, number],
    bands: string
  ) => {
    if (flagged) {
      bytes.push(...flags);
    }
    number(8, v => v.setBigInt64(0, long));
    bytes.push(byte);
    int16(short);
    int32(int);
    number(4, v => v.setFloat32(0, float));
    float64(double);
    ascii(flag, 1);
    int32(name.length);
    ascii(name, name.length);
    ascii(code, 4);
    int32(star.length);
    for (let i = 0; i < star.length; i++) {
      number(2, v => v.setUint16(0, star.charCodeAt(i)));
    }
    int32(shorts.length);
    shorts.forEach(int16);
    pair.forEach(float64);
    z.forEach(float64);
    bytes.push(...bits);
    int32(bands.length);
    ascii(bands, bands.length);
  };
  row(
    [0, 0],
    9223372036854775807n,
    7,
    -5,
    123456,
    1.5,
    -0.00125,
    'T',
    '3C 84 & co',
    'ab',
    'α Ori',
    [1, 2, -1],
    [1.5, NaN],
    [1, -2],
    [0xaa, 0xc0],
    'K L X2'
  );
  // In BINARY2 flagged, in BINARY by VALUES; a real number is only flagged.
  row(
    [0b00001000, 0],
    -1n,
    255,
    -32768,
    -999,
    flagged ? 3 : NaN,
    NaN,
    '?',
    '',
    '',
    '',
    [],
    [Infinity, -Infinity],
    [0, 0],
    [0, 0],
    ''
  );
  row(
    [0, 0],
    -9007199254740993n,
    16,
    0,
    0,
    0,
    0.1,
    'f',
    'a<b',
    'abcd',
    '😀',
    [7],
    [0, -0.5],
    [0.5, 0.5],
    [0xff, 0xc0],
    'C'
  );
  return Uint8Array.from(bytes);
}

/** Base64 in lines, as services write it. */
function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/.{1,64}/g, '$&\n');
}

function votable(data: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- A small table -->
<VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">
 <INFO name="SERVER" value="here"/>
 <RESOURCE type="results" name="r">
  <INFO name="QUERY_STATUS" value="OK">  fine  </INFO>
  <TABLE name="t" nrows="3">${FIELDS}
   <DATA>${data}</DATA>
  </TABLE>
  <INFO name="QUERY_STATUS" value="OVERFLOW"/>
 </RESOURCE>
</VOTABLE>
`;
}

/** The same table in the three serialisations. */
export const TABLEDATA = votable(`<TABLEDATA>${TABLEDATA_ROWS}</TABLEDATA>`);
export const BINARY = votable(
  `<BINARY><STREAM encoding="base64">\n${base64(binary(false))}</STREAM></BINARY>`
);
export const BINARY2 = votable(
  `<BINARY2><STREAM encoding="base64">\n${base64(binary(true))}</STREAM></BINARY2>`
);

/** A document around some FIELDs and rows. */
export function tableOf(fields: string, rows: string): string {
  return `<VOTABLE><RESOURCE><TABLE>${fields}<DATA><TABLEDATA>${rows}</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>`;
}
