import type { Day } from '../model/basics.ts';
import type { Commitment, CommitmentPlan } from '../model/commitments.ts';
import {
  type CommitmentEvidence,
  type CommitmentReport,
  type CommitmentsReport,
  type FunctionReport,
  type FunctionScore,
  type IndicatorReport,
  type MilestoneReport,
  milestoneStatuses,
  promiseStatuses,
} from '../model/commitments-report.ts';
import type { Defect } from '../model/defect.ts';
import type { EvidenceId } from '../model/observation.ts';
import type { ReviewEvidence, Verdict } from '../model/review.ts';
import { firstDay, lastDay } from '../time/plan-date.ts';
import { contradictionsOf } from './contradictions.ts';
import { timeOf } from './indicator.ts';

/** What was measured of a commitment. */
export interface MeasuredCommitment {
  readonly indicators: readonly IndicatorReport[];
  readonly milestones: readonly MilestoneReport[];
  readonly functions: readonly FunctionReport[];
  /** Site whose functions were looked for. */
  readonly site: string | null;
}

const nameOf = (names: Readonly<Record<string, string>> | null | undefined): string | null =>
  names === null || names === undefined ? null : (names['en'] ?? Object.values(names)[0] ?? null);

const scoreOf = (
  { functions: promised }: Commitment,
  { functions, site }: MeasuredCommitment,
): FunctionScore | null => {
  if (promised === undefined || promised === null) return null;
  const count = (answer: Verdict): number => functions.filter((one) => one.answer === answer).length;
  const yes = count('Yes');
  return { checklist: promised.checklist, site, yes, ceiling: yes + count('Unsure'), outOf: functions.length };
};

/** Puts what was promised, measured and reviewed of one commitment side by side. */
export const commitmentReport = (
  commitment: Commitment,
  plan: CommitmentPlan,
  measured: MeasuredCommitment,
): CommitmentReport => {
  const { indicators, milestones, functions } = measured;
  return {
    id: commitment.id,
    title: nameOf(commitment.title) ?? commitment.id,
    lead: nameOf(commitment.lead),
    ...timeOf(commitment, plan),
    source: commitment.source,
    ...{ indicators, milestones, functions },
    functionScore: scoreOf(commitment, measured),
    irm: commitment.irm ?? null,
    contradictions: contradictionsOf(commitment, indicators, functions),
  };
};

/** How many of each there are, those that there are none of among them. */
const tally = <Key extends string>(keys: readonly Key[], found: readonly Key[]): Readonly<Record<Key, number>> =>
  Object.fromEntries(keys.map((key) => [key, found.filter((one) => one === key).length])) as Readonly<
    Record<Key, number>
  >;

/** Gives what was read, and not fetched, the ids behind those of what was. */
const numbered = (
  commitments: readonly CommitmentReport[],
  read: readonly CommitmentEvidence[],
  fetched: number,
): { readonly commitments: readonly CommitmentReport[]; readonly read: readonly CommitmentEvidence[] } => {
  const ids = new Map<EvidenceId, EvidenceId>(read.map(({ id }, index) => [id, `ev-${fetched + index + 1}`]));
  const renamed = (list: readonly EvidenceId[]): readonly EvidenceId[] => list.map((id) => ids.get(id) ?? id);
  return {
    commitments: commitments.map((commitment) => ({
      ...commitment,
      indicators: commitment.indicators.map((one) => ({
        ...one,
        evidence: renamed(one.evidence),
        values: one.values.map((value) => ({ ...value, evidence: renamed(value.evidence) })),
      })),
    })),
    read: read.map((one) => ({ ...one, id: ids.get(one.id) ?? one.id })),
  };
};

/** The report of a plan. */
export const planReport = (given: {
  readonly plan: CommitmentPlan;
  readonly asOf: Day;
  readonly tool: CommitmentsReport['tool'];
  readonly commitments: readonly CommitmentReport[];
  readonly asked: readonly ReviewEvidence[];
  readonly read: readonly CommitmentEvidence[];
  readonly defects: readonly Defect[];
}): CommitmentsReport => {
  const { plan, asOf, tool, asked, defects } = given;
  const { commitments, read } = numbered(given.commitments, given.read, asked.length);
  const { id, place, title, from, to, source } = plan.plan;
  return {
    format: 'odi-commitments/1',
    tool,
    plan: { id, place, title: nameOf(title), from: firstDay(from), to: lastDay(to), source },
    asOf,
    summary: {
      indicators: tally(
        promiseStatuses,
        commitments.flatMap(({ indicators }) => indicators.map(({ status }) => status)),
      ),
      milestones: tally(
        milestoneStatuses,
        commitments.flatMap(({ milestones }) => milestones.map(({ status }) => status)),
      ),
      functions: tally(
        ['Yes', 'No', 'Unsure'],
        commitments.flatMap(({ functions }) => functions.map(({ answer }) => answer)),
      ),
    },
    commitments,
    evidence: [...asked, ...read],
    ...(defects.length === 0 ? {} : { defects }),
  };
};
