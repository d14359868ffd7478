import type { OpenQuestion, ShownPlace } from '../model/open-question.ts';
import { type OwnAnswer, type Review, type ReviewDecision, standingAnswer, type Verdict } from '../model/review.ts';
import { basisOf, type RulesOf, withOverride } from './carried.ts';
import { countedAnew, onCriterion, ownAnswers } from './counted.ts';

const shownBy = (review: Review, ids: readonly string[]): readonly ShownPlace[] =>
  review.evidence
    .filter(({ id }) => ids.includes(id))
    .map(({ url, finalUrl, quote }) => ({ quote: quote ?? '', part: '', url: finalUrl || url }));

const urlOf = ({ evidence }: Review, id: string): string => evidence.find((one) => one.id === id)?.url ?? '';

/** Does it only say what another answer makes of it? Then that one is to be decided. */
const isFollowing = (
  given: { readonly answer: Verdict; readonly reason: string },
  own: OwnAnswer | undefined,
): boolean => own !== undefined && (own.answer !== given.answer || own.reason !== given.reason);

/** What the review could come to, where the question is left open or answered Yes, less what it could come to by a No. */
export const pointsOn = (on: string, review: Review, rulesOf: RulesOf): number => {
  // The score alone: what is to be gained after a decision that nobody made takes longest to find out.
  const by = (answer: Verdict): number => {
    const override = { answer, because: '?', reviewer: '?', at: '', evidence: [] };
    return countedAnew(withOverride(review, on, override), rulesOf).score.ceiling;
  };
  return Math.max(review.score.ceiling, by('Yes')) - by('No');
};

/**
 * What a person should decide in a review: what is Unsure by itself and nobody decided, and what must be decided again. Most
 * points first; among equals the questions in their order, then the criteria.
 */
export const openQuestions = (review: Review, rulesOf: RulesOf): readonly OpenQuestion[] => {
  const { edition } = rulesOf(review);
  const own = ownAnswers(review, edition);
  const agedOn = (on: string): readonly ReviewDecision[] =>
    (review.decisions ?? []).filter((one) => one.on === on && one.state === 'ask-again');
  const item = (on: string, title: string, given: Pick<OpenQuestion, 'answer' | 'says' | 'shown'>): OpenQuestion => ({
    ...{ on, title, ...given },
    points: pointsOn(on, review, rulesOf),
    aged: agedOn(on),
    seen: basisOf(on, review, edition)?.seen ?? '',
  });
  const gates = Object.entries(review.gates ?? {}).map(([id, gate]) => ({ id, title: id, ...gate }));
  const answers = Object.entries(review.answers).map(([id, answer]) => ({ id, title: answer.question, ...answer }));
  const questions = [...gates, ...answers]
    .filter((one) => !one.override)
    .filter((one) => agedOn(one.id).length > 0 || (one.answer === 'Unsure' && !isFollowing(one, own[one.id])))
    .map(({ id, title, answer, says, evidence }) =>
      item(id, title, { answer, says, shown: shownBy(review, evidence) }),
    );
  const rests = Object.keys(review.byCriteria?.met ?? { exists: null });
  const isDecided = rests.every((id) => {
    const given = review.answers[id] ?? review.gates?.[id];
    return given === undefined || (given.override ?? null) !== null || standingAnswer(given) !== 'Unsure';
  });
  const criteria = review.criteria
    .filter(({ override }) => !override)
    .filter(
      ({ id, required, answer }) =>
        agedOn(onCriterion(id)).length > 0 || (required && answer === 'Unsure' && !isDecided),
    )
    .map(({ id, label, answer, says, where }) =>
      item(onCriterion(id), label, {
        ...{ answer, says },
        shown: where.map(({ evidence, part, quote }) => ({ quote, part, url: urlOf(review, evidence) })),
      }),
    );
  return [...questions, ...criteria].sort((one, other) => other.points - one.points);
};
