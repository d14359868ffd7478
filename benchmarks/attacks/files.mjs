// Files that are meant to hang, fill or fool a reader: `[group, name with its ending, what makes it]`.
import { deflateRawSync, gzipSync } from 'node:zlib';
import {
  chance,
  dbf,
  docx,
  each,
  flates,
  gzips,
  join,
  many,
  noise,
  odf,
  page,
  pdf,
  stream,
  xlsx,
  zip,
} from './make.mjs';

const rows = 'town,votes,valid\nA,1,2\nB,3,4\nC,5,6\n';
const html = (body, head = '') => join('<!doctype html><html><head>', head, '</head><body>', body);
const xml = (body) => join('<?xml version="1.0"?>', body);
const cell = (ref, value) => `<c r="${ref}"><v>${value}</v></c>`;

const pages = [
  ['font out of order.html', () => html(many('<font color=red><p>x</font>', 2e5))],
  ['links that never end, each in a paragraph.html', () => html(many('<a href="/x"><p>', 1e5))],
  ['formatting told apart by attributes.html', () => html([each(2e4, (n) => `<b id=i${n}>`), many('<p>x', 2e4)])],
  ['foreign objects.html', () => html(many('<svg><foreignObject>', 1e5))],
  ['templates in templates.html', () => html(many('<template>', 3e5))],
  ['frames.html', () => join('<html>', many('<frameset><frame src="x.html">', 2e5))],
  ['one row of a million cells.html', () => html(['<table><tr>', many('<td>1', 1e6), '</table>'])],
  ['rows that span 65534.html', () => html(['<table>', many('<tr><td rowspan=65534>1<td>2', 1e5), '</table>'])],
  [
    'a cell as wide and high as may be.html',
    () => html(['<table>', many('<tr><td rowspan=65534 colspan=1000>1', 2e4), '</table>']),
  ],
  ['spans of a billion.html', () => html('<table><tr><td colspan=1000000000 rowspan=1000000000>1<tr><td>2</table>')],
  ['lists that close.html', () => html([many('<ul><li>x', 2e5), many('</li></ul>', 2e5)])],
  ['only end tags.html', () => html(many('</div></p></table>', 1e6))],
  ['end tags of elements far up.html', () => html([many('<i>', 5e4), many('<b></i></b>', 5e4)])],
  ['a comment that never ends.html', () => html(['<!--', many('--!-', 3e6)])],
  ['a title that never ends.html', () => html('', ['<title>', many('votes of the town ', 1e6)])],
  ['a script that almost ends.html', () => html(['<script>', many('</scrip', 2e6)])],
  ['plain text.html', () => html(['<plaintext>', many('</plaintext> a,b\n', 5e5)])],
  [
    'a million bases.html',
    () =>
      html(
        '<a href=x>y</a>',
        each(2e5, (n) => `<base href="http://h${n}.example/">`),
      ),
  ],
  [
    'frames in their own source.html',
    () => html(many('<iframe srcdoc="&lt;iframe srcdoc=&quot;x&quot;&gt;"></iframe>', 1e5)),
  ],
  ['an entity without end.html', () => html(['&', many('a', 5e6)])],
  ['numbers of entities.html', () => html(many('&#x1F1FF;&#99999999;', 4e5))],
  ['one attribute again and again.html', () => html(['<p ', many('class=a ', 1e6), '>x'])],
  ['addresses of two megabytes.html', () => html(each(5, () => `<a href="/${'x/../'.repeat(4e5)}">d.csv</a>`))],
  [
    'charsets.html',
    () =>
      html(
        'x',
        each(1e5, (n) => `<meta charset="x-${n}">`),
      ),
  ],
  ['terms and definitions.html', () => html(many('<dl><dt>a<dd>b', 2e5))],
  [
    'a date in every paragraph.html',
    () => html(each(1e5, (n) => `<p>Updated ${(n % 28) + 1} May 2015, at ${n} o'clock`)),
  ],
  [
    'alternates.html',
    () =>
      html(
        'x',
        each(1e5, (n) => `<link rel="alternate" type="text/csv" href="/f${n}.csv">`),
      ),
  ],
  ['data in an address.html', () => html(['<a href="data:text/csv,', many('a,b%0A', 1e6), '">x</a>'])],
  ['details.html', () => html(many('<details><summary>x', 1e5))],
  ['letters that turn the line.html', () => html(many('\u202E\u2066<b>votes</b>\u200B', 2e5))],
  [
    'tables in cells that close.html',
    () => html([many('<table><tr><td>a<td>', 5e3), 'x', many('</td></tr></table>', 5e3)]),
  ],
  ['forms in forms.html', () => html(many('<form action="/a"><input name=q><select><option>x</select>', 1e5))],
  ['headings over tables.html', () => html(many('<h2>votes</h2><table><tr><th>a<th>b<tr><td>1<td>2</table>', 3e4))],
  [
    'definitions of a dataset.html',
    () => html(many('<div itemscope itemtype="http://schema.org/Dataset"><span itemprop=name>x</span>', 5e4)),
  ],
  ['json in a page without end.html', () => html(['<script type="application/ld+json">', many('{"a":[', 5e5)])],
];

