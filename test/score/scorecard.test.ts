import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';
import type { ScoredEntry } from '../../src/model/scorecard.ts';
import { openScorecard } from '../../src/score/index.ts';
import { percent, RankTally, roundedMean } from '../../src/score/rank.ts';

const criteria = openCriteria();
const names = { place: (id: string) => id.toUpperCase(), category: (id: string) => id };

const entry = (place: string, category: string, points: number, more: Partial<ScoredEntry> = {}): ScoredEntry => ({
  place: { id: place, name: place.toUpperCase() },
  category: { id: category, title: category },
  points,
  ceiling: points,
  isOpen: false,
  printedYear: 2026,
  ...more,
});

const cardOf = (
  edition: string,
  year: number,
  entries: readonly ScoredEntry[],
  beside: readonly ScoredEntry[] = [],
) => {
  const card = openScorecard(criteria.edition(edition), year, names);
  for (const one of entries) card.add(one);
  for (const one of beside) card.compete(one);
  return card.close();
};

describe('a year of audits', () => {
  const card = cardOf('godi-2015', 2026, [
    entry('ma', 'election-results', 45, { ceiling: 75 }),
    entry('ma', 'national-map', 10),
    entry('tn', 'election-results', 100, { isOpen: true }),
    entry('dz', 'national-map', 10),
    entry('eg', 'national-map', 0),
  ]);

  test('means are over all categories of the year: what was not submitted stays in the denominator', () => {
    expect(card.places.map(({ id, score, rank }) => [id, score, rank])).toEqual([
      ['tn', 50, 1],
      ['ma', 28, 2],
      ['dz', 5, 3],
      ['eg', 0, 4],
    ]);
  });

  test('undecided points are a range', () => {
    expect(card.places.find(({ id }) => id === 'ma')).toMatchObject({ score: 28, ceiling: 43 });
  });

  test('ties share a rank and the next one is skipped', () => {
    const ranks = card.places.map(({ id, categories }) => [id, categories['national-map']?.rank]);
    expect(ranks).toEqual([
      ['tn', undefined],
      ['ma', 1],
      ['dz', 1],
      ['eg', 3],
    ]);
  });

  test('categories are means over all places', () => {
    expect(card.categories.map(({ id, score, rank, open, entries }) => [id, score, rank, open, entries])).toEqual([
      ['election-results', 36, 1, 1, 2],
      ['national-map', 5, 2, 0, 3],
    ]);
  });

  test('the summary counts places, entries and open ones, the percentage cut off', () => {
    expect(card.summary).toEqual({ places: 4, entries: 5, open: 1, openPercent: 20 });
  });

  test('exclusions of the published index do not reach another year', () => {
    expect(cardOf('godi-2015', 2026, [entry('mt', 'transport-timetables', 50)]).places).toMatchObject([
      { id: 'mt', rank: 1, score: 50 },
    ]);
  });
});

describe('the published year of an edition', () => {
  test('2015: excluded places stand last with nothing, whatever was entered for them', () => {
    const { places, summary } = cardOf('godi-2015', 2015, [
      entry('ma', 'national-map', 10),
      entry('mt', 'national-map', 100),
    ]);
    expect(places.find(({ id }) => id === 'mt')).toMatchObject({ score: 0, rank: 2, entries: 0 });
    expect([places.length, summary.entries]).toEqual([149, 1]);
  });

  test('2013: excluded places are blank', () => {
    const { places } = cardOf('godi-2013', 2013, [entry('tn', 'national-map', 10)]);
    expect(places.find(({ id }) => id === 'ma')).toMatchObject({ score: null, rank: null });
  });

  test('2014: an entry that was carried forward is ranked among those of its printed year', () => {
    const entries = [
      entry('mt', 'national-map', 10, { printedYear: 2013 }),
      entry('tn', 'national-map', 50, { printedYear: 2014 }),
    ];
    const beside = [entry('fr', 'national-map', 90, { printedYear: 2013 })];
    const { places } = cardOf('godi-2014', 2014, entries, beside);
    const ranks = places
      .filter((place) => place.entries > 0)
      .map(({ id, categories }) => [id, categories['national-map']?.rank]);
    expect(ranks).toEqual([
      ['tn', 1],
      ['mt', 2],
    ]);
  });

  test('2015 ranks on the rounded score, 2014 on the raw sum', () => {
    const entries = ['ma', 'tn'].flatMap((place, at) =>
      ['national-map', 'legislation', 'election-results'].map((category, of) =>
        entry(place, category, of === 0 ? 10 + at : 0),
      ),
    );
    const ranks = (edition: string, year: number) =>
      cardOf(edition, year, entries)
        .places.filter(({ entries: count }) => count > 0)
        .map(({ id, score, rank }) => [id, score, rank]);
    expect(ranks('godi-2015', 2015)).toEqual([
      ['tn', 4, 1],
      ['ma', 3, 2],
    ]);
    expect(ranks('godi-2014', 2014)).toEqual([
      ['tn', 4, 1],
      ['ma', 3, 2],
    ]);
    const close = entries.map((one) => (one.points === 11 ? { ...one, points: 10.5, ceiling: 10.5 } : one));
    expect(
      cardOf('godi-2014', 2014, close)
        .places.slice(0, 2)
        .map(({ rank }) => rank),
    ).toEqual([1, 2]);
  });
});

test.each([
  [455, 10, 46],
  [454, 10, 45],
  [45, 100, 0],
  [50, 100, 1],
  [1350, 15, 90],
  [0, 13, 0],
  [10, 0, 0],
])('%i over %i rounds to %i, halves up', (sum, count, mean) => {
  expect(roundedMean(sum, count)).toBe(mean);
});

test('the share of open entries is cut off or rounded, as the edition says', () => {
  expect([percent(156, 1586, 'floor'), percent(156, 1586, 'half-up'), percent(0, 0, 'floor')]).toEqual([9, 10, 0]);
});

test('a competition rank is one more than there are greater values', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 }), (values) => {
      const tally = new RankTally();
      for (const value of values) tally.add(value);
      for (const value of values) expect(tally.rankOf(value)).toBe(values.filter((other) => other > value).length + 1);
    }),
  );
});
