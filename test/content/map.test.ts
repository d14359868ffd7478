import { expect, test } from 'vitest';
import { conceptsFor, judgeContent } from '../../src/content/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Inspection } from '../../src/model/inspection.ts';
import { inspection, table } from './builders.ts';

const criteria = openCriteria();
const id = 'national-map';

const answers = (name: string, given: Partial<Inspection>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    judgeContent({
      files: [{ evidence: 'ev-1', name, inspection: inspection(given) }],
      category: criteria.category(id),
      edition: 'godi-2015',
      concepts: conceptsFor(criteria, id),
      place: null,
      asOf: '2026-01-01',
      whole: true,
    }).findings.map((finding) => [finding.id, finding.answer]),
  );

const of = (name: string, header: string, ...rows: readonly string[]) =>
  answers(name, { tables: [table(header, ...rows)] });

const rows = (count: number, row: (at: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, at) => row(at));

test('a tag that few features have tells nothing of the layer', () => {
  const rivers = of(
    'layer.geojson',
    'waterway|admin_level|highway|geometry',
    ...rows(60, (at) => `river|${at === 0 ? '2' : ''}|${at === 1 ? 'road' : ''}|LineString`),
  );
  expect(rivers).toMatchObject({ water_features: 'Yes', national_borders: 'No', national_roads: 'Unsure' });
});

test('a column that says which country all features lie in is no border', () => {
  const areas = of('areas.geojson', 'COUNTRY|label|geometry', ...rows(9, (at) => `Ruritania|Area ${at}|Polygon`));
  expect(areas['national_borders']).toBe('Unsure');
});

test('polygons each with the name of its own country are borders', () => {
  const countries = of('areas.geojson', 'COUNTRY|geometry', ...rows(9, (at) => `Land ${'ABCDEFGHI'[at]}|Polygon`));
  expect(countries).toMatchObject({ national_borders: 'Yes', national_level: 'Yes' });
});

test('points each in a country are none', () => {
  const towns = of('towns.geojson', 'COUNTRY|geometry', ...rows(9, (at) => `Land ${'ABCDEFGHI'[at]}|Point`));
  expect(towns['national_borders']).toBe('No');
});

test('keys of a standard for administrative units are those of a country', () => {
  const units = of('units.geojson', 'GID_0|NAME_1|geometry', ...rows(9, (at) => `RUR|Part ${at}|Polygon`));
  expect(units['national_borders']).toBe('Yes');
});

test.each([
  ['protected_areas.geojson', 'No'],
  ['layer.geojson', 'Unsure'],
])('polygons of something else bound no country: %s', (name, expected) => {
  const areas = of(name, 'code|geometry', ...rows(9, (at) => `X${at}|Polygon`));
  expect(areas['national_borders']).toBe(expected);
});

test('among several layers another may bound the country', () => {
  const layer = (name: string) => ({ ...table('code|geometry', ...rows(9, (at) => `X${at}|Polygon`)), name });
  const both = answers('map.zip', { tables: [layer('protected areas'), layer('layer 2')] });
  expect(both['national_borders']).toBe('Unsure');
});

test.each([
  ['ne_110m_rivers.geojson', 'No'],
  ['dem_10m.geojson', 'Unsure'],
  ['contours_10m.geojson', 'Unsure'],
])('metres are a scale in %s: %s', (name, expected) => {
  expect(of(name, 'code|geometry', 'a|LineString', 'b|LineString')['scale_250k']).toBe(expected);
});

test.each([
  ['points', 'Point', 'Unsure'],
  ['lines', 'LineString', 'Yes'],
])('a height of %s marks mountains: %s', (_, geometry, expected) => {
  const given = of('layer.geojson', 'code|elevation|geometry', ...rows(9, (at) => `X${at}|${100 + at}|${geometry}`));
  expect(given['mountains']).toBe(expected);
});

test.each([
  ['polygons', 'Polygon', 'Yes'],
  ['points, as those of stations', 'Point', 'Unsure'],
])('codes that begin alike are those of the parts of a country where they are of %s', (_, geometry, expected) => {
  const given = of('layer.geojson', 'code|geometry', ...rows(9, (at) => `ZZ0${at}|${geometry}`));
  expect(given['national_level']).toBe(expected);
});
