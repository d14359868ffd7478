import type { Change, DefinitionChange } from '../../model/diff.ts';
import { type Review, type ReviewAnswer, standingAnswer, type Verdict } from '../../model/review.ts';
import { areAlike } from './audited.ts';
import { type CascadeOf, followed } from './cascade.ts';
import type { AnswerInReview, Case, FoundCause } from './case.ts';
import { causeOf } from './cause.ts';
import { citedBy, evidenceChange } from './evidence.ts';
import type { PublishedWords } from './published-words.ts';
import { doings } from './summary.ts';

/**
 * Judges the evidence of a review by an edition's rules of today, as of its own day or another; null where the evidence is
 * not at hand.
 */
export type Rejudge = (review: Review, edition: string, asOf?: string) => Promise<Review | null>;

/** What a comparison asks of its surroundings. */
export interface DiffContext {
  readonly rejudge: Rejudge;
  /** What a category asks for differently under the two editions, null where nothing. */
  readonly redefinition: (category: string, before: string, after: string) => DefinitionChange | null;
  /** The checks behind a question of an edition, by which questions of two editions are found to be the same. */
  readonly checksOf: (edition: string, question: string) => readonly string[];
  /** Do two editions judge these checks alike? */
  readonly areJudgedAlike: (checks: readonly string[], before: string, after: string) => boolean;
  readonly cascadeOf: CascadeOf;
  readonly words: () => PublishedWords;
}

/** An answered question of one side with that of the other. */
export interface AnswerPair<Answer = ReviewAnswer> {
  readonly question: string;
  readonly before: Answer;
  readonly after: Answer;
}

