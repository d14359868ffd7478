import type { Day, NonEmpty } from './basics.ts';
import type { EvidenceId } from './observation.ts';
import type { Verdict } from './review.ts';
import type { Args } from './sentence.ts';
import type {
  CountedGroup,
  FileLook,
  GroupKind,
  PortalEvidence,
  SurveyBasis,
  SurveyedPortal,
  UnseenPart,
} from './survey.ts';

/* The report of `odi portal`, `odi-portal/1`, and the data that it is judged by. */

export const portalProcesses = ['collection', 'inventory', 'classification', 'dissemination', 'quality'] as const;

/** What is done with open data, by which a portal's health is told. */
export type PortalProcess = (typeof portalProcesses)[number];

export type IndicatorUnit = 'count' | 'share' | 'days' | 'seconds' | 'points' | 'yes-no';

/** What an indicator is measured against. */
export interface PortalBar {
  readonly at: number;
  readonly direction: 'at-least' | 'at-most';
  readonly source: string;
}

/** An indicator, as `criteria/portal/<process>.yaml` defines it. */
export interface IndicatorRule {
  readonly id: string;
  readonly title: string;
  readonly unit: IndicatorUnit;
  readonly formula: string;
  readonly source: string;
  /** Absent where it is told without being judged. */
  readonly bar?: PortalBar;
  /** What the publisher can do. */
  readonly improve?: string;
  /** Is what is counted a fault, so that a high value is bad? */
  readonly isFault?: boolean;
  /** Does missing its bar touch every dataset of the portal? Of a share, it touches those that miss it. */
  readonly touchesAll?: boolean;
  /** Another indicator whose fault is one of this too: what it touches is not told twice. */
  readonly follows?: string;
}

/** A property that the Metadata Quality Assessment of data.europa.eu gives points for. */
export interface MqaRule {
  readonly id: string;
  readonly dimension: string;
  readonly weight: number;
  readonly property: string;
}

/** `criteria/vocabulary/mqa.yaml`. */
export interface MqaRules {
  readonly outOf: number;
  readonly metrics: NonEmpty<MqaRule>;
}

/** Everything that portals are judged by. */
export interface PortalRules {
  readonly processes: readonly ProcessRules[];
  readonly mqa: MqaRules;
}

/** A file of `criteria/portal`. */
export interface ProcessRules {
  readonly id: PortalProcess;
  readonly title: string;
  readonly question: string;
  readonly indicators: NonEmpty<IndicatorRule>;
}

/** Where the value lies, at 95 %, with what was not seen counted once as good and once as bad. */
export interface PortalInterval {
  readonly low: number;
  readonly high: number;
  readonly method: 'wilson' | 'hypergeometric' | 'cluster' | 'bounds';
  readonly level: 0.95;
}

/** One part of what an indicator counts: a bucket of ages, a month, a language. */
export interface IndicatorPart {
  readonly key: string;
  readonly value: number;
}

/** One indicator with what it came to. */
export interface PortalIndicator {
  readonly id: string;
  readonly title: string;
  /** Yes or no is 1 or 0; null where it could not be told. */
  readonly value: number | null;
  readonly unit: IndicatorUnit;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly basis: 'whole' | 'sample' | 'declared';
  readonly interval: PortalInterval | null;
  readonly bar: PortalBar | null;
  /** Null where there is no bar. */
  readonly answer: Verdict | null;
  readonly reason: string;
  readonly args: Args;
  readonly says: string;
  readonly improve: string | null;
  readonly parts: readonly IndicatorPart[];
  readonly evidence: readonly EvidenceId[];
}

export interface ProcessReport {
  readonly id: PortalProcess;
  readonly title: string;
  readonly indicators: readonly PortalIndicator[];
}

/** What should be mended, those that touch most datasets first. */
export interface PortalFinding {
  readonly indicator: string;
  readonly process: PortalProcess;
  readonly says: string;
  /** Datasets that it touches, at least and at most. */
  readonly datasets: { readonly low: number; readonly high: number };
  readonly improve: string | null;
  readonly examples: readonly string[];
}

/** A group with its share of all datasets. */
export interface ReportedGroup extends CountedGroup {
  readonly share: number | null;
  readonly basis: 'whole' | 'sample' | 'declared';
}

