import { gzipSync } from 'node:zlib';
import { makeZip } from '../inspect/archives.ts';
import { database, dbf, parquet, pdf, tar, workbook } from './binaries.ts';

/** A small file of a format. */
export interface Sample {
  /** Its name: with most formats any would do. */
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Rows of its tables together; absent where it holds none that are read. */
  readonly rows?: number;
  /** Words that its text must show. */
  readonly text?: string;
}

const csv = 'station,votes\nA,10\nB,20\n';
const xml = '<?xml version="1.0"?>';
const ole = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')]);
const signature = (hex: string): Uint8Array => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(64)]);
const office = (mimetype: string, content = '<x>Results of the election</x>'): Uint8Array =>
  makeZip([
    { path: 'mimetype', content: mimetype },
    { path: 'content.xml', content },
  ]);
const feature = '{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[1,2]}}';
const aligned = Array.from({ length: 12 }, (_, at) => `  ${2000 + at}    ${at + 1}.5     ${10 + at}`).join('\n');
const turtle = '@prefix ex: <http://data.example/> .\nex:a ex:votes 10 .\nex:b ex:votes 20 .\n';
const rdf = `${xml}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://data.example/"><rdf:Description rdf:about="http://data.example/a"><ex:votes>10</ex:votes></rdf:Description><rdf:Description rdf:about="http://data.example/b"><ex:votes>20</ex:votes></rdf:Description></rdf:RDF>`;
const places = '<Placemark><name>A</name></Placemark><Placemark><name>B</name></Placemark>';
const kml = `${xml}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${places}</Document></kml>`;
const contents = 'CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)';

