import { isNonEmpty } from '../model/basics.ts';
import type { Result } from '../model/check.ts';
import type { Edition } from '../model/data.ts';
import type { OwnAnswer, Review, ReviewAnswer, ReviewGate, Verdict } from '../model/review.ts';
import { type AnswerDraft, type AnswerDrafts, contradictions, draftsOf, scoreOf, settle } from '../score/index.ts';
import { carryDecisions, type RulesOf } from './carried.ts';
import { ownAnswers } from './counted.ts';
import { ownOf } from './own.ts';

/** Do two editions ask the same questions, in the same order, with the same checks behind them? */
const askAlike = ({ questions: some }: Edition, { questions: others }: Edition): boolean =>
  some.length === others.length &&
  some.every(({ id, checks }, at) => id === others[at]?.id && checks.join() === others[at]?.checks.join());

type Owned = Readonly<Record<string, OwnAnswer>>;

/**
 * What a stored answer says of one check: all of it where the check stands alone or the review kept it apart, else only that
 * a Yes needs all.
 */
const resultOf = (check: string, from: Edition, own: Owned): Result | null => {
  const question = from.questions.find(({ checks }) => checks.includes(check));
  const joint = question === undefined ? own[check] : own[question.id];
  if (joint === undefined) return null;
  const part = joint.parts?.find(({ rule }) => rule.id === check);
  const { answer, reason, says, args: detail, improve, rule, evidence, arises } = part ?? joint;
  const grounds = evidence.map((one) => ({ evidence: one }));
  const isAlone = part !== undefined || question === undefined || question.checks.length === 1;
  const isTold = answer === 'Yes' || (answer === 'No' && isAlone);
  const told = { check: { id: check, version: rule.version }, says, improve };
  if (!arises && isAlone) return { ...told, answer: { outcome: 'not-applicable', reason, detail } };
  if (!isTold || !isNonEmpty(grounds))
    return { ...told, answer: { outcome: 'unsure', reason, missing: grounds, detail } };
  return { ...told, answer: { outcome: answer === 'Yes' ? 'yes' : 'no', reason, grounds, detail } };
};

/** A gate that the review did not keep: where anything was answered with Yes, it was passed. */
const passedGate = (gate: string, from: Edition, own: Owned): Result | null => {
  if (!from.gates.includes(gate)) return null;
  const passed = Object.values(own).find(({ answer }) => answer === 'Yes');
  const grounds = (passed?.evidence ?? []).map((evidence) => ({ evidence }));
  if (passed === undefined || !isNonEmpty(grounds)) return null;
  const { reason, says, improve, rule } = passed;
  return { check: { id: gate, version: rule.version }, answer: { outcome: 'yes', reason, grounds }, says, improve };
};

const resultsOf = (own: Owned, from: Edition, to: Edition): readonly Result[] => {
  const checks = new Set([...to.gates, ...to.questions.flatMap((question) => question.checks)]);
  return [...checks].flatMap((check) => resultOf(check, from, own) ?? passedGate(check, from, own) ?? []);
};

const publishedIn = (draft: AnswerDraft, own: AnswerDraft | undefined): ReviewGate => {
  const { answer, reason, says, args, evidence, rule } = ownOf(draft);
  const kept = own === undefined || (own === draft && own.parts === undefined) ? {} : { own: ownOf(own) };
  return { answer, reason, says, args, evidence, rule, override: null, ...kept };
};

/** Every question of an edition, answered by what it makes of these drafts. */
const questionsIn = (
  { questions }: Edition,
  settled: AnswerDrafts,
  drafts: AnswerDrafts,
): Readonly<Record<string, ReviewAnswer>> =>
  Object.fromEntries(
    questions.flatMap(({ id, title: question, weight }) => {
      const draft = settled[id];
      if (draft === undefined) return [];
      const { override, own, ...said } = publishedIn(draft, drafts[id]);
      const points = draft.answer === 'Yes' ? weight : 0;
      const { improve } = draft;
      return [[id, { question, ...said, weight, points, improve, override, ...(own === undefined ? {} : { own }) }]];
    }),
  );

const gatesIn = ({ gates, questions }: Edition, settled: AnswerDrafts, drafts: AnswerDrafts): Pick<Review, 'gates'> => {
  const found = gates
    .filter((gate) => !questions.some(({ id }) => id === gate))
    .flatMap((gate) => {
      const draft = settled[gate];
      return draft === undefined ? [] : [[gate, publishedIn(draft, drafts[gate])] as const];
    });
  return found.length === 0 ? {} : { gates: Object.fromEntries(found) };
};

/** What the answers of one edition make of the questions of another, before what people decided. */
const reanswered = (review: Review, from: Edition, to: Edition): Review => {
  const { gates: _, decisions: __, ...rest } = review;
  const drafts = draftsOf(to, resultsOf(ownAnswers(review, from), from, to));
  const settled = settle(to, drafts, 'place');
  const answers = questionsIn(to, settled, drafts);
  const verdicts = Object.fromEntries(Object.entries(answers).map(([id, { answer }]) => [id, answer]));
  const { score, isOpen } = scoreOf(to, verdicts);
  return {
    ...rest,
    ...{ edition: to.id, score, isOpen, answers },
    criteria: review.criteria.map((one) => ({ ...one, override: null })),
    ...gatesIn(to, settled, drafts),
    contradictions: contradictions(to, verdicts),
  };
};

/** Every answer as it stands, with the weights and words of another edition that asks the same. */
const reweighed = (review: Review, to: Edition): Review => {
  const verdicts: Record<string, Verdict> = {};
  for (const { id } of to.questions) {
    const answer = review.answers[id];
    if (answer !== undefined) verdicts[id] = answer.answer;
  }
  const { score, isOpen, points } = scoreOf(to, verdicts);
  const answers: Record<string, ReviewAnswer> = {};
  for (const { id, title: question, weight } of to.questions) {
    const answer = review.answers[id];
    if (answer !== undefined) answers[id] = { ...answer, question, weight, override: null, points: points[id] ?? 0 };
  }
  const { decisions: _, ...rest } = review;
  return {
    ...rest,
    ...{ edition: to.id, score, isOpen, answers },
    criteria: review.criteria.map((one) => ({ ...one, override: null })),
    contradictions: contradictions(to, verdicts),
  };
};

/**
 * A review under another edition, from its answers alone. Editions that ask the same questions keep every answer as it
 * stands; between others an answer is carried over by the checks behind it, and the edition's cascade is applied. What
 * the old answers do not tell is Unsure. Criteria are not looked at again: that takes the evidence. What people decided is
 * carried over, and counts where the edition asks it.
 */
export const rescore = (review: Review, from: Edition, to: Edition, rulesOf: RulesOf): Review =>
  carryDecisions(askAlike(from, to) ? reweighed(review, to) : reanswered(review, from, to), review, rulesOf);