const texts = [
  ['a line of 64 megabytes.csv', () => many('votes in town ', 5e6)],
  ['quotes of quotes.csv', () => join('a,b\n"', many('""', 1e7), '",1\n')],
  ['a quote that never closes.csv', () => join(rows, '"', many('x,y\n', 1e7))],
  ['rows that grow.csv', () => each(3000, (n) => `${'1,'.repeat(n)}\n`)],
  [
    'a hundred thousand columns.csv',
    () =>
      join(
        each(1e5, (n) => `c${n},`),
        '\n',
        each(50, () => `${'1,'.repeat(1e5)}\n`),
      ),
  ],
  ['rows of one letter.csv', () => join('a\n', many('1\n', 1e7))],
  ['lines that end with a return.csv', () => join('a,b\r', many('1,2\r', 3e6))],
  ['ends of lines of all kinds.csv', () => join('a,b\n', many('1,2\r3,4\r\n5,6\n7,8\u20289,1\u0085', 5e5))],
  ['wide letters without a mark.csv', () => Buffer.from(rows.repeat(3e5), 'utf16le')],
  [
    'four bytes a letter.csv',
    () => join(Buffer.from([0xff, 0xfe, 0, 0]), many(Buffer.from([0x61, 0, 0, 0, 0x2c, 0, 0, 0]), 2e6)),
  ],
  ['marks of order.csv', () => join(many('\uFEFF', 3e6), rows)],
  ['no letters at all.csv', () => Buffer.alloc(3e7, 0xff)],
  [
    'letters longer than they need be.csv',
    () => join(rows, many(Buffer.from([0xc0, 0xaf, 0xe0, 0x80, 0xaf, 0x2c, 0x0a]), 1e6)),
  ],
  ['all separators at once.csv', () => each(2e5, (n) => `a,b;c|d\t${n}~e^f\n`)],
  ['says its separator.csv', () => join('sep=\n', many('1\n', 1e6))],
  ['remarks only.csv', () => many('# a remark, of no use\n', 1e6)],
  [
    'numbers of a hundred thousand digits.csv',
    () =>
      join(
        'a,b\n',
        each(200, () => `${'9'.repeat(1e5)},1e${'9'.repeat(1e3)}\n`),
      ),
  ],
  [
    'names of a megabyte.csv',
    () =>
      join(
        each(20, (n) => `${'n'.repeat(1e6)}${n},`),
        '\n',
        many('1,2,3\n', 1000),
      ),
  ],
  ['the same name ten thousand times.csv', () => join(many('a,', 1e4), '\n', many(join(many('1,', 1e4), '\n'), 100))],
  [
    'names of the language.csv',
    () => 'each,__proto__,constructor,toString,valueOf,hasOwnProperty\n1,2,3,4,5,6\n7,8,9,1,2,3\n',
  ],
  [
    'cells that reckon.csv',
    () => join("=1+1,@SUM(A1),+cmd|' /C calc'!A0\n", many('=HYPERLINK("http://e.example"),-2+3,\t=1\n', 100)),
  ],
  [
    'letters that drive a terminal.csv',
    () => join('\u001b[2J\u001b]0;x\u0007,\u009b31m,\u202Evotes\n', many('\u001b[31m1,2,\b\b3\n', 50)),
  ],
  [
    'years far away.csv',
    () =>
      join(
        'date,v\n',
        each(1e4, (n) => `${'9'.repeat((n % 12) + 1)}-13-45,${n}\n`),
      ),
  ],
  ['columns by blanks.txt', () => each(5000, () => `${'a    '.repeat(2000)}\n`)],
  ['shift states.csv', () => join('a,b\n', many(Buffer.from([0x1b, 0x24, 0x42, 0x1b, 0x28, 0x42]), 1e6))],
  ['half a letter at the end.csv', () => join(many('都市,票\n', 1e5), Buffer.from([0xe9, 0x83]))],
  [
    'distinct in every column.csv',
    () => each(3e4, (n) => `${Array.from({ length: 40 }, (_, c) => `v${n}x${c}`).join(',')}\n`),
  ],
  ['blanks.txt', () => many(' ', 5e7)],
  ['empty lines.csv', () => many('\n', 3e7)],
  ['commas.csv', () => many(',', 3e7)],
  ['tabs and quotes.tsv', () => many('"\t"\t', 5e6)],
  ['nul.csv', () => Buffer.alloc(5e7)],
];

