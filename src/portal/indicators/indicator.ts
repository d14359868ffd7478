import type { Estimate } from '../estimate.ts';
import type { SurveyView } from '../view.ts';

/** What is handed to an indicator besides the survey. */
export interface IndicatorContext {
  /** Days after `from`, seen from the day of the report. */
  readonly ageOf: (day: string) => number;
  /** What a comparison with an earlier report came to; null without one, or where it has no list. */
  readonly changes: {
    readonly added: number;
    readonly removed: number;
    readonly changed: number;
    readonly renamed: number;
  } | null;
  readonly isCompared: boolean;
  /** Points of MQA, at least and at most. */
  readonly mqa: { readonly low: number; readonly high: number; readonly outOf: number };
}

/** Works one indicator out. */
export type Measure = (view: SurveyView, context: IndicatorContext) => Estimate;

/** The indicators of one process, by id, in the order of its file in `criteria/portal`. */
export type Measures = Readonly<Record<string, Measure>>;

/** The middle value of some numbers; null where there are none. */
export const medianOf = (numbers: readonly number[]): number | null => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [one, other] = [sorted[middle], sorted[sorted.length % 2 === 0 ? middle - 1 : middle]];
  return one === undefined || other === undefined ? null : (one + other) / 2;
};
