import { TABLEDATA, tableOf } from './testing/documents';
import { read } from './testing/read';
import { looksLikeWebPage } from './webPage';

const INT = '<FIELD name="x" datatype="int"/>';
const TEXT = '<FIELD name="s" datatype="char" arraysize="*"/>';

/** The rows of a table with these fields. */
async function rowsOf(fields: string, rows: string): Promise<unknown> {
  return (await read(tableOf(fields, rows))).tables[0].rows;
}

describe('What services send and is read', () => {
  it.each([
    ['a byte order mark', `\ufeff${TABLEDATA}`],
    ['a blank line before the XML declaration', `\n${TABLEDATA}`],
    ['junk behind the end', `${TABLEDATA}<p>Served by x</p>`],
    [
      'a DOCTYPE',
      TABLEDATA.replace(
        '<!--',
        '<!DOCTYPE VOTABLE SYSTEM "http://us-vo.org/xml/VOTable.dtd">\n<!--'
      )
    ],
    [
      'a prefix',
      TABLEDATA.replace(/<(\/?)([A-Z])/g, '<$1v:$2').replaceAll(
        'v:CDATA',
        'CDATA'
      )
    ],
    [
      'a foreign namespace',
      TABLEDATA.replace('http://www.ivoa.net/xml/VOTable/v1.3', 'urn:x')
    ],
    ['an unknown version', TABLEDATA.replace('1.4', '9.9')],
    [
      'foreign elements',
      TABLEDATA.replace(
        '<TABLE ',
        '<dm:VODML xmlns:dm="x"><dm:TABLE><dm:FIELD/></dm:TABLE></dm:VODML><TABLE '
      )
    ],
    [
      'comments and instructions',
      TABLEDATA.replaceAll('<TR>', '<!-- <TR><TD>1</TD> --><?x <TD>?><TR>')
    ],
    ['lines that end in CR LF', TABLEDATA.replaceAll('\n', '\r\n')],
    ['single quotes', TABLEDATA.replaceAll('"', "'")]
  ])('%s', async (_, document) => {
    const expected = (await read(TABLEDATA)).tables[0].rows;
    for (const size of [Infinity, 5]) {
      const { tables, broken } = await read(document, size);
      expect(broken).toBeUndefined();
      expect(tables.map(table => table.rows)).toEqual([expected]);
    }
  });

  it('other encodings', async () => {
    const document = tableOf(TEXT, '<TR><TD>Barnard’s é α</TD></TR>');
    const declared = `\ufeff<?xml version="1.0" encoding="UTF-16"?>${document}`;
    for (const bytes of [wide(declared, 0), wide(declared, 1)]) {
      expect((await read(bytes, 3)).tables[0].rows).toEqual([
        ['Barnard’s é α']
      ]);
    }
    const latin = `<?xml version="1.0" encoding="ISO-8859-1"?>${tableOf(TEXT, '<TR><TD>Ceçi</TD></TR>')}`;
    const bytes = Uint8Array.from(latin, c => c.charCodeAt(0));
    expect((await read(bytes)).tables[0].rows).toEqual([['Ceçi']]);
  });

  it('bytes that are no UTF-8, a stray & and <, with a warning each', async () => {
    const document = tableOf(
      TEXT,
      '<TR><TD>Ceçi</TD></TR><TR><TD>A & B &nbsp; &#233;</TD></TR><TR><TD>a < b</TD></TR>'
    );
    const { tables, warnings } = await read(
      Uint8Array.from(document, c => c.charCodeAt(0)),
      4
    );
    expect(tables[0].rows).toEqual([
      ['Ce\ufffdi'],
      ['A & B &nbsp; é'],
      ['a < b']
    ]);
    expect(warnings.join()).toMatch(/no UTF-8.*“&”.*“<”/s);
  });

  it('cells that are not as their datatype has it, keeping all others', async () => {
    const { tables, warnings } = await read(
      tableOf(
        `${INT}<FIELD name="f" datatype="float"/><FIELD name="b" datatype="unsignedByte"/>`,
        '<TR><TD>1.</TD><TD>NULL</TD><TD>300</TD></TR><TR><TD>two</TD><TD>2</TD></TR><TR><TD>3</TD><TD>3</TD><TD>3</TD><TD>3</TD></TR>'
      )
    );
    expect(tables[0].rows).toEqual([
      [1, null, 255],
      [null, 2, null],
      [3, 3, 3]
    ]);
    expect(tables[0].whole).toBe(true);
    expect(warnings).toHaveLength(6);
  });

  it('two columns of one name, by their place', async () => {
    expect(await rowsOf(INT + INT, '<TR><TD>1</TD><TD>2</TD></TR>')).toEqual([
      [1, 2]
    ]);
  });

  it('white space of strings, and only theirs', async () => {
    expect(
      await rowsOf(
        TEXT + INT,
        '<TR><TD>  a  b </TD><TD>\n 7 </TD></TR><TR><TD> </TD><TD> </TD></TR>'
      )
    ).toEqual([
      ['  a  b ', 7],
      [' ', null]
    ]);
  });

  it('line ends inside strings, and comments inside cells, wherever they are split', async () => {
    const document = tableOf(
      TEXT + INT,
      '<TR><TD>a\r\nb\rc</TD><TD> <!-- - -->5</TD></TR>'
    );
    for (const size of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, Infinity]) {
      expect((await read(document, size)).tables[0].rows).toEqual([
        ['a\nb\nc', 5]
      ]);
    }
  });

  it('cells much longer than the pieces that they come in', async () => {
    const cells = Array.from({ length: 12 }, (_, i) =>
      String.fromCharCode(97 + i).repeat(1000 + 40000 * (i % 3))
    );
    const rows = cells.map(cell => `<TR><TD>${cell}</TD><TD>7</TD></TR>`);
    const { tables } = await read(tableOf(TEXT + INT, rows.join('')), 3000);
    expect(tables[0].rows).toEqual(cells.map(cell => [cell, 7]));
  });

  it('a table that has not as many rows as it says', async () => {
    const document = tableOf(INT, '<TR><TD>1</TD></TR>').replace(
      '<TABLE>',
      '<TABLE nrows="2">'
    );
    expect((await read(document)).warnings).toEqual([
      'The table says that it has 2 rows; 1 came.'
    ]);
  });

  it('counts of variable arrays of two dimensions as the standard means them, and as astropy writes them', async () => {
    const stream = (count: number) =>
      `<VOTABLE><RESOURCE><TABLE><FIELD name="a" datatype="unsignedByte" arraysize="2x*"/><DATA><BINARY><STREAM encoding="base64">${btoa(
        `\0\0\0${String.fromCharCode(count)}\x01\x02\x03\x04`
      )}</STREAM></BINARY></DATA></TABLE></RESOURCE></VOTABLE>`;
    const astropy = '<!-- Produced with astropy.io.votable version 8 -->';
    for (const document of [stream(4), astropy + stream(2)]) {
      expect((await read(document)).tables[0].rows).toEqual([[[1, 2, 3, 4]]]);
    }
  });

  it('the old TD with base64, and lists with commas', async () => {
    expect(
      await rowsOf(
        '<FIELD name="f" datatype="float"/><FIELD name="l" datatype="int" arraysize="*"/>',
        '<TR><TD encoding="base64">P4AAAA==</TD><TD>1, 2,3</TD></TR>'
      )
    ).toEqual([[1, [1, 2, 3]]]);
  });

  it('tables one after the other, nested, empty, and by reference', async () => {
    const { tables, events } =
      await read(`<VOTABLE><RESOURCE type="results" name="a">
      <TABLE ID="t" name="one">${INT}<DATA><TABLEDATA><TR><TD>1</TD></TR></TABLEDATA></DATA></TABLE>
      <RESOURCE type="meta" utype="adhoc:service"><GROUP name="inputParams"><PARAM name="ID" datatype="char" arraysize="*" value="" ref="c"/></GROUP></RESOURCE>
      <RESOURCE><TABLE ref="t"><DATA><TABLEDATA><TR><TD>2</TD></TR></TABLEDATA></DATA></TABLE><TABLE name="none">${INT}</TABLE></RESOURCE>
      </RESOURCE></VOTABLE>`);
    expect(tables.map(({ rows, whole }) => [rows, whole])).toEqual([
      [[[1]], true],
      [[[2]], true],
      [[], true]
    ]);
    expect(
      events
        .filter(event => event.kind === 'table')
        .map(({ name, resource }) => [name, resource?.index, resource?.name])
    ).toEqual([
      ['one', 0, 'a'],
      [undefined, 2, undefined],
      ['none', 2, undefined]
    ]);
    expect(events.find(event => event.kind === 'param')).toMatchObject({
      name: 'ID',
      ref: 'c',
      group: 'inputParams',
      place: 'resource',
      resource: { index: 1, type: 'meta', utype: 'adhoc:service' }
    });
  });

  it('INFO and PARAM wherever they stand', async () => {
    const { events } = await read(
      `<VOTABLE><DEFINITIONS><PARAM name="Error" value="d"/></DEFINITIONS><INFO name="Error" value="a &amp; b"/><RESOURCE><INFO name="QUERY_STATUS" value="ERROR">
        no <![CDATA[<such>]]> table </INFO><TABLE>${INT}<INFO name="t" value=""/></TABLE></RESOURCE></VOTABLE>`
    );
    expect(
      events.flatMap(event =>
        event.kind === 'info' || event.kind === 'param'
          ? [[event.place, event.name, event.value, event.text]]
          : []
      )
    ).toEqual([
      ['definitions', 'Error', 'd', ''],
      ['votable', 'Error', 'a & b', ''],
      ['resource', 'QUERY_STATUS', 'ERROR', 'no <such> table'],
      ['table', 't', '', '']
    ]);
  });
});

