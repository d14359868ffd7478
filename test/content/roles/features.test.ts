import { describe, expect, test } from 'vitest';
import { buckets, featuresOf, foldedOf, parts } from '../../../src/content/roles/features.ts';
import type { FieldLook } from '../../../src/content/roles/field.ts';

const look: FieldLook = {
  kind: 'column',
  text: 'Ungültige Stimmen',
  levels: ['Ungültige Stimmen'],
  hits: new Set(),
  before: new Set(),
  after: new Set(),
  among: new Set(),
  run: 0,
  type: 'integer',
  distinct: 40,
  rows: 200,
  fill: 1,
  examples: ['3', '12', '0'],
};

const weighed = (field: FieldLook): ReadonlyMap<number, number> => {
  const { indexes, values } = featuresOf(field);
  return new Map(indexes.map((bucket, at) => [bucket, values[at] ?? 0]));
};

/** Share of the weight of both that they have in common. */
const common = (one: FieldLook, other: FieldLook): number => {
  const [first, second] = [weighed(one), weighed(other)];
  const sum = (values: Iterable<number>): number => [...values].reduce((all, value) => all + value, 0);
  const shared = sum([...first].map(([bucket, value]) => Math.min(value, second.get(bucket) ?? 0)));
  return shared / Math.max(sum(first.values()), sum(second.values()));
};

describe('features of a field', () => {
  test.each([
    ['case and underscores', 'UNGUELTIGE_STIMMEN', 'unguelTige stimmen'],
    ['accents', 'Invàlids', 'invalids'],
    ['every number is the same one', 'Liste 12', 'Liste 7'],
    ['words written as one', 'validVotes', 'valid votes'],
  ])('%s are evened out', (_, one, other) => {
    expect(foldedOf(one)).toBe(foldedOf(other).replace('unguel tige', 'ungueltige'));
  });

  test.each([
    ['the type', { type: 'number' }],
    ['how many values differ', { distinct: 2 }],
    ['how many rows have one', { fill: 0.1 }],
    ['how large the values are', { examples: ['40000'] }],
    ['what its words name', { hits: new Set(['invalid-votes']) }],
    ['what the column before it names', { before: new Set(['valid-votes']) }],
    ['what the column after it names', { after: new Set(['voters']) }],
    ['how many unknown numbers stand beside it', { run: 8 }],
    ['where it was found', { kind: 'value' }],
  ] as const)('%s is one of them', (_, change) => {
    expect(common(look, { ...look, ...change })).toBeLessThan(1);
    expect(common(look, { ...look, ...change })).toBeGreaterThan(0.5);
  });

  test('a word that is inflected keeps most of them, another word few', () => {
    const inflected = common(look, { ...look, text: 'ungültigen Stimme', levels: ['ungültigen Stimme'] });
    const other = common(look, { ...look, text: 'Wahlberechtigte', levels: ['Wahlberechtigte'] });
    expect(inflected).toBeGreaterThan(other + 0.2);
  });

  test('all of them are whole numbers in known buckets', () => {
    const { indexes, values } = featuresOf({ ...look, text: `無効票数 ☃ ${'x'.repeat(4_000)}` });
    expect(indexes.length).toBeLessThan(800);
    expect(indexes.every((bucket) => Number.isInteger(bucket) && bucket >= 0 && bucket < buckets)).toBe(true);
    expect(values.every((value) => Number.isInteger(value) && value <= 8 * parts)).toBe(true);
  });
});
