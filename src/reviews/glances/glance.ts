import { type Review, type Score, standingAnswer, type Verdict } from '../../model/review.ts';

/** What adding up and comparing need of a review as it counts; the rest of it is read where it is asked for. */
export interface ReviewGlance {
  readonly edition: string;
  readonly year: number;
  readonly place: { readonly id: string; readonly name: string } | null;
  readonly category: { readonly id: string; readonly title: string } | null;
  readonly score: Score;
  readonly isOpen: boolean;
  /** The year that a published entry bears, which is an earlier one where it was carried forward. */
  readonly printedYear: number;
  /** The answers that stand, by question. */
  readonly answers: Readonly<Record<string, Verdict>>;
}

/** The year that a review bears in print. */
export const printedYearOf = ({ published, year }: Pick<Review, 'published' | 'year'>): number =>
  Number(published?.['year'] ?? year);

/** A review at a glance. */
export const glanceOf = (review: Review): ReviewGlance => ({
  edition: review.edition,
  year: review.year,
  place: review.place,
  category: review.category,
  score: review.score,
  isOpen: review.isOpen,
  printedYear: printedYearOf(review),
  answers: Object.fromEntries(Object.entries(review.answers).map(([id, answer]) => [id, standingAnswer(answer)])),
});