const jsons = [
  ['objects in objects, keys escaped.json', () => many('{"\\u0061":', 2e6)],
  ['lists and objects, closed.json', () => join(many('[{"a":', 2e5), '1', many('}]', 2e5))],
  [
    'a million keys at the top.json',
    () =>
      join(
        '{',
        each(1e6, (n) => `"k${n}":{},`),
        '"z":1}',
      ),
  ],
  ['one text of 100 megabytes.json', () => join('{"a":"', many('votes ', 1.7e7), '"}')],
  ['one number of ten megabytes.json', () => join('[', many('7', 1e7), ']')],
  ['small lists in lists.json', () => join('[', many('[[],[[]]],', 2e6), '1]')],
  ['lines of nothing.ndjson', () => many('{}\n', 4e6)],
  ['lines of other keys.ndjson', () => each(3e5, (n) => `{"k${n}":${n}}\n`)],
  ['texts in sequence.json', () => many('\u001e{"a":1}\n', 1e6)],
  ['a mark, and rubbish behind.json', () => join('\uFEFF', '[{"a":1}]', noise(1e6))],
  ['halves of letters.json', () => join('[', many('"\\ud800",', 1e6), '1]')],
  ['one key three million times.json', () => join('{', many('"a":1,', 3e6), '"a":2}')],
  [
    'a polygon of three million points.geojson',
    () =>
      join(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":{"type":"Polygon","coordinates":[[',
        many('[1.5,2.5],', 3e6),
        '[1,2]]]}}]}',
      ),
  ],
  [
    'collections of collections.geojson',
    () =>
      join(
        '{"type":"Feature","properties":{},"geometry":',
        many('{"type":"GeometryCollection","geometries":[', 1e5),
        many(']}', 1e5),
        '}',
      ),
  ],
  [
    'a cube of ten to the twelfth.json',
    () => '{"class":"dataset","id":["a","b"],"size":[1000000,1000000],"value":[],"dimension":{}}',
  ],
  [
    'fields of a store.json',
    () => join('{"success":true,"result":{"fields":[', many('{"id":"a","type":"text"},', 5e5), '{}],"records":[]}}'),
  ],
  ['ten million times nothing.json', () => join('[', many('null,', 1e7), 'null]')],
  ['signs before signs.json', () => join('["', many('\\\\', 2e7), '"]')],
  ['a text that never ends.json', () => join('[{"a":1},{"b":"', many('x', 4e7))],
  [
    'wide records.json',
    () =>
      join(
        '[',
        many(
          join(
            '{',
            each(500, (n) => `"c${n}":${n},`),
            '"z":0},',
          ),
          5000,
        ),
        '{}]',
      ),
  ],
  ['one row of three million.json', () => join('{"rows":[[', many('1,', 3e6), '1]]}')],
  ['prototypes.json', () => join('[', many('{"__proto__":{"a":1},"constructor":{"prototype":{"b":2}}},', 1e5), '{}]')],
  ['tables in tables.json', () => join('[', many('{"a":[{"b":[{"c":1},{"c":2}]}]},', 3e5), '{}]')],
  [
    'records with keys of their own.json',
    () =>
      join(
        '[',
        each(2e5, (n) => `{"a${n}":1,"b${n}":2},`),
        '{}]',
      ),
  ],
  ['half a document.json', () => join('{"data":{"rows":[', many('{"a":1,"b":[1,2,3]},', 5e5))],
];

