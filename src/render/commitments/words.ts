import type { IndependentReview } from '../../model/commitments.ts';
import type {
  CommitmentReport,
  CommitmentsReport,
  IndicatorReport,
  MilestoneReport,
  MilestoneStatus,
  PromiseStatus,
  ValueBounds,
} from '../../model/commitments-report.ts';
import type { Verdict } from '../../model/review.ts';
import { listed } from '../../text/lists.ts';

/* Words that all forms of a report of commitments share. */

/** Which of the three values a status is like, for its sign and its colour. */
export const likeness: Readonly<Record<PromiseStatus | MilestoneStatus, Verdict>> = {
  met: 'Yes',
  'met-late': 'Yes',
  'on-course': 'Yes',
  'in-time': 'Yes',
  late: 'Yes',
  missed: 'No',
  'not-met-now': 'No',
  behind: 'No',
  'not-found': 'No',
  undated: 'Unsure',
  unsure: 'Unsure',
  'not-verifiable': 'Unsure',
};

export const titleOf = ({ plan }: CommitmentsReport): string =>
  plan.title === null ? `${plan.id}, ${plan.place}` : `${plan.title} (${plan.id})`;

export const percent = (share: number | null): string => (share === null ? '?' : `${Math.round(share * 1000) / 10} %`);

const between = ({ low, high }: ValueBounds): string => (high === null ? `at least ${low}` : `${low} to ${high}`);

/** `230 of 300, from 136`. */
export const figureOf = ({ value, interval, target, baseline, unit }: IndicatorReport): string => {
  const figure = interval === null ? (value === null ? '?' : String(value)) : between(interval);
  const of = target === null ? '' : ` of ${target.at === 'most' ? 'at most ' : ''}${target.value}`;
  const named = unit === null ? '' : ` ${unit}`;
  return `${figure}${of}${named}${baseline === null ? '' : `, from ${baseline.value}`}`;
};

/** `57.3 % of the way, 58.3 % of the time`. */
export const wayOf = ({ progress, progressInterval, elapsed }: IndicatorReport): string => {
  if (elapsed === null) return '';
  const way =
    progressInterval === null
      ? progress === null
        ? ''
        : `${percent(progress)} of the way, `
      : `${progressInterval.high === null ? `at least ${percent(progressInterval.low)}` : `${percent(progressInterval.low)} to ${percent(progressInterval.high)}`} of the way, `;
  return `${way}${percent(elapsed)} of the time`;
};

/** The second reading of a target, where there is one that differs. */
export const otherReadingOf = ({ also, target }: IndicatorReport): string | null =>
  also === null || also.value === target?.value
    ? null
    : `Read as ${also.change}, which is ${also.value} (${target?.value ?? '?'} is ${also.targetIs}): ${also.status}.`;

export const statedIn = ({ stated }: IndicatorReport): readonly string[] =>
  stated.map(({ value, on, source, quote }) => {
    const words = quote === undefined ? '' : ` “${quote}”`;
    return `Stated, not measured: ${value} on ${on}.${words} ${source}`;
  });

export const timeOf = ({ from, to }: Pick<MilestoneReport, 'from' | 'to'>): string => `${from} to ${to}`;

const yesNo = (value: boolean | null): string => (value === null ? 'pending' : value ? 'yes' : 'no');

/** What the independent review says, and what it does not say yet. */
export const reviewOf = (irm: IndependentReview): string => {
  const on = irm.on === null ? '' : ` (${irm.on})`;
  const parts = [
    `completion ${irm.completion ?? 'pending'}`,
    `verifiable ${yesNo(irm.verifiable)}`,
    `relevant ${yesNo(irm.relevant)}`,
    `potential impact ${irm['potential-impact'] ?? 'pending'}`,
    `early results ${irm['early-results'] ?? 'pending'}`,
  ];
  return `${parts.join(', ')}${on}. ${irm.source}`;
};

/** `6 of 6 functions are there`. */
export const functionsIn = ({ functionScore }: CommitmentReport): string => {
  if (functionScore === null) return '';
  const { yes, ceiling, outOf, site } = functionScore;
  const most = ceiling > yes ? `, at most ${ceiling}` : '';
  return `${yes} of ${outOf} functions are there${most}${site === null ? '' : `: ${site}`}`;
};

const counts = (tally: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(tally).flatMap(([status, count]) => (count === 0 ? [] : [`${count} ${status}`]));

/** What a plan comes to, in one line each of indicators, milestones and functions. */
export const summaryOf = ({ summary }: CommitmentsReport): readonly string[] =>
  (
    [
      ['Indicators', summary.indicators],
      ['Milestones', summary.milestones],
      ['Functions', summary.functions],
    ] as const
  ).flatMap(([name, tally]) => {
    const told = counts(tally);
    return told.length === 0 ? [] : [`${name}: ${listed(told)}.`];
  });
