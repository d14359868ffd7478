import { type Review, standingAnswer } from '../model/review.ts';
import type { SummaryLine } from '../model/summary.ts';
import { seenNothing } from './outcome.ts';

/** A review as one line of a summary. */
export const lineOf = (review: Review): SummaryLine => {
  const { place, category, score, isOpen, answers } = review;
  const verdicts = Object.values(answers).map(standingAnswer);
  const count = (wanted: string): number => verdicts.filter((verdict) => verdict === wanted).length;
  return {
    place: place ?? { id: '', name: '' },
    category: category ?? { id: '', title: '' },
    ...{ points: score.points, ceiling: score.ceiling, outOf: score.outOf, isOpen },
    ...{ yes: count('Yes'), no: count('No'), unsure: count('Unsure') },
    seen: !seenNothing(review),
  };
};
