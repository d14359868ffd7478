import { describe, expect, test } from 'vitest';
import { checkPlan } from '../../src/commitments/verifiability.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { CommitmentPlan, PromisedIndicator } from '../../src/model/commitments.ts';
import { changeBetween, changedBy } from '../../src/text/change.ts';

const morocco = openCriteria().data<CommitmentPlan>('commitments/ma-2018');

const planWith = (indicator: Partial<PromisedIndicator>): CommitmentPlan => ({
  plan: { id: 'P', place: 'ma', from: 2020, to: 2021, source: 's' },
  commitments: [
    {
      ...{ id: 'C', title: { en: 'C' }, lead: null, source: 's', milestones: [] },
      indicators: [
        {
          ...{ id: 'i', unit: 'things', baseline: { value: 1 }, target: { value: 2, by: 2021 } },
          measure: { portal: 'data.example', indicator: 'datasets-distinct' },
          ...indicator,
        },
      ],
    },
  ],
});

const pointsOf = (plan: CommitmentPlan) => checkPlan(plan).commitments[0]?.indicators[0];

describe('changes in per cent', () => {
  test.each([
    [136, '+100%', 272],
    [136, '+ 120.6 %', 300.016],
    [200, '-25%', 150],
    [80, '50 %', 120],
    [80, 'half', null],
  ])('%i changed by %s is %s', (value, change, result) => {
    expect(changedBy(value, change)).toBe(result);
  });

  test.each([
    [136, 300, '+120.6 %'],
    [100, 50, '-50 %'],
    [0, 5, null],
  ])('from %i to %i is %s', (from, to, change) => {
    expect(changeBetween(from, to)).toBe(change);
  });
});

describe('the plan of Morocco', () => {
  const { commitments, remarks } = checkPlan(morocco);

  test('has these points', () => {
    const open = commitments.find(({ id }) => id === 'MO0004');
    expect(open?.indicators.map(({ id, points }) => [id, points])).toEqual([
      ['institutions', 5],
      ['datasets', 5],
      ['reuses', 4],
    ]);
    expect(open).toMatchObject({ points: 4, lacks: ['baseline'] });
  });

  test('is told that 136 to 300 is no +100 %, and that reuses have no baseline', () => {
    expect(remarks.map(({ code, says }) => [code, says])).toEqual([
      ['two-targets', 'MO0004/datasets: 136 to 300 is +120.6 % and not +100%, which would be 272'],
      ['no-baseline', 'MO0004/reuses has no baseline: nobody can tell how far it has come'],
    ]);
    expect(remarks.map(({ at }) => at)).toEqual(['/commitments/0/indicators/1', '/commitments/0/indicators/2']);
  });
});

describe('a promise', () => {
  test.each([
    ['number', { target: { value: null, by: 2021 } }],
    ['unit', { unit: undefined, measure: { page: 'a.example', words: { en: ['a'] } } }],
    ['baseline', { baseline: null }],
    ['date', { target: { value: 2 } }],
    ['source', { measure: null }],
    ['source', { measure: { manual: { value: 1, on: '2020-01-01', by: 'Ada', note: 'seen' } } }],
  ] as const)('without %s loses that point', (aspect, indicator) => {
    const { unit, ...rest } = { unit: 'things', ...indicator };
    expect(
      pointsOf(planWith(unit === undefined ? { ...rest, unit: undefined as never } : { unit, ...rest })),
    ).toMatchObject({
      points: 4,
      lacks: [aspect],
    });
  });

  test('whose change means something else than it says is told', () => {
    const { remarks } = checkPlan(planWith({ also: { change: '+100%', means: 3 }, target: { value: 2, by: 2021 } }));
    expect(remarks.map(({ code }) => code)).toEqual(['wrong-meaning']);
  });

  test('that is due before it begins, or that is reached from the start, is told', () => {
    const codes = (given: Partial<PromisedIndicator>) => checkPlan(planWith(given)).remarks.map(({ code }) => code);
    expect(codes({ target: { value: 2, by: 2019 } })).toEqual(['due-before-begin']);
    expect(codes({ target: { value: 1, by: 2021 } })).toEqual(['nothing-to-do']);
  });
});

test('a commitment without any figure has its date alone', () => {
  const plan = planWith({});
  const [only] = plan.commitments;
  if (only === undefined) throw new Error('There is one.');
  const bare = { ...plan, commitments: [{ ...only, to: 2021, indicators: [] }] };
  expect(checkPlan(bare).commitments[0]).toMatchObject({ points: 1, has: ['date'] });
  expect(checkPlan(bare).remarks.map(({ code }) => code)).toEqual(['no-indicator']);
});
