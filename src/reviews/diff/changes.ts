import type { Change, DefinitionChange } from '../../model/diff.ts';
import { type Review, type ReviewAnswer, standingAnswer } from '../../model/review.ts';
import { causeOf } from './cause.ts';

/** Judges the old evidence of a review by an edition's rules of today; null where the evidence is not at hand. */
export type Rejudge = (review: Review, edition: string) => Promise<Review | null>;

/** What a comparison asks of its surroundings. */
export interface DiffContext {
  readonly rejudge: Rejudge;
  /** What a category asks for differently under the two editions, null where nothing. */
  readonly redefinition: (category: string, before: string, after: string) => DefinitionChange | null;
  /** The checks behind a question of an edition, by which questions of two editions are found to be the same. */
  readonly checksOf: (edition: string, question: string) => readonly string[];
}

/** An answered question of one side with that of the other. */
export interface AnswerPair {
  readonly question: string;
  readonly before: ReviewAnswer;
  readonly after: ReviewAnswer;
}

/** Questions that both editions ask: under the same id, or behind which the same checks stand. */
export const pairsOf = (
  before: Review,
  after: Review,
  { checksOf }: Pick<DiffContext, 'checksOf'>,
): readonly AnswerPair[] =>
  Object.entries(after.answers).flatMap(([question, answer]) => {
    const same = before.answers[question];
    if (same !== undefined) return [{ question, before: same, after: answer }];
    const checks = checksOf(after.edition, question).join();
    const alike = Object.entries(before.answers).find(
      ([id]) => checks !== '' && checksOf(before.edition, id).join() === checks,
    );
    return alike === undefined ? [] : [{ question, before: alike[1], after: answer }];
  });

const earned = (answer: ReviewAnswer): number => (standingAnswer(answer) === 'Yes' ? answer.weight : 0);

const holdsRecords = ({ evidence }: Review): boolean => evidence.some(({ record }) => record !== null);

/** The changed answers between two reviews of the same place and category, each with its cause. */
export const changesBetween = async (
  before: Review,
  after: Review,
  context: DiffContext,
): Promise<readonly Change[]> => {
  const changed = pairsOf(before, after, context).filter(
    (pair) => standingAnswer(pair.before) !== standingAnswer(pair.after),
  );
  if (changed.length === 0) return [];
  const place = after.place?.id ?? before.place?.id ?? '';
  const category = after.category?.id ?? before.category?.id ?? '';
  const rejudged = holdsRecords(before) ? await context.rejudge(before, after.edition) : null;
  const isRedefined = context.redefinition(category, before.edition, after.edition) !== null;
  return changed.map((pair) => {
    const again = rejudged?.answers[pair.question];
    const { cause, says } = causeOf({
      before: { review: before, answer: pair.before },
      after: { review: after, answer: pair.after },
      rejudged: rejudged === null || again === undefined ? null : { review: rejudged, answer: again },
      isRedefined,
      isAboutLicence: context.checksOf(after.edition, pair.question).includes('openlicense'),
    });
    return {
      place,
      category,
      question: pair.question,
      from: standingAnswer(pair.before),
      to: standingAnswer(pair.after),
      points: earned(pair.after) - earned(pair.before),
      cause,
      says,
    };
  });
};
