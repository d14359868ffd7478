import { describe, expect, test } from 'vitest';
import { only, read } from './reading.ts';

/* Answers written for this test in the shapes of each software's documentation. */

describe('Opendatasoft', () => {
  const metas = {
    default: {
      title: 'Gauges',
      description: '<p>Levels</p>',
      keyword: ['water'],
      theme: ['Environment'],
      license: 'Open Licence',
      license_url: 'https://licence.example',
      modified: '2020-01-01T00:00:00+00:00',
      data_processed: '2021-02-03T00:00:00+00:00',
      publisher: 'Water Agency',
    },
    dcat: { issued: '2019-01-01', accrualperiodicity: 'daily', temporal: '2010/2019' },
  };
  const dataset = {
    dataset_id: 'gauges',
    has_records: true,
    data_visible: true,
    features: ['geo'],
    attachments: [{ url: '/att/readme.pdf', title: 'Read me', mimetype: 'application/pdf' }],
    metas,
  };

  test('a dataset whose records have no day of their own is dated by its metadata', async () => {
    const { data_processed: _, ...told } = metas.default;
    const url = 'https://data.example/api/explore/v2.1/catalog/datasets?limit=1';
    const reading = await read(url, { total_count: 1, results: [{ ...dataset, metas: { default: told } }] });
    expect(only(reading)).toMatchObject({ modified: '2020-01-01' });
  });

  test('version 2.1 lists results, whole exports and attachments', async () => {
    const url = 'https://data.example/api/explore/v2.1/catalog/datasets?limit=1';
    const reading = await read(url, { total_count: 2, results: [dataset] });
    expect(reading).toMatchObject({ software: 'opendatasoft', kind: 'catalogue', total: 2, next: `${url}&offset=1` });
    const record = only(reading);
    expect(record).toMatchObject({
      title: 'Gauges',
      publisher: 'Water Agency',
      modified: '2021-02-03',
      issued: '2019-01-01',
      frequency: 'daily',
      landingPage: 'https://data.example/explore/dataset/gauges/',
      temporal: { from: '2010-01-01', to: '2019-12-31' },
    });
    expect(record.distributions.map(({ format }) => format)).toEqual([
      'csv',
      'json',
      'xlsx',
      'geojson',
      'application/pdf',
    ]);
    expect(record.distributions[0]?.url).toBe(
      'https://data.example/api/explore/v2.1/catalog/datasets/gauges/exports/csv',
    );
  });

  test('version 2.0 wraps each dataset, and keeps its own addresses', async () => {
    const record = only(
      await read('https://data.example/api/v2/catalog/datasets', {
        total_count: 1,
        links: [],
        datasets: [{ links: [], dataset }],
      }),
    );
    expect(record.distributions[0]?.url).toBe('https://data.example/api/v2/catalog/datasets/gauges/exports/csv');
  });

  test('version 1.0 keeps its metadata side by side', async () => {
    const reading = await read('https://data.example/api/datasets/1.0/search/?q=x&rows=1', {
      nhits: 5,
      datasets: [{ datasetid: 'gauges', metas: { title: 'Gauges', keyword: 'water', license: 'Open Licence' } }],
    });
    expect(reading).toMatchObject({
      total: 5,
      next: 'https://data.example/api/datasets/1.0/search/?q=x&rows=1&start=1',
    });
    expect(only(reading)).toMatchObject({ title: 'Gauges', keywords: ['water'] });
  });

  test('a dataset without records has no exports', async () => {
    const bare = { ...dataset, has_records: false, attachments: [] };
    expect(
      only(await read('https://data.example/api/explore/v2.1/catalog/datasets/gauges', bare)).distributions,
    ).toEqual([]);
  });

  test('an error says why', async () => {
    expect(
      await read('https://data.example/api/explore/v2.1/catalog/datasets/x', {
        error_code: 'Unknown',
        message: 'no such dataset',
      }),
    ).toMatchObject({ kind: 'error', message: 'no such dataset' });
  });
});

