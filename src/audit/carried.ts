import { criteriaVersion } from '../model/content.ts';
import type { Edition } from '../model/data.ts';
import type {
  AgedBy,
  DecisionSource,
  Override,
  OwnAnswer,
  Review,
  ReviewCriterion,
  ReviewDecision,
  RuleVersion,
} from '../model/review.ts';
import { type CountingRules, counted, onCriterion, ownAnswers } from './counted.ts';
import { seenDigest } from './seen.ts';

/* What becomes of the decisions of people when the program judges again. All of it is pure. */

/** What a review is counted by. */
export type RulesOf = (review: Review) => CountingRules;

/** What a decision is made on, and by which rule that was answered. */
export interface Basis {
  readonly rule: RuleVersion;
  readonly seen: string;
}

const criterionOf = (on: string, { criteria }: Review): ReviewCriterion | undefined =>
  criteria.find(({ id }) => onCriterion(id) === on);

/** What the checks say by themselves of a question, a gate, or one of several checks behind a question. */
const ownOn = (on: string, own: Readonly<Record<string, OwnAnswer>>): OwnAnswer | undefined =>
  own[on] ??
  Object.values(own)
    .flatMap(({ parts = [] }) => parts)
    .find(({ rule }) => rule.id === on);

/** What a question, gate or criterion of a review rests on; undefined where there is none of that name. */
export const basisOf = (on: string, review: Review, edition: Edition): Basis | undefined => {
  const criterion = criterionOf(on, review);
  if (criterion !== undefined) {
    return { rule: { id: 'criteria', version: criteriaVersion }, seen: seenDigest(review, criterion) };
  }
  const own = ownOn(on, ownAnswers(review, edition));
  return own === undefined ? undefined : { rule: own.rule, seen: seenDigest(review, own) };
};

/** The review with an override put on a question, gate or criterion, or taken from it. */
export const withOverride = (review: Review, on: string, override: Override | null): Review => {
  const [answer, gate] = [review.answers[on], review.gates?.[on]];
  if (answer !== undefined) return { ...review, answers: { ...review.answers, [on]: { ...answer, override } } };
  if (gate !== undefined) return { ...review, gates: { ...review.gates, [on]: { ...gate, override } } };
  const criteria = review.criteria.map((one) => (onCriterion(one.id) === on ? { ...one, override } : one));
  return { ...review, criteria };
};

export const overrideOf = ({ on: _, state: __, why: ___, ...override }: ReviewDecision): Override => override;

/** Which decisions are open: what counts, and what must be asked again. The last of each question is meant. */
const heldIn = ({ decisions = [] }: Review): readonly ReviewDecision[] => {
  const held = new Map(
    decisions
      .filter(({ state }) => state === 'counts' || state === 'ask-again')
      .map((decision) => [decision.on, decision]),
  );
  return [...held.values()];
};

/** The checks that a question or gate of an edition stands for; what is neither is a check itself. */
const checksBehind = (on: string, { questions }: Edition): readonly string[] =>
  questions.find(({ id }) => id === on)?.checks ?? [on];

/** What a decision of one edition is on in a review of another; null where that one asks nothing of the kind. */
const onIn = (on: string, from: Edition, fresh: Review, to: Edition): string | null => {
  if (from.id === to.id || criterionOf(on, fresh) !== undefined) return on;
  const checks = checksBehind(on, from);
  const same = to.questions.find((question) => question.checks.join() === checks.join());
  if (same !== undefined) return same.id;
  const [only, ...others] = checks;
  if (only === undefined || others.length > 0) return null;
  const isKnown = to.gates.includes(only) || to.questions.some((question) => question.checks.includes(only));
  return isKnown ? only : null;
};

/** What a decision rests on, cited as another review lists it. */
const citedIn = (fresh: Review, before: Review, evidence: Override['evidence']): Override['evidence'] =>
  evidence.map((source): string | DecisionSource => {
    const cited = before.evidence.find(({ id }) => id === source);
    if (cited === undefined) return source;
    const { url, sha256 } = cited;
    const same = fresh.evidence.find((one) => one.url === url && one.sha256 === sha256);
    return same?.id ?? { url, ...(sha256 === null ? {} : { sha256 }) };
  });

/** Why a decision does not hold of a fresh review; null where it does: what was seen and the rule are what they were. */
const agedBy = ({ rule, seen }: Basis, now: Basis | undefined, isAsked: boolean): AgedBy | null => {
  if (!isAsked) return 'edition';
  if (now === undefined) return 'evidence';
  if (rule.id !== now.rule.id || rule.version !== now.rule.version) return 'rule';
  return seen === now.seen ? null : 'evidence';
};

const isSameSubject = (one: Review, other: Review): boolean =>
  one.year === other.year && one.place?.id === other.place?.id && one.category?.id === other.category?.id;

/** How a program signs what it made; null for a review that names none, as one from elsewhere may. */
const signatureOf = ({ tool }: { readonly tool?: Review['tool'] }): string | null =>
  tool === undefined ? null : `${tool.name} ${tool.version}`;

/** Who signed the same review before; a review of another year is signed anew. */
const peopleOf = (fresh: Review, before: Review): Review['people'] => {
  if (!isSameSubject(fresh, before)) return fresh.people;
  const { submitter, reviewers, comments } = before.people;
  const isPerson = submitter !== signatureOf(before) && before.published === undefined;
  return { submitter: isPerson ? submitter : fresh.people.submitter, reviewers, comments };
};

/**
 * A fresh review with what people decided about the one before it (of the same year, of an earlier one, or under another
 * edition). A decision counts again where the rule and what was seen are those it was made on. Else it is kept among
 * `decisions`, to be asked again: never applied without a word, and never lost. What its publisher can gain is as it was in
 * the fresh one.
 */
export const carryDecisions = (fresh: Review, before: Review, rulesOf: RulesOf): Review => {
  const old = counted(before, rulesOf);
  const people = peopleOf(fresh, old);
  if (old.decisions === undefined || old.decisions.length === 0) return { ...fresh, people };
  const [from, to] = [rulesOf(old).edition, rulesOf(fresh).edition];
  const held = heldIn(old);
  let review: Review = fresh;
  const decisions = old.decisions.map((decision): ReviewDecision => {
    const { why: _, ...rest } = decision;
    const target = onIn(decision.on, from, fresh, to);
    const kept = { ...rest, on: target ?? decision.on, evidence: citedIn(fresh, old, decision.evidence) };
    if (!held.includes(decision)) return kept;
    const { rule, seen } = decision;
    const made = basisOf(decision.on, old, from);
    const then = rule !== undefined && seen !== undefined ? { rule, seen } : made;
    const now = target === null ? undefined : basisOf(target, fresh, to);
    const aged = then === undefined ? 'evidence' : agedBy(then, now, target !== null);
    const dated = { ...kept, ...then };
    if (aged !== null) return { ...dated, state: 'ask-again', why: aged };
    const counting: ReviewDecision = { ...dated, state: 'counts' };
    review = withOverride(review, counting.on, overrideOf(counting));
    return counting;
  });
  return counted({ ...review, decisions, people }, rulesOf);
};
