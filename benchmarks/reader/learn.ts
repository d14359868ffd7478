import { buckets, type Features, parts } from '../../src/content/roles/features.ts';
import { type Draw, shuffled } from './draw.ts';

/** A softmax over hashed features, as it is learned: weights by bucket and role, one after the other. */
export interface Learned {
  readonly roles: readonly string[];
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

/** An example as the learner sees it. */
export interface Taught {
  readonly features: Features;
  readonly role: number;
  readonly weight: number;
}

const epochs = 12;
const pace = 0.15;
/** Pulls weights that nothing asks for towards zero. */
const decay = 2e-5;

/** Learns by single examples, with a pace of its own for each weight (Adagrad). The same examples and draws give the same weights. */
export const learn = (roles: readonly string[], examples: readonly Taught[], draw: Draw): Learned => {
  const size = roles.length;
  const weights = new Float64Array(buckets * size);
  const seen = new Float64Array(buckets * size).fill(1e-3);
  const bias = new Float64Array(size);
  const sums = new Float64Array(size);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const { features, role, weight } of shuffled(examples, draw)) {
      const { indexes, values } = features;
      sums.set(bias);
      for (const [at, bucket] of indexes.entries()) {
        const value = (values[at] ?? 0) / parts;
        for (let one = 0; one < size; one += 1)
          sums[one] = (sums[one] ?? 0) + value * (weights[bucket * size + one] ?? 0);
      }
      toShares(sums);
      for (let one = 0; one < size; one += 1) {
        const slope = ((sums[one] ?? 0) - (one === role ? 1 : 0)) * weight;
        sums[one] = slope;
        bias[one] = (bias[one] ?? 0) - 0.02 * slope;
      }
      for (const [at, bucket] of indexes.entries()) {
        const value = (values[at] ?? 0) / parts;
        for (let one = 0; one < size; one += 1) {
          const place = bucket * size + one;
          const step = (sums[one] ?? 0) * value + decay * (weights[place] ?? 0);
          const known = (seen[place] ?? 0) + step * step;
          seen[place] = known;
          weights[place] = (weights[place] ?? 0) - (pace * step) / Math.sqrt(known);
        }
      }
    }
  }
  return { roles, weights, bias };
};

const toShares = (sums: Float64Array): void => {
  let highest = Number.NEGATIVE_INFINITY;
  for (const sum of sums) highest = Math.max(highest, sum);
  let all = 0;
  for (const [one, sum] of sums.entries()) {
    const odds = Math.exp(sum - highest);
    sums[one] = odds;
    all += odds;
  }
  for (const [one, odds] of sums.entries()) sums[one] = odds / all;
};
