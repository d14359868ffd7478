import type { Verdict } from '../model/review.ts';
import { counted, sentence } from './phrase.ts';

/** An answer, as far as what could be done about it rests on it. */
export interface Improvable {
  readonly answer: Verdict;
  /** What the publisher could do, null where the rule has no advice of its own. */
  readonly improve: string | null;
}

/** What the publisher could do where points are missing, and what it would add; null where none are. */
export const sayImprovement = ({ answer, improve }: Improvable, question: string, weight: number): string | null => {
  if (answer === 'Yes' || weight === 0) return null;
  const advice = improve ?? `Make it plain that “${question}” can be answered Yes`;
  return `${sentence(advice)} It would add ${counted(weight, 'point', 'points')}.`;
};
