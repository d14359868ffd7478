import type { Day } from './basics.ts';
import type { IndependentReview, StatedFigure } from './commitments.ts';
import type { Defect } from './defect.ts';
import type { EvidenceId } from './observation.ts';
import type { ReviewEvidence, Verdict } from './review.ts';
import type { Args } from './sentence.ts';

/* The report of `odi commitments`, `odi-commitments/1`. */

export const promiseStatuses = [
  'met',
  'met-late',
  'missed',
  'not-met-now',
  'on-course',
  'behind',
  'unsure',
  'not-verifiable',
] as const;

/** How it stands with an indicator on the day of the report. */
export type PromiseStatus = (typeof promiseStatuses)[number];

export const milestoneStatuses = ['in-time', 'late', 'undated', 'not-found', 'unsure'] as const;

/** How it stands with a milestone. */
export type MilestoneStatus = (typeof milestoneStatuses)[number];

/**
 * What a value can show. `whole`: all of it was seen on the day. `interval`: a part was, and what was not leaves bounds.
 * `lower-bound`: counted by the dates that entries of a later list carry, so that what was deleted since is not among them.
 * `declared`: the publisher's own count. `signed`: a person's, under their name.
 */
export type Strength = 'whole' | 'interval' | 'lower-bound' | 'declared' | 'signed';

/** A value at a day. */
export interface MeasuredValue {
  /** The day that it is a value of. */
  readonly on: Day;
  /** The day that it was read on. */
  readonly seenOn: Day;
  /** Null where it was looked for and could not be told. */
  readonly value: number | null;
  readonly low: number | null;
  /** Null where there is no upper bound. */
  readonly high: number | null;
  readonly strength: Strength;
  /** Where it is from, for a reader. */
  readonly from: string;
  readonly evidence: readonly EvidenceId[];
}

/** A sentence with its reason, as every part of a report carries one. */
export interface CommitmentSentence {
  readonly reason: string;
  readonly args: Args;
  readonly says: string;
}

/** The bounds of a value. */
export interface ValueBounds {
  readonly low: number;
  /** Null where nothing bounds it from above. */
  readonly high: number | null;
}

/** The second reading of a target that a text gives in per cent. */
export interface OtherReading {
  readonly change: string;
  /** What the change means, from the baseline. */
  readonly value: number;
  /** What the target is as a change in per cent. */
  readonly targetIs: string;
  readonly progress: number | null;
  readonly status: PromiseStatus;
}

/** One indicator, measured. */
export interface IndicatorReport extends CommitmentSentence {
  readonly id: string;
  readonly text: string | null;
  readonly unit: string | null;
  readonly baseline: { readonly value: number; readonly on: Day | null } | null;
  readonly target: { readonly value: number; readonly by: Day; readonly at: 'least' | 'most' } | null;
  readonly value: number | null;
  readonly interval: ValueBounds | null;
  /** The day of the value. */
  readonly on: Day | null;
  readonly strength: Strength | null;
  /** (value - baseline) / (target - baseline); value / target without a baseline. Rounded to three digits. */
  readonly progress: number | null;
  readonly progressInterval: ValueBounds | null;
  /** Share of the time that is over, 0 at the beginning, 1 at the due day. */
  readonly elapsed: number | null;
  readonly status: PromiseStatus;
  readonly evidence: readonly EvidenceId[];
  readonly standsFor: string | null;
  readonly also: OtherReading | null;
  /** Published by people, quoted and not measured. */
  readonly stated: readonly StatedFigure[];
  /** All values that were found, oldest first. */
  readonly values: readonly MeasuredValue[];
}

/** Where something stands: an address with the words that are there. */
export interface SeenAt {
  readonly evidence: EvidenceId;
  readonly url: string;
  readonly quote: string;
}

/** One milestone, looked for. */
export interface MilestoneReport extends CommitmentSentence {
  readonly id: string;
  readonly text: string;
  readonly from: Day;
  readonly to: Day;
  readonly status: MilestoneStatus;
  /** The date that its document carries. */
  readonly date: Day | null;
  readonly evidence: readonly EvidenceId[];
  readonly where: readonly SeenAt[];
}

/** One function of a checklist, looked for on a site. */
export interface FunctionReport extends CommitmentSentence {
  readonly id: string;
  readonly title: string;
  readonly answer: Verdict;
  readonly evidence: readonly EvidenceId[];
  readonly where: readonly SeenAt[];
  /** Signs that are more than is asked for, and were seen. */
  readonly stronger: readonly string[];
}

/** A checklist over one site. */
export interface FunctionScore {
  readonly checklist: string;
  readonly site: string | null;
  readonly yes: number;
  /** Yes, and Unsure in full. */
  readonly ceiling: number;
  readonly outOf: number;
}

/** One commitment, measured. */
export interface CommitmentReport {
  readonly id: string;
  readonly title: string;
  readonly lead: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly source: string;
  readonly indicators: readonly IndicatorReport[];
  readonly milestones: readonly MilestoneReport[];
  readonly functions: readonly FunctionReport[];
  readonly functionScore: FunctionScore | null;
  readonly irm: IndependentReview | null;
  readonly contradictions: readonly CommitmentSentence[];
}

/** A report that a value was read from. */
export interface PortalReportSource {
  readonly id: EvidenceId;
  readonly url: string;
  readonly asOf: Day;
  readonly sha256: string;
}

/** Everything that a report rests on: what was fetched, and the reports of portals and reviews that were read. */
export interface CommitmentEvidence extends Omit<ReviewEvidence, 'kind'> {
  readonly kind: ReviewEvidence['kind'] | 'portal-report' | 'review' | 'note';
}

/** What a government promised, measured. */
export interface CommitmentsReport {
  readonly format: 'odi-commitments/1';
  readonly tool: { readonly name: string; readonly version: string };
  readonly plan: {
    readonly id: string;
    readonly place: string;
    readonly title: string | null;
    readonly from: Day;
    readonly to: Day;
    readonly source: string;
  };
  readonly asOf: Day;
  readonly summary: {
    readonly indicators: Readonly<Record<PromiseStatus, number>>;
    readonly milestones: Readonly<Record<MilestoneStatus, number>>;
    readonly functions: Readonly<Record<Verdict, number>>;
  };
  readonly commitments: readonly CommitmentReport[];
  readonly evidence: readonly CommitmentEvidence[];
  /** Parts of the program that failed; absent where none did. */
  readonly defects?: readonly Defect[];
}