describe('Socrata', () => {
  const view = {
    id: 'abcd-1234',
    name: 'Budget',
    viewType: 'tabular',
    attribution: 'Treasury',
    createdAt: 1_400_000_000,
    rowsUpdatedAt: 1_600_000_000,
    tags: ['money'],
    category: 'Finance',
    licenseId: 'CC_40_BY',
    license: { name: 'CC BY 4.0', termsLink: 'https://licence.example' },
    columns: [{}],
    metadata: { custom_fields: { Upkeep: { 'Update Frequency': 'Monthly' } } },
    grants: [{ flags: ['public'] }],
  };

  test('a view has its rows as files', async () => {
    const record = only(await read('https://data.example/api/views/abcd-1234.json', view));
    expect(record).toMatchObject({
      title: 'Budget',
      publisher: 'Treasury',
      issued: '2014-05-13',
      modified: '2020-09-13',
      frequency: 'Monthly',
      isPublic: true,
      landingPage: 'https://data.example/d/abcd-1234',
    });
    expect(record.distributions.map(({ format }) => format)).toEqual(['csv', 'json', 'json']);
  });

  test('a view that is a file has that file', async () => {
    const blob = {
      ...view,
      viewType: 'blobby',
      columns: [],
      blobFilename: 'a b.zip',
      blobMimeType: 'application/zip',
      blobFileSize: 7,
    };
    expect(only(await read('https://data.example/api/views/abcd-1234', blob)).distributions).toMatchObject([
      { url: 'https://data.example/download/abcd-1234/a%20b.zip', format: 'application/zip', bytes: 7 },
    ]);
  });

  test('the metadata API writes its moments as texts', async () => {
    const metadata = {
      id: 'abcd-1234',
      name: 'Budget',
      dataUri: 'https://data.example/resource/abcd-1234',
      createdAt: '2014-05-13T00:00:00+0000',
      dataUpdatedAt: '2020-09-13T00:00:00+0000',
      license: 'Public Domain',
    };
    const record = only(await read('https://data.example/api/views/metadata/v1/abcd-1234', metadata));
    expect(record).toMatchObject({
      issued: '2014-05-13',
      modified: '2020-09-13',
      licence: [{ field: 'license_title', value: 'Public Domain' }],
    });
    expect(record.distributions).toHaveLength(3);
  });

  test('the discovery API names the domain of each result', async () => {
    const entry = {
      resource: { id: 'abcd-1234', name: 'Budget', type: 'dataset', updatedAt: '2020-01-01T00:00:00Z' },
      classification: { domain_tags: ['money'] },
      metadata: { domain: 'data.example', license: 'CC BY' },
      permalink: 'https://data.example/d/abcd-1234',
    };
    const reading = await read('https://api.example/api/catalog/v1?q=budget&limit=1', {
      results: [entry],
      resultSetSize: 2,
    });
    expect(reading).toMatchObject({
      software: 'socrata',
      total: 2,
      next: 'https://api.example/api/catalog/v1?q=budget&limit=1&offset=1',
    });
    expect(only(reading).distributions[0]?.url).toBe(
      'https://data.example/api/views/abcd-1234/rows.csv?accessType=DOWNLOAD',
    );
  });
});

