import type { Day } from '../model/basics.ts';
import type { Commitment, CommitmentPlan, PromisedIndicator } from '../model/commitments.ts';
import type { IndicatorReport, MeasuredValue, OtherReading, ValueBounds } from '../model/commitments-report.ts';
import { changeBetween } from '../text/change.ts';
import { firstDay, lastDay } from '../time/plan-date.ts';
import { type Aim, elapsedOn, progressOf } from './progress.ts';
import { told } from './reasons.ts';
import { type PromiseStanding, standingOf } from './standing.ts';

/** The first and the last day of a commitment: its own, or those of its plan. */
export const timeOf = (
  { from, to }: Commitment,
  { plan }: CommitmentPlan,
): { readonly from: Day; readonly to: Day } => ({
  from: firstDay(from ?? plan.from),
  to: lastDay(to ?? plan.to),
});

/** What is promised of an indicator; null where no number is. */
export const aimOf = (indicator: PromisedIndicator, commitment: Commitment, plan: CommitmentPlan): Aim | null => {
  const { target, baseline } = indicator;
  if (target === null || target.value === null) return null;
  const { from, to } = timeOf(commitment, plan);
  const by = target.by === undefined ? to : lastDay(target.by);
  return { baseline: baseline?.value ?? null, target: target.value, at: target.at ?? 'least', from, by };
};

const boundsOf = (value: MeasuredValue | null): ValueBounds | null => {
  if (value === null || value.low === null) return null;
  return value.low === value.high && value.low === value.value ? null : { low: value.low, high: value.high };
};

const progressBounds = (aim: Aim, bounds: ValueBounds | null): ValueBounds | null => {
  const low = bounds === null ? null : progressOf(aim, bounds.low);
  if (bounds === null || low === null) return null;
  return { low, high: bounds.high === null ? null : progressOf(aim, bounds.high) };
};

const progressAt = (aim: Aim, value: MeasuredValue | null): number | null =>
  value === null || value.value === null ? null : progressOf(aim, value.value);

/** The same promise as the text's change in per cent has it. */
const otherReading = (
  { also, baseline }: PromisedIndicator,
  aim: Aim,
  standing: (aim: Aim) => PromiseStanding,
): OtherReading | null => {
  if (also === undefined || baseline === null) return null;
  const other = { ...aim, target: also.means };
  const { status, value } = standing(other);
  return {
    change: also.change,
    value: also.means,
    targetIs: changeBetween(baseline.value, aim.target) ?? '',
    progress: progressAt(other, value),
    status,
  };
};

/** What of an indicator stands in its plan. */
const promised = ({ id, text, unit, baseline, stated, ...rest }: PromisedIndicator) => ({
  id,
  text: text ?? null,
  unit: unit ?? null,
  baseline:
    baseline === null ? null : { value: baseline.value, on: baseline.on === undefined ? null : firstDay(baseline.on) },
  standsFor: rest['stands-for'] ?? null,
  stated: stated ?? [],
});

const unverifiable = (indicator: PromisedIndicator, aim: Aim | null): IndicatorReport => ({
  ...promised(indicator),
  ...{
    target: aim === null ? null : { value: aim.target, by: aim.by, at: aim.at },
    value: null,
    interval: null,
    on: null,
  },
  ...{ strength: null, progress: null, progressInterval: null, elapsed: null, status: 'not-verifiable' },
  ...told(aim === null ? 'no-target' : 'no-measure'),
  ...{ evidence: [], also: null, values: [] },
});

/** Everything that was found of an indicator. */
export interface FoundValues {
  readonly values: readonly MeasuredValue[];
  /** What was looked at, for where nothing tells a value. */
  readonly lookedAt: string;
}

/** An indicator, measured on a day. */
export const indicatorReport = (
  indicator: PromisedIndicator,
  aim: Aim | null,
  { values: found, lookedAt }: FoundValues,
  asOf: Day,
): IndicatorReport => {
  if (aim === null || indicator.measure === undefined || indicator.measure === null)
    return unverifiable(indicator, aim);
  const values = [...found].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  const standing = (given: Aim): PromiseStanding => standingOf(given, values, asOf, lookedAt);
  const { value, status, reason, args, says } = standing(aim);
  const interval = boundsOf(value);
  return {
    ...promised(indicator),
    target: { value: aim.target, by: aim.by, at: aim.at },
    value: value?.value ?? null,
    interval,
    on: value?.on ?? null,
    strength: value?.strength ?? null,
    progress: progressAt(aim, value),
    progressInterval: progressBounds(aim, interval),
    elapsed: elapsedOn(aim, asOf),
    status,
    ...{ reason, args, says },
    evidence: value?.evidence ?? [],
    also: otherReading(indicator, aim, standing),
    values,
  };
};
