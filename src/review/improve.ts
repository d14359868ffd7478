import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';
import type { Verdict } from '../model/review.ts';
import { sentence } from './phrase.ts';

/** An answer, as far as what could be done about it rests on it. */
export interface Improvable {
  readonly answer: Verdict;
  /** What the publisher could do, null where the rule has no advice of its own. */
  readonly improve: string | null;
}

/** What is advised where the rule has no advice of its own. */
export const madePlain = (question: string, messages: Messages = english): string =>
  messages.say('improve.make-plain', { question: { said: question } });

/** The advice of the rule within what a review says of an improvement, that of older programs too; null where the rule had none. */
export const adviceIn = (said: string | null, question: string): string | null => {
  const advice = said?.replace(/ It would add \d+(?:\.\d+)? points?\.$/, '') ?? null;
  return advice === null || advice === madePlain(question) ? null : advice;
};

/** What the publisher could do where points are missing; null where none are. What it adds is told by the gains. */
export const sayImprovement = (
  { answer, improve }: Improvable,
  question: string,
  weight: number,
  messages: Messages = english,
): string | null => {
  if (answer === 'Yes' || weight === 0) return null;
  return improve === null ? madePlain(question, messages) : sentence(improve);
};
