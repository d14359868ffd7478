import { reasons } from '../checks/reasons/exists.ts';
import { criteriaRule, type Requirement } from '../content/requirement.ts';
import { isNonEmpty } from '../model/basics.ts';
import type { Edition } from '../model/data.ts';
import {
  type CriteriaRule,
  type Following,
  type Override,
  type OwnAnswer,
  type Review,
  type ReviewAnswer,
  type ReviewDecision,
  type ReviewGate,
  standingAnswer,
  type Verdict,
} from '../model/review.ts';
import { adviceIn, sayImprovement } from '../review/improve.ts';
import {
  type AnswerDraft,
  type AnswerDrafts,
  type AskedOf,
  combine,
  contradictions,
  sayings,
  scoreOf,
  settle,
} from '../score/index.ts';
import { draftFrom, ownOf } from './own.ts';

/* What a review comes to with what people decided: the one way in which an override counts. */

/** What a review is counted by. */
export interface CountingRules {
  readonly edition: Edition;
  /** Which criteria must be met together; null without a category, and where the edition does not know it. */
  readonly requirement: Requirement | null;
}

/** Overrides by what they are on: a question, a gate, `criteria.` and a criterion, or a check behind a question. */
type Overrides = Readonly<Record<string, Verdict>>;

/** Under which name a criterion is decided. */
export const onCriterion = (id: string): string => `criteria.${id}`;

/** The overrides that stand in a review, by what they are on. */
export const overridesIn = ({ answers, gates = {}, criteria }: Review): Readonly<Record<string, Override>> =>
  Object.fromEntries([
    ...Object.entries({ ...gates, ...answers }).flatMap(([id, { override }]) => (override ? [[id, override]] : [])),
    ...criteria.flatMap(({ id, override }) => (override ? [[onCriterion(id), override]] : [])),
  ]);

/** Checks behind a question that several stand behind, as people answered them under another edition. */
const onParts = ({ decisions = [] }: Review, { questions }: Edition): Readonly<Record<string, ReviewDecision>> => {
  const parts = new Set(questions.flatMap(({ checks }) => (checks.length > 1 ? checks : [])));
  return Object.fromEntries(
    decisions.filter(({ on, state }) => parts.has(on) && state === 'counts').map((decision) => [decision.on, decision]),
  );
};

const askedOf = ({ request, category }: Review): AskedOf => {
  if (category === null) return 'address';
  return request?.kind === 'check' ? 'address-in-category' : 'place';
};

type Given = (ReviewAnswer | ReviewGate) & { readonly question?: string; readonly improve?: string | null };

/** An answer that followed from another, in a review that did not keep what the checks said by themselves. */
const notKept = ({ rule }: Given): OwnAnswer => ({
  answer: 'Unsure',
  reason: 'own-not-kept',
  says: sayings['own-not-kept'],
  args: {},
  evidence: [],
  rule,
  improve: null,
  arises: false,
});

/** Did an answer of an imported entry follow from another one by a rule that always holds? The form copied those. */
const wasCopied = (id: string, { answers, published }: Review, { cascade }: Edition): boolean =>
  published !== undefined &&
  cascade.some(
    ({ when, then, force }) =>
      force === 'always' &&
      when.question !== id &&
      answers[when.question]?.answer === when.answer &&
      answers[id]?.answer === then.answer &&
      (then.questions.includes('*') || then.questions.includes(id)),
  );

/** What the checks said of a question or gate by themselves, as far as the review tells. */
const ownIn = (id: string, given: Given, review: Review, edition: Edition): OwnAnswer => {
  if (given.own !== undefined) return given.own;
  const { answer, reason, says, args = {}, evidence, rule, question = '', improve = null } = given;
  if (edition.cascade.some((one) => one.reason === reason) || wasCopied(id, review, edition)) return notKept(given);
  return { answer, reason, says, args, evidence, rule, improve: adviceIn(improve, question), arises: true };
};

/** What the program's checks say of every question and gate of a review by themselves, whatever people decided. */
export const ownAnswers = (review: Review, edition: Edition): Readonly<Record<string, OwnAnswer>> =>
  Object.fromEntries(
    Object.entries({ ...review.gates, ...review.answers }).map(([id, given]) => [
      id,
      ownIn(id, given, review, edition),
    ]),
  );

/** In reviews that did not keep what the criteria would make of it, the criteria alone decide whether the data exists. */
const olderByCriteria = (rule: CriteriaRule, own: OwnAnswer): OwnAnswer => {
  const [answer, reason] = (
    {
      met: ['Yes', 'criteria-met-decided'],
      missed: ['No', 'criteria-missed-decided'],
      unknown: ['Unsure', 'criteria-open-decided'],
    } as const
  )[rule];
  return { ...own, answer, reason, says: reasons[reason].says, args: {}, improve: null, arises: true };
};

