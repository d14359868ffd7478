import { type Review, standingAnswer } from '../model/review.ts';
import type { EntryRecord } from './model.ts';

/** What the pages that add reviews up keep of one. @param digest - of the review as it is kept */
export const recordOf = (review: Review, digest: string): EntryRecord => {
  const { year, place, category, edition, asOf, score, isOpen, answers } = review;
  const all = Object.entries(answers);
  return {
    ...{ year, place: place?.id ?? '', category: category?.id ?? '', edition, asOf, isOpen, digest },
    ...{ points: score.points, ceiling: score.ceiling, outOf: score.outOf },
    answers: Object.fromEntries(all.map(([question, answer]) => [question, standingAnswer(answer)])),
    unsure: all
      .filter(([, answer]) => standingAnswer(answer) === 'Unsure')
      .map(([question, { rule, reason, override }]) => ({
        question,
        rule: override === null ? rule.id : 'reviewer',
        reason: override === null ? reason : 'override',
      })),
  };
};
