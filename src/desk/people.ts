import type { Review, ReviewDecision } from '../model/review.ts';

/* Who decided what, as the desk looks at it. */

/** Names are the same person's where they differ in case or in blanks around them alone, as `odi agreement` takes them. */
export const isSamePerson = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** Does a decision tell what its person thinks now, of what is there now? One that was taken back or must be made again does not. */
const isHeld = ({ state }: ReviewDecision): boolean => state === 'counts' || state === 'replaced';

/** The last word of each person on each question, in the order in which they were said. */
export const lastWords = ({ decisions = [] }: Pick<Review, 'decisions'>): readonly ReviewDecision[] => [
  ...new Map(
    decisions
      .filter(isHeld)
      .map((decision) => [JSON.stringify([decision.on, decision.reviewer.trim().toLowerCase()]), decision]),
  ).values(),
];

/** What a person answered: the last words by what they are on. */
export const ownWords = (review: Pick<Review, 'decisions'>, person: string): ReadonlyMap<string, ReviewDecision> =>
  new Map(
    lastWords(review)
      .filter(({ reviewer }) => isSamePerson(reviewer, person))
      .map((decision) => [decision.on, decision]),
  );

/** What others said of a question that a person answered; nothing before that, so that nobody is led. */
export const othersOn = (review: Pick<Review, 'decisions'>, on: string, person: string): readonly ReviewDecision[] =>
  ownWords(review, person).has(on)
    ? lastWords(review).filter((decision) => decision.on === on && !isSamePerson(decision.reviewer, person))
    : [];

/** Did a person answer all that others decided? Only then nothing that they said or signed can lead any more. */
export const isThrough = (review: Pick<Review, 'decisions'>, person: string): boolean => {
  const own = ownWords(review, person);
  return lastWords(review).every(({ on }) => own.has(on));
};