describe('What is refused, in one sentence', () => {
  const page =
    '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>\n 503 Service &amp; more </title></head>';
  const stream = (attributes: string, type = 'BINARY') =>
    `<VOTABLE><RESOURCE><TABLE>${INT}<DATA><${type}><STREAM ${attributes}>AAAA</STREAM></${type}></DATA></TABLE><INFO name="after" value="1"/></RESOURCE></VOTABLE>`;
  it.each([
    ['empty', ''],
    ['not-votable', 'UsageFault: no such table'],
    ['not-votable', '{"uri": 1}'],
    ['not-votable', '\u0001\u0000PK'],
    ['not-votable', '<uws:job xmlns:uws="x"/>'],
    ['web-page', page],
    ['web-page', '<html><title>x</title></html>'],
    ['unsupported', '<!DOCTYPE VOTABLE [<!ENTITY a "b">]><VOTABLE/>'],
    ['unsupported', stream('href="file:///etc/passwd"')],
    ['unsupported', stream('encoding="base64"', 'FITS')],
    ['unsupported', stream('encoding="gzip"')],
    ['malformed', stream('encoding="base64"').replace('AAAA', 'A*AA')],
    ['cut', stream('encoding="base64"')],
    ['malformed', `<VOTABLE ${'x'.repeat(2 ** 21)}`],
    ['malformed', '<VOTABLE>' + '<GROUP>'.repeat(1000)]
  ])('%s: %#', async (reason, document) => {
    for (const size of document.length > 10000 ? [65536] : [1, Infinity]) {
      const { broken, words, events } = await read(document, size);
      expect(broken).toBe(reason);
      expect(words).toMatch(/^[A-Z][^]*[.”]|: file/);
      expect(events[events.length - 1]).toEqual({ kind: 'end' });
    }
  });

  it('a web page by its title, a table in another form without losing what follows', async () => {
    expect((await read(page, 10)).events[0]).toMatchObject({
      reason: 'web-page',
      title: '503 Service & more'
    });
    expect(looksLikeWebPage(page)).toEqual({ title: '503 Service & more' });
    expect(looksLikeWebPage(TABLEDATA)).toBeNull();
    const { events } = await read(stream('href="x"'));
    expect(events.map(event => event.kind)).toEqual([
      'table',
      'broken',
      'info',
      'end'
    ]);
  });

  it('documents made to cost much', async () => {
    const wide = tableOf(
      '<FIELD name="x" datatype="int" arraysize="2147483647"/>',
      '<TR><TD>1</TD></TR>'.repeat(100)
    );
    expect((await read(wide)).tables[0].rows).toHaveLength(100);
    const none = stream('encoding="base64"').replace(
      '"int"',
      '"int" arraysize="0"'
    );
    expect((await read(none)).broken).toBe('malformed');
    const many = tableOf(INT.repeat(20000), '<TR/>'.repeat(2000));
    expect((await read(many, 65536, { budget: 32 * 2 ** 20 })).broken).toBe(
      'too-large'
    );
  });
});

/** Text as UTF-16, big endian or little endian. */
function wide(text: string, little: 0 | 1): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  for (let i = 0; i < text.length; i++) {
    new DataView(bytes.buffer).setUint16(
      2 * i,
      text.charCodeAt(i),
      little === 1
    );
  }
  return bytes;
}
