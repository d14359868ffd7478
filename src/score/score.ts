import type { Edition } from '../model/data.ts';
import type { Score, Verdict } from '../model/review.ts';

/** What a set of answers is worth under an edition. */
export interface Scored {
  readonly score: Score;
  readonly isOpen: boolean;
  /** Points that each question earned, by its id. */
  readonly points: Readonly<Record<string, number>>;
}

/**
 * Adds up the weights: Yes earns its weight, Unsure leaves it within reach (`ceiling`), No earns nothing. A question
 * without an answer is Unsure.
 */
export const scoreOf = (edition: Edition, answers: Readonly<Record<string, Verdict>>): Scored => {
  const points: Record<string, number> = {};
  let earned = 0;
  let reachable = 0;
  let outOf = 0;
  for (const { id, weight } of edition.questions) {
    const answer = answers[id] ?? 'Unsure';
    points[id] = answer === 'Yes' ? weight : 0;
    earned += points[id];
    reachable += answer === 'No' ? 0 : weight;
    outOf += weight;
  }
  return {
    score: { points: earned, ceiling: reachable, outOf },
    isOpen: edition.open.every((id) => answers[id] === 'Yes'),
    points,
  };
};
