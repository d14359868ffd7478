import { describe, expect, test } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';
import type { FileFormat, FormatPromise } from '../../src/model/format.ts';
import { isRightlyCalled, openFormats, promiseOf } from '../../src/web/formats.ts';

const { formats: rows } = openCriteria().data<{ readonly formats: readonly FileFormat[] }>('vocabulary/formats');
const formats = openFormats(rows);

const shared = (names: readonly string[]): readonly string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);

describe('in the registry', () => {
  test.each<readonly [string, (format: FileFormat) => readonly string[]]>([
    ['id', ({ id }) => [id]],
    ['extension', ({ extensions }) => extensions],
    ['media type', ({ media }) => media],
    ['alias', ({ aliases = [] }) => aliases],
  ])('no %s belongs to two formats', (_, namesOf) => {
    expect(shared(rows.flatMap(namesOf))).toEqual([]);
  });

  test('no alias repeats what is an extension of the same format, or an id', () => {
    const own = rows.flatMap(({ id, extensions, aliases = [] }) =>
      aliases.filter((alias) => alias === id || extensions.includes(alias)),
    );
    const ids = rows.map(({ id }) => id);
    expect([own, rows.flatMap(({ aliases = [] }) => aliases.filter((alias) => ids.includes(alias)))]).toEqual([[], []]);
  });

  test('a format stands for formats that there are', () => {
    const known = ['any', ...rows.map(({ id }) => id)];
    expect(rows.flatMap(({ standsFor = [] }) => standsFor.filter((id) => !known.includes(id)))).toEqual([]);
  });
});

test.each<readonly [string | null, FormatPromise | null]>([
  ['csv', 'rows'],
  ['.XLSX', 'rows'],
  ['text/csv; charset=utf-8', 'rows'],
  ['application/geo+json', 'rows'],
  ['ESRI Shapefile', 'rows'],
  ['zip+csv', 'rows'],
  ['CSV (zipped)', 'rows'],
  ['rdf/xml', 'rows'],
  ['zip', 'archive'],
  ['application/zip', 'archive'],
  ['pdf', 'document'],
  ['text/html', 'document'],
  ['png', 'picture'],
  ['wms', 'picture'],
  ['OGC:WMTS', 'picture'],
  ['wfs', 'service'],
  ['atom', 'service'],
  ['arcgis geoservices rest api', 'service'],
  ['rss', null],
  ['application/octet-stream', null],
  ['something new', null],
  ['', null],
  [null, null],
])('the format %s that is declared promises %s', (declared, promised) => {
  expect(promiseOf(formats.declared(declared))).toBe(promised);
});

test.each<readonly [string, FormatPromise | null]>([
  ['https://a.example/r.csv', 'rows'],
  ['https://a.example/r.txt', 'rows'],
  ['https://a.example/R.ZIP?v=2', 'archive'],
  ['https://a.example/report.pdf', 'document'],
  ['https://a.example/news.rss', null],
  ['https://a.example/page.html', null],
  ['https://a.example/page.php', null],
  ['https://a.example/export.php?format=csv', 'rows'],
  ['https://a.example/query?accept=text/csv', 'rows'],
  ['https://a.example/page?type=text', null],
  ['https://a.example/view?format=pdf', null],
  ['https://csv.example/', null],
])('the address %s promises %s', (url, promised) => {
  expect(promiseOf(formats.ofAddress(url))).toBe(promised);
});

test.each<readonly [string, Parameters<typeof formats.ofFile>[0], string | null]>([
  ['its declared format', { format: 'CSV', mediaType: 'text/html', url: 'https://a.example/x.pdf' }, 'csv'],
  ['its media type', { format: 'unheard of', mediaType: 'application/json', url: 'https://a.example/x.pdf' }, 'json'],
  [
    'its address, where it is declared to be bytes',
    { format: null, mediaType: 'application/octet-stream', url: 'https://a.example/x.ods' },
    'ods',
  ],
  ['nothing', { format: null, mediaType: null, url: 'https://a.example/x' }, null],
])('a file is told by %s', (_, file, expected) => {
  expect(formats.ofFile(file)?.id ?? null).toBe(expected);
});

test.each([
  ['json', 'geojson', true],
  ['text', 'csv', true],
  ['unknown', 'xlsx', true],
  ['server-page', 'csv', true],
  ['csv', 'html', false],
  ['text', 'xlsx', false],
  ['geojson', 'json', false],
])('what is called %s may rightly be %s: %s', (called, found, expected) => {
  const format = formats.byId(called);
  expect(format !== null && isRightlyCalled(format, found)).toBe(expected);
});

test.each([
  ['csv', 'csv'],
  ['geotiff', 'tiff'],
  ['text', null],
  ['api', null],
  ['unknown', null],
])('the word %s of a label names %s', (word, expected) => {
  expect(formats.byWord(word)?.id ?? null).toBe(expected);
});
