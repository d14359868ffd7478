import type { Category, Place } from '../model/data.ts';
import type { Review } from '../model/review.ts';
import { asKept, keepReview } from './audit-keep.ts';
import { auditOne } from './audit-one.ts';
import type { Stop } from './audit-plan.ts';
import { keyIn, type Run } from './audit-state.ts';
import { failedToSee, tellDefectsOf, wasLate } from './outcome.ts';

/** What one review of a job came to. */
export interface JobReview {
  readonly place: Place;
  readonly category: Category;
  /** As it was made; null where the program failed. */
  readonly fresh: Review | null;
  /** As it is kept, or would be; null where the program failed. */
  readonly review: Review | null;
  /** Why it was not kept; null where it was. */
  readonly why: string | null;
}

/** What whoever has a job done is told of it, and what it asks. */
export interface JobWatch {
  readonly isOver: () => boolean;
  /** Is the job still the one's who does it? Asked before a review is written. */
  readonly isOurs: () => Promise<boolean>;
  readonly begun: (category: Category) => void;
  readonly ended: (end: JobReview) => void | Promise<void>;
}

/** Why a review is not taken for done, null where it is. */
const whyUndone = (review: Review | null): string | null => {
  if (review === null) return 'a defect of odi';
  if (failedToSee(review)) return 'nothing could be seen';
  return wasLate(review) ? 'the time allowed was used up' : null;
};

/** Audits what is left of one place. Only what could be seen, in time, is kept. */
const auditLeft = async ({ place, left }: Stop, run: Run, watch: JobWatch): Promise<void> => {
  for (const category of left) {
    if (watch.isOver()) break;
    watch.begun(category);
    const before = run.gate?.before(keyIn(run, place, category)) ?? null;
    const fresh = await auditOne(place, category, run);
    if (run.shell.interrupted.aborted || !(await watch.isOurs())) break;
    const why = whyUndone(fresh);
    const review = fresh === null || why !== null ? fresh && asKept(fresh, run) : (await keepReview(fresh, run)).review;
    if (review !== null) {
      tellDefectsOf([review], run.shell);
      await run.gate?.hold(before, review);
    }
    await watch.ended({ place, category, fresh, review, why });
  }
};

/**
 * Does one job of a plan: audits what is left of one place, with an archive of its own where `--record` asks for one a place.
 *
 * @throws UserError for what a person can put right, such as a full disk.
 */
export const auditStop = async (stop: Stop, run: Run, watch: JobWatch): Promise<void> => {
  const own = await run.fetching.forPlace(stop.place.id);
  try {
    await auditLeft(stop, { ...run, fetching: { ...run.fetching, fetch: own.fetch } }, watch);
  } finally {
    await own.close();
  }
};
