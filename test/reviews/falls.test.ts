import { describe, expect, test } from 'vitest';
import { causes } from '../../src/model/diff.ts';
import type { FallRule } from '../../src/model/regression.ts';
import type { Review } from '../../src/model/review.ts';
import { cellFall, changesBetween, type DiffContext, fallsAmong, fallsSince } from '../../src/reviews/diff/index.ts';
import { review } from './builders.ts';

const alone: DiffContext = {
  rejudge: async () => null,
  redefinition: () => null,
  checksOf: (_, question) => [question],
  areJudgedAlike: () => true,
  cascadeOf: () => [],
  words: () => {
    throw new Error('There is no published entry here.');
  },
};

/* What counts as a fall, and since which review. */

const certain: FallRule = { strict: false, causes: null };
const strict: FallRule = { strict: true, causes: null };
const all = 'YYYYYYYYY';
const noBulk = 'YYYYYYNYY';
const unsureBulk = 'YYYYYYUYY';

const falls = async (earlier: readonly Review[], after: Review, rule = certain, context: DiffContext = alone) =>
  (await fallsSince(earlier, after, rule, context)).map(
    ({ question, from, to, before }) => `${question} ${from} → ${to} since ${before.year}`,
  );

const of = (word: string, year: number): Review => review({ word, year });

describe('a fall', () => {
  test.each([
    ['Yes that became No', all, noBulk, ['bulk Yes → No since 2025']],
    ['Yes that became Unsure', all, unsureBulk, []],
    ['Unsure that became No', unsureBulk, noBulk, []],
    ['No that stayed', noBulk, noBulk, []],
    ['No that became Yes', noBulk, all, []],
    ['everything that became Unsure, as behind a bot wall', all, 'UUUUUUUUU', []],
    ['Unsure that became No beside a Yes that did', 'YYYYYYUYY', 'YYYYYYNNY', ['openlicense Yes → No since 2025']],
    ['one that is made up for by another', 'YYYYYYYNY', 'YYYYYYNYY', ['bulk Yes → No since 2025']],
  ])('is a certain change: %s', async (_, before, after, expected) => {
    expect(await falls([of(before, 2025)], of(after, 2026))).toEqual(expected);
  });

  test('is what became Unsure, too, where the caller is strict; what was Unsure before has nothing to lose', async () => {
    expect(await falls([of(all, 2025)], of(unsureBulk, 2026), strict)).toEqual(['bulk Yes → Unsure since 2025']);
    expect(await falls([of(unsureBulk, 2025)], of(noBulk, 2026), strict)).toEqual([]);
  });

  test('is told by the answer of a person, where there is one', async () => {
    const after = of(all, 2026);
    const { bulk } = after.answers;
    if (bulk === undefined) throw new Error('Every question is answered.');
    const override = {
      answer: 'No' as const,
      because: 'Only in parts.',
      reviewer: 'Ada',
      at: '2026-01-01',
      evidence: [],
    };
    const decided = { ...after, answers: { ...after.answers, bulk: { ...bulk, override } } };
    expect(await falls([of(all, 2025)], decided)).toEqual(['bulk Yes → No since 2025']);
  });

  test('carries what both reviews say of it, and what they rest on', async () => {
    const [fall] = await fallsSince([of(all, 2025)], of(noBulk, 2026), certain, alone);
    const evidence = [{ url: 'https://data.example/results.csv', outcome: 'arrived', sha256: 'a'.repeat(64) }];
    expect(fall).toMatchObject({
      points: -10,
      before: { year: 2025, points: 100, says: 'bulk was looked at.', evidence },
      after: { year: 2026, points: 90, says: 'bulk was looked at.', evidence },
    });
  });
});

test('a No that only we failed to see is no fall, unless the caller is strict', async () => {
  const [before, after] = [of(all, 2025), of(noBulk, 2026)];
  const changes = (await changesBetween(before, after, alone)).map((change) => ({
    ...change,
    cause: 'unseen' as const,
  }));
  expect(fallsAmong(changes, before, after, certain, alone)).toEqual([]);
  expect(fallsAmong(changes, before, after, strict, alone)).toHaveLength(1);
});

describe('the cause of a fall', () => {
  const decidedNo = (year: number): Review => {
    const made = of(all, year);
    const { bulk } = made.answers;
    if (bulk === undefined) throw new Error('Every question is answered.');
    const override = { answer: 'No' as const, because: 'No.', reviewer: 'Ada', at: '2026-01-01', evidence: [] };
    return { ...made, answers: { ...made.answers, bulk: { ...bulk, override } } };
  };

  test.each(causes)('limits falls to those that have it: %s', async (cause) => {
    const told = await falls([of(all, 2025)], decidedNo(2026), { strict: false, causes: [cause] });
    expect(told).toEqual(cause === 'reviewer' ? ['bulk Yes → No since 2025'] : []);
  });
});

describe('a review is held against the newest before it that could tell', () => {
  test('an Unsure in between makes nobody forget what was there', async () => {
    const earlier = [of(unsureBulk, 2025), of(all, 2024)];
    expect(await falls(earlier, of(noBulk, 2026))).toEqual(['bulk Yes → No since 2024']);
  });

  test('a No in between is what it stands against', async () => {
    expect(await falls([of(noBulk, 2025), of(all, 2024)], of(noBulk, 2026))).toEqual([]);
  });

  test('reviews further back are not even read where the newest could tell', async () => {
    let read = 0;
    function* earlier(): Generator<Review> {
      for (const one of [of(all, 2025), of(all, 2024)]) {
        read += 1;
        yield one;
      }
    }
    expect(await fallsSince(earlier(), of(noBulk, 2026), certain, alone)).toHaveLength(1);
    expect(read).toBe(1);
  });

  test('evidence is judged again only where something may have fallen', async () => {
    let asked = 0;
    const rejudge: DiffContext['rejudge'] = async () => {
      asked += 1;
      return null;
    };
    const recorded = { ...of(noBulk, 2025) };
    const kept = recorded.evidence.map((one) => ({ ...one, record: { file: 'x.warc.gz', id: 'urn:uuid:1' } }));
    await falls([{ ...recorded, evidence: kept }], of(all, 2026), certain, { ...alone, rejudge });
    expect(asked).toBe(0);
  });
});

describe('a cell of a scorecard, where only scores are known', () => {
  const entry = { place: 'ma', category: 'election-results' };
  const cell = (points: number, ceiling = points, year = 2026) => ({ points, ceiling, year });
  test.each([
    ['fell for certain where even its ceiling is lower', 60, cell(0, 55), certain, -60],
    ['did not where what is undecided could make up for it', 60, cell(0, 60), certain, null],
    ['did where the caller is strict', 60, cell(0, 100), strict, -60],
    ['did not where it rose', 60, cell(61), strict, null],
    ['has no cause that could be asked for', 60, cell(0), { strict: true, causes: ['data' as const] }, null],
  ])('%s', (_, before, after, rule, points) => {
    expect(cellFall(entry, cell(before, before, 2025), after, rule)?.points ?? null).toBe(points);
  });
});
