import type { CascadeRule } from '../../model/data.ts';
import { type Review, type ReviewAnswer, standingAnswer } from '../../model/review.ts';

/** The rules of an edition by which one answer makes others. */
export type CascadeOf = (edition: string) => readonly CascadeRule[];

const isMeant = ({ when, then }: CascadeRule, question: string): boolean =>
  question !== when.question && (then.questions.includes('*') || then.questions.includes(question));

/** A published entry does not tell which answers its form made: there the answer alone tells. */
const isMadeBy = ({ rule, reason, ...answer }: ReviewAnswer, { then, reason: made }: CascadeRule): boolean =>
  standingAnswer(answer) === then.answer && (rule.id === 'published' || reason === made);

/**
 * The question that decides an answer on one side and not on the other. Rules that make a Yes are passed over: what
 * was found out about one question proves it of another, but a change of it has its own cause.
 */
const premiseOn = (question: string, own: Review, other: Review, rules: readonly CascadeRule[]): string | undefined =>
  rules.find((rule) => {
    const [answer, premise, was] = [
      own.answers[question],
      own.answers[rule.when.question],
      other.answers[rule.when.question],
    ];
    if (rule.then.answer === 'Yes' || answer === undefined || premise === undefined || was === undefined) return false;
    const { answer: decisive } = rule.when;
    const hasTurned = standingAnswer(premise) === decisive && standingAnswer(was) !== decisive;
    return hasTurned && isMeant(rule, question) && isMadeBy(answer, rule);
  })?.when.question;

/** The changed question that an answer follows from now, or followed from before; null where it stands for itself. */
export const followed = (question: string, before: Review, after: Review, cascadeOf: CascadeOf): string | null =>
  premiseOn(question, after, before, cascadeOf(after.edition)) ??
  premiseOn(question, before, after, cascadeOf(before.edition)) ??
  null;
