import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { openCriteria } from '../../src/criteria/load.ts';
import { openSchemas } from '../../src/criteria/schemas.ts';
import { readLicenceData } from '../../src/licence/index.ts';

const folder = fileURLToPath(new URL('../../criteria/', import.meta.url));
const schemas = openSchemas(folder);
const data = readLicenceData(openCriteria());

test.each([
  ...readdirSync(`${folder}licences`).map((name) => ['licences', `licences/${name}`]),
  ['licence-names', 'vocabulary/licence-names.yaml'],
  ['licence-phrases', 'vocabulary/licence-phrases.yaml'],
  ['licence-clauses', 'vocabulary/licence-clauses.yaml'],
  ['deed-names', 'vocabulary/deed-names.yaml'],
])('by the schema of %s, %s is sound', (schema, file) => {
  expect(schemas.misfits(schema, parse(readFileSync(`${folder}${file}`, 'utf8')))).toEqual([]);
});

test('every file of licences is read', () => {
  const count = readdirSync(`${folder}licences`)
    .map((name) => openCriteria().data<readonly unknown[]>(`licences/${name.replace('.yaml', '')}`).length)
    .reduce((sum, length) => sum + length, 0);
  expect(data.table.length).toBe(count);
});

test('no expression repeats what is repeated inside it, which would take endless time on hostile text', () => {
  const nested = /\((?:\?:)?[^()]*[+*][^()]*\)[+*]|\)\{\d+,\}/;
  const all = [
    ...data.table.flatMap(({ addresses = [] }) => addresses),
    ...data.phrases.flatMap(({ cues, language, ...lists }) => Object.values(lists).flat()),
    ...data.clauses.flatMap(({ common, language, ...lists }) => Object.values(lists).flat()),
  ];
  expect(all.filter((source) => nested.test(source))).toEqual([]);
});

test('every language that speaks of rights can read a clause', () => {
  const read = new Set(data.clauses.map(({ language }) => language));
  expect(data.phrases.filter(({ language }) => !read.has(language))).toEqual([]);
});