const xmls = [
  ['a name space at each level.xml', () => xml(each(3e4, (n) => `<p${n}:a xmlns:p${n}="u${n}">`))],
  ['name spaces on one element.xml', () => xml(['<r ', each(3e5, (n) => `xmlns:p${n}="u" `), '/>'])],
  ['an instruction of thirty megabytes.xml', () => xml(['<?x ', many('y?', 1.5e7), '?><r/>'])],
  ['sections.xml', () => xml(['<r>', many('<a><![CDATA[1]]></a>', 1e6), '</r>'])],
  ['entities of numbers.xml', () => xml(['<r>', many('<a>&#65;&#x42;</a>', 1e6), '</r>'])],
  [
    'attributes by the hundred thousand.xml',
    () =>
      xml([
        '<r>',
        many(
          join(
            '<a ',
            each(1e5, (n) => `b${n}="1" `),
            '/>',
          ),
          20,
        ),
        '</r>',
      ]),
  ],
  [
    'wide letters.xml',
    () =>
      Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?><r>${'<a><b>1</b></a>'.repeat(5e5)}</r>`, 'utf16le'),
  ],
  [
    'says an encoding that is none.xml',
    () => join('<?xml version="1.0" encoding="UTF-7"?><r>', many('<a>+ADw-</a>', 1e5), '</r>'),
  ],
  ['teeth of a saw.xml', () => xml(['<r>', many(join(many('<a>', 1000), many('</a>', 1000)), 500), '</r>'])],
  ['siblings in siblings.xml', () => xml(['<r>', many('<a><b><c>1</c><c>2</c></b></a>', 1e6), '</r>'])],
  [
    'a feed of half a million.rss',
    () =>
      xml([
        '<rss><channel>',
        many('<item><title>x</title><link>http://e.example/</link></item>', 5e5),
        '</channel></rss>',
      ]),
  ],
  [
    'one line of fifty megabytes.kml',
    () =>
      xml([
        '<kml><Document><Placemark><LineString><coordinates>',
        many('1.5,2.5,0 ', 5e6),
        '</coordinates></LineString></Placemark></Document></kml>',
      ]),
  ],
  ['a tag that never ends.xml', () => xml(['<r><a ', many('b ', 1e7)])],
  ['an attribute of lines.xml', () => xml(['<r a="', many('\n', 2e7), '"><b>1</b></r>'])],
  ['names of a megabyte.xml', () => xml(['<r>', many(join('<', many('n', 1e6), '/>'), 40), '</r>'])],
  ['sets in sets.xml', () => join('<!DOCTYPE r [', many('<![INCLUDE[', 3e5), many(']]>', 3e5), ']><r/>')],
  [
    'an entity of entities.xml',
    () =>
      join(
        '<!DOCTYPE r [',
        each(3e4, (n) => `<!ENTITY e${n} "&e${n + 1};&e${n + 1};">`),
        ']><r>&e0;</r>',
      ),
  ],
  [
    'triples in triples.rdf',
    () =>
      xml([
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:d="http://www.w3.org/ns/dcat#">',
        many('<d:Dataset><d:distribution>', 1e5),
      ]),
  ],
  ['nodes in brackets.ttl', () => join('@prefix d: <http://www.w3.org/ns/dcat#> .\n<a> d:x ', many('[ d:y ', 2e5))],
  ['lists in lists.ttl', () => join('<a> <b> ', many('( ', 3e5))],
  ['prefixes.ttl', () => each(3e5, (n) => `@prefix p${n}: <http://e.example/${n}> .\n`)],
  ['a million triples.nt', () => each(7e5, (n) => `<http://e.example/s${n}> <http://e.example/p> "v${n}" .\n`)],
  ['a literal without end.ttl', () => join('<a> <b> """', many('x"" ', 5e6))],
  ['documents one after another.xml', () => xml(many('<r><a>1</a></r>', 1e6))],
  ['a map of paths.svg', () => join('<svg xmlns="http://www.w3.org/2000/svg">', many('<g><path d="M0 0L1 1"/>', 3e5))],
];

const packed = [
  ['fifty coats.csv.gz', () => gzips(50, rows)],
  ['a million empty members.csv.gz', () => join(gzipSync(rows), many(gzipSync(''), 5e5))],
  ['a name without end.gz', () => join(Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]), many('n', 2e7))],
  [
    'blocks of nothing.gz',
    () => join(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), many(Buffer.from([0, 0, 0, 0xff, 0xff]), 5e6)),
  ],
  ['nothing, twice packed.gz', () => gzips(2, Buffer.alloc(8e8))],
  ['rows for ever.csv.gz', () => join(gzipSync('a,b\n'), many(gzipSync(many('1,2\n', 2e7)), 6))],
  [
    'sixty thousand files.zip',
    () => zip(Array.from({ length: 6e4 }, (_, n) => ({ name: `f${n}.csv`, content: rows }))),
  ],
  ['announces more than it holds.zip', () => zip([{ name: 'a.csv', content: rows }], { count: 65535 })],
  [
    'ways out.zip',
    () =>
      zip(
        ['../../a.csv', '/etc/b.csv', 'C:\\c.csv', 'd\0.csv', '\u001b[31m.csv', ''].map((name) => ({
          name,
          content: rows,
        })),
      ),
  ],
  [
    'twenty boxes.zip',
    () => {
      let box = zip([{ name: 'a.csv', content: rows }]);
      for (let n = 0; n < 20; n += 1) box = zip([{ name: 'b.zip', content: box }]);
      return box;
    },
  ],
  [
    'says nothing, holds a gigabyte.zip',
    () => zip([{ name: 'a.csv', packed: deflateRawSync(many('1,2\n', 2e8)), size: 0, crc: 0 }]),
  ],
  [
    'methods nobody knows.zip',
    () =>
      zip([9, 12, 14, 93, 98, 99].map((method, n) => ({ name: `a${n}.csv`, packed: noise(1000), size: 5000, method }))),
  ],
  ['locked.zip', () => zip([{ name: 'a.csv', content: rows, flags: 0x801 }])],
  [
    'a thousand tables of a megabyte.zip',
    () => {
      const table = many(rows, 3e4);
      const box = deflateRawSync(table);
      return zip(
        Array.from({ length: 1000 }, (_, n) => ({ name: `t${n}.csv`, packed: box, size: table.length, crc: 0 })),
      );
    },
  ],
  [
    'an end in the remark.zip',
    () => zip([{ name: 'a.csv', content: rows }], { comment: `PK\u0005\u0006${'\0'.repeat(18)}` }),
  ],
  [
    'the same place sixty thousand times.zip',
    () =>
      zip([
        { name: 'a.csv', content: many(rows, 3e4) },
        ...Array.from({ length: 6e4 }, (_, n) => ({ name: `b${n}.csv`, packed: many('x', 2000), at: 0, size: 1e6 })),
      ]),
  ],
  [
    'the same name twice.zip',
    () =>
      zip([
        { name: 'a.csv', content: rows },
        { name: 'a.csv', content: 'other,names\n1,2\n' },
      ]),
  ],
  [
    'a rate of a thousand.zip',
    () => {
      const box = deflateRawSync(Buffer.alloc(5e7, 0x31));
      return zip(Array.from({ length: 200 }, (_, n) => ({ name: `t${n}.csv`, packed: box, size: 5e7, crc: 0 })));
    },
  ],
  ['a name of 64 kilobytes.zip', () => zip([{ name: `${'n'.repeat(65_000)}.csv`, content: rows }])],
  ['half a box.zip', () => zip([{ name: 'a.csv', content: noise(1e6) }]).subarray(0, 500_000)],
  ['a tape of nothing.tar.gz', () => gzipSync(Buffer.alloc(5e8))],
  ['an archive of marks.7z', () => join(Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]), many('\xff', 1e6))],
  ['json of a gigabyte.json.gz', () => join(gzipSync('['), many(gzipSync(many('{"a":1},', 1e7)), 12))],
  ['pages of a gigabyte.html.gz', () => join(gzipSync('<html>'), many(gzipSync(many('<p>votes', 1e7)), 12))],
];

