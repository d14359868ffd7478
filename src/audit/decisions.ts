import { UserError } from '../model/errors.ts';
import type { Override, Review, ReviewDecision, Verdict } from '../model/review.ts';
import { basisOf, carryDecisions, overrideOf, type RulesOf, withOverride } from './carried.ts';
import { counted, onCriterion } from './counted.ts';
import { withGains } from './gains.ts';

/* What people decide about a review. All of it is pure. */

/** Who puts a review forward, and who looks it over. */
export type SigningRole = 'submitter' | 'reviewer';

/** A decision that a person makes. */
export interface NewDecision {
  /** A question, a gate, or `criteria.` and a criterion. */
  readonly on: string;
  readonly answer: Verdict;
  readonly because: string;
  readonly reviewer: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly evidence: Override['evidence'];
  /** How the person signs; `reviewer` by default. */
  readonly as?: SigningRole;
  /** Digest of what the person was shown: where the review rests on something else by now, nothing is decided. */
  readonly shown?: string;
}

/** The review as it counts, and what its publisher can gain now. */
const told = (review: Review, rulesOf: RulesOf): Review => {
  const now = counted(review, rulesOf);
  return withGains(now, rulesOf(now));
};

/** Everything in a review that a person can answer, in its order. */
export const decidableIn = ({ answers, gates = {}, criteria }: Review): readonly string[] => [
  ...Object.keys(gates),
  ...Object.keys(answers),
  ...criteria.map(({ id }) => onCriterion(id)),
];

/** The review signed by a person, who stands for all that it says. Whoever signs twice is named once. */
export const sign = (review: Review, name: string, as: SigningRole = 'reviewer'): Review => {
  if (name.trim() === '') throw new UserError('Who signs? A name is needed.');
  const { people } = review;
  if (as === 'submitter') return { ...review, people: { ...people, submitter: name } };
  if (people.reviewers.includes(name)) return review;
  return { ...review, people: { ...people, reviewers: [...people.reviewers, name] } };
};

/** The review with a remark of a person after those that are there. */
export const comment = (review: Review, text: string): Review => {
  const { people } = review;
  return { ...review, people: { ...people, comments: [people.comments, text].filter(Boolean).join('\n') } };
};

/**
 * The review after a decision of a person: it counts at once, and whoever decides signs as a reviewer. Of several decisions on
 * the same question the one that was signed last counts; the others stay among `decisions`.
 *
 * @throws UserError where there is no such question or criterion, and where the reason or the name is missing.
 */
export const decide = (review: Review, given: NewDecision, rulesOf: RulesOf): Review => {
  const known = counted(review, rulesOf);
  const basis = decidableIn(known).includes(given.on) ? basisOf(given.on, known, rulesOf(known).edition) : undefined;
  if (basis === undefined) {
    throw new UserError(`There is no ${given.on} to be answered; there are ${decidableIn(known).join(', ')}.`);
  }
  if (given.because.trim() === '') throw new UserError(`Why is ${given.on} ${given.answer}? A reason is needed.`);
  if (given.reviewer.trim() === '') throw new UserError(`Who decides on ${given.on}? A name is needed.`);
  const { on, answer, because, reviewer, at, evidence, as = 'reviewer', shown } = given;
  if (shown !== undefined && shown !== basis.seen) {
    throw new UserError(`What ${on} rests on has changed since it was shown; look again. Nothing was decided.`);
  }
  const decision: ReviewDecision = { on, answer, because, reviewer, at, evidence, ...basis, state: 'counts' };
  const decided = withOverride(sign(known, reviewer, as), on, overrideOf(decision));
  return told({ ...decided, decisions: [...(known.decisions ?? []), decision] }, rulesOf);
};

/** The review after the decision that counts on a question was taken back: the program's answer counts again. */
export const withdraw = (review: Review, on: string, rulesOf: RulesOf): Review =>
  told(withOverride(counted(review, rulesOf), on, null), rulesOf);

/** A fresh review with what people decided about the one before it, as far as it still holds, and what its publisher can gain then. */
export const keepDecisions = (fresh: Review, before: Review, rulesOf: RulesOf): Review => {
  const kept = carryDecisions(fresh, before, rulesOf);
  return kept.decisions === undefined ? kept : withGains(kept, rulesOf(kept));
};
