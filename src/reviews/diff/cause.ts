import type { Cause } from '../../model/diff.ts';
import { type Override, programAnswer, type Review, type ReviewAnswer, standingAnswer } from '../../model/review.ts';
import { type AnswerInReview, citedBy, type EvidenceChange, evidenceChange } from './evidence.ts';

/** A changed answer with all that could explain it. */
export interface Case {
  readonly before: AnswerInReview;
  readonly after: AnswerInReview;
  /** The old evidence under the rules of today: its answer to this question and its criteria; null where it is not at hand. */
  readonly rejudged: AnswerInReview | null;
  /** Does the category ask for something else under the other edition? */
  readonly isRedefined: boolean;
  /** The check behind the question is the one on licences. */
  readonly isAboutLicence: boolean;
}

/** A cause, and one sentence on how it was found. */
export interface FoundCause {
  readonly cause: Cause;
  readonly says: string;
}

const found = (cause: Cause, says: string): FoundCause => ({ cause, says });

/** The decision of a person by which an answer is not the program's: on it, or on what it follows from. */
const decisionBehind = ({ review, answer }: AnswerInReview): Override | undefined => {
  const { override, follows } = answer;
  if (override && override.answer !== answer.answer) return override;
  if (standingAnswer(answer) === programAnswer(answer)) return undefined;
  return (review.decisions ?? []).find(({ on, state }) => state === 'counts' && follows?.from.includes(on));
};

const byPerson = ({ before, after }: Case): FoundCause | undefined => {
  const [now, then] = [decisionBehind(after), decisionBehind(before)];
  if (now !== undefined) return found('reviewer', `${now.reviewer} decided: ${now.because}`);
  return then === undefined ? undefined : found('reviewer', `${then.reviewer} had decided otherwise before.`);
};

const criteriaOf = ({ criteria }: Review): string =>
  JSON.stringify(criteria.map(({ id, required, answer }) => [id, required, answer]));

const criteriaAsked = ({ criteria }: Review): string =>
  JSON.stringify(criteria.filter(({ required }) => required).map(({ id }) => id));

/** Another set of rules over the old evidence: which of them made the difference? */
const byRules = ({ before, after, rejudged }: Case): FoundCause => {
  if (before.review.edition !== after.review.edition) {
    return found('edition', `The old evidence, judged by ${after.review.edition}, gives the new answer.`);
  }
  if (rejudged !== null && criteriaOf(before.review) !== criteriaOf(rejudged.review)) {
    return found('criteria', 'The old evidence, held against the criteria of today, gives the new answer.');
  }
  return found(
    'rule',
    `The old evidence, judged by version ${after.answer.rule.version} of the rule, gives the new answer.`,
  );
};

const addresses = (review: Review, answer: ReviewAnswer): string =>
  citedBy(review, answer)
    .map(({ url }) => url)
    .slice(0, 2)
    .join(' and ') || 'no address';

const byEvidence = (change: EvidenceChange, { before, after, isAboutLicence }: Case): FoundCause | undefined => {
  switch (change) {
    case 'access':
      return found('access', 'The same address was reached one time and not the other.');
    case 'content':
      return isAboutLicence
        ? found('licence', 'What the same address says of its licence is not what it said before.')
        : found('data', 'The same address gives other content than before.');
    case 'url':
      return isAboutLicence
        ? found(
            'licence',
            `The licence is read at ${addresses(after.review, after.answer)} now, at ${addresses(before.review, before.answer)} before.`,
          )
        : found(
            'url',
            `It was judged by ${addresses(after.review, after.answer)}; before, by ${addresses(before.review, before.answer)}.`,
          );
    case 'same':
    case 'nothing':
      return undefined;
  }
};

/** The evidence is the same to the byte: what else is another? */
const bySameEvidence = ({ before, after }: Case): FoundCause => {
  if (before.review.edition !== after.review.edition)
    return found('edition', 'The evidence is the same, the edition is another.');
  if (criteriaAsked(before.review) !== criteriaAsked(after.review)) {
    return found('criteria', 'The evidence is the same, the category asks for other criteria.');
  }
  if (before.answer.rule.version !== after.answer.rule.version) {
    return found(
      'rule',
      `The evidence is the same, the rule went from version ${before.answer.rule.version} to ${after.answer.rule.version}.`,
    );
  }
  return before.review.asOf === after.review.asOf
    ? found('unknown', 'Evidence, rule and day are the same; the answers still differ.')
    : found(
        'time',
        `The evidence is the same; what was judged on ${before.review.asOf} is older on ${after.review.asOf}.`,
      );
};

const rulesMayDiffer = ({ before, after }: Case): boolean =>
  before.answer.rule.version !== after.answer.rule.version || before.review.edition !== after.review.edition;

const withoutEvidence = ({ before, after, isRedefined }: Case): FoundCause => {
  const isAcross = before.review.edition !== after.review.edition;
  return isAcross && isRedefined
    ? found('edition', `${after.review.edition} asks something else of the category than ${before.review.edition}.`)
    : found('unknown', 'No evidence was kept that would tell.');
};

/**
 * Why an answer changed. A person's decision comes first. Where the old evidence could be judged again, it parts a change
 * of rules from a change of the world: the new answer from the old evidence is the rules' doing, the old answer once
 * more leaves the world. Without that, evidence is compared as the reviews list it; and a change of evidence explains
 * nothing while the rules may have changed as well.
 */
export const causeOf = (given: Case): FoundCause => {
  const { before, after, rejudged } = given;
  const person = byPerson(given);
  if (person !== undefined) return person;
  const change = evidenceChange(before, after);
  if (
    rejudged !== null &&
    rejudged.answer.answer !== before.answer.answer &&
    rejudged.answer.answer === after.answer.answer
  ) {
    return change === 'same' && isOnlyOlder(given) ? bySameEvidence(given) : byRules(given);
  }
  if (change === 'nothing') return withoutEvidence(given);
  if (change === 'same') return bySameEvidence(given);
  if (rejudged === null && rulesMayDiffer(given)) {
    return found('unknown', 'Evidence and rules both changed, and the old evidence is not at hand to be judged again.');
  }
  return byEvidence(change, given) ?? withoutEvidence(given);
};

/** Nothing but the day is another: what re-judging changed, it changed by the calendar. */
const isOnlyOlder = ({ before, after }: Case): boolean =>
  before.review.edition === after.review.edition &&
  before.answer.rule.version === after.answer.rule.version &&
  criteriaAsked(before.review) === criteriaAsked(after.review);
