import type { Answer, Ground, PublishedAnswer, Result } from '../model/check.ts';
import type { CascadeRule, Edition } from '../model/data.ts';
import type { Arg, Args } from '../model/sentence.ts';
import { consequencesOf, type Standing } from './cascade.ts';

/** A published answer together with how firmly it stands, and whose advice it gives. */
interface Draft extends PublishedAnswer {
  readonly state: Standing['state'];
  /** The reason of the check that advises; a rule of the edition that follows from it gives the same advice. */
  readonly advice: Args;
}

const groundsOf = (answer: Answer): readonly Ground[] =>
  answer.outcome === 'not-applicable' ? [] : answer.outcome === 'unsure' ? answer.missing : answer.grounds;

const verdicts = { yes: 'Yes', no: 'No', unsure: 'Unsure', 'not-applicable': 'Unsure' } as const;
const states = { yes: 'settled', no: 'settled', unsure: 'unsure', 'not-applicable': 'silent' } as const;

/** What is said where no check answered. */
export const sayings = {
  'check-broken': 'This question could not be decided because of a defect of the auditor itself.',
  'not-checked': 'This question was not looked into.',
} as const;

/** A sentence of a check that stands in another's answer: `of` tells whose reason it is. */
const sentenceOf = ({ rule, reason, args }: Pick<Draft, 'rule' | 'reason' | 'args'>): Arg => ({
  reason,
  args: { of: rule.id, ...args },
});

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
    advice: improve === null ? {} : { advice: sentenceOf({ rule: check, reason, args }) },
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
const combine = (drafts: readonly [Draft, ...Draft[]]): Draft => {
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

const publish = ({ state: _, advice: __, ...answer }: Draft): PublishedAnswer => answer;

/**
 * The published answer of every question of an edition, from the results of the checks: the checks behind a question
 * are combined (Yes when all say yes, No when one says no, else Unsure), then the edition's cascade is applied.
 *
 * A question that does not arise is what the cascade makes of it; where no rule speaks, Unsure with the check's own
 * reason. A check that broke is Unsure with the reason `check-broken`, a check that gave no result `not-checked`.
 */
export const answersOf = (edition: Edition, results: readonly Result[]): Readonly<Record<string, PublishedAnswer>> => {
  const byCheck = new Map(results.map((result) => [result.check.id, draftOf(result)]));
  const draftOfCheck = (check: string): Draft => byCheck.get(check) ?? unasked(check);
  const drafts: Record<string, Draft> = {};
  for (const gate of edition.gates) drafts[gate] = draftOfCheck(gate);
  for (const { id, checks } of edition.questions) {
    const [first, ...others] = checks;
    drafts[id] = combine([draftOfCheck(first), ...others.map(draftOfCheck)]);
  }
  for (const { question, rule } of consequencesOf(edition, drafts)) {
    const own = drafts[question];
    const cause = drafts[rule.when.question];
    if (own !== undefined && cause !== undefined) drafts[question] = follow(rule, own, cause);
  }
  return Object.fromEntries(
    edition.questions.flatMap(({ id }) => {
      const draft = drafts[id];
      return draft === undefined ? [] : [[id, publish(draft)]];
    }),
  );
};
