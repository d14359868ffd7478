import { describe, expect, test } from 'vitest';
import { drawFrom, shuffled } from '../../../benchmarks/reader/draw.ts';
import { learn, type Taught } from '../../../benchmarks/reader/learn.ts';
import { packed } from '../../../benchmarks/reader/pack.ts';
import { modelOf } from '../../../src/content/roles/model.ts';

/* What trains the reader keeps in `criteria/models` what the program reads there, and keeps the same for the same lessons. */

const roles = ['one', 'other'];
const features = (...indexes: readonly number[]) => ({ indexes, values: indexes.map(() => 64) });
const lessons: readonly Taught[] = Array.from({ length: 40 }, (_, at) => ({
  features: at % 2 === 0 ? features(3, 32_767) : features(7, 32_767),
  role: at % 2,
  weight: 1,
}));

const trained = (seed: number, kept = 1_000) => packed(learn(roles, lessons, drawFrom(seed)), kept);

describe('training', () => {
  test('the same lessons and seed give the same bytes', () => {
    expect(trained(7)).toEqual(trained(7));
  });

  test('another seed gives others', () => {
    expect(trained(8).weights).not.toBe(trained(7).weights);
  });

  test('what was learned is what is read', () => {
    const model = modelOf(trained(7));
    expect(model(features(3)).get('one')).toBeGreaterThan(0.9);
    expect(model(features(7)).get('one')).toBeLessThan(0.1);
    expect(model(features(32_767)).get('one')).toBeCloseTo(0.5, 0);
  });

  test('only the heaviest weights are kept', () => {
    expect(trained(7, 4).weights.length).toBeLessThan(trained(7).weights.length);
    expect(modelOf(trained(7, 4))(features(3)).get('one')).toBeGreaterThan(0.9);
  });
});

test('a seed draws the same row, within its limit', () => {
  const [one, other] = [drawFrom(3), drawFrom(3)];
  const drawn = Array.from({ length: 500 }, () => one(6));
  expect(drawn).toEqual(Array.from({ length: 500 }, () => other(6)));
  expect([...new Set(drawn)].sort()).toEqual([0, 1, 2, 3, 4, 5]);
});

test('a shuffled list holds the same things', () => {
  const list = [1, 2, 3, 4, 5, 6, 7, 8];
  const order = shuffled(list, drawFrom(3));
  expect([...order].sort()).toEqual(list);
  expect(order).not.toEqual(list);
});
