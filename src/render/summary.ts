import type { Review } from '../model/review.ts';
import { openness, scoreOf, titleOf } from './words.ts';

/** Many reviews, one line each: for a run that no one would read in full. */
export const renderSummary = (reviews: readonly Review[]): string => {
  const widest = Math.max(...reviews.map((review) => titleOf(review).length));
  const lines = reviews.map((review) => `${titleOf(review).padEnd(widest)}  ${scoreOf(review)}, ${openness(review)}`);
  return `${lines.join('\n')}\n`;
};
