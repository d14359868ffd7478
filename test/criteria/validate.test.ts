import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { crossMisfits } from '../../src/criteria/cross.ts';
import { filesUnder, problemsIn } from '../../src/criteria/files.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { criteriaFolder, openSchemas } from '../../src/criteria/schemas.ts';
import { UserError } from '../../src/model/errors.ts';
import { review } from '../builders.ts';

const schemas = openSchemas(criteriaFolder());
const folder = mkdtempSync(join(tmpdir(), 'odi-validate-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Problems of a file with this name and text, as `line: at: says`. */
const problemsOf = (name: string, text: string): readonly string[] => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return problemsIn(file, schemas).map(({ line, at, says }) => `${line}: ${at}: ${says}`);
};

const place = `id: zz
slug: nowhere
names: { en: Nowhere }
aliases: []
languages: [en]
domains:
  - { value: gov.zz, source: test }
portals: []
addresses: []
facts: {}
responsible: {}
`;

describe('a file is fine', () => {
  test.each([
    ['place.yaml', place],
    ['edits.yaml', 'id: zz\nedits: true\n'],
    ['review.json', JSON.stringify(review())],
    ['reviews.json', JSON.stringify({ reviews: [review(), review({ year: 2016 })] })],
  ])('when it fits the schema of its kind: %s', (name, text) => {
    expect(problemsOf(name, text)).toEqual([]);
  });
});

describe('a problem is told with its line, its place and what was expected', () => {
  const [first, ...others] = [
    ['a value of the wrong kind', place.replace('[en]', 'en'), '5: /languages: a list is expected, not a string'],
    ['a field that is missing', place.replace(', source: test', ''), '7: /domains/0: source is missing'],
    ['a field that nobody knows', `${place}mood: good\n`, '1: : mood is no field that is known here'],
    [
      'text of another shape',
      place.replace('id: zz', 'id: ZZZ'),
      '1: /id: text that matches ^[a-z0-9]+(?:-[a-z0-9]+)*$ is expected, not "ZZZ"',
    ],
    ['an empty text', place.replace('en: Nowhere', "en: ''"), '3: /names/en: something is expected here; it is empty'],
  ] as const;
  test.each([first, ...others])('%s', (_, text, problem) => {
    expect(problemsOf('place.yaml', text)).toEqual([problem]);
  });

  test('a sign that YAML does not allow there', () => {
    expect(problemsOf('place.yaml', 'id: zz\nnames: { en: Nowhere\nslug: nowhere\n')[0]).toMatch(/^[34]: : /);
  });

  test('a review, down to the answer', () => {
    const text = JSON.stringify(review(), null, 2).replace('"answer": "Unsure"', '"answer": "Maybe"');
    const [problem, ...rest] = problemsOf('review.json', text);
    expect(rest).toEqual([]);
    expect(problem).toMatch(/^\d+: \/answers\/free\/answer: one of Yes, No, Unsure is expected, not "Maybe"$/);
    const line = Number(problem?.split(':', 1)[0]);
    expect(text.split('\n')[line - 1]).toContain('Maybe');
  });

  test('one of several reviews', () => {
    const text = JSON.stringify({ reviews: [review(), { ...review(), year: 'then' }] });
    expect(problemsOf('reviews.json', text)).toEqual(['1: /reviews/1/year: a whole number is expected, not a string']);
  });

  test('a file that is nothing of ours', () => {
    expect(problemsOf('shopping.yaml', 'milk: 2\n')[0]).toMatch(/^1: : a category, .* is expected/);
  });

  test.each(['', 'null', '[]', '"x"', '{'])('a file with hardly anything in it: %s', (text) => {
    expect(problemsOf('odd.json', text)).toHaveLength(1);
  });
});

describe('a review that fits the schema and yet makes no sense', () => {
  test.each([
    ['cites evidence that is not there', review({ evidence: [] }), '/answers/exists/evidence', 'ev-1 is cited, but'],
    [
      'adds up wrongly',
      review({ score: { points: 30, ceiling: 50, outOf: 50 } }),
      '/score/points',
      'add up to 5, not 30',
    ],
    [
      'has a ceiling below its points',
      review({ score: { points: 5, ceiling: 0, outOf: 50 } }),
      '/score/ceiling',
      'below',
    ],
  ])('%s', (_, given, at, says) => {
    const problems = problemsOf('review.json', JSON.stringify(given));
    expect(problems.find((problem) => problem.includes(` ${at}: `))).toContain(says);
  });
});

describe('files', () => {
  test('of a folder are found below it, schemas left out', () => {
    const files = filesUnder([criteriaFolder()]);
    expect(files.some((file) => file.endsWith('/categories/election-results.yaml'))).toBe(true);
    expect(files.some((file) => file.endsWith('.schema.json'))).toBe(false);
  });

  test('that do not exist are named', () => {
    expect(() => filesUnder([join(folder, 'nothing')])).toThrow(UserError);
    expect(() => filesUnder([join(folder, 'nothing')])).toThrow(/nothing cannot be read: there is no such file/);
  });
});

describe('across files', () => {
  const criteria = openCriteria();
  const checks = [
    ...new Set(criteria.editions().flatMap((id) => criteria.edition(id).questions.flatMap((q) => q.checks))),
  ];

  test('the criteria that ship fit together', () => {
    expect(crossMisfits(criteria, checks)).toEqual([]);
  });

  test('a check without a weight is told, and a weight without a check', () => {
    const told = crossMisfits(criteria, [...checks.filter((id) => id !== 'bulk'), 'beauty']).map(({ says }) => says);
    expect(told).toContain('no edition gives the check beauty a weight');
    expect(told.some((says) => says.startsWith('there is no check bulk'))).toBe(true);
  });

  test('an edition’s category without a file, and an address of a category that nobody knows', () => {
    const fewer = { ...criteria, categories: () => criteria.categories().filter((id) => id !== 'election-results') };
    const told = crossMisfits(fewer, checks).map(({ path, says }) => `${path}: ${says.split(';', 1)[0]}`);
    expect(told).toContain('methodologies/godi-2015: there is no file categories/election-results');
    expect(told).toContain('places/ma: there is no category election-results');
  });
});
