import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { openCriteria } from '../../src/criteria/load.ts';

const criteria = openCriteria();
const folder = fileURLToPath(new URL('../../criteria/', import.meta.url));
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const validate = ajv.compile(JSON.parse(readFileSync(`${folder}schema/place.schema.json`, 'utf8')));
const fits = (value: unknown): boolean => validate(value);
const places = criteria.places().map(criteria.place);

test('every place fits the schema, edits laid over it', () => {
  const bare = places.map(({ leads: _leads, named: _named, ...place }) => place);
  const misfits = bare.flatMap((place) => (fits(place) ? [] : [`${place.id}: ${ajv.errorsText(validate.errors)}`]));
  expect(misfits).toEqual([]);
});

test('every file of edits fits the schema and speaks of a place that is made', () => {
  for (const file of readdirSync(`${folder}places/edits`)) {
    const edits = parse(readFileSync(`${folder}places/edits/${file}`, 'utf8'));
    expect(fits(edits), `${file}: ${ajv.errorsText(validate.errors)}`).toBe(true);
    expect(criteria.places()).toContain(file.replace('.yaml', ''));
    expect(edits.id).toBe(file.replace('.yaml', ''));
  }
});

test('places of the program are called by ISO 3166-1; others are for own methods', () => {
  expect(criteria.places().filter((id) => !/^[a-z]{2}$/.test(id))).toEqual([]);
});

test('an incomplete place is refused, unless it says that it holds edits', () => {
  expect(fits({ id: 'zz' })).toBe(false);
  expect(fits({ id: 'zz', edits: true })).toBe(true);
});

test('ids and slugs are unique, and no id is another place’s alias', () => {
  expect(new Set(places.map(({ slug }) => slug)).size).toBe(places.length);
  const owner = new Map(places.map(({ id }) => [id, id]));
  const taken = places.flatMap(({ id, aliases }) =>
    aliases.filter((alias) => (owner.get(alias.toLowerCase()) ?? id) !== id),
  );
  expect(taken).toEqual([]);
});

test('a hand-written portal replaces the made one of the same address', () => {
  const portals = criteria.place('ma').portals.filter(({ url }) => url === 'https://www.data.gov.ma');
  expect(portals).toHaveLength(1);
  expect(portals[0]?.languages).toEqual(['fr', 'ar']);
});

test('every member of the United Nations and every place of the index is there', () => {
  expect(places.length).toBeGreaterThanOrEqual(193);
  for (const id of ['gb', 'tw', 'xk', 'gg', 'im', 'tc', 'ps']) expect(criteria.places()).toContain(id);
});

test('every fact, domain, portal and address names its source', () => {
  for (const { domains, portals, addresses, facts, responsible } of places) {
    const sourced = [...domains, ...portals, ...addresses, ...Object.values(facts), ...Object.values(responsible)];
    expect(sourced.filter(({ source }) => source.trim() === '')).toEqual([]);
  }
});

test('addresses and responsible bodies speak of categories that exist', () => {
  const known = new Set(criteria.categories());
  const named = places.flatMap((place) => [
    ...place.addresses.map(({ category }) => category),
    ...Object.keys(place.responsible),
  ]);
  expect(named.filter((category) => !known.has(category))).toEqual([]);
});
