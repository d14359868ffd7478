import type { Day } from '../model/basics.ts';
import { isAgainst } from '../model/commitments.ts';
import { daysBetween } from '../time/duration.ts';

/** What is promised of one figure. */
export interface Aim {
  /** Null where the plan names no value to begin with. */
  readonly baseline: number | null;
  readonly target: number;
  /** `least`: at least the target; `most`: at most. */
  readonly at: 'least' | 'most';
  readonly from: Day;
  readonly by: Day;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * How much of the way is gone: (value - baseline) / (target - baseline), and value / target where no baseline is named; to three digits.
 * Null where there is no way to go: the baseline is the target or beyond it, the target is zero, or what should fall begins nowhere.
 */
export const progressOf = (aim: Aim, value: number): number | null => {
  const { baseline, target, at } = aim;
  if (baseline === null) return at === 'most' || target === 0 ? null : rounded(value / target);
  return target === baseline || isAgainst(aim) ? null : rounded((value - baseline) / (target - baseline));
};

/** The share of the time that is over on a day: 0 before the beginning, 1 from the due day on; to three digits. */
export const elapsedOn = ({ from, by }: Pick<Aim, 'from' | 'by'>, day: Day): number => {
  const whole = daysBetween(from, by);
  if (day >= by || whole <= 0) return 1;
  return rounded(Math.max(0, daysBetween(from, day) / whole));
};
