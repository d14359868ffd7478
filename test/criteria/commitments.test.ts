import { describe, expect, test } from 'vitest';
import { planMisfits } from '../../src/criteria/cross-commitments.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { criteriaFolder, openSchemas } from '../../src/criteria/schemas.ts';
import type { Json } from '../../src/model/basics.ts';
import type { Commitment, CommitmentPlan, PromisedIndicator } from '../../src/model/commitments.ts';
import type { Checklist, FunctionWords } from '../../src/model/functions.ts';

const criteria = openCriteria();
const schemas = openSchemas(criteriaFolder());
const morocco = criteria.data<CommitmentPlan>('commitments/ma-2018');
const known = {
  places: criteria.places(),
  categories: criteria.categories(),
  checklists: ['transparency-portal'],
  indicators: ['datasets-distinct', 'publishers', 'reuses'],
};

const withCommitment = (change: (commitment: Commitment) => Commitment): CommitmentPlan => {
  const [first, ...rest] = morocco.commitments;
  if (first === undefined) throw new Error('There is one.');
  return { ...morocco, commitments: [change(first), ...rest] };
};

const withIndicator = (change: Partial<PromisedIndicator>): CommitmentPlan =>
  withCommitment((commitment) => ({
    ...commitment,
    indicators: commitment.indicators.map((one, index) => (index === 1 ? { ...one, ...change } : one)),
  }));

describe('plans', () => {
  test('that ship hold together', () => {
    for (const name of criteria.plans()) expect(planMisfits(criteria.data(`commitments/${name}`), known)).toEqual([]);
  });

  test.each<readonly [string, CommitmentPlan, string, string]>([
    [
      'a per cent that means something else',
      withIndicator({ also: { change: '+100%', means: 300 } }),
      '/commitments/0/indicators/1/also/means',
      '+100% of 136 is 272',
    ],
    [
      'a per cent of nothing',
      withIndicator({ baseline: null }),
      '/commitments/0/indicators/1/also',
      'a change in per cent needs a baseline',
    ],
    [
      'a category that nobody knows',
      withIndicator({ measure: { review: 'happiness', answer: 'open' } }),
      '/commitments/0/indicators/1/measure/review',
      'there is no category happiness',
    ],
    [
      'a place that nobody knows',
      { ...morocco, plan: { ...morocco.plan, place: 'xx' } },
      '/plan/place',
      'there is no place xx',
    ],
    [
      'a commitment that is there twice',
      withCommitment((one) => ({ ...one, id: 'MO0006' })),
      '/commitments/1/id',
      'MO0006 is there twice',
    ],
    [
      'a checklist that nobody knows',
      withCommitment((one) => ({ ...one, functions: { checklist: 'none', site: null } })),
      '/commitments/0/functions/checklist',
      'there is no checklist none',
    ],
    [
      'an indicator that nobody knows',
      withIndicator({ measure: { portal: 'data.gov.ma', indicator: 'datasets-distinkt' } }),
      '/commitments/0/indicators/1/measure/indicator',
      'there is no indicator datasets-distinkt; datasets-distinct is the nearest',
    ],
    [
      'an indicator that is there twice',
      withIndicator({ id: morocco.commitments[0]?.indicators[0]?.id ?? '' }),
      '/commitments/0/indicators/1/id',
      `${morocco.commitments[0]?.indicators[0]?.id} is there twice`,
    ],
    [
      'a target below what there is',
      withIndicator({ target: { value: 100 } }),
      '/commitments/0/indicators/1/target',
      'the target, at least 100, lies on the wrong side of its baseline, 136',
    ],
    [
      'an end before its beginning',
      { ...morocco, plan: { ...morocco.plan, from: '2020-09', to: '2020-08-31' } },
      '/plan/to',
      'it ends on 2020-08-31, before it begins on 2020-09-01',
    ],
  ])('with %s are told', (_, plan, at, says) => {
    expect(planMisfits(plan, known)).toEqual([{ at, says }]);
    expect(planMisfits({ plans: [morocco, plan] }, known)).toEqual([{ at: `/plans/1${at}`, says }]);
  });

  test.each<readonly [string, Partial<PromisedIndicator> | object]>([
    ['a portal without an indicator', { measure: { portal: 'data.gov.ma' } }],
    ['no kind of measure', { measure: {} }],
    ['a day that is none', { target: { value: 1, by: '2020-13' } }],
    ['a day that no month has', { target: { value: 1, by: '2020-02-31' } }],
    ['a target that is a word', { target: { value: 'many' } }],
    ['something that nobody knows', { colour: 'blue' }],
  ])('with %s do not fit the schema', (_, change) => {
    const plan = withIndicator(change as Partial<PromisedIndicator>);
    expect(schemas.misfits('commitments', plan as unknown as Json)).not.toEqual([]);
    expect(schemas.misfits('commitments', { plans: [plan] } as unknown as Json)).not.toEqual([]);
  });
});

describe('checklists', () => {
  const words = criteria.data<FunctionWords>('vocabulary/function-words');
  const { functions } = criteria.data<Checklist>('functions/transparency-portal');

  test('name only meanings that have words, in the same thirty languages or more', () => {
    const rules = functions.flatMap(({ core, stronger }) => [...core.flatMap(({ any }) => any), ...stronger]);
    const named = [
      ...functions.flatMap(({ subject }) => subject),
      ...rules.flatMap(({ about = [], fields = [], items, answer, field, unit, period }) => [
        ...about,
        ...fields.map((one) => one.words),
        ...[items, answer, field, unit, period].flatMap((one) => one ?? []),
      ]),
    ];
    expect(named.filter((meaning) => words.phrases[meaning] === undefined)).toEqual([]);
    const languages = Object.values(words.phrases).map((byLanguage) => Object.keys(byLanguage).sort());
    expect(languages.every((list) => JSON.stringify(list) === JSON.stringify(languages[0]))).toBe(true);
    expect(languages[0]?.length).toBeGreaterThanOrEqual(30);
  });

  test('know the languages that words of pages are known in', () => {
    const pages = criteria.data<{ readonly phrases: Readonly<Record<string, object>> }>('vocabulary/pages');
    const known = Object.keys(Object.values(words.phrases)[0] ?? {});
    expect(known.filter((language) => !(language in (pages.phrases['not-found'] ?? {})))).toEqual([]);
  });
});
