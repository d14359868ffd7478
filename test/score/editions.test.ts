import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';

const criteria = openCriteria();
const schema = JSON.parse(
  readFileSync(new URL('../../criteria/schema/methodology.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);

describe.each(criteria.editions())('%s', (id) => {
  const edition = criteria.edition(id);
  const questions = edition.questions.map((question) => question.id);

  test('fits its schema', () => {
    expect(validate(edition), JSON.stringify(validate.errors)).toBe(true);
  });

  test('bears the name of its file', () => {
    expect(edition.id).toBe(id);
  });

  test('weighs its questions to a hundred', () => {
    expect(edition.questions.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  test('names only questions and gates of its own', () => {
    const known = new Set([...questions, ...edition.gates, '*']);
    const named = [
      ...edition.open,
      ...edition.cascade.flatMap(({ when, then }) => [when.question, ...then.questions]),
      ...edition.contradictions.flatMap(({ when, expect: other }) => [when.question, ...other.questions]),
    ];
    expect(named.filter((question) => !known.has(question))).toEqual([]);
  });

  test('gives codes and exclusions only to categories and places it lists', () => {
    const { published } = edition.scorecard;
    const categories = new Set([...edition.categories, ...(published?.categories ?? [])]);
    expect(Object.keys(edition.codes.categories).filter((category) => !categories.has(category))).toEqual([]);
    expect(published?.excludedCategories.filter((category) => !published.categories.includes(category)) ?? []).toEqual(
      [],
    );
  });
});
