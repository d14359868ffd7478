import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { makeXlsx, makeZip, sheetXml } from './archives.ts';
import { codesOf, type Given, look } from './look.ts';

const results = 'party;votes\nA;10\nB;20\nC;30\n';
const workbook = makeXlsx({
  Results: sheetXml([
    ['Party', 'Votes'],
    ['A', 10],
    ['B', 20],
  ]),
});
const drawing = makeXlsx({ Chart: '<worksheet><sheetData/><drawing r:id="rId1" xmlns:r="r"/></worksheet>' }, [
  { path: 'xl/media/image1.png', content: 'png' },
]);
const aligned = Array.from({ length: 12 }, (_, at) => `  ${2000 + at}    ${at + 1}.5     ${10 + at}`).join('\n');
const utf16 = Buffer.from('\ufeffparty\tvotes\nA\t10\nB\t20\n', 'utf16le');
const windows1252 = Buffer.from('région;département\nÎle-de-France;Paris\nProvence;Nîmes\n', 'latin1');

const page =
  '<!DOCTYPE html><html lang="fr"><title>Résultats</title><table><tr><th>a<th>b<tr><td>1<td>2</table></html>';

/** What the bytes are, what they are called, and what must be told of them. */
const cases: readonly (readonly [string, string | Uint8Array, Given, object])[] = [
  [
    'a CSV with semicolons',
    results,
    { name: 'r.csv' },
    { format: 'csv', delimiter: ';', encoding: 'ascii', machineReadable: 'Yes' },
  ],
  ['a CSV without a name', results, {}, { format: 'csv', machineReadable: 'Yes' }],
  ['text with tabs, named .csv', 'a\tb\n1\t2\n3\t4\n', { name: 'r.csv' }, { format: 'tsv', delimiter: '\t' }],
  [
    'text in UTF-16 with a mark',
    utf16,
    { name: 'r.txt' },
    { format: 'tsv', encoding: 'utf-16le', machineReadable: 'Yes' },
  ],
  ['text in a Western encoding', windows1252, { name: 'r.csv' }, { format: 'csv', encoding: 'iso-8859-1' }],
  ['columns aligned by blanks', aligned, { name: 'r.txt' }, { format: 'fixed-width', machineReadable: 'Yes' }],
  ['a single column, named .csv', 'number\n1\n2\n3\n', { name: 'r.csv' }, { format: 'csv' }],
  [
    'a header without rows',
    'party,votes\n',
    { name: 'r.csv' },
    { format: 'csv', machineReadableBecause: 'header-without-rows' },
  ],
  ['prose', 'The results, as every year, are late.\nThey will be published, we hope, soon.\n', {}, { format: 'text' }],
  [
    'a list of links',
    'file\nhttps://a.example/1\nhttps://a.example/2\n',
    { name: 'l.csv' },
    { format: 'csv', machineReadable: 'No', machineReadableBecause: 'links-only' },
  ],
  ['a page', page, {}, { format: 'html', language: 'fr', machineReadable: 'No', machineReadableBecause: 'document' }],
  [
    'a page saved as a spreadsheet',
    page,
    { name: 'r.xls', declared: 'application/vnd.ms-excel' },
    { format: 'html', machineReadable: 'No' },
  ],
  ['a page after an XML declaration', `<?xml version="1.0"?>\n${page}`, {}, { format: 'html' }],
  [
    'JSON',
    '{"results":[{"party":"A","votes":10},{"party":"B","votes":20}]}',
    {},
    { format: 'json', machineReadable: 'Yes' },
  ],
  ['JSON Lines', '{"a":1}\n{"a":2}\n', {}, { format: 'jsonl', machineReadable: 'Yes' }],
  [
    'GeoJSON',
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":"x"},"geometry":{"type":"Point","coordinates":[1,2]}}]}',
    {},
    { format: 'geojson', standards: ['geojson'] },
  ],
  ['TopoJSON', '{"type":"Topology","objects":{},"arcs":[]}', {}, { format: 'topojson' }],
  [
    'JSON-stat',
    '{"version":"2.0","class":"dataset","id":["a"],"size":[1],"value":[1],"dimension":{}}',
    {},
    { format: 'json-stat' },
  ],
  ['JSON-LD', '{"@context":"https://schema.org","@type":"Dataset","name":"x"}', {}, { format: 'json-ld' }],
  [
    'an answer that is an error',
    '{"success":false,"error":{"message":"Not found"}}',
    {},
    { format: 'json', machineReadable: 'No', machineReadableBecause: 'error-body' },
  ],
  ['broken JSON', '{"a": [1, 2', {}, { format: 'json', complete: false, machineReadable: 'Unsure' }],
  ['XML with records', '<r><i n="1">a</i><i n="2">b</i></r>', {}, { format: 'xml', machineReadable: 'Yes' }],
  [
    'KML',
    '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>a</name></Placemark></kml>',
    {},
    { format: 'kml', standards: ['kml'] },
  ],
  [
    'a law in Akoma Ntoso',
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><p>Article 1</p></act></akomaNtoso>',
    {},
    { format: 'xml', standards: ['akoma-ntoso'] },
  ],
  [
    'an RSS feed',
    '<rss version="2.0"><channel><item><title>a</title></item><item><title>b</title></item></channel></rss>',
    {},
    { format: 'rss' },
  ],
  [
    'RDF in Turtle',
    '@prefix dcat: <http://www.w3.org/ns/dcat#> .\n<http://a/1> a dcat:Dataset ; dcat:keyword "x" .',
    {},
    { format: 'turtle', standards: ['rdf', 'dcat'] },
  ],
  [
    'RDF in Turtle that writes addresses out',
    '<http://a/1>\n  <http://b/p> "x" ;\n  <http://b/q> 5.8 .\n<http://a/2> <http://b/p> "y" .',
    { name: 'r.ttl' },
    { format: 'turtle', machineReadable: 'Yes', warnings: [] },
  ],
  [
    'RDF in Turtle that begins with an address of a kind',
    '<urn:a:1> a <http://b/T> ; <http://b/p> 1 .\n<urn:a:2> a <http://b/T> .',
    {},
    { format: 'turtle', machineReadable: 'Yes' },
  ],
  ['XML with text before its elements', '<x:r xmlns:x="urn:x"> a <b>c</b></x:r>', {}, { format: 'xml' }],
  [
    'N-Triples',
    '<http://a/1> <http://b/p> "x" .\n<http://a/2> <http://b/p> "y" .\n',
    {},
    { format: 'n-triples', machineReadable: 'Yes' },
  ],
  ['a workbook', workbook, { name: 'r.xlsx' }, { format: 'xlsx', machineReadable: 'Yes' }],
  [
    'a workbook that holds one picture',
    drawing,
    { name: 'r.xlsx' },
    { format: 'xlsx', machineReadable: 'No', machineReadableBecause: 'picture-only' },
  ],
  [
    'a ZIP of a table',
    makeZip([{ path: 'data/r.csv', content: results }]),
    {},
    { format: 'zip', machineReadable: 'Yes' },
  ],
  ['a ZIP of a page', makeZip([{ path: 'r.html', content: page }]), {}, { format: 'zip', machineReadable: 'No' }],
  [
    'timetables in GTFS',
    makeZip(
      ['stops.txt', 'routes.txt', 'trips.txt', 'stop_times.txt'].map((path) => ({
        path,
        content: 'id,name\n1,a\n2,b\n',
      })),
    ),
    {},
    { format: 'zip', standards: ['gtfs'] },
  ],
  [
    'a Word document',
    makeZip([{ path: 'word/document.xml', content: '<w:document xmlns:w="w"><w:p>Résultats</w:p></w:document>' }]),
    {},
    { format: 'docx', text: 'Résultats\n', machineReadable: 'No' },
  ],
  ['a packed CSV', gzipSync(results), { name: 'r.csv.gz' }, { format: 'gzip', delimiter: ';', machineReadable: 'Yes' }],
  ['Markdown', '# Law\n\nArticle 1', { name: 'law.md' }, { format: 'markdown', machineReadable: 'Yes' }],
  [
    'a picture',
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0),
    {},
    { format: 'png', machineReadable: 'No', machineReadableBecause: 'image' },
  ],
  ['NetCDF', Buffer.from('CDF\u0001\0\0\0\0'), {}, { format: 'netcdf', machineReadable: 'Yes' }],
  [
    'an archive that is only named',
    Buffer.from('Rar!\u001a\u0007\u0000'),
    {},
    { format: 'rar', machineReadable: 'Unsure' },
  ],
  [
    'nothing',
    '',
    { name: 'empty.csv' },
    { format: 'empty', machineReadable: 'No', machineReadableBecause: 'nothing-inside' },
  ],
  ['blanks', ' \n \n', { name: 'blank.csv' }, { format: 'empty' }],
  [
    'bytes that are nothing known',
    Uint8Array.from({ length: 64 }, (_, at) => (at * 37) & 7),
    {},
    { format: 'unknown', machineReadable: 'Unsure', complete: false },
  ],
];

