import { expect, test } from 'vitest';
import { conceptsFor } from '../../src/content/index.ts';
import { withLayout } from '../../src/content/layouts.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Table } from '../../src/model/inspection.ts';
import { table } from './builders.ts';

const layouts = conceptsFor(openCriteria(), 'location-datasets').layouts ?? [];

const headerless = (places: readonly number[], ...rows: readonly string[]): Table =>
  table(places.map((place) => `column ${place}`).join('|'), ...rows);

const namesOf = (given: Table): readonly string[] => withLayout(given, layouts).columns.map(({ name }) => name);

const places = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

test('columns of a known layout get its names, those without values left out', () => {
  const names = namesOf(
    headerless(
      [1, 2, 3, 4, 5, 9, 10],
      'ZZ9 9AA|10|400000|120000|E92000001|E07000001|E05000001',
      'ZZ9 9AB|10|400010|120020|E92000001|E07000001|E05000002',
    ),
  );
  expect(names[0]).toBe('postcode');
  expect(names[3]).toBe('northing');
  expect(names[5]).toBe('admin district code');
});

test('rows of a gazetteer of postcodes are told', () => {
  const row = 'QQ|01234|Upper Town|North|01|||||12.5|-3.25|4';
  expect(namesOf(headerless(places(12), row, row)).slice(0, 3)).toEqual(['iso country', 'postal code', 'place name']);
});

test.each([
  ['a value that is of another kind', 'ZZ9 9AA|10|400000|120000|E92000001|E07000001|not a code'],
  ['a first column of something else', '12345|10|400000|120000|E92000001|E07000001|E05000001'],
])('%s is none of them', (_, row) => {
  expect(namesOf(headerless([1, 2, 3, 4, 5, 9, 10], row))[0]).toBe('column 1');
});

test('too few of the columns, or more than there are, are none of them', () => {
  expect(namesOf(headerless([1, 2, 3], 'ZZ9 9AA|10|400000'))[0]).toBe('column 1');
  expect(namesOf(headerless([1, 2, 3, 4, 5, 9, 11], 'ZZ9 9AA|10|400000|120000|E92000001|E07000001|E05000001'))[0]).toBe(
    'column 1',
  );
});

test('a table with a header keeps it', () => {
  expect(
    namesOf(table('code|column 2|column 3|column 4|column 5|column 9', 'ZZ9 9AA|10|4|1|E92000001|E07000001'))[0],
  ).toBe('code');
});