describe('ArcGIS', () => {
  const id = '0123456789abcdef0123456789abcdef';

  test('an item of Portal has its service and its conditions without tags', async () => {
    const item = {
      id,
      owner: 'someone',
      title: 'Roads',
      type: 'Feature Service',
      url: 'https://gis.example/rest/services/Roads/FeatureServer',
      access: 'public',
      created: 1_580_000_000_000,
      modified: 1_590_000_000_000,
      licenseInfo: '<p>CC&nbsp;BY</p>',
      tags: [],
    };
    const record = only(await read(`https://gis.example/portal/sharing/rest/content/items/${id}?f=json`, item));
    expect(record).toMatchObject({
      publisher: null,
      issued: '2020-01-26',
      isPublic: true,
      landingPage: `https://gis.example/portal/home/item.html?id=${id}`,
      licence: [{ field: 'licenseInfo', value: 'CC BY' }],
    });
    expect(record.distributions[0]).toMatchObject({ format: 'arcgis geoservices rest api' });
  });

  test('a search of Portal leads to the next page, and minus one ends it', async () => {
    const results = [{ id, owner: 'x', title: 'Roads', type: 'CSV' }];
    const url = 'https://gis.example/portal/sharing/rest/search?q=x&f=json';
    expect(await read(url, { total: 20, start: 1, num: 1, nextStart: 2, results })).toMatchObject({
      total: 20,
      next: `${url}&start=2`,
    });
    const last = await read(url, { total: 1, start: 1, num: 1, nextStart: -1, results });
    expect(last?.next).toBeNull();
    expect(only(last).distributions[0]?.url).toBe(`https://gis.example/portal/sharing/rest/content/items/${id}/data`);
  });

  test('Hub lists the features of its search', async () => {
    const feature = {
      id,
      properties: {
        title: 'Roads',
        owner: 'x',
        type: 'Feature Layer',
        url: 'https://gis.example/rest/services/R/FeatureServer/0',
        source: 'Road Agency',
        modified: 1_590_000_000_000,
      },
    };
    const reading = await read('https://hub.example/api/search/v1/collections/dataset/items?q=x', {
      type: 'FeatureCollection',
      features: [feature],
      numberMatched: 9,
      links: [{ rel: 'next', href: '/api/search/v1/collections/dataset/items?q=x&startindex=2' }],
    });
    expect(reading).toMatchObject({
      software: 'arcgis-hub',
      total: 9,
      next: 'https://hub.example/api/search/v1/collections/dataset/items?q=x&startindex=2',
    });
    expect(only(reading)).toMatchObject({
      publisher: 'Road Agency',
      landingPage: `https://hub.example/datasets/${id}`,
    });
    expect(only(reading).distributions.map(({ url, format }) => [url, format])).toEqual([
      [`https://hub.example/api/download/v1/items/${id}/csv?redirect=true&layers=0`, 'csv'],
      [`https://hub.example/api/download/v1/items/${id}/geojson?redirect=true&layers=0`, 'geojson'],
      ['https://gis.example/rest/services/R/FeatureServer/0', 'feature layer'],
    ]);
  });

  test('Hub makes no files of a picture of a map', async () => {
    const properties = {
      title: 'Roads',
      owner: 'x',
      type: 'Map Image Layer',
      url: 'https://gis.example/rest/services/R',
    };
    const reading = await read('https://hub.example/api/search/v1/collections/dataset/items?q=x', {
      type: 'FeatureCollection',
      features: [{ id, properties }],
    });
    expect(only(reading).distributions.filter(({ url }) => url.includes('/download/'))).toEqual([]);
  });

  test('the older Hub lists resources with attributes', async () => {
    const reading = await read('https://hub.example/api/v3/datasets?q=x', {
      data: [
        { id: `${id}_0`, type: 'dataset', attributes: { name: 'Roads', owner: 'x', url: 'https://gis.example/x' } },
      ],
      meta: { stats: { totalCount: 4 } },
    });
    expect(reading).toMatchObject({ software: 'arcgis-hub', total: 4 });
  });

  test('one resource of the older Hub', async () => {
    const body = {
      data: { id: `${id}_0`, type: 'dataset', attributes: { name: 'Roads', owner: 'x', url: 'https://gis.example/x' } },
    };
    expect(await read(`https://hub.example/api/v3/datasets/${id}_0`, body)).toMatchObject({
      kind: 'record',
      datasets: [{ title: 'Roads' }],
    });
  });

  test('a server lists its services', async () => {
    const reading = await read('https://gis.example/arcgis/rest/services?f=json', {
      currentVersion: 10.9,
      folders: [],
      services: [{ name: 'Base/Water_Level', type: 'MapServer' }],
    });
    expect(only(reading)).toMatchObject({
      title: 'Water Level',
      landingPage: 'https://gis.example/arcgis/rest/services/Base/Water_Level/MapServer',
    });
  });

  test('a fault comes with status 200', async () => {
    expect(
      await read('https://gis.example/arcgis/rest/services/x?f=json', {
        error: { code: 499, message: 'Token Required' },
      }),
    ).toMatchObject({ kind: 'error', message: 'Token Required' });
  });
});

