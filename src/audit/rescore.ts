import { isNonEmpty } from '../model/basics.ts';
import type { Result } from '../model/check.ts';
import type { Edition } from '../model/data.ts';
import { type Review, type ReviewAnswer, standingAnswer } from '../model/review.ts';
import { answersOf, contradictions, scoreOf } from '../score/index.ts';

const asked = ({ questions }: Edition): string => JSON.stringify(questions.map(({ id, checks }) => [id, checks]));

/** What a stored answer says of one check: all of it where the check stands alone, else only that a Yes needs all. */
const resultOf = (check: string, from: Edition, { answers }: Review): Result | null => {
  const question = from.questions.find(({ checks }) => checks.includes(check));
  const answer = question === undefined ? undefined : answers[question.id];
  if (question === undefined || answer === undefined) return null;
  const verdict = standingAnswer(answer);
  const grounds = answer.evidence.map((evidence) => ({ evidence }));
  const { reason, says, args: detail = {}, improve } = answer;
  const isTold = verdict === 'Yes' || (verdict === 'No' && question.checks.length === 1);
  return {
    check: { id: check, version: answer.rule.version },
    answer:
      isTold && isNonEmpty(grounds)
        ? { outcome: verdict === 'Yes' ? 'yes' : 'no', reason, grounds, detail }
        : { outcome: 'unsure', reason, missing: grounds, detail },
    says,
    improve,
  };
};

/** A gate has no question that tells it: where anything was answered with Yes, it was passed. */
const gateOf = (gate: string, from: Edition, { answers }: Review): Result | null => {
  if (!from.gates.includes(gate)) return null;
  const passed = Object.values(answers).find((answer) => standingAnswer(answer) === 'Yes');
  const grounds = (passed?.evidence ?? []).map((evidence) => ({ evidence }));
  if (passed === undefined || !isNonEmpty(grounds)) return null;
  const { reason, says, improve, rule } = passed;
  return { check: { id: gate, version: rule.version }, answer: { outcome: 'yes', reason, grounds }, says, improve };
};

const resultsOf = (review: Review, from: Edition, to: Edition): readonly Result[] => {
  const checks = new Set([...to.gates, ...to.questions.flatMap((question) => question.checks)]);
  return [...checks].flatMap((check) => resultOf(check, from, review) ?? gateOf(check, from, review) ?? []);
};

const reweighed = (answer: ReviewAnswer, question: Edition['questions'][number]): ReviewAnswer => ({
  ...answer,
  question: question.title,
  weight: question.weight,
  points: standingAnswer(answer) === 'Yes' ? question.weight : 0,
});

const reanswered = (review: Review, from: Edition, to: Edition): Readonly<Record<string, ReviewAnswer>> => {
  const published = answersOf(to, resultsOf(review, from, to));
  return Object.fromEntries(
    to.questions.flatMap((question) => {
      const given = published[question.id];
      if (given === undefined) return [];
      const { answer, reason, says, args = {}, grounds, rule, improve } = given;
      const evidence = [...new Set(grounds.map((ground) => ground.evidence))];
      const whole = {
        question: question.title,
        answer,
        reason,
        says,
        args,
        evidence,
        rule,
        weight: 0,
        points: 0,
        improve,
        override: null,
      };
      return [[question.id, reweighed(whole, question)]];
    }),
  );
};

const kept = ({ answers }: Review, to: Edition): Readonly<Record<string, ReviewAnswer>> =>
  Object.fromEntries(
    to.questions.flatMap((question) => {
      const answer = answers[question.id];
      return answer === undefined ? [] : [[question.id, reweighed(answer, question)]];
    }),
  );

/**
 * A review under another edition, from its answers alone. Editions that ask the same questions keep every answer as it
 * stands; between others an answer is carried over by the checks behind it, and the edition's cascade is applied. What
 * the old answers do not tell is Unsure. Criteria are not looked at again: that takes the evidence.
 */
export const rescore = (review: Review, from: Edition, to: Edition): Review => {
  const answers = asked(from) === asked(to) ? kept(review, to) : reanswered(review, from, to);
  const verdicts = Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, standingAnswer(answer)]));
  const { score, isOpen } = scoreOf(to, verdicts);
  return { ...review, edition: to.id, score, isOpen, answers, contradictions: contradictions(to, verdicts) };
};
