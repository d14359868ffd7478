import type { Review } from '../model/review.ts';
import type { ScoredEntry } from '../model/scorecard.ts';
import { printedYearOf, type ReviewGlance } from './glances/glance.ts';

/** Points on the scale of 100 that scorecards count in. */
const outOfHundred = (points: number, outOf: number): number => (outOf === 100 ? points : (100 * points) / outOf);

/** What a scorecard needs of a review at a glance; null for one without place or category. */
export const scoredGlance = ({
  place,
  category,
  score,
  isOpen,
  printedYear,
}: Omit<ReviewGlance, 'edition' | 'year' | 'answers'>): ScoredEntry | null => {
  if (place === null || category === null || score.outOf === 0) return null;
  return {
    place,
    category,
    points: outOfHundred(score.points, score.outOf),
    ceiling: outOfHundred(score.ceiling, score.outOf),
    isOpen,
    printedYear,
  };
};

/** What a scorecard needs of a review; null for one without place or category. */
export const scoredEntry = (review: Review): ScoredEntry | null =>
  scoredGlance({ ...review, printedYear: printedYearOf(review) });
