import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWeb } from '../../fixtures/web/web.ts';
import { defaultDiscoveryLimits, discover } from '../../src/discover/index.ts';
import type { Candidate } from '../../src/model/records.ts';
import { type LoopbackWeb, openWeb } from './loopback.ts';
import { criteria, tools } from './tools.ts';

/* A made-up national web, see fixtures/web. The budget is the default one. */

const made = makeWeb(7);
let web: LoopbackWeb;
const ranked = new Map<string, { readonly candidates: readonly Candidate[]; readonly requests: number }>();

beforeAll(async () => {
  web = await openWeb(made.sites);
  for (const id of criteria.categories()) {
    const before = web.asked.length;
    const request = {
      place: made.place,
      category: criteria.category(id),
      extra: [],
      previous: [],
      fetch: web.fetch,
      asOf: '2024-12-31',
    };
    const { candidates } = await discover(request, tools);
    ranked.set(id, { candidates, requests: web.asked.length - before });
  }
}, 120_000);
afterAll(() => web.close());

const placeOf = (id: string): number =>
  (ranked.get(id)?.candidates ?? []).findIndex(({ url }) => url === made.expected[id]) + 1;

test('the web has 40 sites and 300 datasets', () => {
  expect(Object.keys(made.sites)).toHaveLength(40);
  expect(made.datasets).toBe(300);
});

describe.each(criteria.categories())('the right address of %s', (id) => {
  test('is among the first three, within the budget', () => {
    const { candidates, requests } = ranked.get(id) ?? { candidates: [], requests: 0 };
    const told = candidates
      .slice(0, 4)
      .map(
        ({ url, score, parts }) => `${score} ${url} ${parts.map(({ name, points }) => `${name} ${points}`).join(', ')}`,
      );
    expect(placeOf(id), told.join('\n')).toBeGreaterThan(0);
    expect(placeOf(id), told.join('\n')).toBeLessThanOrEqual(3);
    expect(requests).toBeLessThanOrEqual(defaultDiscoveryLimits.requests);
  });
});

test('it is the first for at least 13 of the 15 categories', () => {
  const notFirst = criteria.categories().filter((id) => placeOf(id) !== 1);
  expect(notFirst.length, notFirst.join(', ')).toBeLessThanOrEqual(2);
});

test('every candidate says why, and its score is the sum of its parts', () => {
  for (const { candidates } of ranked.values()) {
    for (const { why, score, parts } of candidates) {
      expect(why).not.toBe('');
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    }
  }
});
