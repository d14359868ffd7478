import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clustered,
  effectiveSize,
  finite,
  mcnemar,
  shareInterval,
  studentPoint,
  wilson,
} from '../../src/portal/statistics.ts';

const percent = ({ low, high }: { readonly low: number; readonly high: number }): readonly number[] =>
  [low, high].map((end) => Math.round(end * 1000) / 10);

describe('Wilson', () => {
  test.each([
    [0, 100, [0, 3.7]],
    [5, 100, [2.2, 11.2]],
    [20, 100, [13.3, 28.9]],
    [40, 200, [15, 26.1]],
    [77, 385, [16.3, 24.3]],
    [100, 100, [96.3, 100]],
  ])('%i of %i', (hits, n, expected) => {
    expect(percent(wilson(hits, n))).toEqual(expected);
  });

  test('nothing seen says nothing', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

/** Every population by hand: its tails added up from factorials as whole numbers. */
const byHand = (hits: number, n: number, size: number): readonly [number, number] => {
  const choose = (from: number, k: number): bigint => {
    if (k < 0 || k > from) return 0n;
    let value = 1n;
    for (let index = 0; index < k; index += 1) value = (value * BigInt(from - index)) / BigInt(index + 1);
    return value;
  };
  const share = (part: bigint, whole: bigint): number => Number((part * 1_000_000_000n) / whole) / 1e9;
  const fits = Array.from({ length: size + 1 }, (_, marked) => marked).filter((marked) => {
    const all = choose(size, n);
    const mass = (k: number): bigint => choose(marked, k) * choose(size - marked, n - k);
    let [upTo, from] = [0n, 0n];
    for (let k = 0; k <= n; k += 1) {
      if (k <= hits) upTo += mass(k);
      if (k >= hits) from += mass(k);
    }
    return share(upTo, all) > 0.025 && share(from, all) > 0.025;
  });
  return [(fits[0] ?? 0) / size, (fits.at(-1) ?? 0) / size];
};

describe('a finite population', () => {
  test('136 datasets, 100 drawn, 20 of them hits: 4.0 points', () => {
    const { low, high } = finite(20, 100, 136);
    expect(percent({ low, high })).toEqual([16.2, 24.3]);
    expect((high - low) / 2).toBeCloseTo(0.04, 2);
  });

  test('all seen leaves nothing open', () => {
    expect(finite(3, 136, 136)).toEqual({ low: 3 / 136, high: 3 / 136 });
  });

  test.each([
    [0, 5, 12],
    [1, 5, 12],
    [5, 5, 12],
    [7, 20, 31],
    [20, 100, 136],
    [3, 40, 60],
  ])('%i of %i drawn from %i, held against whole numbers', (hits, n, size) => {
    const { low, high } = finite(hits, n, size);
    expect([low, high]).toEqual(byHand(hits, n, size));
  });

  test('more than one in twenty drawn is a finite population, less is an endless one', () => {
    expect(shareInterval(5, 100, 2_000).method).toBe('wilson');
    expect(shareInterval(5, 100, 1_999).method).toBe('hypergeometric');
    expect(shareInterval(5, 100, null).method).toBe('wilson');
  });

  test('what was seen is always inside', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 80 }), fc.nat(), (n, more, seed) => {
        const size = n + more;
        const hits = seed % (n + 1);
        const { low, high } = finite(hits, n, size);
        return low * size >= hits - 1e-9 && high * size <= size - (n - hits) + 1e-9 && low <= high;
      }),
    );
  });
});

describe('pages', () => {
  test('that differ tell less than as many records drawn one by one', () => {
    const differing = [10, 90, 20, 80, 50].map((hits) => ({ size: 100, hits }));
    const [pages, records] = [clustered(differing, 1_000), wilson(250, 500)];
    expect(pages.high - pages.low).toBeGreaterThan(3 * (records.high - records.low));
  });

  test('that agree count as one each', () => {
    expect(
      clustered(
        [1, 2, 3, 4].map(() => ({ size: 100, hits: 100 })),
        1_000,
      ),
    ).toEqual(wilson(4, 4));
  });

  test('all of them are no sample', () => {
    expect(
      clustered(
        [
          { size: 10, hits: 1 },
          { size: 10, hits: 3 },
        ],
        2,
      ),
    ).toEqual({ low: 0.2, high: 0.2 });
  });

  test('none say nothing', () => {
    expect(clustered([], 10)).toEqual({ low: 0, high: 1 });
  });
});

describe('pairs', () => {
  test.each([
    [0, 0, 1],
    [1, 8, 0.0390625],
    [8, 1, 0.0390625],
    [5, 5, 1],
  ])('%i worse and %i better', (worse, better, chance) => {
    expect(mcnemar(worse, better)).toBeCloseTo(chance, 9);
  });
});

test.each([
  [1, 12.706],
  [5, 2.571],
  [6, 2.447],
  [39, 2.023],
  [1_000, 1.962],
])('Student with %i degrees', (freedom, point) => {
  expect(studentPoint(freedom)).toBeCloseTo(point, 2);
});

test('weights that differ tell less', () => {
  expect(effectiveSize([1, 1, 1, 1])).toBe(4);
  expect(effectiveSize([3, 1])).toBeCloseTo(1.6, 9);
  expect(effectiveSize([])).toBe(0);
});