/** What the criteria decided by people make of the questions that rest on them, by the ids of these. */
const followingCriteria = (
  review: Review,
  own: Readonly<Record<string, OwnAnswer>>,
  overrides: Overrides,
  { requirement }: CountingRules,
): Readonly<Record<string, OwnAnswer>> => {
  const decided = new Map(
    review.criteria.flatMap(({ id }) => {
      const answer = overrides[onCriterion(id)];
      return answer === undefined ? [] : [[id, answer] as const];
    }),
  );
  if (requirement === null || decided.size === 0) return {};
  const said = new Map(review.criteria.map(({ id, answer }) => [id, answer]));
  const [before, after] = [criteriaRule(requirement, said), criteriaRule(requirement, new Map([...said, ...decided]))];
  // A person who confirms a No saw enough to say so, where the program may not have.
  const isEarned =
    after === 'missed' && requirement.groups.some(({ ids }) => ids.some((id) => decided.get(id) === 'No'));
  if (before === after && !isEarned) return {};
  if (review.byCriteria !== undefined) return review.byCriteria[after];
  const exists = own['exists'];
  return exists === undefined ? {} : { exists: olderByCriteria(after, exists) };
};

/** The drafts of a review with what people decided on checks that stand with others behind one question. */
const withParts = (drafts: AnswerDrafts, parts: Overrides): AnswerDrafts =>
  Object.fromEntries(
    Object.entries(drafts).map(([id, draft]) => {
      const changed = draft.parts?.map((part): AnswerDraft => {
        const answer = parts[part.rule.id];
        return answer === undefined ? part : { ...part, answer, improve: null, advice: {}, state: 'decided' };
      });
      return [id, changed !== undefined && isNonEmpty(changed) ? { ...combine(changed), parts: changed } : draft];
    }),
  );

const draftsFrom = (own: Readonly<Record<string, OwnAnswer>>): AnswerDrafts =>
  Object.fromEntries(Object.entries(own).map(([id, answer]) => [id, draftFrom(answer)]));

/** What the edition makes the answers of a review from. */
export interface Undecided {
  /** By gate and question: what the checks say, with what people decided on criteria and on checks. */
  readonly drafts: AnswerDrafts;
  /** What people decided on gates and questions. */
  readonly decided: Overrides;
  readonly asked: AskedOf;
}

const undecidedBy = (
  review: Review,
  own: Readonly<Record<string, OwnAnswer>>,
  overrides: Overrides,
  rules: CountingRules,
): Undecided => {
  const parts = Object.keys(onParts(review, rules.edition));
  const drafts = draftsFrom({ ...own, ...followingCriteria(review, own, overrides, rules) });
  return {
    drafts: parts.some((on) => overrides[on] !== undefined) ? withParts(drafts, overrides) : drafts,
    decided: Object.fromEntries(Object.entries(overrides).filter(([on]) => own[on] !== undefined)),
    asked: askedOf(review),
  };
};

const overrideVerdicts = (review: Review, edition: Edition): Overrides =>
  mapped({ ...onParts(review, edition), ...overridesIn(review) }, ({ answer }) => answer);

/** What the edition makes the answers of a review from, before it does. */
export const undecided = (review: Review, rules: CountingRules): Undecided =>
  undecidedBy(review, ownAnswers(review, rules.edition), overrideVerdicts(review, rules.edition), rules);

/** What a review comes to with some of its overrides. */
type Outcome = (overrides: Overrides) => AnswerDrafts;

const outcomeOf =
  (review: Review, own: Readonly<Record<string, OwnAnswer>>, rules: CountingRules): Outcome =>
  (overrides) => {
    const { drafts, decided, asked } = undecidedBy(review, own, overrides, rules);
    return settle(rules.edition, drafts, asked, decided);
  };

const without = (overrides: Overrides, on: string): Overrides =>
  Object.fromEntries(Object.entries(overrides).filter(([other]) => other !== on));

const isSame = (one: AnswerDraft | undefined, other: AnswerDraft | undefined): boolean =>
  one?.answer === other?.answer && one?.reason === other?.reason;

/** From which overrides an answer follows: those without which it would be another; all where no single one makes it. */
const followingFrom = (id: string, overrides: Overrides, outcome: Outcome): Following['from'] => {
  const now = outcome(overrides)[id];
  const all = Object.keys(overrides);
  const single = all.filter((on) => !isSame(outcome(without(overrides, on))[id], now));
  return single.length > 0 ? single : all;
};

type Told = Pick<ReviewGate, 'answer' | 'reason' | 'says' | 'args' | 'evidence' | 'rule' | 'own' | 'follows'> & {
  readonly improve: string | null;
};

