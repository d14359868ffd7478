import { keepDecisions } from '../audit/decisions.ts';
import type { Review } from '../model/review.ts';
import { keyOf, pathOf } from '../reviews/key.ts';
import type { Run } from './audit-state.ts';
import { countingRules } from './counting.ts';
import { inStore } from './subject.ts';

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

/** A review that was kept, and what it took the place of. */
export interface Kept {
  readonly review: Review;
  /** The review that was there; null where there was none. */
  readonly replaced: Review | null;
}

/**
 * Keeps a fresh review in the store, with what people decided about the one whose place it takes, up to this moment.
 *
 * @throws UserError where it cannot be written.
 */
export const keepReview = async (fresh: Review, run: Run): Promise<Kept> => {
  let replaced: Review | null = null;
  const { review, aside } = await run.store.replace(keyOf(fresh), (now) => {
    replaced = now;
    return decidedAs(fresh, now, run);
  });
  if (aside !== null) run.shell.tell(`odi: what was there could not be read as a review and lies in ${aside} now.\n`);
  return { review, replaced };
};

/** Where a review is kept, and what of it was there before. */
export const toldKept = (
  { review, replaced }: Kept,
  { options, language }: Pick<Run, 'options' | 'language'>,
): string => {
  const { messages } = language;
  const path = inStore(options.store, pathOf(keyOf(review)));
  return replaced === null
    ? messages.say('review.after.kept', { path })
    : messages.say('review.after.replaced', {
        ...{ path, day: { said: replaced.asOf }, points: replaced.score.points },
      });
};
