import type { Verdict } from './review.ts';

/** One review that a person is asked to check. */
export interface DrawnReview {
  readonly year: number;
  readonly place: string;
  readonly category: string;
  readonly points: number;
  readonly ceiling: number;
  readonly answers: Readonly<Record<string, Verdict>>;
  readonly stratum: string;
  /** For how many reviews of its stratum it stands. */
  readonly weight: number;
}

/** Reviews that are alike, and how many of them were drawn. */
export interface Stratum {
  readonly id: string;
  readonly size: number;
  readonly drawn: number;
}

/** A sample of a store. */
export interface DrawnSample {
  readonly format: 'odi-sample/1';
  readonly seed: string;
  /** What the strata are made of, `category` and the answer to a question: `answer:exists`. */
  readonly by: readonly string[];
  readonly size: number;
  readonly of: number;
  readonly strata: readonly Stratum[];
  readonly reviews: readonly DrawnReview[];
}
