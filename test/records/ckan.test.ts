import { describe, expect, test } from 'vitest';
import { only, read } from './reading.ts';

/* Answers written for this test in the shapes of CKAN's documentation. */

const api = 'https://data.example/api/3/action';

const budget = {
  id: '1f',
  name: 'budget-2020',
  title: 'Budget 2020',
  notes: 'Dépenses',
  private: false,
  license_id: 'odc-by',
  license_title: 'ODC BY',
  license_url: 'https://opendatacommons.org/licenses/by/',
  organization: { title: 'Ministry of Finance', name: 'mof' },
  tags: [{ name: 'budget', display_name: 'Budget' }],
  groups: [{ title: 'Finance', name: 'finance' }],
  metadata_created: '2020-01-02T10:00:00.123',
  metadata_modified: '2021-03-04T10:00:00',
  extras: [
    { key: 'temporal_coverage-from', value: '["2020-01-01"]' },
    { key: 'temporal_coverage-to', value: '2020-12' },
    { key: 'frequency-of-update', value: 'annual' },
  ],
  resources: [
    {
      name: 'Whole',
      url: '/files/budget.csv',
      format: '.CSV',
      mimetype: 'text/csv',
      size: '2048',
      created: '2020-01-02',
      last_modified: '2020-02-03T00:00',
    },
    { name: 'No scheme', url: 'javascript:alert(1)', format: 'HTML' },
  ],
};

test('a package is read field by field', async () => {
  const reading = await read(`${api}/package_show?id=budget-2020`, { help: '…', success: true, result: budget });
  expect(reading).toMatchObject({ software: 'ckan', kind: 'record', total: 1, next: null });
  expect(only(reading)).toEqual({
    id: '1f',
    title: 'Budget 2020',
    description: 'Dépenses',
    landingPage: 'https://data.example/dataset/budget-2020',
    publisher: 'Ministry of Finance',
    keywords: ['Budget'],
    themes: ['Finance'],
    issued: '2020-01-02',
    modified: '2021-03-04',
    temporal: { from: '2020-01-01', to: '2020-12-31' },
    frequency: 'annual',
    spatial: null,
    isPublic: true,
    recorded: '2020-01-02',
    licence: [
      { field: 'license_id', value: 'odc-by', scope: 'dataset' },
      { field: 'license_title', value: 'ODC BY', scope: 'dataset' },
      { field: 'license_url', value: 'https://opendatacommons.org/licenses/by/', scope: 'dataset' },
    ],
    fields: [
      { field: 'temporal_coverage-from', value: '2020-01-01', scope: 'dataset' },
      { field: 'temporal_coverage-to', value: '2020-12', scope: 'dataset' },
      { field: 'frequency-of-update', value: 'annual', scope: 'dataset' },
    ],
    distributions: [
      {
        title: 'Whole',
        url: 'https://data.example/files/budget.csv',
        format: 'csv',
        mediaType: 'text/csv',
        bytes: 2048,
        modified: '2020-02-03',
        licence: [],
        description: '',
      },
    ],
  });
});

describe('searches', () => {
  test('a page of many says where the next one is', async () => {
    const reading = await read(`${api}/package_search?q=x&rows=1`, {
      success: true,
      result: { count: 3, results: [budget] },
    });
    expect(reading).toMatchObject({ kind: 'catalogue', total: 3, next: `${api}/package_search?q=x&rows=1&start=1` });
  });

  test('the last page has no next', async () => {
    const reading = await read(`${api}/package_search?q=x&rows=1&start=2`, {
      success: true,
      result: { count: 3, results: [budget] },
    });
    expect(reading?.next).toBeNull();
  });

  test('nothing found is empty, not an error', async () => {
    const reading = await read(`${api}/package_search?q=x`, { success: true, result: { count: 0, results: [] } });
    expect(reading).toMatchObject({ kind: 'empty', total: 0, datasets: [] });
  });

  test('names alone are enough for a list', async () => {
    const reading = await read('https://data.example/data/api/3/action/package_list', {
      success: true,
      result: ['a', 'b'],
    });
    expect(reading?.datasets.map(({ landingPage }) => landingPage)).toEqual([
      'https://data.example/data/dataset/a',
      'https://data.example/data/dataset/b',
    ]);
  });
});

