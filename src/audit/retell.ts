import { checks } from '../checks/index.ts';
import { say, type Wording } from '../checks/words.ts';
import { sentence } from '../content/reasons.ts';
import { isContestReason, sayFinding } from '../contests/index.ts';
import { sayGoverning } from '../licence/index.ts';
import type { Edition } from '../model/data.ts';
import type { Review, ReviewAnswer, ReviewCriterion } from '../model/review.ts';
import { type Arg, type Args, isSentence } from '../model/sentence.ts';
import { sayCoverage } from '../review/coverage.ts';
import { sayImprovement } from '../review/improve.ts';
import { notesOf, retoldParagraphs } from '../review/notes.ts';
import { sayings } from '../score/index.ts';

/** A reason with the check whose reason it is. */
interface Told {
  readonly of: string;
  readonly reason: string;
  readonly args: Args;
}

const reasonOf = ({ of, reason }: Told) => checks.find(({ id }) => id === of)?.reasons[reason];

const toldOf = (arg: Arg): readonly Told[] =>
  isSentence(arg) ? [{ of: String(arg.args['of'] ?? ''), reason: arg.reason, args: arg.args }] : [];

const isSaying = (reason: string): reason is keyof typeof sayings => Object.hasOwn(sayings, reason);

const saidBy = (told: Told, edition: Edition, wording: Wording): string => {
  const reason = reasonOf(told);
  if (reason !== undefined) return say(reason.says, told.args, wording);
  if (isSaying(told.reason)) return sayings[told.reason];
  return edition.cascade.find(({ reason: code }) => code === told.reason)?.says ?? told.reason;
};

/** What the check advises whose reason decided; where the answer follows from another, what that one's does. */
const advisedBy = (own: Told, wording: Wording): string | null => {
  const [told = own] = own.args['advice'] === undefined ? [] : toldOf(own.args['advice']);
  const improve = reasonOf(told)?.improve;
  return improve === undefined ? null : say(improve, told.args, wording);
};

const retold = (given: ReviewAnswer, edition: Edition, wording: Wording): ReviewAnswer => {
  const { rule, reason, args = {}, answer, question, weight } = given;
  const own: Told = { of: rule.id, reason, args };
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
 * A review with every sentence of its answers, criteria, coverage and notes written anew from reasons and values: none is read.
 * So can a stored review be written in other words, or in another language. One of an older program, which kept no
 * values, is left as it is.
 */
export const retell = (review: Review, edition: Edition): Review => {
  if (review.paragraphs === undefined) return review;
  const wording: Wording = {
    label: (id) => review.criteria.find((one) => one.id === id)?.label ?? id,
    licence: sayGoverning,
  };
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
    ...(coverage === undefined ? {} : { coverage }),
  };
};