const sheets = [
  ['the last row again and again.xlsx', () => xlsx(many('<row r="1048576"><c r="A1048576"><v>1</v></c></row>', 5e5))],
  [
    'from corner to corner.xlsx',
    () => xlsx(each(2e4, (n) => `<row r="${n + 1}">${cell(`XFD${n + 1}`, 1)}${cell(`A${n + 1}`, 2)}</row>`)),
  ],
  [
    'places that are none.xlsx',
    () => xlsx(many(`<row r="-5">${cell('ZZZZZZZZZZ1', 1)}${cell('1A', 2)}${cell('', 3)}</row>`, 1e4)),
  ],
  [
    'rows a billion apart.xlsx',
    () => xlsx('<row r="1"><c r="A1"><v>1</v></c></row><row r="999999999999"><c r="A999999999999"><v>1</v></c></row>'),
  ],
  [
    'half a million sheets.xlsx',
    () =>
      xlsx('', {
        'xl/workbook.xml': join(
          '<workbook xmlns:r="r"><sheets>',
          each(5e5, (n) => `<sheet name="S${n}" sheetId="${n}" r:id="rId1"/>`),
          '</sheets></workbook>',
        ),
      }),
  ],
  [
    'merged.xlsx',
    () =>
      xlsx([
        '<row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>',
        many('<mergeCell ref="A1:XFD1048576"/>', 5e5),
        '</mergeCells><sheetData>',
      ]),
  ],
  [
    'promises four billion texts.xlsx',
    () =>
      xlsx('<row r="1"><c r="A1" t="s"><v>4000000000</v></c></row>', {
        'xl/sharedStrings.xml': '<sst count="4000000000" uniqueCount="4000000000"><si><t>a</t></si></sst>',
      }),
  ],
  [
    'one cell of a hundred megabytes.xlsx',
    () => xlsx(['<row r="1"><c r="A1" t="inlineStr"><is><t>', many('votes ', 1.7e7), '</t></is></c></row>']),
  ],
  [
    'a text of a million pieces.xlsx',
    () =>
      xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {
        'xl/sharedStrings.xml': join('<sst><si>', many('<r><t>a</t></r>', 2e6), '</si></sst>'),
      }),
  ],
  [
    'formats.xlsx',
    () =>
      xlsx('<row r="1"><c r="A1" s="1"><v>1</v></c></row>', {
        'xl/styles.xml': join(
          '<styleSheet><numFmts>',
          each(5e5, (n) => `<numFmt numFmtId="${n + 200}" formatCode="yy[$-4${n}]\\"/>`),
          '</numFmts></styleSheet>',
        ),
      }),
  ],
  [
    'a format of brackets.xlsx',
    () =>
      xlsx('<row r="1"><c r="A1" s="0"><v>1</v></c></row>', {
        'xl/styles.xml': join(
          '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="',
          many('[[y', 1e6),
          '"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>',
        ),
      }),
  ],
  [
    'days of the far future.xlsx',
    () =>
      xlsx(
        each(1e4, (n) => `<row r="${n + 1}"><c r="A${n + 1}" s="1"><v>1e${n % 400}</v></c></row>`),
        { 'xl/styles.xml': '<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>' },
      ),
  ],
  [
    'ways out.xlsx',
    () =>
      xlsx('', {
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Target="../../../../etc/passwd"/><Relationship Id="rId2" TargetMode="External" Target="http://127.0.0.1/"/></Relationships>',
      }),
  ],
  [
    'its own sheet.xlsx',
    () =>
      xlsx('', {
        'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="workbook.xml"/></Relationships>',
      }),
  ],
  ['elements in cells.xlsx', () => xlsx(['<row><c>', many('<x>', 1e6)])],
  ['a gigabyte of cells.xlsx', () => xlsx(many(`<row>${'<c><v>1</v></c>'.repeat(20)}</row>`, 2e6))],
  ['columns without end.xlsx', () => xlsx(['<row r="1">', many('<c><v>1</v></c>', 5e6), '</row>'])],
  [
    'repeated a billion times.ods',
    () =>
      odf(
        'spreadsheet',
        '<office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>',
      ),
  ],
  [
    'repeated rows of repeated cells.ods',
    () =>
      odf('spreadsheet', [
        '<office:spreadsheet><table:table>',
        many(
          '<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="1000" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>',
          1000,
        ),
        '</table:table></office:spreadsheet>',
      ]),
  ],
  [
    'blanks by the billion.ods',
    () =>
      odf(
        'spreadsheet',
        '<office:spreadsheet><table:table><table:table-row><table:table-cell><text:p>a<text:s text:c="2000000000"/>b</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>',
      ),
  ],
  ['elements in elements.ods', () => odf('spreadsheet', many('<table:table><table:table-row><table:table-cell>', 2e5))],
  [
    'half a gigabyte of text.ods',
    () =>
      odf('spreadsheet', [
        '<office:spreadsheet><table:table><table:table-row><table:table-cell><text:p>',
        many('votes ', 8e7),
      ]),
  ],
  [
    'a chain that bites its tail.xls',
    () => {
      const file = Buffer.alloc(512 * 20, 0);
      file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
      file.writeUInt16LE(0x3e, 24);
      file.writeUInt16LE(3, 26);
      file.writeUInt16LE(0xfffe, 28);
      file.writeUInt16LE(9, 30);
      file.writeUInt16LE(6, 32);
      file.writeUInt32LE(1, 44);
      file.writeUInt32LE(1, 48);
      file.writeUInt32LE(4096, 56);
      file.writeUInt32LE(0, 60);
      file.writeUInt32LE(1, 64);
      file.writeUInt32LE(0, 68);
      file.writeUInt32LE(1, 72);
      for (let n = 0; n < 109; n += 1) file.writeUInt32LE(n % 2, 76 + 4 * n);
      for (let n = 512; n < file.length; n += 4) file.writeUInt32LE((n / 512) & 3, n);
      return file;
    },
  ],
  [
    'sectors of two gigabytes.xls',
    () => {
      const file = Buffer.alloc(4096, 0xff);
      file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
      file.writeUInt16LE(31, 30);
      return file;
    },
  ],
  [
    'records that lie.xls',
    () =>
      join(
        Buffer.from([9, 8, 16, 0, 0, 6, 5, 0]),
        noise(12),
        many(Buffer.from([0xfc, 0, 8, 0, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 0x7f]), 1e5),
      ),
  ],
  [
    'rows far down.xlsb',
    () =>
      zip([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'xl/workbook.bin', content: noise(5000) },
        { name: 'xl/worksheets/sheet1.bin', content: many(Buffer.from([0, 25, 0xff, 0xff, 0xff, 0x7f]), 1e5) },
      ]),
  ],
];

