import { describe, expect, test } from 'vitest';
import {
  alphaOf,
  alphaOfTable,
  bootstrap,
  contingencyOf,
  intervalsOf,
  kappaOf,
  seededNumbers,
} from '../../src/score/agreement.ts';

type Pair = readonly [number, number];

/** Each cell of a table as so many pairs. */
const pairsOf = (table: readonly (readonly number[])[]): readonly Pair[] =>
  table.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, (): Pair => [first, second])),
  );

describe("Cohen's kappa", () => {
  test.each([
    // J. Cohen (1960), table 2: 200 cases, schizophrenia, neurosis, brain damage.
    [
      'Cohen 1960',
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      0.492,
    ],
    // J. L. Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. (1981), table 13.1: 100 subjects,
    // psychotic, neurotic, organic; printed as 0.68 with a standard error of 0.087.
    [
      'Fleiss 1981',
      [
        [75, 1, 4],
        [5, 4, 1],
        [0, 0, 10],
      ],
      0.676,
    ],
    [
      'as good as chance',
      [
        [1, 1],
        [1, 1],
      ],
      0,
    ],
    [
      'certain disagreement',
      [
        [0, 5],
        [5, 0],
      ],
      -1,
    ],
    [
      'certain agreement',
      [
        [3, 0],
        [0, 4],
      ],
      1,
    ],
  ])('%s', (_, table, published) => {
    expect(kappaOf(table)).toBeCloseTo(published, 3);
  });

  test.each([
    [
      'nothing was answered',
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'both only ever say the same',
      [
        [9, 0],
        [0, 0],
      ],
    ],
  ])('is not known where %s', (_, table) => {
    expect([kappaOf(table), alphaOfTable(table)]).toEqual([null, null]);
  });
});

describe("Krippendorff's alpha", () => {
  const coded = (...coders: readonly string[]): readonly (readonly number[])[] => {
    const letters = coders.map((codes) => codes.split(' '));
    const known = [...new Set(letters.flat())].filter((letter) => letter !== '.');
    return (letters[0] ?? []).map((_, unit) =>
      letters.map((codes) => codes[unit] ?? '.').flatMap((letter) => (letter === '.' ? [] : [known.indexOf(letter)])),
    );
  };

  // K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A, B and C.
  test.each([
    ['A: binary, two observers', ['0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'], 0.095],
    ['B: nominal, two observers', ['a a b b d c c c e d d a', 'b a b b b c c c e d d d'], 0.692],
    [
      'C: nominal, four observers, values missing',
      ['1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .'],
      0.743,
    ],
  ])('%s', (_, coders, published) => {
    expect(alphaOf(coded(...coders), 5)).toBeCloseTo(published, 3);
  });

  test('of a table is that of its pairs', () => {
    const units = coded('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
    const table = contingencyOf(
      units.map(([first = 0, second = 0]): Pair => [first, second]),
      5,
    );
    expect(alphaOfTable(table)).toBeCloseTo(alphaOf(units, 5) ?? Number.NaN, 12);
  });
});

describe('intervals', () => {
  const pairs = pairsOf([
    [75, 1, 4],
    [5, 4, 1],
    [0, 0, 10],
  ]);

  test('come near to what the standard error of the literature gives', () => {
    const [kappa] = intervalsOf(
      pairs.map((pair) => [pair]),
      3,
      [kappaOf],
    );
    // Fleiss prints 0.087: 0.676 ± 1.96 · 0.087.
    expect(kappa?.low).toBeGreaterThan(0.47);
    expect(kappa?.low).toBeLessThan(0.54);
    expect(kappa?.high).toBeGreaterThan(0.8);
    expect(kappa?.high).toBeLessThan(0.87);
  });

  test('are the same in every run', () => {
    const groups = pairs.map((pair) => [pair]);
    expect(intervalsOf(groups, 3, [kappaOf, alphaOfTable])).toEqual(intervalsOf(groups, 3, [kappaOf, alphaOfTable]));
  });

  test('are wider where answers come in groups that depend on one another', () => {
    const width = (groups: readonly (readonly Pair[])[]): number => {
      const [kappa] = intervalsOf(groups, 3, [kappaOf]);
      return (kappa?.high ?? 0) - (kappa?.low ?? 0);
    };
    const fours = pairs.filter((_, at) => at % 4 === 0).map((pair) => [pair, pair, pair, pair]);
    expect(width(fours)).toBeGreaterThan(1.5 * width(pairs.map((pair) => [pair])));
  });

  test('are none where the samples hardly ever vary', () => {
    expect(intervalsOf([[[0, 0]], [[0, 0]]], 3, [kappaOf])).toEqual([null]);
    expect(intervalsOf([], 3, [kappaOf])).toEqual([null]);
    expect(bootstrap.samples).toBe(1000);
  });
});

test('seeded numbers are those of mulberry32', () => {
  const random = seededNumbers(1);
  const drawn = [random(), random(), random()];
  expect(drawn.map((number) => Math.round(number * 2 ** 32))).toEqual([2693262067, 11749833, 2265367787]);
});
