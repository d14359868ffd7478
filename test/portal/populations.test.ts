import { describe, expect, test } from 'vitest';
import type { FileLook, PortalSurvey } from '../../src/model/survey.ts';
import { shareOfFiles, shareOfRecords } from '../../src/portal/estimate.ts';
import { viewOfSurvey } from '../../src/portal/view.ts';
import { look, record, survey } from './builders.ts';

/** Numbers that look random and are the same on every machine (mulberry32). */
const chanceOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const populations = 1_000;

/** Records that populations of any size are cut from. */
const records = Array.from({ length: 2_500 }, (_, index) => record({ id: String(index) }));

const shuffled = <T>(items: readonly T[], chance: () => number): T[] => {
  const all = [...items];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [all[at], all[other]] = [all[other] as T, all[at] as T];
  }
  return all;
};

/** How often the interval held the truth, over populations of every size and share. */
const coverage = (unseenShare: number, sizeOf: (chance: () => number) => number): number => {
  let held = 0;
  for (let seed = 1; seed <= populations; seed += 1) {
    const chance = chanceOf(seed * 7_919);
    const size = sizeOf(chance);
    const dead = Math.round(size * chance() ** 2);
    const drawn = shuffled(
      Array.from({ length: size }, (_, index) => index < dead),
      chance,
    ).slice(0, 100);
    const files: FileLook[] = drawn.map((isDead, index) => {
      const outcome = chance() < unseenShare ? 'unseen' : isDead ? 'dead' : 'alive';
      return look({ dataset: String(index), outcome });
    });
    const { interval, value } = shareOfFiles(
      viewOfSurvey(survey({ records: records.slice(0, size), files })),
      ({ outcome }) => (outcome === 'unseen' ? 'unseen' : outcome === 'dead' ? 'hit' : 'miss'),
    );
    const { low, high } = interval ?? { low: value ?? 0, high: value ?? 1 };
    const truth = dead / size;
    if (low <= truth + 1e-12 && truth <= high + 1e-12) held += 1;
  }
  return held / populations;
};

describe('the interval of a share of files holds the truth in at least 93 of 100 populations', () => {
  test.each([
    ['all of them seen, small ones', 0, (chance: () => number) => 100 + Math.floor(chance() * 300)],
    ['some of them not seen, small ones', 0.08, (chance: () => number) => 100 + Math.floor(chance() * 300)],
    ['all of them seen, large ones', 0, (chance: () => number) => 2_100 + Math.floor(chance() * 400)],
    ['some of them not seen, large ones', 0.08, (chance: () => number) => 2_100 + Math.floor(chance() * 400)],
  ] as const)('%s', (_, unseen, sizeOf) => {
    expect(coverage(unseen, sizeOf)).toBeGreaterThanOrEqual(0.93);
  });

  test('and says something: with all seen it is no wider than it has to be', () => {
    const files = Array.from({ length: 100 }, (_, index) =>
      look({ dataset: String(index), outcome: index < 20 ? 'dead' : 'alive' }),
    );
    const { interval } = shareOfFiles(viewOfSurvey(survey({ records, files })), ({ outcome }) =>
      outcome === 'dead' ? 'hit' : 'miss',
    );
    expect([interval?.low.toFixed(3), interval?.high.toFixed(3)]).toEqual(['0.133', '0.289']);
  });
});

/** Pages of a list in the order in which datasets were made: those of one page are alike. */
test('the interval of drawn pages holds the truth where pages are alike inside', () => {
  let held = 0;
  const runs = 300;
  const one = record();
  for (let seed = 1; seed <= runs; seed += 1) {
    const chance = chanceOf(seed * 104_729);
    const pages = 300;
    const shares = Array.from({ length: pages }, () => Math.min(1, Math.max(0, 0.5 + (chance() - 0.5) * 1.4)));
    const truth = shares.reduce((sum, share) => sum + Math.round(share * 20), 0) / (pages * 20);
    const drawn = shuffled(
      Array.from({ length: pages }, (_, index) => index),
      chance,
    ).slice(0, 40);
    const records = drawn.flatMap((page) =>
      Array.from({ length: 20 }, (_, index) => ({
        ...one,
        page,
        keywords: index < Math.round((shares[page] ?? 0) * 20) ? 1 : 0,
      })),
    );
    const asked = drawn.map((index) => ({ index, evidence: null, datasets: 20, isSeen: true }));
    const given: Partial<PortalSurvey> = { records, basis: 'sample', pages: { of: pages, isDrawn: true, asked } };
    const { interval } = shareOfRecords(viewOfSurvey(survey(given)), ({ keywords }) => keywords > 0);
    if (interval !== null && interval.low <= truth && truth <= interval.high) held += 1;
  }
  expect(held / runs).toBeGreaterThanOrEqual(0.93);
});
