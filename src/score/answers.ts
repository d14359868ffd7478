import type { Answer, Ground, Result } from '../model/check.ts';
import type { CascadeRule, Edition } from '../model/data.ts';
import type { Verdict } from '../model/review.ts';
import { consequencesOf, type Standing } from './cascade.ts';

/** A question as it is published: three values, and everything that makes the answer believable. */
export interface PublishedAnswer {
  readonly answer: Verdict;
  readonly reason: string;
  readonly says: string;
  /** At least one for Yes and for No; for Unsure, what was looked at in vain. */
  readonly grounds: readonly Ground[];
  readonly rule: { readonly id: string; readonly version: number };
  /** What the publisher could do; null where nothing is missing or nothing can be advised. */
  readonly improve: string | null;
}

/** A published answer together with how firmly it stands. */
interface Draft extends PublishedAnswer {
  readonly state: Standing['state'];
}

const groundsOf = (answer: Answer): readonly Ground[] =>
  answer.outcome === 'not-applicable' ? [] : answer.outcome === 'unsure' ? answer.missing : answer.grounds;

const verdicts = { yes: 'Yes', no: 'No', unsure: 'Unsure', 'not-applicable': 'Unsure' } as const;
const states = { yes: 'settled', no: 'settled', unsure: 'unsure', 'not-applicable': 'silent' } as const;

const draftOf = (result: Result): Draft => {
  if ('broken' in result) {
    return {
      answer: 'Unsure',
      reason: 'check-broken',
      says: 'This question could not be decided because of a defect of the auditor itself.',
      grounds: [],
      rule: result.check,
      improve: null,
      state: 'broken',
    };
  }
  const { answer, says, improve, check } = result;
  return {
    answer: verdicts[answer.outcome],
    reason: answer.reason,
    says,
    grounds: groundsOf(answer),
    rule: check,
    improve: answer.outcome === 'yes' ? null : improve,
    state: states[answer.outcome],
  };
};

const unasked = (check: string): Draft => ({
  answer: 'Unsure',
  reason: 'not-checked',
  says: 'This question was not looked into.',
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
    grounds: unique(drafts.flatMap(({ grounds }) => grounds)),
  };
};

const follow = (rule: CascadeRule, own: Draft, cause: Draft): Draft => ({
  answer: rule.then.answer,
  reason: rule.reason,
  says: rule.says,
  grounds: cause.grounds,
  rule: own.rule,
  improve: rule.then.answer === 'Yes' ? null : (cause.improve ?? own.improve),
  state: rule.then.answer === 'Unsure' ? 'unsure' : 'settled',
});

const publish = ({ state: _, ...answer }: Draft): PublishedAnswer => answer;

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
