/*
 * Intervals of shares and a test of pairs: what can be said of a whole by a part of it. Every interval is at 95 %.
 *
 * Wilson: E. B. Wilson, JASA 22 (1927). Clopper and Pearson: Biometrika 26 (1934), here over the hypergeometric distribution
 * of a draw without replacement. Clusters: W. G. Cochran, Sampling Techniques (1977), 9.3. McNemar: Psychometrika 12 (1947).
 */

/** Ends of an interval, both between 0 and 1. */
export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the standard normal distribution. */
const z = 1.959963984540054;

const inUnit = (value: number): number => Math.min(1, Math.max(0, value));

/** Wilson's score interval of a share of an endless population, of which `hits` of `n` were seen; `n` may be a fraction. */
export const wilson = (hits: number, n: number): ShareInterval => {
  if (n <= 0) return { low: 0, high: 1 };
  const share = hits / n;
  const scale = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: hits === 0 ? 0 : inUnit(centre - half), high: hits === n ? 1 : inUnit(centre + half) };
};

/** Logarithms of factorials, by Stirling's series above the ones that are added up. */
const exactFactorials = 256;
const small: readonly number[] = (() => {
  const sums = [0];
  for (let n = 1; n < exactFactorials; n += 1) sums.push((sums[n - 1] ?? 0) + Math.log(n));
  return sums;
})();

const logFactorial = (n: number): number =>
  small[n] ?? (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * n) - 1 / (360 * n ** 3);

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** Probability of exactly `hits` among `n` drawn of a population of `size`, of which `marked` are hits. */
const hypergeometric = (hits: number, n: number, marked: number, size: number): number =>
  hits < 0 || hits > marked || n - hits < 0 || n - hits > size - marked
    ? 0
    : Math.exp(logChoose(marked, hits) + logChoose(size - marked, n - hits) - logChoose(size, n));

/** Probability of at most `hits`. */
const atMost = (hits: number, n: number, marked: number, size: number): number => {
  let sum = 0;
  for (let k = Math.max(0, n - (size - marked)); k <= Math.min(hits, marked, n); k += 1)
    sum += hypergeometric(k, n, marked, size);
  return Math.min(1, sum);
};

/** The first number from `low` to `high` for which a test holds that holds for all after it; `high + 1` where none does. */
const firstWhere = (low: number, high: number, holds: (value: number) => boolean): number => {
  let [from, to] = [low, high + 1];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
};

const tail = 0.025;

/**
 * The exact interval of Clopper and Pearson for a finite population: all numbers of hits in it that do not make what was seen
 * rarer than one in forty on either side. Nothing is left to guess where all of it was seen.
 *
 * @param hits - hits among those that were drawn
 * @param n - drawn, without replacement, at most `size`
 * @param size - the whole population
 */
export const finite = (hits: number, n: number, size: number): ShareInterval => {
  if (n <= 0) return { low: 0, high: 1 };
  if (n >= size) return { low: hits / size, high: hits / size };
  const most = size - (n - hits);
  const low = firstWhere(hits, most, (marked) => 1 - atMost(hits - 1, n, marked, size) > tail);
  const high = firstWhere(hits, most, (marked) => atMost(hits, n, marked, size) <= tail) - 1;
  return { low: low / size, high: Math.max(low, high) / size };
};

/** Above this part of the population, what was drawn is too much of it to be taken for a draw of an endless one. */
const noticeablePart = 0.05;

/** The interval that fits: exact over a finite population of which more than 5 % was drawn, Wilson's else. */
export const shareInterval = (
  hits: number,
  n: number,
  size: number | null,
): ShareInterval & { readonly method: 'hypergeometric' | 'wilson' } =>
  size !== null && n > 0 && n / size > noticeablePart
    ? { ...finite(hits, Math.min(n, size), size), method: 'hypergeometric' }
    : { ...wilson(hits, n), method: 'wilson' };

/** The 97.5 % point of Student's distribution (Hill's expansion about the normal one, good to three digits from 3 on). */
export const studentPoint = (freedom: number): number => {
  const few = [12.706, 4.303, 3.182, 2.776, 2.571][freedom - 1];
  if (few !== undefined) return few;
  const v = freedom;
  return (
    z +
    (z ** 3 + z) / (4 * v) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3)
  );
};

/** One cluster: how many it holds, and how many of them are hits. */
export interface ShareCluster {
  readonly size: number;
  readonly hits: number;
}

/**
 * The interval of a share of which whole clusters were drawn, as pages of a list: by how much they differ from one another, not by
 * how many records are in them. The ratio's variance makes an effective number of records, and Wilson's interval is taken
 * over that. Where all pages agree, they vary by nothing, and each page counts as one.
 *
 * @param all - clusters that there are
 */
export const clustered = (clusters: readonly ShareCluster[], all: number): ShareInterval => {
  const n = clusters.length;
  const size = clusters.reduce((sum, one) => sum + one.size, 0);
  const hits = clusters.reduce((sum, one) => sum + one.hits, 0);
  if (n === 0 || size === 0) return { low: 0, high: 1 };
  const share = hits / size;
  if (n >= all) return { low: share, high: share };
  const spread = clusters.reduce((sum, one) => sum + (one.hits - share * one.size) ** 2, 0) / Math.max(1, n - 1);
  const variance = ((1 - n / all) * spread * n) / size ** 2;
  if (n === 1 || variance === 0) return wilson(share * n, n);
  const scaled = (share * (1 - share)) / variance;
  const effective = Math.min(size, scaled * (z / studentPoint(n - 1)) ** 2);
  return wilson(share * effective, effective);
};

/** How many equal weights tell as much as unequal ones (Kish, Survey Sampling, 1965). */
export const effectiveSize = (weights: readonly number[]): number => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  return squares === 0 ? 0 : (sum * sum) / squares;
};

/**
 * McNemar's exact test: could as many of the pairs that changed have changed in one direction by chance?
 *
 * @param worse - pairs that changed for the worse
 * @param better - pairs that changed for the better
 * @returns the two-sided probability under chance, 1 where nothing changed
 */
export const mcnemar = (worse: number, better: number): number => {
  const n = worse + better;
  const fewer = Math.min(worse, better);
  let sum = 0;
  for (let k = 0; k <= fewer; k += 1) sum += Math.exp(logChoose(n, k) - n * Math.LN2);
  return Math.min(1, 2 * sum);
};
