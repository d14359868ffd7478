import type { Day, Instant } from './basics.ts';
import type { Cause, Change } from './diff.ts';
import type { RecordRef } from './exchange.ts';
import type { ReviewEvidence } from './review.ts';

/** One piece of what an answer rested on, enough to find it again. */
export interface FallEvidence {
  readonly url: string;
  readonly fetchedAt: Instant | null;
  readonly outcome: ReviewEvidence['outcome'];
  readonly sha256: string | null;
  readonly record: RecordRef | null;
}

/** One side of a fall. */
export interface FallSide {
  readonly year: number;
  /** Null where only scores are known. */
  readonly asOf: Day | null;
  /** Points of the whole review, or of the cell of a scorecard. */
  readonly points: number;
  /** What its review says of the answer; null where only scores are known. */
  readonly says: string | null;
  readonly evidence: readonly FallEvidence[];
}

/** An answer, or a score where no answers are known, that came out lower than in the baseline. */
export interface Fall extends Change {
  readonly before: FallSide;
  readonly after: FallSide;
}

/** What counts as a fall. */
export interface FallRule {
  /** Count what became Unsure, or was only not seen by us, too. By default a fall is a change that is certain. */
  readonly strict: boolean;
  /** Causes that a fall must have one of; null for any. */
  readonly causes: readonly Cause[] | null;
}

/** What came of holding reviews against a baseline; JSON output is exactly this. */
export interface Regression extends FallRule {
  /** As the person named it. */
  readonly baseline: string;
  /** Reviews that the baseline speaks of. */
  readonly compared: number;
  /** Reviews that it does not speak of: of these no fall can be told. */
  readonly unmatched: readonly { readonly place: string; readonly category: string }[];
  readonly falls: readonly Fall[];
}
