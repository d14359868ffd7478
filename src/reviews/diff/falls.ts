import type { Change } from '../../model/diff.ts';
import type { Fall, FallEvidence, FallRule, FallSide } from '../../model/regression.ts';
import { type Review, type ReviewAnswer, type ReviewEvidence, standingAnswer } from '../../model/review.ts';
import type { CategoryCell } from '../../model/scorecard.ts';
import { changesBetween, type DiffContext, pairsOf } from './changes.ts';
import { citedBy } from './evidence.ts';
import { unproven } from './scorecards.ts';

/**
 * Is a changed answer a fall? A Yes that is a certain No is. What became Unsure, or was only not seen by us, says nothing about
 * the publisher: it counts where the caller is strict.
 */
const isFall = ({ from, to, cause }: Change, { strict, causes }: FallRule): boolean => {
  if (from !== 'Yes' || (causes !== null && !causes.includes(cause))) return false;
  return strict ? to !== 'Yes' : to === 'No' && cause !== 'unseen';
};

const evidenceOf = ({ url, fetchedAt, outcome, sha256, record }: ReviewEvidence): FallEvidence => ({
  ...{ url, fetchedAt, outcome, sha256, record },
});

const sideOf = (review: Review, answer: ReviewAnswer | undefined): FallSide => ({
  year: review.year,
  asOf: review.asOf,
  points: review.score.points,
  says: answer?.says ?? null,
  evidence: answer === undefined ? [] : citedBy(review, answer).map(evidenceOf),
});

/** The changes of two reviews that are falls, each with what both reviews say and rest on. */
export const fallsAmong = (
  changes: readonly Change[],
  before: Review,
  after: Review,
  rule: FallRule,
  context: Pick<DiffContext, 'checksOf'>,
): readonly Fall[] => {
  const fallen = changes.filter((change) => isFall(change, rule));
  if (fallen.length === 0) return [];
  const pairs = new Map(pairsOf(before, after, context).map((pair) => [pair.question, pair]));
  return fallen.map((change) => {
    const pair = pairs.get(change.question ?? '');
    return { ...change, before: sideOf(before, pair?.before), after: sideOf(after, pair?.after) };
  });
};

const couldHaveFallen = (answer: ReviewAnswer, { strict }: FallRule): boolean =>
  strict ? standingAnswer(answer) !== 'Yes' : standingAnswer(answer) === 'No';

/**
 * The falls of a review since the reviews before it, newest first. An answer is held against the newest of them that could tell:
 * an Unsure in between makes nobody forget what was there before it. `as` scores reviews by another edition than their own.
 */
export const fallsSince = async (
  earlier: Iterable<Review>,
  judged: Review,
  rule: FallRule,
  context: DiffContext,
  as: (review: Review) => Review = (review) => review,
): Promise<readonly Fall[]> => {
  const after = as(judged);
  const falls: Fall[] = [];
  const open = new Set(
    Object.entries(after.answers).flatMap(([question, answer]) => (couldHaveFallen(answer, rule) ? [question] : [])),
  );
  if (open.size === 0) return falls;
  for (const one of earlier) {
    const before = as(one);
    const told = pairsOf(before, after, context).filter(
      (pair) => open.has(pair.question) && standingAnswer(pair.before) !== 'Unsure',
    );
    if (told.some((pair) => standingAnswer(pair.before) === 'Yes')) {
      const changes = await changesBetween(before, after, context, { before: one.edition, after: judged.edition });
      const own = changes.filter(({ question }) => question !== null && open.has(question));
      falls.push(...fallsAmong(own, before, after, rule, context));
    }
    for (const { question } of told) open.delete(question);
    if (open.size === 0) break;
  }
  return falls;
};

/** A cell of a scorecard, with the year it is of. */
export interface ScoredCell extends Pick<CategoryCell, 'points' | 'ceiling'> {
  readonly year: number;
}

/**
 * The fall of a cell where only scores are known. It is certain where all that is undecided could not make up for it: the
 * ceiling now lies under the points then.
 */
export const cellFall = (
  { place, category }: Pick<Change, 'place' | 'category'>,
  before: ScoredCell,
  after: ScoredCell,
  { strict, causes }: FallRule,
): Fall | null => {
  const reached = strict ? after.points : after.ceiling;
  if (reached >= before.points || (causes !== null && !causes.includes('unknown'))) return null;
  const side = ({ year, points }: ScoredCell): FallSide => ({ year, asOf: null, points, says: null, evidence: [] });
  return {
    ...{ place, category, question: null, from: before.points, to: after.points },
    points: after.points - before.points,
    cause: 'unknown',
    says: 'Only scores are known; the answers would tell more.',
    ...unproven,
    before: side(before),
    after: side(after),
  };
};