describe('older versions', () => {
  test('the REST API gives a package without envelope, extras in an object', async () => {
    const old = {
      ...budget,
      tags: ['budget'],
      ckan_url: 'https://data.example/dataset/old',
      extras: {
        licence: '["Conditions apply"]',
        'dataset-reference-date': '[{"type": "publication", "value": "2014-05-07"}]',
      },
    };
    const record = only(await read('https://data.example/api/rest/dataset/budget-2020', old));
    expect(record).toMatchObject({
      landingPage: 'https://data.example/dataset/old',
      keywords: ['budget'],
      issued: '2014-05-07',
    });
    expect(record.licence).toContainEqual({ field: 'licence', value: 'Conditions apply', scope: 'dataset' });
  });

  test('the search of version 2 pages with offset', async () => {
    const reading = await read('https://data.example/api/2/search/dataset?q=x&limit=1', {
      count: 2,
      results: [budget],
    });
    expect(reading).toMatchObject({ total: 2, next: 'https://data.example/api/2/search/dataset?q=x&limit=1&offset=1' });
  });
});

describe('faults', () => {
  test('an error envelope keeps its words', async () => {
    const body = { success: false, error: { message: 'Not found', __type: 'Not Found Error' } };
    expect(await read(`${api}/package_show?id=x`, body, { status: 404 })).toMatchObject({
      kind: 'error',
      message: 'Not found',
    });
  });

  test('a good envelope under a bad status is an error', async () => {
    expect(await read(`${api}/package_show?id=x`, { success: true, result: budget }, { status: 500 })).toMatchObject({
      kind: 'error',
    });
  });
});

test('fields in several languages keep all of them', async () => {
  const many = { ...budget, title_translated: { fr: 'Le budget', en: 'The budget' } };
  const reading = await read(`${api}/package_show?id=x`, { success: true, result: many });
  expect(only(reading).title).toBe('Le budget / The budget');
});

test('a shape is no name of a place', async () => {
  const shaped = {
    ...budget,
    extras: [
      { key: 'spatial', value: '{"type":"Point"}' },
      { key: 'geographic_coverage', value: 'Whole country' },
    ],
  };
  expect(only(await read(`${api}/package_show?id=x`, { success: true, result: shaped })).spatial).toBe('Whole country');
});

test('DKAN wraps the one package in a list', async () => {
  expect(await read(`${api}/package_show?id=x`, { success: true, result: [budget] })).toMatchObject({
    software: 'dkan',
    kind: 'record',
  });
});

describe('fields of national extensions', () => {
  test.each([
    [
      'a publisher as an object',
      { organization: null, publisher: { name: 'Office', url: 'https://office.example' } },
      { publisher: 'Office' },
    ],
    ['a publisher as JSON in a text', { organization: null, publisher: '{"name": "Office"}' }, { publisher: 'Office' }],
    [
      'periods as a list',
      { extras: [], temporals: [{ start_date: '2001-02-03T00:00:00', end_date: '2002-02-03T00:00:00' }] },
      { temporal: { from: '2001-02-03', to: '2002-02-03' } },
    ],
    ['a title by language', { title: { de: 'Haushalt', fr: 'Budget' } }, { title: 'Haushalt / Budget' }],
    [
      'a licence of the file alone',
      { resources: [{ url: 'https://x.example/a', license_type: 'https://licence.example' }] },
      { distributions: [{ licence: [{ field: 'license_type', value: 'https://licence.example', scope: 'file' }] }] },
    ],
  ])('%s', async (_, given, expected) => {
    const reading = await read(`${api}/package_show?id=x`, { success: true, result: { ...budget, ...given } });
    expect(only(reading)).toMatchObject(expected);
  });
});

test('rows of a data store are data, and no catalogue', async () => {
  const rows = { success: true, result: { fields: [{ id: 'a', type: 'text' }], records: [{ a: '1' }], total: 1 } };
  expect(await read(`${api}/datastore_search?resource_id=x`, rows)).toBeNull();
});
