import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { extend, pointerInOwn } from '../../src/criteria/merge.ts';
import { openOverlay } from '../../src/criteria/overlay.ts';
import { criteriaFolder, openSchemas } from '../../src/criteria/schemas.ts';
import type { Criteria } from '../../src/model/data.ts';

const root = mkdtempSync(join(tmpdir(), 'odi-overlay-'));
afterAll(() => rmSync(root, { recursive: true }));

/** The data of the program, with something that the build made of every file. */
const base: Criteria = { ...openCriteria(), built: <T>(path: string) => `made ${path}` as T };
const schemas = openSchemas(criteriaFolder());

let count = 0;
const overlay = (files: Readonly<Record<string, string>>) => {
  count += 1;
  const folder = join(root, String(count));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return openOverlay(
    folder,
    base,
    schemas,
    checks.map(({ id }) => id),
  );
};

const place = `id: freeport
slug: freeport
names: { en: Freeport }
aliases: []
languages: [en]
domains: []
portals: []
addresses: []
facts: {}
responsible: {}
`;
const words = 'concepts:\n  arsenic:\n    expects: number\n    words: { en: [grey poison] }\n';

describe('what the build made of a file that an own method changes is made anew, and nothing else', () => {
  const concepts = 'vocabulary/concepts';
  const kept = ['licence/filed', 'models/election-results', `${concepts}/procurement`, 'vocabulary/field-names'];

  test.each([
    [
      'a place',
      { 'places/freeport.yaml': place },
      [`${concepts}/country-name`, `${concepts}/country-name-words`],
      kept,
    ],
    [
      'words of a category',
      { 'vocabulary/concepts/water-quality.yaml': words },
      [`${concepts}/water-quality`, `${concepts}/water-quality-words`],
      kept,
    ],
    [
      'words that all categories share',
      { 'vocabulary/concepts/shared.yaml': words },
      [`${concepts}/shared`, 'vocabulary/field-names', 'vocabulary/field-names-words'],
      ['licence/filed', `${concepts}/procurement`],
    ],
  ] as const)('%s', (_, files, anew, still) => {
    const { criteria, problems } = overlay(files);
    expect(problems).toEqual([]);
    expect(anew.map((path) => criteria.built(path))).toEqual(anew.map(() => null));
    expect(still.map((path) => criteria.built(path))).toEqual(still.map((path) => `made ${path}`));
  });
});

describe('an edition that extends another', () => {
  const own =
    'id: ours\nextends: godi-2015\ntitle: Ours\nyear: 2026\nsource: We\nquestions:\n  - { id: bulk, weight: 11 }\n';
  const { criteria, problems } = overlay({ 'methodologies/ours.yaml': own });

  test('changes what it names, in the order that was there', () => {
    expect(problems).toEqual([]);
    const [ours, before] = [criteria.edition('ours'), criteria.edition('godi-2015')];
    expect(ours.questions.map(({ id }) => id)).toEqual(before.questions.map(({ id }) => id));
    expect(ours.questions.map(({ weight }) => weight)).toEqual([5, 5, 5, 5, 15, 15, 11, 30, 10]);
    expect(ours.cascade).toEqual(before.cascade);
  });

  test('has nobody in a published scorecard', () => {
    expect(criteria.edition('godi-2015').scorecard.published).not.toBeNull();
    expect(criteria.edition('ours').scorecard.published).toBeNull();
  });

  test('asks of every category what the other asks', () => {
    const entry = (edition: string) =>
      criteria.category('water-quality').editions.find((one) => one.edition === edition);
    expect(entry('ours')).toEqual({ ...entry('godi-2015'), edition: 'ours' });
  });

  test('leaves the data of the program as it was', () => {
    expect(base.editions()).not.toContain('ours');
    expect(base.category('water-quality').editions.some(({ edition }) => edition === 'ours')).toBe(false);
    expect(base.edition('godi-2015').questions.find(({ id }) => id === 'bulk')?.weight).toBe(10);
  });
});

test('an own place is found by its name, beside all others', () => {
  const { criteria } = overlay({ 'places/freeport.yaml': place });
  expect(criteria.gazetteer()).toHaveLength(base.gazetteer().length + 1);
  expect(criteria.places().at(-1)).toBe('freeport');
});

test('edits of a place that nobody knows are told', () => {
  const { problems } = overlay({ 'places/edits/zz.yaml': 'id: zz\nedits: true\nlanguages: [en]\n' });
  expect(problems.map(({ line, says }) => [line, says])).toEqual([[1, 'there is no place zz to edit']]);
});

describe('extending', () => {
  test.each([
    [{ a: 1, b: { c: 1, d: 1 } }, { b: { c: 2 } }, { a: 1, b: { c: 2, d: 1 } }],
    [
      [
        { id: 'a', w: 1 },
        { id: 'b', w: 1 },
      ],
      [
        { id: 'b', w: 2 },
        { id: 'c', w: 3 },
      ],
      [
        { id: 'a', w: 1 },
        { id: 'b', w: 2 },
        { id: 'c', w: 3 },
      ],
    ],
    [['a', 'b'], ['c'], ['c']],
    [[{ id: 'a' }], [], []],
    [{ a: [1] }, { a: null }, { a: null }],
  ])('%j by %j', (before, own, made) => {
    expect(extend(before, own)).toEqual(made);
  });

  test('a place of what was made is found in the own file, or the nearest around it', () => {
    const [before, own] = [
      {
        q: [
          { id: 'a', w: 1 },
          { id: 'b', w: 1 },
        ],
        t: 'x',
      },
      { q: [{ id: 'b', w: 'no' }] },
    ];
    const made = extend(before, own);
    expect(pointerInOwn('/q/1/w', made, own)).toBe('/q/0/w');
    expect(pointerInOwn('/q/0/w', made, own)).toBe('/q');
    expect(pointerInOwn('/t', made, own)).toBe('');
  });
});