test('udata lists pages of datasets', async () => {
  const dataset = {
    id: '5f',
    slug: 'budget',
    title: 'Budget',
    description: 'x',
    license: 'fr-lo',
    organization: { name: 'Treasury' },
    tags: ['money'],
    created_at: '2019-01-01T00:00:00',
    last_update: '2020-01-01T00:00:00',
    frequency: 'annual',
    temporal_coverage: { start: '2010-01-01', end: '2019' },
    private: null,
    page: 'https://data.example/datasets/budget/',
    resources: [
      {
        title: 'Whole',
        url: 'https://data.example/r/1',
        format: 'csv',
        mime: 'text/csv',
        filesize: 5,
        last_modified: '2020-01-01',
      },
    ],
  };
  const reading = await read('https://data.example/api/1/datasets/?q=x', {
    data: [dataset],
    page: 1,
    page_size: 1,
    total: 3,
    next_page: 'https://data.example/api/1/datasets/?q=x&page=2',
    previous_page: null,
  });
  expect(reading).toMatchObject({
    software: 'udata',
    total: 3,
    next: 'https://data.example/api/1/datasets/?q=x&page=2',
  });
  expect(only(reading)).toMatchObject({
    publisher: 'Treasury',
    temporal: { from: '2010-01-01', to: '2019-12-31' },
    licence: [{ field: 'license', value: 'fr-lo' }],
    distributions: [{ bytes: 5 }],
  });
});

describe('DKAN', () => {
  const dataset = {
    '@type': 'dcat:Dataset',
    identifier: 'u1',
    title: 'Budget',
    distribution: [{ downloadURL: 'https://data.example/b.csv', format: 'csv' }],
  };

  test('its search gives datasets by key', async () => {
    const reading = await read('https://data.example/api/1/search?fulltext=x&page-size=1', {
      total: '2',
      results: { 'dkan_dataset/u1': dataset },
      facets: [],
    });
    expect(reading).toMatchObject({
      software: 'dkan',
      total: 2,
      next: 'https://data.example/api/1/search?fulltext=x&page-size=1&page=2',
    });
    expect(only(reading).distributions).toHaveLength(1);
  });

  test('nothing found is empty', async () => {
    expect(
      await read('https://data.example/api/1/search?fulltext=x', { total: '0', results: [], facets: [] }),
    ).toMatchObject({ kind: 'empty', total: 0 });
  });
});

