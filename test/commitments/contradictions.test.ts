import { expect, test } from 'vitest';
import { contradictionsOf } from '../../src/commitments/contradictions.ts';
import { aimOf, indicatorReport } from '../../src/commitments/indicator.ts';
import type { Commitment, CommitmentPlan, PromisedIndicator } from '../../src/model/commitments.ts';
import type { FunctionReport, MeasuredValue } from '../../src/model/commitments-report.ts';

const indicator: PromisedIndicator = {
  ...{ id: 'datasets', baseline: { value: 136 }, target: { value: 300, by: '2020-08-31' } },
  measure: { portal: 'data.gov.ma', indicator: 'datasets-distinct' },
};

const commitment = (completion: string | null, more: Partial<PromisedIndicator> = {}): Commitment => ({
  ...{ id: 'C', title: { en: 'C' }, lead: null, source: 's', milestones: [], indicators: [{ ...indicator, ...more }] },
  irm: {
    completion,
    verifiable: null,
    relevant: null,
    'potential-impact': null,
    'early-results': null,
    on: 2021,
    source: 's',
  },
});

const valued = (value: number, strength: MeasuredValue['strength'] = 'whole'): MeasuredValue => ({
  ...{ on: '2020-08-31', seenOn: '2020-08-31', value, low: value, high: strength === 'lower-bound' ? null : value },
  ...{ strength, from: 'a list', evidence: [] },
});

const reasons = (given: Commitment, values: readonly MeasuredValue[], functions: readonly FunctionReport[] = []) => {
  const plan: CommitmentPlan = {
    plan: { id: 'P', place: 'ma', from: 2018, to: 2020, source: 's' },
    commitments: [given],
  };
  const reports = given.indicators.map((one) =>
    indicatorReport(one, aimOf(one, given, plan), { values, lookedAt: '' }, '2020-08-31'),
  );
  return contradictionsOf(given, reports, functions).map(({ reason, says }) => [reason, says]);
};

const missing = { id: 'f', title: 'F', answer: 'No' } as FunctionReport;

test.each<readonly [string, Commitment, number, readonly string[]]>([
  ['complete, and missed', commitment('Complete'), 141, ['irm-says-done']],
  ['complete, and met', commitment('Complete'), 301, []],
  ['limited, and met', commitment('Limited'), 301, ['irm-says-not-done']],
  ['not started, and missed', commitment('Not Started'), 141, []],
  ['nothing yet, and missed', commitment(null), 141, []],
])('a review that says %s', (_, given, value, codes) => {
  expect(reasons(given, [valued(value)]).map(([code]) => code)).toEqual(codes);
});

test('tells the figures', () => {
  expect(reasons(commitment('Complete'), [valued(141)])[0]?.[1]).toBe(
    'The independent review says “Complete”; datasets: 141 of 300 on 2020-08-31.',
  );
});

test('what is unsure contradicts nothing', () => {
  expect(reasons(commitment('Complete'), [valued(141, 'lower-bound')])).toEqual([]);
});

test('a review that says complete where a function is not there', () => {
  expect(reasons(commitment('Complete'), [valued(301)], [missing]).map(([code]) => code)).toEqual([
    'functions-missing',
  ]);
  expect(reasons(commitment('Complete'), [valued(301)], [{ ...missing, answer: 'Unsure' }])).toEqual([]);
});

const stated = { stated: [{ value: 400, on: '2020-08', source: 'a press page' }] };

test('a stated figure that differs from one that was seen whole in that time', () => {
  expect(reasons(commitment(null, stated), [valued(301)])).toEqual([
    ['stated-otherwise', 'a press page states 400 for 2020-08; 301 was measured on 2020-08-31.'],
  ]);
  expect(reasons(commitment(null, stated), [valued(400)])).toEqual([]);
  expect(reasons(commitment(null, stated), [valued(301, 'declared')])).toEqual([]);
  expect(
    reasons(commitment(null, { stated: [{ ...stated.stated[0], value: 400, on: '2020-07', source: 'p' }] }), [
      valued(301),
    ]),
  ).toEqual([]);
});
