import { describe, expect, test } from 'vitest';
import { only, read } from './reading.ts';

/* One dataset, written by hand in each of the ways that DCAT is published in. */

const expected = {
  title: 'River gauges',
  description: 'Levels of rivers',
  landingPage: 'https://water.example/gauges',
  publisher: 'Water Agency',
  issued: '2019-05-01',
  modified: '2020-06-01',
  temporal: { from: '2010-01-01', to: '2019-12-31' },
};
const file = { url: 'https://water.example/gauges.csv', format: 'csv', mediaType: 'text/csv', bytes: 99 };

const turtle = `
@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<#c> a dcat:Catalog ; dcat:dataset <#d> .
<#d> a dcat:Dataset ; dct:title "River gauges"@en ; dct:description "Levels of rivers" ; dcat:landingPage <https://water.example/gauges> ;
  dct:publisher [ a foaf:Organization ; foaf:name "Water Agency" ] ; dct:issued "2019-05-01"^^xsd:date ; dct:modified "2020-06-01T00:00:00"^^xsd:dateTime ;
  dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "2010-01-01"^^xsd:date ; dcat:endDate "2019"^^xsd:gYear ] ;
  dct:license <https://licence.example/open> ; dcat:keyword "water", "levels" ; dcat:distribution <#f> .
<#f> a dcat:Distribution ; dcat:downloadURL <https://water.example/gauges.csv> ; dcat:accessURL <https://water.example/> ; dcat:byteSize 99 ;
  dct:format <http://publications.example/file-type/CSV> ; dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> .`;

const rdfXml = `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/">
 <dcat:Catalog rdf:about="#c"><dcat:dataset><dcat:Dataset rdf:about="#d">
  <dct:title xml:lang="en">River gauges</dct:title><dct:description>Levels of rivers</dct:description>
  <dcat:landingPage rdf:resource="https://water.example/gauges"/>
  <dct:publisher><foaf:Organization><foaf:name>Water Agency</foaf:name></foaf:Organization></dct:publisher>
  <dct:issued>2019-05-01</dct:issued><dct:modified>2020-06-01T00:00:00</dct:modified>
  <dct:temporal rdf:parseType="Resource"><dcat:startDate>2010-01-01</dcat:startDate><dcat:endDate>2019</dcat:endDate></dct:temporal>
  <dct:license rdf:resource="https://licence.example/open"/>
  <dcat:distribution><rdf:Description rdf:about="#f"><rdf:type rdf:resource="http://www.w3.org/ns/dcat#Distribution"/>
   <dcat:downloadURL rdf:resource="https://water.example/gauges.csv"/><dcat:byteSize>99</dcat:byteSize>
   <dct:format>CSV</dct:format><dcat:mediaType>text/csv</dcat:mediaType></rdf:Description></dcat:distribution>
 </dcat:Dataset></dcat:dataset></dcat:Catalog></rdf:RDF>`;

const jsonLd = {
  '@context': {
    dcat: 'http://www.w3.org/ns/dcat#',
    dct: 'http://purl.org/dc/terms/',
    name: 'http://xmlns.com/foaf/0.1/name',
    heading: { '@id': 'dct:title' },
  },
  '@graph': [
    {
      '@id': '#d',
      '@type': 'dcat:Dataset',
      heading: { '@value': 'River gauges', '@language': 'en' },
      'dct:description': 'Levels of rivers',
      'dcat:landingPage': { '@id': 'https://water.example/gauges' },
      'dct:publisher': { '@id': '#p' },
      'dct:issued': '2019-05-01',
      'dct:modified': '2020-06-01',
      'dct:temporal': { 'dcat:startDate': '2010-01-01', 'dcat:endDate': '2019' },
      'dct:license': { '@id': 'https://licence.example/open' },
      'dcat:distribution': [{ '@id': '#f' }],
    },
    { '@id': '#p', name: 'Water Agency' },
    {
      '@id': '#f',
      '@type': 'dcat:Distribution',
      'dcat:downloadURL': { '@id': 'https://water.example/gauges.csv' },
      'dcat:byteSize': 99,
      'dct:format': 'CSV',
      'dcat:mediaType': 'text/csv',
    },
  ],
};

