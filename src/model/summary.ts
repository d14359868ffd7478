import type { Day } from './basics.ts';
import type { Regression } from './regression.ts';

/** One review in a summary of many. */
export interface SummaryLine {
  readonly place: { readonly id: string; readonly name: string };
  readonly category: { readonly id: string; readonly title: string };
  readonly points: number;
  readonly ceiling: number;
  readonly outOf: number;
  readonly isOpen: boolean;
  /** Answers of each kind. */
  readonly yes: number;
  readonly no: number;
  readonly unsure: number;
  /** Did anything at all arrive? */
  readonly seen: boolean;
}

/** A review that was asked for and not finished. */
export interface UnfinishedReview {
  readonly place: string;
  readonly category: string;
  readonly why: string;
}

/** What a run of many audits came to; JSON output is exactly this. */
export interface RunSummary {
  readonly format: 'odi-summary/1';
  readonly edition: string;
  readonly year: number;
  readonly asOf: Day;
  readonly counts: {
    readonly reviews: number;
    readonly open: number;
    readonly unfinished: number;
    /** Reviews under the least score that was asked for; null where none was. */
    readonly under: number | null;
    /** Answers that fell; null where no baseline is named. */
    readonly falls: number | null;
  };
  /** The least score that was asked for. */
  readonly least: number | null;
  /** Finished in this run or before it, by place and category. */
  readonly reviews: readonly SummaryLine[];
  readonly unfinished: readonly UnfinishedReview[];
  readonly regression: Regression | null;
}
