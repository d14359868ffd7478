import type { Cause, DefinitionChange, Proof } from '../../model/diff.ts';
import type { Review, ReviewAnswer } from '../../model/review.ts';

/** An answer with the review it stands in. */
export interface AnswerInReview {
  readonly review: Review;
  readonly answer: ReviewAnswer;
}

/** A changed answer with all that could explain it. */
export interface Case {
  readonly question: string;
  readonly before: AnswerInReview;
  readonly after: AnswerInReview;
  /** The changed question that this one follows from, null where it stands for itself. */
  readonly consequenceOf: string | null;
  /** The old evidence under the rules of today: its answer to this question; null where it is not at hand. */
  readonly rejudged: AnswerInReview | null;
  /** The new evidence under the rules of today, where those it was judged by are older; else null. */
  readonly renewed: AnswerInReview | null;
  /** The old evidence under the rules of today, as of the day of the new; null where it was not asked for. */
  readonly aged: AnswerInReview | null;
  /** The checks behind the question. */
  readonly checks: readonly string[];
  /** Editions that the two sides were judged by, whatever they are scored by now. */
  readonly editions: { readonly before: string; readonly after: string };
  /** What the category asks for differently under the two, null where nothing. */
  readonly redefined: DefinitionChange | null;
  /** Do both editions put the question alike? */
  readonly isAskedAlike: boolean;
}

/** A cause, one sentence on how it was found, and what it rests on. */
export interface FoundCause {
  readonly cause: Cause;
  readonly says: string;
  readonly proof: Proof;
}