/** One answer as the program gives it, with what people decided on the others. */
const toldOf = (id: string, given: Given, own: OwnAnswer, overrides: Overrides, outcome: Outcome): Told | null => {
  const others = without(overrides, id);
  const [alone, now] = [outcome({})[id], outcome(others)[id]];
  if (alone === undefined || now === undefined) return null;
  const isMoved = !isSame(alone, now);
  // What nobody's decision touches stays as it was written.
  if (!isMoved && given.follows === undefined) return null;
  const { answer, reason, says, args, evidence, rule, improve } = ownOf(now);
  const needsOwn = isMoved || own.parts !== undefined || answer !== own.answer || reason !== own.reason;
  return {
    ...{ answer, reason, says, args, evidence, rule, improve },
    ...(needsOwn ? { own } : {}),
    ...(isMoved ? { follows: { from: followingFrom(id, others, outcome), instead: alone.answer } } : {}),
  };
};

const withTold = <T extends Given>(
  { own: _, follows: __, ...given }: T,
  told: Told,
): Omit<T, 'own' | 'follows'> & Told => ({
  ...given,
  ...told,
});

const answerWith = (given: ReviewAnswer, told: Told | null): ReviewAnswer => {
  if (told === null) return given;
  const { improve } = told;
  const said = sayImprovement({ answer: told.answer, improve }, given.question, given.weight);
  return { ...withTold(given, told), improve: said };
};

const gateWith = (given: ReviewGate, told: Told | null): ReviewGate => {
  if (told === null) return given;
  const { improve: _, ...rest } = withTold(given, told);
  return rest;
};

const sameDecision = (one: ReviewDecision, on: string, other: Override): boolean =>
  one.on === on &&
  one.answer === other.answer &&
  one.reviewer === other.reviewer &&
  one.at === other.at &&
  one.because === other.because;

/** All decisions, each with where it stands now; an override that a person wrote by hand is one of them. */
const decisionsOf = (
  { decisions = [] }: Review,
  overrides: Readonly<Record<string, Override>>,
  parts: Readonly<Record<string, ReviewDecision>>,
): readonly ReviewDecision[] => {
  const byHand = Object.entries(overrides).flatMap(([on, override]): ReviewDecision[] =>
    decisions.some((one) => sameDecision(one, on, override)) ? [] : [{ on, ...override, state: 'counts' }],
  );
  return [...decisions, ...byHand].map((decision) => {
    const { why: _, ...rest } = decision;
    const counting = overrides[decision.on] ?? parts[decision.on];
    if (counting !== undefined) {
      return { ...rest, state: sameDecision(decision, decision.on, counting) ? 'counts' : 'replaced' };
    }
    return decision.state === 'counts' ? { ...rest, state: 'withdrawn' } : decision;
  });
};

const isMoved = ({ override, follows }: ReviewAnswer | ReviewGate): boolean =>
  Boolean(override) || follows !== undefined;

/** Has a person decided anything about it, or had decided? */
const isTouched = ({ answers, gates, criteria, decisions = [] }: Review): boolean =>
  decisions.length > 0 ||
  Object.values(gates === undefined ? answers : { ...gates, ...answers }).some(isMoved) ||
  criteria.some(({ override }) => Boolean(override));

const mapped = <T, U>(record: Readonly<Record<string, T>>, change: (value: T, id: string) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value, id)]));

/** What every question and gate comes to by the checks alone, by the edition's rules, and with what people decided. */
const recounted = (review: Review, overrides: Readonly<Record<string, Override>>, rules: CountingRules): Review => {
  const { edition } = rules;
  const own = ownAnswers(review, edition);
  const parts = onParts(review, edition);
  const verdicts = mapped({ ...parts, ...overrides }, ({ answer }) => answer);
  const outcome = outcomeOf(review, own, rules);
  const told = (id: string, given: Given): Told | null => {
    const said = own[id];
    return said === undefined ? null : toldOf(id, given, said, verdicts, outcome);
  };
  const answers = mapped(review.answers, (given, id) => answerWith(given, told(id, given)));
  const standing = mapped(answers, standingAnswer);
  const { score, isOpen, points } = scoreOf(edition, standing);
  return {
    ...review,
    ...{ score, isOpen },
    answers: mapped(answers, (answer, id) => ({ ...answer, points: points[id] ?? 0 })),
    ...(review.gates === undefined
      ? {}
      : { gates: mapped(review.gates, (given, id) => gateWith(given, told(id, given))) }),
    contradictions: contradictions(edition, standing),
    decisions: decisionsOf(review, overrides, parts),
  };
};

/**
 * A review as it counts: the one function by which overrides come into answers and scores. A person's answer stands in the
 * place of the program's; what followed from the replaced one (by the edition's rules, or by what the criteria come to
 * together) follows from the new one; score, points and contradictions are counted again. The program's own answers stay
 * beside them. A review about which nobody decided anything is returned as it is; counting twice changes nothing.
 */
export const counted = (review: Review, rulesOf: (review: Review) => CountingRules): Review =>
  isTouched(review) ? recounted(review, overridesIn(review), rulesOf(review)) : review;

/** The same, also where nobody decided anything any more: what was counted with a decision that is left out here is counted without it. */
export const countedAnew = (review: Review, rulesOf: (review: Review) => CountingRules): Review =>
  recounted(review, overridesIn(review), rulesOf(review));
