import { say, type Wording } from '../checks/words.ts';
import { sentence } from '../content/reasons.ts';
import { isContestReason, sayFinding } from '../contests/index.ts';
import type { Edition } from '../model/data.ts';
import type { Review, ReviewAnswer, ReviewCriterion } from '../model/review.ts';
import { sayCoverage } from '../review/coverage.ts';
import { sayImprovement } from '../review/improve.ts';
import { notesOf, retoldParagraphs } from '../review/notes.ts';
import { sayings } from '../score/index.ts';
import { retoldGains } from './gains.ts';
import { advisedBy, reasonOf, type ToldReason, toldOf, wordingOf } from './told.ts';

const isSaying = (reason: string): reason is keyof typeof sayings => Object.hasOwn(sayings, reason);

const saidBy = (told: ToldReason, edition: Edition, wording: Wording): string => {
  const reason = reasonOf(told);
  if (reason !== undefined) return say(reason.says, told.args, wording);
  if (isSaying(told.reason)) return sayings[told.reason];
  return edition.cascade.find(({ reason: code }) => code === told.reason)?.says ?? told.reason;
};

const retold = (given: ReviewAnswer, edition: Edition, wording: Wording): ReviewAnswer => {
  const { rule, reason, args = {}, answer, question, weight } = given;
  const own: ToldReason = { of: rule.id, reason, args };
  const { also = [] } = args;
  const all = [own, ...(Array.isArray(also) ? also.flatMap(toldOf) : [])];
  const advice = answer === 'Yes' ? null : advisedBy(own, wording);
  return {
    ...given,
    says: [...new Set(all.map((one) => saidBy(one, edition, wording)))].join(' '),
    improve: sayImprovement({ answer, improve: advice }, question, weight),
  };
};

const sayCriterion = ({ label, answer, reason, args = {} }: ReviewCriterion): string =>
  isContestReason(reason) ? sayFinding(label, answer, { reason, args }) : sentence(label, answer, { reason, args });

/**
 * A review with every sentence of its answers, criteria, gains, coverage and notes written anew from reasons and values: none is read.
 * So can a stored review be written in other words, or in another language. One of an older program, which kept no
 * values, is left as it is.
 */
export const retell = (review: Review, edition: Edition): Review => {
  if (review.paragraphs === undefined) return review;
  const wording = wordingOf(review);
  const answers = Object.fromEntries(
    Object.entries(review.answers).map(([id, answer]) => [id, retold(answer, edition, wording)]),
  );
  const criteria = review.criteria.map((one) => ({
    ...one,
    says: sayCriterion(one),
  }));
  const paragraphs = retoldParagraphs(review.paragraphs, { criteria, answers, previous: review.previous });
  const coverage = review.coverage?.map(sayCoverage);
  return {
    ...{ ...review, answers, criteria, paragraphs, notes: notesOf(paragraphs) },
    ...retoldGains(review, wording),
    ...(coverage === undefined ? {} : { coverage }),
  };
};
