import type { Day } from './basics.ts';
import type { Need, Sight } from './coverage.ts';
import type { Defect } from './defect.ts';
import type { RecordRef } from './exchange.ts';
import type { EvidenceId } from './observation.ts';
import type { ReplyKind } from './reply-kinds.ts';
import type { Args, Sentence } from './sentence.ts';

/** The three values of a published answer. */
export type Verdict = 'Yes' | 'No' | 'Unsure';

/** An answer that a person put in place of the program's. */
export interface Override {
  readonly answer: Verdict;
  readonly because: string;
  readonly reviewer: string;
  readonly at: string;
  readonly evidence: readonly string[];
}

/** One answered question. */
export interface ReviewAnswer {
  /** The question as the edition words it, so that a review can be read without the edition's file. */
  readonly question: string;
  readonly answer: Verdict;
  readonly reason: string;
  readonly says: string;
  /** The values of its sentence, which is written from them and the reason; absent in imported and in older reviews. */
  readonly args?: Args;
  readonly evidence: readonly EvidenceId[];
  readonly rule: { readonly id: string; readonly version: number };
  readonly weight: number;
  readonly points: number;
  readonly improve: string | null;
  readonly override: Override | null;
}

/** The answer that counts: a person's, where there is one. */
export const standingAnswer = ({ answer, override }: Pick<ReviewAnswer, 'answer' | 'override'>): Verdict =>
  override?.answer ?? answer;

/** One criterion of the category, answered. */
export interface ReviewCriterion {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly answer: Verdict;
  readonly reason: string;
  readonly says: string;
  /** The values of its sentence; absent in older reviews. */
  readonly args?: Args;
  readonly evidence: readonly EvidenceId[];
  readonly where: readonly { readonly evidence: EvidenceId; readonly part: string; readonly quote: string }[];
}

/** One thing that must have been seen before a No may be said. */
export interface ReviewCoverage {
  readonly what: string;
  /** Empty where no address is known. */
  readonly url: string;
  readonly seen: boolean;
  readonly why: string;
  /** Stable codes of what is needed and how the look at it ended, with the values of their sentences. */
  readonly need: Need;
  readonly reason: Sight;
  readonly evidence: readonly EvidenceId[];
  readonly args: { readonly name: string; readonly detail: string | Sentence };
}

/** One piece of evidence as the review lists it. */
export interface ReviewEvidence {
  readonly id: EvidenceId;
  readonly url: string;
  readonly finalUrl: string;
  readonly fetchedAt: string | null;
  readonly outcome: 'arrived' | 'lost' | 'not-captured' | 'refused-by-us';
  /** Why it was lost or refused by us, null otherwise. */
  readonly because: string | null;
  readonly kind: ReplyKind | null;
  readonly status: number | null;
  readonly mediaType: string | null;
  readonly format: string | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly quote: string | null;
  readonly record: RecordRef | null;
}

/** Weight that was earned, weight that could still be (Unsure counted as Yes), and the weight of all questions. */
export interface Score {
  readonly points: number;
  readonly ceiling: number;
  readonly outOf: number;
}

/** What was asked for, so that a re-judging asks the same. */
export interface ReviewRequest {
  /** A search for the data of a place, or a look at one address. */
  readonly kind: 'audit' | 'check';
  /** Addresses that the reviewer named; the one that a check is of. */
  readonly urls: readonly string[];
  /** Elections that the reviewer named, since the place file does not know them; absent where there were none. */
  readonly events?: readonly { readonly day: Day; readonly name: string }[];
}

/** One paragraph of the notes. */
export interface ReviewParagraph {
  /** Stable code of what it is about. */
  readonly reason: string;
  readonly says: string;
  readonly args: Args;
}

/** A scored review of one category in one place; JSON output is exactly this. Schema: `criteria/schema/review.schema.json`. */
export interface Review {
  readonly format: 'odi-review/1';
  /** Absent in imported entries and in reviews of older programs. */
  readonly request?: ReviewRequest;
  readonly tool: { readonly name: string; readonly version: string };
  readonly edition: string;
  readonly place: { readonly id: string; readonly name: string } | null;
  readonly category: { readonly id: string; readonly title: string } | null;
  readonly year: number;
  readonly asOf: Day;
  readonly score: Score;
  readonly isOpen: boolean;
  readonly answers: Readonly<Record<string, ReviewAnswer>>;
  readonly criteria: readonly ReviewCriterion[];
  /** What a No rests on; absent in imported entries and in reviews of older programs. */
  readonly coverage?: readonly ReviewCoverage[];
  readonly candidates: readonly {
    readonly url: string;
    readonly why: string;
    readonly role: string;
    readonly chosen: boolean;
  }[];
  readonly evidence: readonly ReviewEvidence[];
  /** Answers that contradict one another, and checks that broke. */
  readonly contradictions: readonly string[];
  /** Parts of the program that failed, each at the cost of one result; absent where none did. */
  readonly defects?: readonly Defect[];
  readonly notes: string;
  /** The notes as paragraphs with the values of their sentences; absent in imported entries and in older reviews. */
  readonly paragraphs?: readonly ReviewParagraph[];
  readonly previous: PreviousReview | null;
  readonly people: { readonly submitter: string; readonly reviewers: readonly string[]; readonly comments: string };
  /** What a published entry says besides (addresses, formats, qualities), kept as it stood; absent in audits. */
  readonly published?: Readonly<Record<string, string>>;
}

/** Last year's review, as far as it is quoted. */
export interface PreviousReview {
  readonly year: number;
  readonly score: Score;
  readonly notes: string;
  readonly answers: Readonly<Record<string, Verdict>>;
}