describe('what bytes really are', () => {
  test.each(cases)('%s', async (_, content, given, expected) => {
    expect(await look(content, given)).toMatchObject(expected);
  });
});

describe('declared type against real type', () => {
  test.each([
    ['a page declared as CSV', page, { declared: 'text/csv' }, ['declared-type-differs']],
    ['a page named .xls', page, { name: 'r.xls' }, ['name-differs']],
    ['a CSV declared as CSV', results, { name: 'r.csv', declared: 'text/csv; charset=utf-8' }, []],
    ['a CSV declared as any bytes', results, { declared: 'application/octet-stream' }, []],
    ['a CSV declared as plain text', results, { name: 'r.txt', declared: 'text/plain' }, []],
    ['GeoJSON declared as JSON', '{"type":"FeatureCollection","features":[]}', { declared: 'application/json' }, []],
  ])('%s', async (_, content, given, codes) => {
    expect(codesOf(await look(content, given))).toEqual(codes);
  });
});

test('letters that were garbled before the file was saved are told', async () => {
  const text = 'nom;ville\nRenÃ©;OrlÃ©ans\nZoÃ©;BesanÃ§on\nAndrÃ©;NÃ®mes\n';
  expect(codesOf(await look(text, { name: 'r.csv' }))).toContain('mojibake');
});

test('letters that would only begin one of UTF-8 are those of another language', async () => {
  const text = `<?xml version="1.0" encoding="iso-8859-2"?><osoby>${['Luk', 'Tom', 'Jon', 'Mat'].map((name) => `<osoba>${name}\xe1\xb9</osoba>`).join('')}</osoby>`;
  expect(codesOf(await look(Buffer.from(text, 'latin1'), { name: 'r.xml' }))).not.toContain('mojibake');
});

test('a file read up to a bound says so, and its counts stand for that part', async () => {
  const found = await look(results.repeat(1_000), { name: 'r.csv', limits: { maxBytes: 1_000 } });
  expect(found).toMatchObject({ format: 'csv', bytes: null, complete: false });
  expect(codesOf(found)).toContain('truncated');
});
