import {
  type CommitmentPlan,
  isAgainst,
  type PlanDate,
  type PlanFile,
  type PromisedIndicator,
} from '../model/commitments.ts';
import { changedBy } from '../text/change.ts';
import { firstDay, lastDay } from '../time/plan-date.ts';
import { nearestWords } from './resolve.ts';
import type { Misfit } from './schemas.ts';

/** What plans speak of: ids of places, categories, checklists and indicators of portals. */
export interface PlanSubjects {
  readonly places: readonly string[];
  readonly categories: readonly string[];
  readonly checklists: readonly string[];
  readonly indicators: readonly string[];
}

const unless = (isSo: boolean, at: string, says: string): readonly Misfit[] => (isSo ? [] : [{ at, says }]);

/** One that is not known, with the nearest that is. */
const unknown = (kind: string, id: string, known: readonly string[], at: string): readonly Misfit[] => {
  if (known.includes(id)) return [];
  const [near] = nearestWords(known, id);
  return [{ at, says: `there is no ${kind} ${id}${near === undefined ? '' : `; ${near} is the nearest`}` }];
};

/** A beginning after its end. */
const reversed = (from: PlanDate, to: PlanDate, at: string): readonly Misfit[] =>
  unless(firstDay(from) <= lastDay(to), at, `it ends on ${lastDay(to)}, before it begins on ${firstDay(from)}`);

/** Ids of a list that an entry before them has. */
const repeated = (list: readonly { readonly id: string }[], at: string): readonly Misfit[] =>
  list.flatMap(({ id }, index) =>
    unless(list.findIndex((one) => one.id === id) === index, `${at}/${index}/id`, `${id} is there twice`),
  );

/** A target that lies on the other side of its baseline than it asks for. */
const against = ({ baseline, target }: PromisedIndicator, at: string): readonly Misfit[] => {
  if (baseline === null || target === null || target.value === null) return [];
  const aim = { baseline: baseline.value, target: target.value, at: target.at ?? 'least' };
  return unless(
    !isAgainst(aim),
    `${at}/target`,
    `the target, at ${aim.at} ${aim.target}, lies on the wrong side of its baseline, ${aim.baseline}`,
  );
};

const ofIndicator = (indicator: PromisedIndicator, at: string, known: PlanSubjects): readonly Misfit[] => {
  const { also, baseline, measure } = indicator;
  const means = also === undefined || baseline === null ? null : changedBy(baseline.value, also.change);
  return [
    ...unless(also === undefined || baseline !== null, `${at}/also`, 'a change in per cent needs a baseline'),
    ...unless(
      means === null || means === also?.means,
      `${at}/also/means`,
      `${also?.change} of ${baseline?.value} is ${means}`,
    ),
    ...against(indicator, at),
    ...(measure !== undefined && measure !== null && 'portal' in measure
      ? unknown('indicator', measure.indicator, known.indicators, `${at}/measure/indicator`)
      : []),
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
  ...reversed(plan.from, plan.to, `${root}/plan/to`),
  ...repeated(commitments, `${root}/commitments`),
  ...commitments.flatMap(({ from, to, indicators, milestones, functions }, index) => {
    const at = `${root}/commitments/${index}`;
    const checklist = functions?.checklist;
    return [
      ...(from === undefined && to === undefined ? [] : reversed(from ?? plan.from, to ?? plan.to, at)),
      ...milestones.flatMap((one, number) => reversed(one.from, one.to, `${at}/milestones/${number}/to`)),
      ...repeated(indicators, `${at}/indicators`),
      ...repeated(milestones, `${at}/milestones`),
      ...unless(
        checklist === undefined || known.checklists.includes(checklist),
        `${at}/functions/checklist`,
        `there is no checklist ${checklist}`,
      ),
      ...indicators.flatMap((indicator, number) => ofIndicator(indicator, `${at}/indicators/${number}`, known)),
    ];
  }),
];

/**
 * What fits the schema of plans and yet not the rest: places, categories, checklists and indicators that nobody knows, ids that are there
 * twice, ends before their beginnings, targets on the wrong side of their baselines, per cent that mean something else.
 */
export const planMisfits = (file: PlanFile, known: PlanSubjects): readonly Misfit[] =>
  'plans' in file
    ? file.plans.flatMap((plan, index) => ofPlan(plan, `/plans/${index}`, known))
    : ofPlan(file, '', known);

/** Ids of the indicators of processes of portals. */
export const indicatorsOf = (
  processes: readonly { readonly indicators: readonly { readonly id: string }[] }[],
): readonly string[] => processes.flatMap(({ indicators }) => indicators.map(({ id }) => id));