/** Answers by question, and the edition that they were given under: a review, or what is known of one. */
interface Answered<Answer> {
  readonly edition: string;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** Questions that both editions ask: under the same id, or behind which the same checks stand. */
export const pairsOf = <Answer>(
  before: Answered<Answer>,
  after: Answered<Answer>,
  { checksOf }: Pick<DiffContext, 'checksOf'>,
): readonly AnswerPair<Answer>[] =>
  Object.entries(after.answers).flatMap(([question, answer]) => {
    const same = before.answers[question];
    if (same !== undefined) return [{ question, before: same, after: answer }];
    const checks = checksOf(after.edition, question).join();
    const alike = Object.entries(before.answers).find(
      ([id]) => checks !== '' && checksOf(before.edition, id).join() === checks,
    );
    return alike === undefined ? [] : [{ question, before: alike[1], after: answer }];
  });

/** Does every question that both ask have the same answer? Then nothing else of the two needs to be looked at. */
export const areAnsweredAlike = (
  before: Answered<Verdict>,
  after: Answered<Verdict>,
  context: Pick<DiffContext, 'checksOf'>,
): boolean => pairsOf(before, after, context).every((pair) => pair.before === pair.after);

const earned = (answer: ReviewAnswer): number => (standingAnswer(answer) === 'Yes' ? answer.weight : 0);

const holdsRecords = ({ evidence }: Review): boolean => evidence.some(({ record }) => record !== null);

/** Both sides judged again by the rules of today, as far as their archives are at hand. */
interface Rejudged {
  /** The old evidence; null where it is not at hand. */
  readonly old: Review | null;
  /** The new evidence, where its own rules are older than those of today. */
  readonly renewed: Review | null;
  /** The old evidence, as of the day of the new. */
  readonly aged: Review | null;
  /** The new evidence by the old edition. */
  readonly reversed: Review | null;
}

const nothing: Rejudged = { old: null, renewed: null, aged: null, reversed: null };

const isNewer = (one: Review, other: Review): boolean =>
  Object.entries(one.answers).some(
    ([id, { rule }]) => rule.version !== (other.answers[id]?.rule.version ?? rule.version),
  );

const rejudgedOf = async (
  was: Review,
  is: Review,
  { before }: Case['editions'],
  changed: readonly AnswerPair[],
  context: DiffContext,
): Promise<Rejudged> => {
  const [isOldKept, isNewKept] = [holdsRecords(was), holdsRecords(is)];
  const old = isOldKept ? await context.rejudge(was, is.edition) : null;
  const isSame = (pair: AnswerPair): boolean =>
    evidenceChange({ review: was, answer: pair.before }, { review: is, answer: pair.after }).kind === 'same';
  const hasAged = old !== null && was.asOf !== is.asOf && changed.some(isSame);
  return {
    old,
    renewed: old !== null && isNewKept && isNewer(old, is) ? await context.rejudge(is, is.edition) : null,
    aged: hasAged ? await context.rejudge(was, is.edition, is.asOf) : null,
    reversed: isNewKept && before !== is.edition ? await context.rejudge(is, before) : null,
  };
};

const answerIn = (review: Review | null, question: string): AnswerInReview | null => {
  const answer = review?.answers[question];
  return review === null || answer === undefined ? null : { review, answer };
};

/** The verdicts of the other side's rules; where both record the same rules, or the same evidence, their own. */
const crossed = (given: Case, reversed: Review | null, { cause, proof }: FoundCause): Change['judged'] => {
  const { question, before, after, rejudged } = given;
  const [was, is] = [before.answer.answer, after.answer.answer];
  const again = answerIn(reversed, question)?.answer.answer ?? null;
  const isSameEvidence = proof === 'recorded' && doings[cause] === 'method';
  if (isSameEvidence) return { oldByNew: is, newByOld: was };
  const isKept = before.review.published === undefined && after.review.published === undefined;
  const isSameMethod = isKept && areAlike(given);
  return {
    oldByNew: rejudged?.answer.answer ?? (isSameMethod ? was : null),
    newByOld: isSameMethod ? is : again,
  };
};

/** What the other rules alone would have won or lost, and what the other evidence then did; null where it is not known. */
const partsOf = ({ before, after }: Case, { oldByNew }: Change['judged'], { cause }: FoundCause): Change['parts'] => {
  if (oldByNew === null || cause === 'reviewer' || cause === 'time' || cause === 'unseen') return null;
  const between = oldByNew === 'Yes' ? after.answer.weight : 0;
  return { method: between - earned(before.answer), data: earned(after.answer) - between };
};

const addresses = ({ review, answer }: AnswerInReview): readonly string[] => [
  ...new Set(citedBy(review, answer).map(({ url }) => url)),
];

/**
 * The changed answers between two reviews of the same place and category, each with its cause. Where reviews are scored by
 * another edition than they were judged by, `editions` names those that they were judged by.
 */
export const changesBetween = async (
  was: Review,
  is: Review,
  context: DiffContext,
  editions: Case['editions'] = { before: was.edition, after: is.edition },
): Promise<readonly Change[]> => {
  const changed = pairsOf(was, is, context).filter(
    (pair) => standingAnswer(pair.before) !== standingAnswer(pair.after),
  );
  if (changed.length === 0) return [];
  const place = is.place?.id ?? was.place?.id ?? '';
  const category = is.category?.id ?? was.category?.id ?? '';
  const isEntry = was.published !== undefined;
  const again = isEntry ? nothing : await rejudgedOf(was, is, editions, changed, context);
  const redefined = context.redefinition(category, editions.before, editions.after);
  return changed.map((pair) => {
    const { question } = pair;
    const checks = context.checksOf(is.edition, question);
    const given: Case = {
      question,
      before: { review: was, answer: pair.before },
      after: { review: is, answer: pair.after },
      consequenceOf: followed(question, was, is, context.cascadeOf),
      rejudged: answerIn(again.old, question),
      renewed: answerIn(again.renewed, question),
      aged: answerIn(again.aged, question),
      checks,
      editions,
      redefined,
      isAskedAlike: context.areJudgedAlike(checks, editions.before, editions.after),
    };
    const found = causeOf(given, context.words);
    const judged = crossed(given, again.reversed, found);
    return {
      place,
      category,
      question,
      from: standingAnswer(pair.before),
      to: standingAnswer(pair.after),
      points: earned(pair.after) - earned(pair.before),
      ...found,
      consequenceOf: given.consequenceOf,
      judged,
      parts: partsOf(given, judged, found),
      evidence: { before: addresses(given.before), after: addresses(given.after) },
    };
  });
};
