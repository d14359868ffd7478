import type { ReviewDecision, Verdict } from './review.ts';

/** A place in the evidence: the words there, what part of it they stand in, and its address. */
export interface ShownPlace {
  readonly quote: string;
  readonly part: string;
  readonly url: string;
}

/** Something that a person should decide. */
export interface OpenQuestion {
  /** A question, a gate, or `criteria.` and a criterion. */
  readonly on: string;
  readonly title: string;
  /** What the program answers, and its sentence. */
  readonly answer: Verdict;
  readonly says: string;
  readonly shown: readonly ShownPlace[];
  /** Points within reach that a No would take away. */
  readonly points: number;
  /** Decisions that were made on it and are to be made again. */
  readonly aged: readonly ReviewDecision[];
  /** Digest of what it rests on, so that a decision is made on what was shown. */
  readonly seen: string;
}
