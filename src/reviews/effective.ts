import type { ReviewAnswer, Verdict } from '../model/review.ts';

/** The answer that counts: a person's, where there is one. */
export const effective = ({ answer, override }: Pick<ReviewAnswer, 'answer' | 'override'>): Verdict =>
  override?.answer ?? answer;