describe('PxWeb', () => {
  test('version 1 lists folders and tables', async () => {
    const reading = await read('https://stat.example/api/v1/en/db', [
      { id: 'POP', type: 'l', text: 'Population' },
      { id: 'GDP.px', type: 't', text: 'GDP', updated: '2020-01-01T09:00:00' },
    ]);
    expect(reading?.datasets.map(({ title, distributions }) => [title, distributions.length])).toEqual([
      ['Population', 0],
      ['GDP', 1],
    ]);
    expect(reading?.datasets[1]).toMatchObject({
      modified: '2020-01-01',
      landingPage: 'https://stat.example/api/v1/en/db/GDP.px',
    });
  });

  test('its search names the path of each table', async () => {
    const reading = await read('https://stat.example/api/v1/en/db?query=gdp', [
      { id: 'GDP.px', path: '/NA', title: 'GDP by quarter', score: 1.2, published: '2020-01-01T00:00:00' },
    ]);
    expect(only(reading).landingPage).toBe('https://stat.example/api/v1/en/db/NA/GDP.px');
  });

  test('version 2 pages its tables', async () => {
    const reading = await read('https://stat.example/api/v2/tables?query=gdp', {
      tables: [
        {
          id: 'T1',
          label: 'GDP',
          updated: '2020-01-01',
          firstPeriod: '2000',
          lastPeriod: '2019K4',
          links: [{ rel: 'data', href: 'https://stat.example/api/v2/tables/T1/data' }],
        },
      ],
      page: { pageNumber: 1, totalPages: 2, totalElements: 7 },
    });
    expect(reading).toMatchObject({ total: 7, next: 'https://stat.example/api/v2/tables?query=gdp&pageNumber=2' });
    expect(only(reading).temporal).toEqual({ from: '2000-01-01', to: '2019-12-31' });
  });

  test('a table answers with its variables', async () => {
    expect(
      await read('https://stat.example/api/v1/en/db/GDP.px', {
        title: 'GDP',
        variables: [{ code: 'Q', text: 'quarter', values: ['1'] }],
      }),
    ).toMatchObject({ kind: 'record' });
  });
});

describe('SDMX', () => {
  const url = 'https://sdmx.example/rest/dataflow/all/all/latest';

  test('dataflows in XML', async () => {
    const xml =
      '<mes:Structure xmlns:mes="a" xmlns:str="b" xmlns:com="c"><mes:Structures><str:Dataflows><str:Dataflow id="GDP" agencyID="NSO" version="1.0"><com:Name xml:lang="en">National accounts</com:Name><com:Name xml:lang="fr">Comptes nationaux</com:Name></str:Dataflow></str:Dataflows></mes:Structures></mes:Structure>';
    const record = only(await read(url, xml));
    expect(record).toMatchObject({
      title: 'National accounts / Comptes nationaux',
      publisher: 'NSO',
      distributions: [{ url: 'https://sdmx.example/rest/data/NSO,GDP,1.0', format: 'sdmx' }],
    });
  });

  test('dataflows in JSON', async () => {
    expect(
      only(
        await read(url, {
          data: { dataflows: [{ id: 'GDP', agencyID: 'NSO', version: '1.0', name: 'National accounts' }] },
        }),
      ).title,
    ).toBe('National accounts');
  });
});

