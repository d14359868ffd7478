import { keepDecisions } from '../audit/decisions.ts';
import type { Review } from '../model/review.ts';
import { keyOf } from '../reviews/index.ts';
import type { Run } from './audit-state.ts';
import { countingRules } from './counting.ts';

/** A fresh review with what people decided about the one that is there, or about the newest of the years before. */
const decidedAs = (fresh: Review, now: Review | null, { store, shell }: Run): Review => {
  const before = now ?? store.previous(keyOf(fresh));
  return before === null ? fresh : keepDecisions(fresh, before, (review) => countingRules(review, shell));
};

/** A fresh review as it would be kept. */
export const asKept = (fresh: Review, run: Run): Review => {
  const stored = run.store.read(keyOf(fresh));
  return decidedAs(fresh, stored !== undefined && 'review' in stored ? stored.review : null, run);
};

/**
 * Keeps a fresh review in the store, with what people decided about the one whose place it takes, up to this moment.
 *
 * @throws UserError where it cannot be written.
 */
export const keepReview = async (fresh: Review, run: Run): Promise<Review> => {
  const { review, aside } = await run.store.replace(keyOf(fresh), (now) => decidedAs(fresh, now, run));
  if (aside !== null) run.shell.tell(`odi: what was there could not be read as a review and lies in ${aside} now.\n`);
  return review;
};
