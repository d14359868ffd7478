import { type Override, programAnswer, standingAnswer } from '../../model/review.ts';
import { auditedCause } from './audited.ts';
import type { AnswerInReview, Case, FoundCause } from './case.ts';
import { publishedCause } from './published.ts';
import type { PublishedWords } from './published-words.ts';

/** The decision of a person by which an answer is not the program's: on it, or on what it follows from. */
const decisionBehind = ({ review, answer }: AnswerInReview): Override | undefined => {
  const { override, follows } = answer;
  if (override && override.answer !== answer.answer) return override;
  if (standingAnswer(answer) === programAnswer(answer)) return undefined;
  return (review.decisions ?? []).find(({ on, state }) => state === 'counts' && follows?.from.includes(on));
};

const byPerson = ({ before, after }: Case): FoundCause | undefined => {
  const [now, then] = [decisionBehind(after), decisionBehind(before)];
  if (now !== undefined)
    return { cause: 'reviewer', says: `${now.reviewer} decided: ${now.because}`, proof: 'decision' };
  return then === undefined
    ? undefined
    : { cause: 'reviewer', says: `${then.reviewer} had decided otherwise before.`, proof: 'decision' };
};

const byConsequence = ({ consequenceOf, before, after }: Case): FoundCause | undefined => {
  if (consequenceOf === null) return undefined;
  const [old, fresh] = [before.review.answers[consequenceOf], after.review.answers[consequenceOf]].map((answer) =>
    answer === undefined ? 'nothing' : standingAnswer(answer),
  );
  const says = `Follows from “${consequenceOf}”, which went from ${old} to ${fresh}.`;
  return { cause: 'cascade', says, proof: 'answer' };
};

const byEdition = ({ isAskedAlike, editions, before, after, rejudged }: Case): FoundCause | undefined => {
  const isKept = before.review.published === undefined && after.review.published === undefined;
  return isAskedAlike || isKept || rejudged !== null
    ? undefined
    : {
        cause: 'edition',
        says: `${editions.after} does not put this question as ${editions.before} did.`,
        proof: 'recorded',
      };
};

/**
 * Why an answer changed. A person's decision comes first, then the answer that it follows from; what is left is explained
 * by what published entries say, or by the evidence of audits.
 */
export const causeOf = (given: Case, words: () => PublishedWords): FoundCause => {
  const told = byPerson(given) ?? byConsequence(given) ?? byEdition(given);
  if (told !== undefined) return told;
  const isPublished = [given.before, given.after].some(({ review }) => review.published !== undefined);
  return isPublished ? publishedCause(given, words()) : auditedCause(given);
};