describe('geographic catalogues', () => {
  const iso =
    '<gmd:MD_Metadata xmlns:gmd="a" xmlns:gco="b" xmlns:gmx="c" xmlns:xlink="d" xmlns:gml="e"><gmd:fileIdentifier><gco:CharacterString>id-1</gco:CharacterString></gmd:fileIdentifier><gmd:dateStamp><gco:Date>2020-01-01</gco:Date></gmd:dateStamp><gmd:identificationInfo><gmd:MD_DataIdentification><gmd:citation><gmd:CI_Citation><gmd:title><gco:CharacterString>Parcels</gco:CharacterString></gmd:title><gmd:date><gmd:CI_Date><gmd:date><gco:Date>2019-02-03</gco:Date></gmd:date><gmd:dateType><gmd:CI_DateTypeCode codeListValue="publication"/></gmd:dateType></gmd:CI_Date></gmd:date></gmd:CI_Citation></gmd:citation><gmd:abstract><gco:CharacterString>Land</gco:CharacterString></gmd:abstract><gmd:pointOfContact><gmd:CI_ResponsibleParty><gmd:organisationName><gco:CharacterString>Cadastre</gco:CharacterString></gmd:organisationName></gmd:CI_ResponsibleParty></gmd:pointOfContact><gmd:resourceConstraints><gmd:MD_LegalConstraints><gmd:otherConstraints><gmx:Anchor xlink:href="https://licence.example">Open Licence</gmx:Anchor></gmd:otherConstraints></gmd:MD_LegalConstraints></gmd:resourceConstraints><gmd:extent><gml:TimePeriod><gml:beginPosition>2010</gml:beginPosition><gml:endPosition>2011</gml:endPosition></gml:TimePeriod></gmd:extent></gmd:MD_DataIdentification></gmd:identificationInfo><gmd:distributionInfo><gmd:MD_Distribution><gmd:transferOptions><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>https://geo.example/wms?a=1&amp;b=2</gmd:URL></gmd:linkage><gmd:protocol><gco:CharacterString>OGC:WMS</gco:CharacterString></gmd:protocol><gmd:name><gco:CharacterString>layer</gco:CharacterString></gmd:name></gmd:CI_OnlineResource></gmd:transferOptions></gmd:MD_Distribution></gmd:distributionInfo></gmd:MD_Metadata>';
  const expected = {
    id: 'id-1',
    title: 'Parcels',
    description: 'Land',
    publisher: 'Cadastre',
    issued: '2019-02-03',
    modified: '2020-01-01',
    temporal: { from: '2010-01-01', to: '2011-12-31' },
    distributions: [{ url: 'https://geo.example/wms?a=1&b=2', format: 'wms', title: 'layer' }],
  };

  test('a record of ISO 19139', async () => {
    const record = only(await read('https://geo.example/record.xml', iso));
    expect(record).toMatchObject(expected);
    expect(record.licence).toContainEqual({
      field: 'gmd:otherConstraints',
      value: 'https://licence.example',
      scope: 'dataset',
    });
  });

  test('the answer of a CSW, with the next page', async () => {
    const xml = `<csw:GetRecordsResponse xmlns:csw="x"><csw:SearchResults numberOfRecordsMatched="40" nextRecord="2">${iso}</csw:SearchResults></csw:GetRecordsResponse>`;
    const reading = await read('https://geo.example/csw?request=GetRecords', xml);
    expect(reading).toMatchObject({
      software: 'csw',
      total: 40,
      next: 'https://geo.example/csw?request=GetRecords&startPosition=2',
    });
    expect(only(reading)).toMatchObject(expected);
  });

  test('Dublin Core records of a CSW', async () => {
    const xml =
      '<csw:GetRecordsResponse xmlns:csw="x" xmlns:dc="y" xmlns:dct="z"><csw:SearchResults numberOfRecordsMatched="1" nextRecord="0"><csw:Record><dc:identifier>i</dc:identifier><dc:title>Rivers</dc:title><dct:abstract>Lines</dct:abstract><dc:rights>Open</dc:rights><dc:URI protocol="OGC:WFS" name="rivers">https://geo.example/wfs</dc:URI></csw:Record></csw:SearchResults></csw:GetRecordsResponse>';
    const reading = await read('https://geo.example/csw', xml);
    expect(reading?.next).toBeNull();
    expect(only(reading)).toMatchObject({
      title: 'Rivers',
      licence: [{ field: 'dct:rights', value: 'Open' }],
      distributions: [{ format: 'wfs' }],
    });
  });

  test('a fault of a CSW says what it is', async () => {
    const xml =
      '<ows:ExceptionReport xmlns:ows="x"><ows:Exception exceptionCode="NoApplicableCode"><ows:ExceptionText>No index</ows:ExceptionText></ows:Exception></ows:ExceptionReport>';
    expect(await read('https://geo.example/csw', xml)).toMatchObject({ kind: 'error', message: 'No index' });
  });

  test('the search of GeoNetwork 4', async () => {
    const body = {
      hits: {
        total: { value: 3 },
        hits: [
          {
            _source: {
              uuid: 'u',
              resourceTitleObject: { default: 'Parcels' },
              resourceAbstractObject: { default: 'Land' },
              tag: [{ default: 'land' }],
              contactForResource: [{ organisationObject: { default: 'Cadastre' } }],
              MD_LegalConstraintsOtherConstraintsObject: [{ default: 'Open Licence', link: 'https://licence.example' }],
              link: [
                {
                  protocol: 'OGC:WMS',
                  urlObject: { default: 'https://geo.example/wms' },
                  nameObject: { default: 'l' },
                },
              ],
            },
          },
        ],
      },
    };
    const reading = await read('https://geo.example/geonetwork/srv/api/search/records/_search', body);
    expect(reading).toMatchObject({ software: 'geonetwork', total: 3 });
    expect(only(reading)).toMatchObject({
      title: 'Parcels',
      publisher: 'Cadastre',
      landingPage: 'https://geo.example/geonetwork/srv/api/records/u',
      licence: [{ value: 'https://licence.example' }, { value: 'Open Licence' }],
    });
  });

  test('an organisation that the index of GeoNetwork 4 keeps without a contact', async () => {
    const hit = (source: object) => ({
      hits: { hits: [{ _source: { uuid: 'u', resourceTitleObject: { default: 'x' }, ...source } }] },
    });
    const publisherOf = async (source: object) =>
      only(await read('https://geo.example/geonetwork/srv/api/search/records/_search', hit(source))).publisher;
    expect(await publisherOf({ OrgForResource: ['Cadastre'] })).toBe('Cadastre');
    expect(await publisherOf({ OrgForResourceObject: [{ default: 'Kadaster' }] })).toBe('Kadaster');
    expect(await publisherOf({})).toBeNull();
  });

  test('the search of GeoNetwork 3, which writes a list of one as the item', async () => {
    const body = {
      '@from': '1',
      summary: { '@count': '1' },
      metadata: {
        'geonet:info': { uuid: 'u' },
        title: 'Parcels',
        link: 'n|d|https://geo.example/wms|OGC:WMS|x',
        responsibleParty: 'pointOfContact|resource|Cadastre|x',
      },
    };
    expect(only(await read('https://geo.example/srv/eng/q', body))).toMatchObject({
      title: 'Parcels',
      publisher: 'Cadastre',
      distributions: [{ url: 'https://geo.example/wms', format: 'wms' }],
    });
  });

  test('records of an OGC API; plain features are data', async () => {
    const feature = {
      type: 'Feature',
      id: 'r',
      geometry: null,
      time: { interval: ['2010-01-01', '..'] },
      properties: {
        type: 'dataset',
        title: 'Parcels',
        description: 'Land',
        updated: '2020-01-01T00:00:00Z',
        license: 'CC-BY-4.0',
        contacts: [{ organization: 'Cadastre' }],
      },
      links: [
        { rel: 'item', href: 'https://geo.example/p.gpkg', type: 'application/geopackage+sqlite3' },
        { rel: 'self', href: 'https://geo.example/r' },
      ],
    };
    const list = {
      type: 'FeatureCollection',
      features: [feature],
      numberMatched: 5,
      links: [{ rel: 'next', href: '?offset=1' }],
    };
    const reading = await read('https://geo.example/collections/m/items', list);
    expect(reading).toMatchObject({
      software: 'ogc-records',
      total: 5,
      next: 'https://geo.example/collections/m/items?offset=1',
    });
    expect(only(reading)).toMatchObject({
      publisher: 'Cadastre',
      temporal: { from: '2010-01-01', to: null },
      distributions: [{ url: 'https://geo.example/p.gpkg' }],
    });
    expect(
      await read('https://geo.example/data.geojson', {
        type: 'FeatureCollection',
        features: [{ type: 'Feature', properties: { title: 'a', type: 'b' }, geometry: null }],
      }),
    ).toBeNull();
  });
});

