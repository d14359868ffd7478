import type { Review } from '../model/review.ts';
import type { ScoredEntry } from '../model/scorecard.ts';

/** Points on the scale of 100 that scorecards count in. */
const outOfHundred = (points: number, outOf: number): number => (outOf === 100 ? points : (100 * points) / outOf);

/** What a scorecard needs of a review; null for one without place or category. */
export const scoredEntry = ({ place, category, score, isOpen, year, published }: Review): ScoredEntry | null => {
  if (place === null || category === null || score.outOf === 0) return null;
  return {
    place,
    category,
    points: outOfHundred(score.points, score.outOf),
    ceiling: outOfHundred(score.ceiling, score.outOf),
    isOpen,
    printedYear: Number(published?.['year'] ?? year),
  };
};
