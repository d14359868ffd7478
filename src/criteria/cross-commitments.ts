import type { CommitmentPlan, PlanFile, PromisedIndicator } from '../model/commitments.ts';
import { changedBy } from '../text/change.ts';
import type { Misfit } from './schemas.ts';

/** What plans speak of: ids of places, categories and checklists. */
export interface PlanSubjects {
  readonly places: readonly string[];
  readonly categories: readonly string[];
  readonly checklists: readonly string[];
}

const unless = (isSo: boolean, at: string, says: string): readonly Misfit[] => (isSo ? [] : [{ at, says }]);

const ofIndicator = (
  { also, baseline, measure }: PromisedIndicator,
  at: string,
  known: PlanSubjects,
): readonly Misfit[] => {
  const means = also === undefined || baseline === null ? null : changedBy(baseline.value, also.change);
  return [
    ...unless(also === undefined || baseline !== null, `${at}/also`, 'a change in per cent needs a baseline'),
    ...unless(
      means === null || means === also?.means,
      `${at}/also/means`,
      `${also?.change} of ${baseline?.value} is ${means}`,
    ),
    ...(measure !== undefined && measure !== null && 'review' in measure
      ? unless(
          known.categories.includes(measure.review),
          `${at}/measure/review`,
          `there is no category ${measure.review}`,
        )
      : []),
  ];
};

const ofPlan = ({ plan, commitments }: CommitmentPlan, root: string, known: PlanSubjects): readonly Misfit[] => [
  ...unless(known.places.includes(plan.place), `${root}/plan/place`, `there is no place ${plan.place}`),
  ...commitments.flatMap(({ id, indicators, functions }, index) => {
    const at = `${root}/commitments/${index}`;
    const isOnce = commitments.findIndex((one) => one.id === id) === index;
    const checklist = functions?.checklist;
    return [
      ...unless(isOnce, `${at}/id`, `${id} is there twice`),
      ...unless(
        checklist === undefined || known.checklists.includes(checklist),
        `${at}/functions/checklist`,
        `there is no checklist ${checklist}`,
      ),
      ...indicators.flatMap((indicator, number) => ofIndicator(indicator, `${at}/indicators/${number}`, known)),
    ];
  }),
];

/** What fits the schema of plans and yet not the rest: places, categories and checklists that nobody knows, per cent that mean something else. */
export const planMisfits = (file: PlanFile, known: PlanSubjects): readonly Misfit[] =>
  'plans' in file
    ? file.plans.flatMap((plan, index) => ofPlan(plan, `/plans/${index}`, known))
    : ofPlan(file, '', known);