describe('feeds', () => {
  test('RSS, with its files', async () => {
    const xml =
      '<rss version="2.0"><channel><title>New</title><item><title>Budget 2020</title><link>https://data.example/b</link><guid>b</guid><pubDate>Tue, 03 Jun 2014 09:39:21 GMT</pubDate><enclosure url="/b.csv" type="text/csv" length="5"/></item></channel></rss>';
    expect(only(await read('https://data.example/rss', xml))).toMatchObject({
      title: 'Budget 2020',
      modified: '2014-06-03',
      landingPage: 'https://data.example/b',
      distributions: [{ url: 'https://data.example/b.csv', bytes: 5 }],
    });
  });

  test('Atom, with its next page', async () => {
    const xml =
      '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="?page=2"/><entry><id>u</id><title>Budget</title><link href="https://data.example/b"/><updated>2020-01-01T00:00:00Z</updated><summary>x</summary></entry></feed>';
    const reading = await read('https://data.example/feed', xml);
    expect(reading).toMatchObject({ kind: 'catalogue', next: 'https://data.example/feed?page=2' });
    expect(only(reading).landingPage).toBe('https://data.example/b');
  });
});

describe('Magda', () => {
  const file = {
    title: 'Zones',
    description: 'Outlines',
    format: 'geojson',
    license: 'CC-BY-4.0',
    downloadURL: 'https://files.example/zones.geojson',
    modified: '2022-03-04T00:00:00Z',
  };
  const dataset = {
    title: 'Closed waters',
    description: 'Where nobody may fish',
    landingPage: 'https://data.example/dataset/waters',
    keywords: ['sea'],
    themes: ['Fishing'],
    issued: '2018-06-28T07:51:49Z',
    modified: '2021-09-29T21:17:47Z',
    temporal: { start: '2018-01-01', end: '2020' },
  };
  const told = {
    title: 'Closed waters',
    landingPage: 'https://data.example/dataset/waters',
    publisher: 'Sea Office',
    keywords: ['sea', 'Fishing'],
    issued: '2018-06-28',
    modified: '2021-09-29',
    temporal: { from: '2018-01-01', to: '2020-12-31' },
    distributions: [
      {
        title: 'Zones',
        url: 'https://files.example/zones.geojson',
        format: 'geojson',
        modified: '2022-03-04',
        licence: [{ field: 'license', value: 'CC-BY-4.0', scope: 'file' }],
      },
    ],
  };

  test('keeps DCAT in the aspects of a record, and its files in records of their own', async () => {
    const files = [
      { id: 'dist-1', aspects: { 'dcat-distribution-strings': file } },
      { id: 'dist-2', aspects: {} },
    ];
    const record = {
      id: 'ds-1',
      name: 'Closed waters',
      aspects: {
        'dcat-dataset-strings': dataset,
        'dataset-publisher': { publisher: { id: 'org-1', name: 'Sea Office' } },
        'dataset-distributions': { distributions: files },
      },
    };
    const reading = await read('https://data.example/api/v0/registry/records/ds-1', record);
    expect(reading).toMatchObject({ software: 'magda', kind: 'record' });
    expect(only(reading)).toMatchObject({ id: 'ds-1', ...told });
  });

  test('search lists datasets with licences by name and address', async () => {
    const license = { name: 'Creative Commons Attribution 4.0', url: 'https://licence.example/by' };
    const found = {
      ...dataset,
      identifier: 'ds-1',
      publisher: { identifier: 'org-1', name: 'Sea Office' },
      distributions: [{ ...file, license, downloadURL: null, accessURL: file.downloadURL }],
    };
    const reading = await read('https://data.example/api/v0/search/datasets?query=waters', {
      hitCount: 7,
      dataSets: [found, { title: 'without an identifier' }],
    });
    expect(reading).toMatchObject({ software: 'magda', kind: 'catalogue', total: 7, next: null });
    const [licence] = only(reading).distributions[0]?.licence ?? [];
    expect(licence?.value).toBe('https://licence.example/by');
    expect(only(reading)).toMatchObject({ id: 'ds-1', title: told.title, publisher: told.publisher });
  });
});
