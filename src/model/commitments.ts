import type { Day, Language, Localised } from './basics.ts';

/* What a government promised: the files of `criteria/commitments`, and plans that people write like them. */

/** A day, a month or a year, as a plan names it: `2018-08-30`, `2018-08`, `2018`. */
export type PlanDate = string | number;

/** A published figure, which is quoted and not measured. */
export interface StatedFigure {
  readonly value: number;
  readonly on: PlanDate;
  readonly source: string;
  readonly quote?: string;
}

/** How an indicator is measured from outside; a note that a person signs is the one way that is not. */
export type PromiseMeasure =
  | { readonly portal: string; readonly indicator: string }
  | {
      /** A category of the index, of which a stored review is read. */
      readonly review: string;
      /** A question, `open` for all that open data needs, or `points`. */
      readonly answer: string;
    }
  | { readonly page: string; readonly words: Readonly<Record<Language, readonly string[]>> }
  | { readonly function: string }
  | { readonly 'count-of': string; readonly column: string; readonly value: string }
  | { readonly manual: { readonly value: number; readonly on: Day; readonly by: string; readonly note: string } };

/** What is to be reached, and by when. */
export interface PromisedTarget {
  readonly value: number | null;
  /** The end of the plan where absent. */
  readonly by?: PlanDate;
  /** `least` where absent. */
  readonly at?: 'least' | 'most';
}

/** Does a target lie on the other side of its baseline than it asks for: at least less than there was, or at most more? */
export const isAgainst = ({
  baseline,
  target,
  at,
}: {
  readonly baseline: number | null;
  readonly target: number;
  readonly at: 'least' | 'most';
}): boolean => baseline !== null && (at === 'least' ? target < baseline : target > baseline);

/** One figure by which a commitment is to be judged. */
export interface PromisedIndicator {
  readonly id: string;
  /** As the plan words it. */
  readonly text?: string;
  readonly unit?: string;
  /** What it was before; null where the plan names nothing. */
  readonly baseline: { readonly value: number; readonly on?: PlanDate } | null;
  readonly target: PromisedTarget | null;
  /** A second reading that the same text gives: the change in per cent, and the value that it means. */
  readonly also?: { readonly change: string; readonly means: number };
  /** Absent where nothing public shows it. */
  readonly measure?: PromiseMeasure | null;
  /** What the measure stands for, where it is not quite what the text says. */
  readonly 'stands-for'?: string;
  readonly stated?: readonly StatedFigure[];
}

/** A step on the way, with what it leaves behind. */
export interface PromisedMilestone {
  readonly id: string;
  readonly text: string;
  readonly from: PlanDate;
  readonly to: PlanDate;
  /** `document` where it leaves one that can be found. */
  readonly deliverable?: 'document' | 'event' | 'service';
  /** Words that its document has, all of one language together. */
  readonly words?: Readonly<Record<Language, readonly string[]>>;
  /** Hosts where it would be published, those of the responsible bodies. */
  readonly where?: readonly string[];
  /** Addresses where it is known to be. */
  readonly urls?: readonly string[];
}

/** A site that is to do certain things. */
export interface PromisedFunctions {
  /** Id of a file of `criteria/functions`. */
  readonly checklist: string;
  readonly site: { readonly url: string; readonly source: string } | null;
}

/** What the Independent Reporting Mechanism of the partnership found; null where it did not say. */
export interface IndependentReview {
  readonly completion: string | null;
  readonly verifiable: boolean | null;
  readonly relevant: boolean | null;
  readonly 'potential-impact': string | null;
  readonly 'early-results': string | null;
  readonly on: PlanDate | null;
  readonly source: string;
}

/** One commitment of a plan. */
export interface Commitment {
  readonly id: string;
  readonly title: Localised;
  readonly objective?: string;
  readonly lead: Localised | null;
  readonly support?: readonly string[];
  readonly from?: PlanDate;
  readonly to?: PlanDate;
  readonly status?: string;
  readonly areas?: readonly string[];
  readonly related?: readonly string[];
  /** Short texts of the plan, quoted. */
  readonly quotes?: readonly string[];
  readonly source: string;
  readonly indicators: readonly PromisedIndicator[];
  readonly milestones: readonly PromisedMilestone[];
  readonly functions?: PromisedFunctions | null;
  readonly irm?: IndependentReview | null;
  /** Cells of the published table, in the order of the plan's `table.columns`. */
  readonly published?: readonly string[];
}

/** A plan with its commitments: `criteria/commitments/<place>-<year>.yaml`. */
export interface CommitmentPlan {
  readonly plan: {
    readonly id: string;
    readonly place: string;
    readonly title?: Localised;
    readonly from: PlanDate;
    readonly to: PlanDate;
    readonly source: string;
    /** What pages of the plan list besides, each under its source: lists of one plan differ. */
    readonly listed?: readonly { readonly commitments: readonly string[]; readonly source: string }[];
  };
  /** The published table that it was made from. */
  readonly table?: { readonly columns: readonly string[] };
  readonly commitments: readonly Commitment[];
}

/** A file of plans holds one, or several under `plans`. */
export type PlanFile = CommitmentPlan | { readonly plans: readonly CommitmentPlan[] };