/** Points of one property of MQA: at least and at most. */
export interface MqaMetric {
  readonly id: string;
  readonly dimension: string;
  readonly weight: number;
  readonly low: number;
  readonly high: number;
  readonly count: number | null;
  readonly population: number;
}

export interface MqaPoints {
  readonly low: number;
  readonly high: number;
  readonly outOf: number;
}

/** The same records by the measures of others. */
export interface ComparedMeasures {
  /** As it is published: an answer with status 200 is enough. */
  readonly mqa: MqaPoints;
  /** The same, where only what arrived and is data counts. */
  readonly mqaTrue: MqaPoints;
  readonly metrics: readonly MqaMetric[];
  /** Mean of the nine criteria of udata, 0 to 1; null where no record was read. */
  readonly udata: { readonly low: number; readonly high: number } | null;
}

/** A dataset, as a later report compares it: by id, then by what it says. */
export interface InventoryEntry {
  readonly id: string;
  readonly title: string;
  /** Fingerprint of its addresses and publisher, by which a renamed one is known. */
  readonly same: string;
  readonly content: string;
  readonly modified: Day | null;
  /** From when on it was in the catalogue, at the latest; null where no date tells it, absent in earlier reports. */
  readonly since?: Day | null;
  readonly publisher?: string | null;
}

/** A file that was looked at, as a later report compares it. */
export type LookedFile = Pick<FileLook, 'dataset' | 'title' | 'publisher' | 'url' | 'outcome' | 'because' | 'evidence'>;

/** What became of the datasets of an earlier report. */
export interface PortalChanges {
  readonly earlier: { readonly asOf: Day; readonly url: string; readonly declared: number | null };
  readonly added: readonly InventoryEntry[];
  readonly removed: readonly InventoryEntry[];
  readonly changed: readonly InventoryEntry[];
  readonly renamed: readonly { readonly before: InventoryEntry; readonly after: InventoryEntry }[];
  /** Removed ones that a series took in. */
  readonly merged: readonly { readonly into: string; readonly datasets: number }[];
  /** Why the number of datasets fell: `series`, `loss`, `unknown`; null where it did not. */
  readonly fall: { readonly by: number; readonly because: 'series' | 'loss' | 'unknown'; readonly says: string } | null;
  /** Files that were looked at both times. */
  readonly files: {
    readonly pairs: number;
    readonly died: readonly string[];
    readonly revived: readonly string[];
    /** Probability of so one-sided a change by chance. */
    readonly chance: number;
  };
  readonly indicators: readonly {
    readonly id: string;
    readonly before: number | null;
    readonly after: number | null;
    /** Is it a change, and no more than chance or what was not seen? */
    readonly isCertain: boolean;
  }[];
}

/** How far the catalogue was seen. */
export interface PortalReach {
  readonly declared: number | null;
  readonly enumerated: number;
  readonly distinct: number;
  readonly basis: SurveyBasis;
}

/** The health of a data portal, seen from outside. */
export interface PortalReport {
  readonly format: 'odi-portal/1';
  readonly tool: { readonly name: string; readonly version: string };
  readonly portal: SurveyedPortal;
  readonly asOf: Day;
  readonly seen: { readonly from: string | null; readonly to: string | null };
  readonly reach: PortalReach;
  readonly processes: readonly ProcessReport[];
  readonly compared: ComparedMeasures;
  readonly findings: readonly PortalFinding[];
  readonly groups: Readonly<Partial<Record<GroupKind, readonly ReportedGroup[]>>>;
  /** Publishers with what became of the files that were looked at. */
  readonly publishers: readonly PublisherLinks[];
  readonly changes: PortalChanges | null;
  readonly unseen: readonly UnseenPart[];
  readonly files: readonly LookedFile[];
  /** All datasets, where the whole list was read. */
  readonly inventory: readonly InventoryEntry[];
  readonly evidence: readonly PortalEvidence[];
}

/** One publisher's datasets and files. */
export interface PublisherLinks {
  readonly publisher: string;
  readonly datasets: number;
  readonly looked: number;
  readonly dead: number;
  readonly notData: number;
  readonly unseen: number;
}

/** A bar that the caller set: `links-dead>10%`. */
export interface FailIf {
  readonly written: string;
  readonly indicator: string;
  readonly sign: '>' | '>=' | '<' | '<=';
  readonly value: number;
}