const papers = [
  ['tables in tables.docx', () => docx(many('<w:tbl><w:tr><w:tc>', 2e5))],
  ['tabs.docx', () => docx(['<w:p><w:r>', many('<w:tab/>', 1e7), '</w:r></w:p>'])],
  [
    'a cell a billion wide.docx',
    () => docx('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'),
  ],
  ['breaks.docx', () => docx(many('<w:p><w:r><w:br/></w:r></w:p>', 5e6))],
  ['rows of nothing.docx', () => docx(['<w:tbl>', many('<w:tr><w:tc/><w:tc/><w:tc/></w:tr>', 2e6), '</w:tbl>'])],
  [
    'blanks by the billion.odt',
    () => odf('text', '<office:text><text:p>a<text:s text:c="2000000000"/>b</text:p></office:text>'),
  ],
  ['paragraphs.odt', () => odf('text', ['<office:text>', many('<text:p/>', 1e7), '</office:text>'])],
  [
    'pages of pages.pdf',
    () => pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>']),
  ],
  [
    'less than no pages.pdf',
    () => pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count -1>>', '<</Type/Page/Parent 2 0 R>>']),
  ],
  ['before itself.pdf', () => pdf(page(stream('BT /F1 9 Tf (votes) Tj ET')), { prev: 'itself' })],
  ['a length that is its own.pdf', () => pdf(page(join('<</Length 4 0 R>>\nstream\nBT (x) Tj ET\nendstream')))],
  [
    'a hundred thousand parts of one page.pdf',
    () => pdf(page(join('[', many('6 0 R ', 1e5), ']'), { more: [stream('BT /F1 9 Tf 10 10 Td (votes 1) Tj ET ')] })),
  ],
  [
    'a form of itself.pdf',
    () =>
      pdf(
        page(stream('/X Do /X Do'), {
          resources: '/XObject<</X 6 0 R>>',
          more: [stream('/X Do /X Do', '/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 6 0 R>>>>')],
        }),
      ),
  ],
  [
    'forms that fan out.pdf',
    () =>
      pdf(
        page(stream('/X Do'), {
          resources: '/XObject<</X 6 0 R>>',
          more: Array.from({ length: 25 }, (_, n) =>
            stream(
              n === 24 ? 'BT (x) Tj ET' : '/X Do /X Do',
              `/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X ${n + 7} 0 R>>/Font<</F1 5 0 R>>>>`,
            ),
          ),
        }),
      ),
  ],
  [
    'a map of all letters.pdf',
    () =>
      pdf(
        page(stream('BT /F2 9 Tf <0000> Tj ET'), {
          resources: '/Font<</F2 6 0 R>>',
          more: [
            '<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[8 0 R]>>',
            stream(many('1 beginbfrange\n<00000000> <FFFFFFFF> <0041>\nendbfrange\n', 100)),
            '<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>>>',
          ],
        }),
      ),
  ],
  [
    'a page of a billion.pdf',
    () =>
      pdf(
        page(
          stream(
            join(
              'BT /F1 9 Tf ',
              each(1e5, (n) => `1 0 0 1 ${n * 9999} ${n * 7777} Tm (${n}) Tj `),
              'ET',
            ),
          ),
          { box: '-1e9 -1e9 1e9 1e9' },
        ),
      ),
  ],
  ['lists in lists.pdf', () => pdf(page(stream(join(many('[', 1e6), many(']', 1e6), ' TJ'))))],
  ['states saved.pdf', () => pdf(page(stream(many('q ', 5e6))))],
  ['a text in brackets.pdf', () => pdf(page(stream(join('BT ', many('(', 2e6), 'x', many(')', 2e6), ' Tj ET'))))],
  [
    'three coats of deflate.pdf',
    () => {
      const [data, filter] = flates(3, 5e8);
      return pdf(page(stream(data, filter)));
    },
  ],
  [
    'columns of two billion.pdf',
    () => {
      const [data] = flates(1, 1e6);
      return pdf(
        page(
          stream(
            data,
            '/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2000000000/Colors 32/BitsPerComponent 16>>',
          ),
        ),
      );
    },
  ],
  ['runs.pdf', () => pdf(page(stream(many(Buffer.from([129, 0x31]), 3e6), '/Filter/RunLengthDecode')))],
  [
    'letters in pairs, five coats.pdf',
    () => pdf(page(stream(many('z', 5e6), '/Filter[/ASCII85Decode/ASCII85Decode/RunLengthDecode/RunLengthDecode]'))),
  ],
  ['a picture in the line.pdf', () => pdf(page(stream(join('BI /W 1 /H 1 ID ', many('E I ', 3e6)))))],
  [
    'two million words.pdf',
    () =>
      pdf(
        page(
          stream(
            join(
              'BT /F1 9 Tf ',
              each(5e5, (n) => `1 0 0 1 ${(n % 40) * 15} ${Math.floor(n / 40) % 800} Tm (${n}) Tj `),
              'ET',
            ),
          ),
        ),
      ),
  ],
  [
    'ten thousand pages.pdf',
    () =>
      pdf([
        '<</Type/Catalog/Pages 2 0 R>>',
        join('<</Type/Pages/Count 20000/Kids[', many('3 0 R ', 2e4), ']>>'),
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
        stream('BT /F1 9 Tf (a b c) Tj ET'),
        '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      ]),
  ],
  ['only the first line.pdf', () => join('%PDF-1.4\n', many('1 0 obj <</A', 2e6))],
  ['a dictionary of itself.pdf', () => pdf([join('<</Type/Catalog/Pages ', many('<</A ', 3e5)), ''])],
  [
    'a key of the longest kind.pdf',
    () =>
      pdf(page(stream('x')), {
        trailer: `/Encrypt<</Filter/Standard/V 5/R 6/Length 256/O(${'o'.repeat(48)})/U(${'u'.repeat(48)})/OE(${'a'.repeat(32)})/UE(${'b'.repeat(32)})/P -1/Perms(${'p'.repeat(16)})>>/ID[(a)(b)]`,
      }),
  ],
];

const maps = [
  ['announces four billion.dbf', () => dbf({ fields: 3, record: 31, announced: 0xffffffff, records: 310 })],
  ['fields without width.dbf', () => dbf({ fields: 500, width: 0, record: 1, announced: 1e6, records: 1e6 })],
  ['records without length.dbf', () => dbf({ fields: 3, record: 0, announced: 1e6, records: 1e6 })],
  ['a header longer than all.dbf', () => dbf({ fields: 1, record: 11, announced: 10, records: 100, header: 65_535 })],
  ['fields that overlap records.dbf', () => dbf({ fields: 1000, width: 255, record: 3, announced: 1e6, records: 3e6 })],
  ['two thousand fields.dbf', () => dbf({ fields: 2000, width: 1, record: 2001, announced: 5000, records: 1e7 })],
  [
    'no points.zip',
    () =>
      zip([
        {
          name: 'a.shp',
          content: join(
            Buffer.from([0, 0, 0x27, 0x0a]),
            Buffer.alloc(20),
            Buffer.from([0x7f, 0xff, 0xff, 0xff]),
            Buffer.alloc(1e6, 0xff),
          ),
        },
        { name: 'a.dbf', content: dbf({ fields: 2, width: 5, record: 11, announced: 9e4, records: 1e6 }) },
        { name: 'a.shx', content: Buffer.alloc(100) },
      ]),
  ],
  ['a footer of two gigabytes.parquet', () => join('PAR1', noise(1000), Buffer.from([0xff, 0xff, 0xff, 0x7f]), 'PAR1')],
  [
    'a footer in a footer.parquet',
    () => {
      const foot = many(Buffer.from([0x1c]), 2e5);
      const size = Buffer.alloc(4);
      size.writeUInt32LE(foot.length);
      return join('PAR1', foot, size, 'PAR1');
    },
  ],
  [
    'a list of two billion.parquet',
    () => {
      const foot = join(Buffer.from([0x15, 2, 0x19, 0xfc, 0xff, 0xff, 0xff, 0xff, 7]), many('\x15\x02', 1e4));
      const size = Buffer.alloc(4);
      size.writeUInt32LE(foot.length);
      return join('PAR1', foot, size, 'PAR1');
    },
  ],
  [
    'pages of nothing.sqlite',
    () => join('SQLite format 3\0', Buffer.from([0x10, 0, 1, 1, 0, 0x40, 0x20, 0x20]), Buffer.alloc(4096 * 200 - 24)),
  ],
  [
    'pages at random.gpkg',
    () => {
      const file = noise(4096 * 50);
      file.set(Buffer.from('SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20'));
      file.writeUInt32BE(50, 28);
      return file;
    },
  ],
  [
    'a picture of a billion.png',
    () =>
      join(
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
        'IHDR',
        Buffer.from([0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]),
        Buffer.alloc(1e6),
      ),
  ],
  ['a grid.nc', () => join('CDF\x01', Buffer.alloc(1e6, 0x7f))],
  [
    'an axis of a billion.px',
    () =>
      join(
        'CHARSET="ANSI";\nSTUB="a";\nHEADING="b";\nVALUES("a")=',
        many('"x",', 2e6),
        '"y";\nDATA=\n',
        many('1 ', 1e6),
        ';',
      ),
  ],
  ['a calendar.ics', () => join('BEGIN:VCALENDAR\n', many('BEGIN:VEVENT\nRRULE:FREQ=SECONDLY\n', 3e5))],
  ['nothing.bin', () => ''],
  ['one byte.bin', () => 'P'],
  ['signatures of all.bin', () => join('PK\x03\x04%PDF-\x1f\x8b\xd0\xcf\x11\xe0<?xml<html>{[', noise(1e5))],
];

/** The first bytes of kinds of files, and then chance: what a reader meets that takes the first bytes at their word. */
const heads = {
  zip: 'PK\x03\x04\x14\0\0\0\x08\0',
  xls: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  pdf: '%PDF-1.7\n1 0 obj\n<<',
  gz: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]),
  xml: '<?xml version="1.0"?><r><a>',
  json: '[{"a":',
  html: '<!doctype html><table><tr><td>',
  parquet: 'PAR1',
  sqlite: 'SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20',
  dbf: Buffer.from([3, 20, 1, 1, 9, 0, 0, 0, 97, 0, 9, 0]),
  ttl: '@prefix a: <b> . <a> ',
  csv: 'a,b\n"',
};
const random = Object.entries(heads).map(([ending, head], at) => [
  `${ending} and then chance.${ending}`,
  () => {
    const next = chance(at + 1);
    const all = join(head, noise(3e5, at + 11));
    for (let n = 0; n < 2000; n += 1) {
      const to = Math.floor(next() * all.length);
      all.set(join(head).subarray(0, all.length - to), to);
    }
    return all;
  },
]);

const group = (name, list) => list.map(([file, make]) => ({ group: name, file, make }));

/** Every file, with the group it belongs to. */
export const files = [
  ...group('page', pages),
  ...group('text', texts),
  ...group('json', jsons),
  ...group('xml', xmls),
  ...group('packed', packed),
  ...group('sheet', sheets),
  ...group('paper', papers),
  ...group('map', maps),
  ...group('chance', random),
];
