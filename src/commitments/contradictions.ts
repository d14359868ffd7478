import type { Commitment } from '../model/commitments.ts';
import type {
  CommitmentSentence,
  FunctionReport,
  IndicatorReport,
  PromiseStatus,
} from '../model/commitments-report.ts';
import { changeBetween, changedBy } from '../text/change.ts';
import { firstDay, lastDay } from '../time/plan-date.ts';
import { told } from './reasons.ts';

/* What does not fit together: in the text of a plan, and between what was measured, what was stated, and what reviewers said. */

const ofText = ({ indicators }: Commitment): readonly CommitmentSentence[] =>
  indicators.flatMap(({ also, baseline, target }) => {
    if (also === undefined || baseline === null || target === null || target.value === null) return [];
    const means = changedBy(baseline.value, also.change);
    if (means === null || means === target.value) return [];
    const is = changeBetween(baseline.value, target.value) ?? '?';
    return [told('two-targets', { change: also.change, target: target.value, baseline: baseline.value, means, is })];
  });

const isDone = (completion: string): boolean => /^complete/i.test(completion);
const isUndone = (completion: string): boolean => /^(?:not started|limited)/i.test(completion);

const failed: ReadonlySet<PromiseStatus> = new Set(['missed', 'not-met-now', 'behind']);
const reached: ReadonlySet<PromiseStatus> = new Set(['met', 'met-late']);

const measured = ({ id, value, target, on }: IndicatorReport): string =>
  `${id}: ${value ?? '?'} of ${target?.value ?? '?'} on ${on ?? '?'}`;

const ofReview = (
  { irm }: Commitment,
  indicators: readonly IndicatorReport[],
  functions: readonly FunctionReport[],
): readonly CommitmentSentence[] => {
  const completion = irm?.completion ?? null;
  if (completion === null) return [];
  const missing = functions.filter(({ answer }) => answer === 'No').length;
  if (isDone(completion)) {
    const short = indicators.filter(({ status }) => failed.has(status));
    return [
      ...(short.length === 0 ? [] : [told('irm-says-done', { completion, what: short.map(measured) })]),
      ...(missing === 0 ? [] : [told('functions-missing', { completion, no: missing, outOf: functions.length })]),
    ];
  }
  const met = indicators.filter(({ status }) => reached.has(status));
  const isAllMet = indicators.length > 0 && met.length === indicators.length;
  return isUndone(completion) && isAllMet ? [told('irm-says-not-done', { completion, what: met.map(measured) })] : [];
};

/** Figures that people state for a day, where another was measured whole on about that day. */
const ofStatements = (indicators: readonly IndicatorReport[]): readonly CommitmentSentence[] =>
  indicators.flatMap(({ stated, values }) =>
    stated.flatMap(({ value, on, source }) => {
      const other = values.find(
        (one) =>
          one.strength === 'whole' &&
          one.on >= firstDay(on) &&
          one.on <= lastDay(on) &&
          one.value !== null &&
          one.value !== value,
      );
      if (other?.value === undefined || other.value === null) return [];
      return [told('stated-otherwise', { source, stated: value, on: String(on), value: other.value, day: other.on })];
    }),
  );

/** Everything of a commitment that does not fit together. */
export const contradictionsOf = (
  commitment: Commitment,
  indicators: readonly IndicatorReport[],
  functions: readonly FunctionReport[],
): readonly CommitmentSentence[] => [
  ...ofText(commitment),
  ...ofReview(commitment, indicators, functions),
  ...ofStatements(indicators),
];