/** One file of every format that the program knows by its content, by the format's id. */
export const samples: Readonly<Record<string, Sample>> = {
  csv: { name: 'r.csv', content: csv, rows: 2 },
  tsv: { name: 'r.tsv', content: csv.replaceAll(',', '\t'), rows: 2 },
  'fixed-width': { name: 'r.txt', content: aligned, rows: 12 },
  xlsx: { name: 'r.xlsx', content: workbook('xlsx'), rows: 2 },
  xlsb: { name: 'r.xlsb', content: workbook('xlsb'), rows: 2 },
  xls: { name: 'r.xls', content: workbook('biff8'), rows: 2 },
  ods: { name: 'r.ods', content: workbook('ods'), rows: 2 },
  dbf: { name: 'r.dbf', content: dbf(), rows: 2 },
  parquet: { name: 'r.parquet', content: parquet(), rows: 2 },
  sqlite: { name: 'r.sqlite', content: database(), rows: 2 },
  geopackage: { name: 'r.gpkg', content: database(contents), rows: 2 },
  mdb: { name: 'r.mdb', content: signature(`00010000${Buffer.from('Standard Jet DB').toString('hex')}`) },
  json: { name: 'r.json', content: '{"results":[{"station":"A","votes":10},{"station":"B","votes":20}]}', rows: 2 },
  jsonl: { name: 'r.jsonl', content: '{"station":"A"}\n{"station":"B"}\n', rows: 2 },
  geojson: { name: 'r.geojson', content: `{"type":"FeatureCollection","features":[${feature},${feature}]}`, rows: 2 },
  topojson: { name: 'r.topojson', content: '{"type":"Topology","objects":{},"arcs":[]}' },
  'json-stat': {
    name: 'r.json',
    content: '{"version":"2.0","class":"dataset","id":["a"],"size":[1],"value":[1],"dimension":{}}',
  },
  'json-ld': { name: 'r.jsonld', content: '{"@context":"https://schema.org","@type":"Dataset","name":"Results"}' },
  xml: { name: 'r.xml', content: `${xml}<r><i n="1">a</i><i n="2">b</i></r>`, rows: 2 },
  kml: { name: 'r.kml', content: kml, rows: 2 },
  kmz: { name: 'r.kmz', content: makeZip([{ path: 'doc.kml', content: kml }]) },
  icalendar: {
    name: 'r.ics',
    content:
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260101T100000Z\r\nSUMMARY:Count\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    rows: 1,
  },
  rss: { name: 'r.rss', content: '<rss version="2.0"><channel><item><title>a</title></item></channel></rss>' },
  'rdf-xml': { name: 'r.rdf', content: rdf, rows: 2 },
  turtle: { name: 'r.ttl', content: turtle, rows: 2 },
  'n-triples': { name: 'r.nt', content: '<http://a/1> <http://b/p> "x" .\n<http://a/2> <http://b/p> "y" .\n', rows: 2 },
  shapefile: { name: 'r.shp', content: signature('0000270a') },
  px: {
    name: 'r.px',
    content: 'CHARSET="ANSI";\nCONTENTS="votes";\nSTUB="station";\nVALUES("station")="A","B";\nDATA=\n10 20;\n',
    rows: 2,
  },
  html: { name: 'r.html', content: '<!doctype html><title>Results</title><p>Votes', text: 'Results' },
  svg: { name: 'r.svg', content: '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>' },
  pdf: { name: 'r.pdf', content: pdf('Results of the election'), text: 'Results of the election' },
  docx: {
    name: 'r.docx',
    content: makeZip([{ path: 'word/document.xml', content: '<p>Results</p>' }]),
    text: 'Results',
  },
  doc: { name: 'r.doc', content: ole('WordDocument') },
  odt: { name: 'r.odt', content: office('application/vnd.oasis.opendocument.text'), text: 'Results' },
  rtf: { name: 'r.rtf', content: '{\\rtf1\\ansi Results}' },
  pptx: {
    name: 'r.pptx',
    content: makeZip([
      { path: 'ppt/presentation.xml', content: '<p/>' },
      { path: 'ppt/slides/slide1.xml', content: '<p>Results</p>' },
    ]),
    text: 'Results',
  },
  ppt: { name: 'r.ppt', content: ole('PowerPoint Document') },
  odp: { name: 'r.odp', content: office('application/vnd.oasis.opendocument.presentation'), text: 'Results' },
  epub: {
    name: 'r.epub',
    content: makeZip([
      { path: 'mimetype', content: 'application/epub+zip' },
      { path: 'a.xhtml', content: '<html><p>Results</p></html>' },
    ]),
    text: 'Results',
  },
  text: {
    name: 'r.txt',
    content: 'The results, as every year, are late.\nThey will come, we hope, soon.\n',
    text: 'late',
  },
  markdown: { name: 'r.md', content: '# Law\n\nArticle 1', text: 'Article 1' },
  postscript: { name: 'r.ps', content: '%!PS-Adobe-3.0\nshowpage\n' },
  png: { name: 'r.png', content: signature('89504e470d0a1a0a') },
  jpeg: { name: 'r.jpg', content: signature('ffd8ffe0') },
  gif: { name: 'r.gif', content: signature('474946383961') },
  tiff: { name: 'r.tif', content: signature('49492a00') },
  webp: { name: 'r.webp', content: signature('524946460000000057454250') },
  bmp: { name: 'r.bmp', content: signature('424d000000000000000036000000280000') },
  jpeg2000: { name: 'r.jp2', content: signature('0000000c6a502020') },
  netcdf: { name: 'r.nc', content: signature('43444601') },
  hdf5: { name: 'r.h5', content: signature('894844460d0a1a0a') },
  grib: { name: 'r.grib', content: signature('47524942') },
  zip: { name: 'r.zip', content: makeZip([{ path: 'r.csv', content: csv }]) },
  gzip: { name: 'r.csv.gz', content: gzipSync(csv), rows: 2 },
  tar: { name: 'r.tar', content: tar('r.csv', csv) },
  warc: { name: 'r.warc', content: 'WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n' },
  '7z': { name: 'r.7z', content: signature('377abcaf271c') },
  rar: { name: 'r.rar', content: signature('526172211a07') },
  bzip2: { name: 'r.bz2', content: signature('425a6839') },
  xz: { name: 'r.xz', content: signature('fd377a585a00') },
  zstd: { name: 'r.zst', content: signature('28b52ffd') },
  empty: { name: 'r.csv', content: '' },
  unknown: { name: 'r.bin', content: Uint8Array.from({ length: 64 }, (_, at) => (at * 37) & 7) },
};

/** Formats that are known by name alone: their content tells nothing, or no reader opens it. */
export const byNameOnly: readonly string[] = [
  ...[
    'yaml',
    'server-page',
    'avro',
    'arrow',
    'arff',
    'stata',
    'spss',
    'sas',
    'file-geodatabase',
    'gtfs',
    'sdmx',
    'ecw',
  ],
  ...['wfs', 'wcs', 'sos', 'csw', 'atom-service', 'api', 'sparql', 'feature-service'],
  ...['wms', 'wmts', 'map-tiles', 'map-service'],
];
