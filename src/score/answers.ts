import type { Answer, Ground, PublishedAnswer, Result } from '../model/check.ts';
import type { CascadeRule, Edition } from '../model/data.ts';
import type { Verdict } from '../model/review.ts';
import type { Arg, Args } from '../model/sentence.ts';
import { consequencesOf, type Standing } from './cascade.ts';

/** An answer before it is published, with how firmly it stands, and whose advice it gives. */
export interface AnswerDraft extends PublishedAnswer {
  readonly state: Standing['state'];
  /** The reason of the check that advises; a rule of the edition that follows from it gives the same advice. */
  readonly advice: Args;
  /** What each check says, where several stand behind the question. */
  readonly parts?: readonly AnswerDraft[];
}

type Draft = AnswerDraft;

/** Drafts by the ids of gates and questions. */
export type AnswerDrafts = Readonly<Record<string, AnswerDraft>>;

/**
 * What was asked, which says how far one answer makes another: the data of a place; one address for what it is; one address
 * that is held against a category.
 */
export type AskedOf = 'place' | 'address' | 'address-in-category';

const groundsOf = (answer: Answer): readonly Ground[] =>
  answer.outcome === 'not-applicable' ? [] : answer.outcome === 'unsure' ? answer.missing : answer.grounds;

const verdicts = { yes: 'Yes', no: 'No', unsure: 'Unsure', 'not-applicable': 'Unsure' } as const;
const states = { yes: 'settled', no: 'settled', unsure: 'unsure', 'not-applicable': 'silent' } as const;

/** What is said where no check answered. */
export const sayings = {
  'own-not-kept':
    'What this question comes to by itself was not kept with the answer that followed from another; judging the evidence again tells.',
  'check-broken': 'This question could not be decided because of a defect of the auditor itself.',
  'not-checked': 'This question was not looked into.',
} as const;

/** A sentence of a check that stands in another's answer: `of` tells whose reason it is. */
const sentenceOf = ({ rule, reason, args }: Pick<Draft, 'rule' | 'reason' | 'args'>): Arg => ({
  reason,
  args: { of: rule.id, ...args },
});

/** The reason that advises, as a rule of the edition hands it on; none where the answer has no advice. */
export const adviceOf = (own: Pick<Draft, 'rule' | 'reason' | 'args' | 'improve'>): Args =>
  own.improve === null ? {} : { advice: sentenceOf(own) };

const draftOf = (result: Result): Draft => {
  if ('broken' in result) {
    return {
      answer: 'Unsure',
      reason: 'check-broken',
      says: sayings['check-broken'],
      args: {},
      grounds: [],
      rule: result.check,
      improve: null,
      advice: {},
      state: 'broken',
    };
  }
  const { answer, says, improve, check } = result;
  const { reason, detail: args = {} } = answer;
  return {
    answer: verdicts[answer.outcome],
    ...{ reason, says, args },
    advice: adviceOf({ rule: check, reason, args, improve }),
    grounds: groundsOf(answer),
    rule: check,
    improve: answer.outcome === 'yes' ? null : improve,
    state: states[answer.outcome],
  };
};

const unasked = (check: string): Draft => ({
  answer: 'Unsure',
  reason: 'not-checked',
  says: sayings['not-checked'],
  args: {},
  advice: {},
  grounds: [],
  rule: { id: check, version: 0 },
  improve: null,
  state: 'silent',
});

const sameGround = (one: Ground, other: Ground): boolean =>
  one.evidence === other.evidence && one.part === other.part && one.quote === other.quote;

const unique = (grounds: readonly Ground[]): readonly Ground[] =>
  grounds.filter((ground, at) => grounds.findIndex((other) => sameGround(ground, other)) === at);

/** Several checks behind one question: the first No decides, else the first doubt, else all of them together. */
export const combine = (drafts: readonly [Draft, ...Draft[]]): Draft => {
  const decisive =
    drafts.find(({ answer }) => answer === 'No') ??
    drafts.find(({ state }) => state === 'broken') ??
    drafts.find(({ answer }) => answer === 'Unsure');
  if (decisive !== undefined) return decisive;
  const [first, ...others] = drafts;
  if (others.length === 0) return first;
  return {
    ...first,
    says: [...new Set(drafts.map(({ says }) => says))].join(' '),
    args: { ...first.args, also: others.map(sentenceOf) },
    grounds: unique(drafts.flatMap(({ grounds }) => grounds)),
  };
};

const adviserOf = (own: Draft, cause: Draft): Draft => (cause.improve === null ? own : cause);

