import type { Commitment, CommitmentPlan, PromisedIndicator, PromiseMeasure } from '../model/commitments.ts';
import { changeBetween, changedBy } from '../text/change.ts';
import { aimOf } from './indicator.ts';

/* How well a plan can be verified: of use while it is written. */

export const aspects = ['number', 'unit', 'baseline', 'date', 'source'] as const;

/** What makes a promise verifiable: a point each. */
export type Aspect = (typeof aspects)[number];

/** What a plan should say, where it does not. */
export interface PlanRemark {
  /** JSON pointer of where it stands in the plan. */
  readonly at: string;
  readonly code: string;
  readonly says: string;
}

/** One promise with its points. */
export interface CheckedPromise {
  readonly id: string;
  readonly points: number;
  readonly has: readonly Aspect[];
  readonly lacks: readonly Aspect[];
}

export interface CheckedCommitment extends CheckedPromise {
  readonly title: string;
  readonly indicators: readonly CheckedPromise[];
}

/** What `odi commitments check` tells of a plan. */
export interface CheckedPlan {
  readonly plan: string;
  readonly outOf: number;
  readonly commitments: readonly CheckedCommitment[];
  readonly remarks: readonly PlanRemark[];
}

/** A note that a person signs is no public source. */
const isPublic = (measure: PromiseMeasure | null | undefined): boolean =>
  measure !== undefined && measure !== null && !('manual' in measure);

/** Measures that tell by themselves what they count. */
const hasUnit = ({ unit, measure }: PromisedIndicator): boolean =>
  unit !== undefined || (measure !== undefined && measure !== null && ('portal' in measure || 'function' in measure));

const points = (id: string, has: readonly Aspect[]): CheckedPromise => ({
  id,
  points: has.length,
  has,
  lacks: aspects.filter((aspect) => !has.includes(aspect)),
});

const ofIndicator = (indicator: PromisedIndicator): CheckedPromise => {
  const { id, target, baseline, measure } = indicator;
  const given: Readonly<Record<Aspect, boolean>> = {
    number: target !== null && target.value !== null,
    unit: hasUnit(indicator),
    baseline: baseline !== null,
    date: target?.by !== undefined,
    source: isPublic(measure),
  };
  return points(
    id,
    aspects.filter((aspect) => given[aspect]),
  );
};

/** Functions that a site is to have are counted; they are all there or not, whatever was before. */
const ofFunctions = ({ functions, to }: Commitment): readonly CheckedPromise[] => {
  if (functions === undefined || functions === null) return [];
  const dated: readonly Aspect[] = to === undefined ? [] : ['date'];
  const public_: readonly Aspect[] = functions.site === null ? [] : ['source'];
  return [points('functions', ['number', 'unit', 'baseline', ...dated, ...public_])];
};

/** What all its promises have; where it has none, its date alone. */
const ofCommitment = (commitment: Commitment): CheckedCommitment => {
  const indicators = [...commitment.indicators.map(ofIndicator), ...ofFunctions(commitment)];
  const isDated = commitment.to !== undefined || commitment.milestones.length > 0;
  const has =
    indicators.length > 0
      ? aspects.filter((aspect) => indicators.every((one) => one.has.includes(aspect)))
      : aspects.filter((aspect) => aspect === 'date' && isDated);
  const title = commitment.title['en'] ?? Object.values(commitment.title)[0] ?? commitment.id;
  return { ...points(commitment.id, has), title, indicators };
};

const advice: Readonly<Record<Aspect, string>> = {
  number: 'names no number that is to be reached',
  unit: 'does not say what is counted (unit)',
  baseline: 'has no baseline: nobody can tell how far it has come',
  date: 'has no date of its own (target.by)',
  source: 'names no public source that it can be measured by (measure)',
};

/** Does the text's change in per cent mean another value than its number? */
const contradiction = (
  { also, baseline, target }: PromisedIndicator,
  name: string,
): readonly Omit<PlanRemark, 'at'>[] => {
  if (also === undefined || baseline === null || target === null || target.value === null) return [];
  const means = changedBy(baseline.value, also.change);
  if (means === null || means === target.value) return [];
  const is = changeBetween(baseline.value, target.value) ?? 'no change in per cent';
  const says = `${name}: ${baseline.value} to ${target.value} is ${is} and not ${also.change}, which would be ${means}`;
  return [{ code: 'two-targets', says }];
};

const wrongMeaning = ({ also, baseline }: PromisedIndicator, name: string): readonly Omit<PlanRemark, 'at'>[] => {
  const means = also === undefined || baseline === null ? null : changedBy(baseline.value, also.change);
  if (also === undefined || means === null || means === also.means) return [];
  return [
    { code: 'wrong-meaning', says: `${name}: ${also.change} of ${baseline?.value} means ${means}, not ${also.means}` },
  ];
};

const timing = (
  indicator: PromisedIndicator,
  commitment: Commitment,
  plan: CommitmentPlan,
  name: string,
): readonly Omit<PlanRemark, 'at'>[] => {
  const aim = aimOf(indicator, commitment, plan);
  if (aim === null) return [];
  return [
    ...(aim.by < aim.from
      ? [{ code: 'due-before-begin', says: `${name} is due by ${aim.by}, before it begins on ${aim.from}` }]
      : []),
    ...(aim.baseline === aim.target
      ? [{ code: 'nothing-to-do', says: `${name}: the target is the baseline, ${aim.target}` }]
      : []),
  ];
};

const remarksOf = (
  commitment: Commitment,
  index: number,
  plan: CommitmentPlan,
  root: string,
): readonly PlanRemark[] => {
  const base = `${root}/commitments/${index}`;
  const { id, indicators, functions } = commitment;
  const own = indicators.flatMap((indicator, at) => {
    const name = `${id}/${indicator.id}`;
    const lacks = ofIndicator(indicator).lacks.map((aspect) => ({
      code: `no-${aspect}`,
      says: `${name} ${advice[aspect]}`,
    }));
    const found = [
      ...contradiction(indicator, name),
      ...wrongMeaning(indicator, name),
      ...timing(indicator, commitment, plan, name),
      ...lacks,
    ];
    return found.map((one) => ({ at: `${base}/indicators/${at}`, ...one }));
  });
  const hasNone = indicators.length === 0 && (functions === undefined || functions === null);
  return [
    ...own,
    ...ofFunctions(commitment).flatMap(({ lacks }) =>
      lacks.map((aspect) => ({
        at: `${base}/functions`,
        code: `no-${aspect}`,
        says: `${id}/functions ${advice[aspect]}`,
      })),
    ),
    ...(hasNone
      ? [{ at: base, code: 'no-indicator', says: `${id} promises no figure and no function that could be looked for` }]
      : []),
  ];
};

/**
 * The points of a plan, five a promise: a number, a unit, a baseline, a date, a public source. A commitment has what all of its promises
 * have.
 *
 * @param root JSON pointer of the plan in its file
 */
export const checkPlan = (plan: CommitmentPlan, root = ''): CheckedPlan => ({
  plan: plan.plan.id,
  outOf: aspects.length,
  commitments: plan.commitments.map(ofCommitment),
  remarks: plan.commitments.flatMap((commitment, index) => remarksOf(commitment, index, plan, root)),
});