const dataJson = {
  '@context': 'https://nobody.example/must-never-be-fetched.jsonld',
  conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
  dataset: [
    {
      '@type': 'dcat:Dataset',
      title: 'River gauges',
      description: '<p>Levels of <b>rivers</b></p>',
      identifier: 'x',
      landingPage: 'https://water.example/gauges',
      publisher: { '@type': 'org:Organization', name: 'Water Agency' },
      issued: '2019-05-01',
      modified: '2020-06-01',
      temporal: '2010-01-01/2019-12-31',
      license: 'https://licence.example/open',
      accessLevel: 'public',
      distribution: [
        {
          '@type': 'dcat:Distribution',
          downloadURL: 'https://water.example/gauges.csv',
          format: 'CSV',
          mediaType: 'text/csv',
          byteSize: 99,
        },
      ],
    },
  ],
};

describe('the same dataset is read from', () => {
  test.each([
    ['Turtle', turtle, 'dct:license'],
    ['RDF/XML', rdfXml, 'dct:license'],
    ['JSON-LD', jsonLd, 'dct:license'],
    ['data.json', dataJson, 'license'],
  ])('%s', async (_, body, field) => {
    const record = only(await read('https://water.example/catalog', body));
    expect(record).toMatchObject(expected);
    expect(record.distributions).toMatchObject([file]);
    expect(record.licence).toContainEqual({ field, value: 'https://licence.example/open', scope: 'dataset' });
  });
});

test('the update that GeoNetwork writes is one', async () => {
  const updated = rdfXml.replace(/<dct:modified>(.*)<\/dct:modified>/, '<dct:updated>$1</dct:updated>');
  expect(only(await read('https://water.example/rdf', updated)).modified).toBe('2020-06-01');
});

test('an interval of updates is no day', async () => {
  const [dataset] = dataJson.dataset;
  const record = only(await read('https://water.example/data.json', { dataset: [{ ...dataset, modified: 'R/P1D' }] }));
  expect(record.modified).toBeNull();
});

test('a dataset that is not public says so', async () => {
  const [dataset] = dataJson.dataset;
  expect(
    only(await read('https://water.example/data.json', { dataset: [{ ...dataset, accessLevel: 'non-public' }] }))
      .isPublic,
  ).toBe(false);
});

test('a bare list of datasets is read, as the first data.json files were', async () => {
  const reading = await read('https://water.example/data.json', [
    { title: 'Old', accessLevel: 'public', accessURL: 'https://water.example/old.csv' },
  ]);
  expect(only(reading).title).toBe('Old');
});

test('Hydra leads to the next page', async () => {
  const paged = `${turtle}\n@prefix hydra: <http://www.w3.org/ns/hydra/core#> . <#page> a hydra:PagedCollection ; hydra:totalItems 250 ; hydra:nextPage <https://water.example/catalog?page=2> .`;
  expect(await read('https://water.example/catalog.ttl', paged)).toMatchObject({
    total: 250,
    next: 'https://water.example/catalog?page=2',
  });
});

test('broken Turtle is an error with its reason', async () => {
  expect(await read('https://water.example/catalog.ttl', '@prefix dcat: <x> . <a> dcat:')).toMatchObject({
    kind: 'error',
    software: 'dcat',
  });
});

test('RDF that describes no dataset is no catalogue', async () => {
  expect(await read('https://water.example/x.ttl', '@prefix a: <http://a.example/> . a:b a:c a:d .')).toBeNull();
});

test('of RDF/XML that breaks off, the part before is read', async () => {
  const reading = await read('https://water.example/c.rdf', rdfXml.slice(0, rdfXml.indexOf('<dcat:distribution>')));
  expect(reading?.datasets[0]?.title).toBe('River gauges');
});

test('a page that describes datasets for search engines is read', async () => {
  const page = {
    ...{ title: '', headings: [], text: '', footer: '', links: [], forms: [], meta: [], mounts: [], iframes: [] },
    ...{ scripts: { count: 0, bytes: 0, sources: [] }, refresh: null, canonical: null, images: 0 },
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'Dataset',
        name: 'River gauges',
        license: { '@type': 'CreativeWork', name: 'Open', url: 'https://licence.example/open' },
        temporalCoverage: '2010/2019',
        creator: { name: 'Water Agency' },
        distribution: { '@type': 'DataDownload', contentUrl: '/gauges.csv', encodingFormat: 'text/csv' },
      },
    ],
  };
  const reading = await read('https://water.example/gauges', '<html>', { page });
  expect(reading).toMatchObject({ software: 'schema-org', kind: 'record' });
  expect(only(reading)).toMatchObject({
    title: 'River gauges',
    publisher: 'Water Agency',
    temporal: { from: '2010-01-01', to: '2019-12-31' },
    distributions: [{ url: 'https://water.example/gauges.csv', format: 'text/csv' }],
  });
  expect(only(reading).licence.map(({ value }) => value)).toEqual(['https://licence.example/open', 'Open']);
});