const follow = (rule: CascadeRule, own: Draft, cause: Draft): Draft => ({
  answer: rule.then.answer,
  reason: rule.reason,
  says: rule.says,
  args: rule.then.answer === 'Yes' ? {} : adviserOf(own, cause).advice,
  advice: adviserOf(own, cause).advice,
  grounds: cause.grounds,
  rule: own.rule,
  improve: rule.then.answer === 'Yes' ? null : adviserOf(own, cause).improve,
  state: rule.then.answer === 'Unsure' ? 'unsure' : 'settled',
});

const publish = ({ state: _, advice: __, parts: ___, ...answer }: Draft): PublishedAnswer => answer;

/**
 * What the checks say of every gate and question by themselves: those behind one question are combined (Yes when all say
 * yes, No when one says no, else Unsure). A check that broke is Unsure with the reason `check-broken`, one that gave no
 * result `not-checked`.
 */
export const draftsOf = (edition: Edition, results: readonly Result[]): AnswerDrafts => {
  const byCheck = new Map(results.map((result) => [result.check.id, draftOf(result)]));
  const draftOfCheck = (check: string): Draft => byCheck.get(check) ?? unasked(check);
  const drafts: Record<string, Draft> = {};
  for (const gate of edition.gates) drafts[gate] = draftOfCheck(gate);
  for (const { id, checks } of edition.questions) {
    const [first, ...others] = checks;
    const parts = [draftOfCheck(first), ...others.map(draftOfCheck)] as const;
    drafts[id] = others.length === 0 ? parts[0] : { ...combine([...parts]), parts };
  }
  return drafts;
};

/** What a person answered stands as it is; the advice of the answer that it replaced is no longer to the point. */
const withDecided = (drafts: AnswerDrafts, decided: Readonly<Record<string, Verdict>>): Record<string, Draft> =>
  Object.fromEntries(
    Object.entries(drafts).map(([id, draft]) => {
      const answer = decided[id];
      return [id, answer === undefined ? draft : { ...draft, answer, improve: null, advice: {}, state: 'decided' }];
    }),
  );

/** The cascade of the edition over drafts: a rule that speaks puts its own answer and reason in their place. */
const cascaded = (edition: Edition, given: AnswerDrafts, decided: Readonly<Record<string, Verdict>>): AnswerDrafts => {
  const drafts = withDecided(given, decided);
  for (const { question, rule } of consequencesOf(edition, drafts)) {
    const own = drafts[question];
    const cause = drafts[rule.when.question];
    if (own !== undefined && cause !== undefined) drafts[question] = follow(rule, own, cause);
  }
  return drafts;
};

/**
 * The edition as it asks about one address. Without a category, whether some expected data exists is not the question: a
 * doubt about it does not silence what the address itself shows (its licence, a log-in, that it is gone), and one answer
 * does not make another. Only what always follows from a No still does.
 */
const ofOneAddress = (edition: Edition): Edition => ({
  ...edition,
  cascade: edition.cascade.filter(({ when, force }) => force === 'always' && when.answer === 'No'),
});

/**
 * What the edition makes of drafts, with the answers of people (by the ids of gates and questions) in the place of theirs: a
 * question that does not arise is what the cascade makes of it; where no rule speaks, Unsure with the check's own reason.
 *
 * A doubt whether an address is the data of a category makes a Yes doubtful, and leaves a No that the address gave of
 * itself: it is gone, it asks for an account, it gives out a sample.
 */
export const settle = (
  edition: Edition,
  drafts: AnswerDrafts,
  asked: AskedOf,
  decided: Readonly<Record<string, Verdict>> = {},
): AnswerDrafts => {
  if (asked === 'place') return cascaded(edition, drafts, decided);
  const alone = cascaded(ofOneAddress(edition), drafts, decided);
  if (asked === 'address') return alone;
  return Object.fromEntries(
    Object.entries(cascaded(edition, drafts, decided)).map(([id, draft]) => {
      const own = alone[id];
      return [id, own?.answer === 'No' && drafts[id]?.answer === 'No' ? own : draft];
    }),
  );
};

/** The published answer of every question of an edition, from what it makes of drafts. */
export const publishedOf = (edition: Edition, settled: AnswerDrafts): Readonly<Record<string, PublishedAnswer>> =>
  Object.fromEntries(
    edition.questions.flatMap(({ id }) => {
      const draft = settled[id];
      return draft === undefined ? [] : [[id, publish(draft)]];
    }),
  );

/** The published answers about a place, from the results of the checks. */
export const answersOf = (edition: Edition, results: readonly Result[]): Readonly<Record<string, PublishedAnswer>> =>
  publishedOf(edition, settle(edition, draftsOf(edition, results), 'place'));
