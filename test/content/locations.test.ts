import { expect, test } from 'vitest';
import { conceptsFor, judgeContent } from '../../src/content/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Inspection, Member, Table } from '../../src/model/inspection.ts';
import { inspection, table } from './builders.ts';

const criteria = openCriteria();
const id = 'location-datasets';

const answers = (given: Partial<Inspection>, whole = true): Readonly<Record<string, string>> =>
  Object.fromEntries(
    judgeContent({
      files: [{ evidence: 'ev-1', name: 'places.csv', inspection: inspection(given) }],
      category: criteria.category(id),
      edition: 'godi-2015',
      concepts: conceptsFor(criteria, id),
      place: null,
      asOf: '2026-01-01',
      whole,
    }).findings.map((finding) => [finding.id, finding.answer]),
  );

const rows = (count: number, row: (at: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, at) => row(at));

/** A table whose columns know their most frequent values, as a reader of files tells them. */
const counted = (given: Table): Table => ({
  ...given,
  columns: given.columns.map((column, index) => {
    const counts = new Map<string, number>();
    for (const row of given.sample) counts.set(row[index] ?? '', (counts.get(row[index] ?? '') ?? 0) + 1);
    const top = [...counts].map(([value, count]) => ({ value, count })).sort((one, other) => other.count - one.count);
    return { ...column, top };
  }),
});

const spread = (at: number): string => `${String(((at * 37) % 90) + 10)}${String(100 + at)}`;

test.each([
  ['all of one area', (at: number) => `97${400 + at}`, 'No'],
  ['of all areas', spread, 'Yes'],
  ['with a shared beginning that a whole country has', (at: number) => `IM${1 + (at % 9)} ${at % 9}AA`, 'Unsure'],
  ['of two areas', (at: number) => (at % 2 === 0 ? `97${400 + at}` : `12${400 + at}`), 'Unsure'],
] as const)('postcodes %s tell how far they reach', (_, code, expected) => {
  expect(answers({ tables: [table('postcode|town', ...rows(60, (at) => `${code(at)}|T${at}`))] })['pc_national']).toBe(
    expected,
  );
});

test('a few postcodes of one area may be the beginning of all', () => {
  expect(answers({ tables: [table('postcode|town', ...rows(9, (at) => `97${400 + at}|T`))] })['pc_national']).toBe(
    'Unsure',
  );
});

test('postcodes of one area say nothing of files that were not seen', () => {
  const given = { tables: [table('postcode|town', ...rows(60, (at) => `97${400 + at}|T`))] };
  expect(answers(given, false)['pc_national']).toBe('Unsure');
});

test.each([
  ['a placeholder in every row', () => '00-000', 'No'],
  ['a placeholder in most rows', (at: number) => (at % 10 === 0 ? '12-345' : '00-000'), 'Yes'],
] as const)('a column for postcodes with %s', (_, code, expected) => {
  const given = counted(table('postcode|street', ...rows(40, (at) => `${code(at)}|Long Street ${at}`)));
  expect(answers({ tables: [given] })['zipcode']).toBe(expected);
});

test.each([
  ['a name of nothing known', 'code|xyzzy', 'A', 'No'],
  ['a field that may hold shapes', 'code|the_geom', 'q83h4g9a8h34gq8a3h4gz', 'Unsure'],
  ['points in binary', 'code|location', `0101000020E6100000${'0'.repeat(30)}`, 'No'],
])('the name of a polygon, where there are none and beside it is %s', (_, header, cell, expected) => {
  const given = table(header, ...rows(9, (at) => `10${at}|${cell}`));
  expect(answers({ tables: [given] })['boundary_name']).toBe(expected);
});

const description: Member = {
  path: 'description.xml',
  bytes: 9,
  inspection: inspection({
    format: 'xml',
    standards: ['iso-19139'],
    keys: [{ path: 'MD_Metadata/contact/address/postalCode', count: 1, examples: ['10 115'] }],
  }),
};
const data: Member = {
  path: 'd.csv',
  bytes: 9,
  inspection: inspection({
    tables: [table('street|latitude|longitude', 'Long Street 1|1.5|2.5', 'Long Street 2|1.6|2.6')],
  }),
};

test('the address of the publisher in the description of a dataset is no data', () => {
  expect(answers({ format: 'zip', members: [data, description] })['zipcode']).toBe('No');
});

test('a number of a house beside postcodes is a trace of an address', () => {
  const given = table('postcode|numero', ...rows(9, (at) => `1234${at}|${at + 1}`));
  expect(answers({ tables: [given] })['address']).toBe('Unsure');
});

test.each([
  ['in binary', `0106000020E610000001000000010300000001000000${'0'.repeat(20)}`, 'Yes'],
  ['as points in binary', `0101000020E6100000${'0'.repeat(30)}`, 'No'],
  ['in text', 'POLYGON ((1 1, 2 1, 2 2, 1 1))', 'Yes'],
  ['in a form of their own', 'q83h4g9a8h34gq8a3h4gz', 'Unsure'],
])('shapes %s', (_, cell, expected) => {
  const given = table('code|the_geom', ...rows(9, (at) => `10${at}|${cell}`));
  expect(answers({ tables: [given] })['boundary_polygon']).toBe(expected);
});

test('the rings of a record are a polygon', () => {
  const keys = [{ path: 'features[].geometry.rings', count: 3, examples: ['1.5 | 2.5'] }];
  expect(answers({ keys })['boundary_polygon']).toBe('Yes');
});
