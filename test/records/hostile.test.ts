import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, periodOf } from '../../src/records/day.ts';
import { addressOf, formatOf, withoutTags } from '../../src/records/record.ts';
import { read } from './reading.ts';

const urls = [
  'https://x.example/api/3/action/package_show?id=1',
  'https://x.example/api/1/search?fulltext=x',
  'https://x.example/api/views/abcd-1234',
  'https://x.example/arcgis/rest/services?f=json',
  'https://x.example/api/v3/datasets',
];
const keys = [
  'result',
  'results',
  'success',
  'data',
  'dataset',
  'datasets',
  'metas',
  'features',
  'properties',
  'links',
  'hits',
  '_source',
  '@graph',
  '@type',
  '@id',
  'distribution',
  'resources',
  'license_id',
  'total_count',
  'nhits',
  'services',
  'collections',
  'tables',
  'page',
  '__proto__',
  'id',
  'title',
];
const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant('dcat:Dataset'),
  fc.constant('https://x.example/a'),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 6 }),
  ),
}));

test('whatever JSON a catalogue answers, reading it resolves', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...urls), tree, async (url, body) => {
      const reading = await read(url, JSON.stringify(body));
      for (const dataset of reading?.datasets ?? []) {
        for (const { url: address } of dataset.distributions) expect(address).toMatch(/^https?:/);
      }
    }),
    { numRuns: 400 },
  );
});

test('whatever text it answers, reading it resolves', async () => {
  const beginnings = ['', '{', '[', '<a>', '<rdf:RDF xmlns:rdf="x">', '@prefix a: <b> . ', '<!DOCTYPE html>'];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...beginnings), fc.string(), async (start, rest) => {
      await expect(read('https://x.example/', start + rest)).resolves.not.toThrow();
    }),
    { numRuns: 300 },
  );
});

describe('attacks', () => {
  test.each([
    ['CKAN', urls[0] ?? '', { success: true, result: { name: '\ud800', title: 'x', resources: [], notes: '' } }],
    ['a list of CKAN', 'https://x.example/api/3/action/package_list', { success: true, result: ['\udfff'] }],
    [
      'Opendatasoft',
      'https://x.example/api/explore/v2.1/catalog/datasets',
      { total_count: 1, results: [{ dataset_id: '\ud800', metas: {} }] },
    ],
    ['PxWeb', 'https://x.example/api/v1/en', [{ id: '\ud800', type: 't', text: 'x' }]],
    ['SDMX', 'https://x.example/rest/dataflow', { dataflows: [{ id: '\ud800', agencyID: 'x' }] }],
    [
      'ArcGIS',
      'https://x.example/arcgis/rest/services',
      { currentVersion: 1, services: [{ name: '\ud800', type: 'MapServer' }] },
    ],
    [
      'GeoNetwork',
      'https://x.example/srv/api/search/records/_search',
      { hits: { hits: [{ _source: { uuid: '\ud800', resourceTitleObject: { default: 'x' } } }] } },
    ],
  ])('half a character in a name of %s breaks no address', async (_, url, body) => {
    const reading = await read(url, body);
    expect(reading?.datasets[0]?.landingPage ?? reading?.datasets[0]?.distributions[0]?.url).toContain('%EF%BF%BD');
  });

  test('entities that double are refused, and nothing is expanded', async () => {
    const bomb =
      '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>';
    const reading = await read('https://x.example/rss', bomb);
    expect(JSON.stringify(reading)).not.toContain('aaaaaaaaaa');
  });

  test('an external entity is not fetched', async () => {
    const xml =
      '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&a;</title></item></channel></rss>';
    expect(JSON.stringify(await read('https://x.example/rss', xml))).not.toContain('root:');
  });

  test('nesting without end is cut', async () => {
    const deep = `${'{"@graph":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
    await expect(read('https://x.example/data.json', deep)).resolves.toBeNull();
    await expect(read('https://x.example/data.xml', '<a>'.repeat(50_000))).resolves.toBeNull();
  });

  test('a key that would reach the prototype changes nothing', async () => {
    await read(
      'https://x.example/data.json',
      '{"dataset":[{"title":"x","accessLevel":"public","__proto__":{"polluted":1}}]}',
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a list of many thousand datasets is read in a moment, up to a bound', async () => {
    const dataset = Array.from({ length: 20_000 }, (_, index) => ({ title: `d${index}`, accessLevel: 'public' }));
    const reading = await read('https://x.example/data.json', { dataset });
    expect(reading?.datasets).toHaveLength(10_000);
  });
});

describe('dates', () => {
  test.each([
    ['2020-02-30', null],
    ['2020-02-29T23:59:59Z', '2020-02-29'],
    ['20200229', '2020-02-29'],
    ['29/02/2020', '2020-02-29'],
    ['02/29/2020', '2020-02-29'],
    ['Tue, 03 Jun 2014 09:39:21 GMT', '2014-06-03'],
    ['1581027970369', '2020-02-06'],
    ['2014-05-03+02:00', '2014-05-03'],
    ['03.05.2014 (draft)', '2014-05-03'],
    ['2014Z', '2014-01-01'],
    ['2014Q2', '2014-04-01'],
    ['R/P1D', null],
    ['2011–12 financial year', null],
  ])('%s is %s', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });

  test.each([
    ['2010/2019', { from: '2010-01-01', to: '2019-12-31' }],
    ['2010-01-01/..', { from: '2010-01-01', to: null }],
    ['2010-2012', { from: '2010-01-01', to: '2012-12-31' }],
    ['2019', { from: '2019-01-01', to: '2019-12-31' }],
    ['ongoing', null],
  ])('the period %s', (text, period) => {
    expect(periodOf(text)).toEqual(period);
  });

  test('any text is a real day or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9/. T:-]{1,20}$/)), (text) => {
        const day = dayOf(text);
        if (day !== null) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
      }),
    );
  });
});

describe('addresses and formats', () => {
  test.each([
    ['javascript:alert(1)', null],
    ['data:text/csv,a', null],
    ['//other.example/a', 'https://other.example/a'],
    ['../b?c=1', 'https://x.example/b?c=1'],
    ['', null],
  ])('the link %s', (link, address) => {
    expect(addressOf(link, 'https://x.example/a/c')).toBe(address);
  });

  test.each([
    ['CSV', 'csv'],
    ['.xlsx', 'xlsx'],
    ['text/csv; charset=utf-8', 'text/csv'],
    ['http://publications.europa.eu/resource/authority/file-type/CSV', 'csv'],
    ['https://www.iana.org/assignments/media-types/application/json', 'application/json'],
    ['', null],
  ])('the format %s', (written, format) => {
    expect(formatOf(written)).toBe(format);
  });

  test('tags are taken out in time that grows with the text', () => {
    const started = performance.now();
    withoutTags('<'.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
