import type { Category, Place } from '../model/data.ts';
import type { Review } from '../model/review.ts';
import { keyIn, type Run } from './audit-state.ts';
import { failedToSee } from './outcome.ts';

/* The plan of a run over many places: a job a place, whoever does it. */

/** One place of a run. */
export interface Stop {
  readonly place: Place;
  /** Categories that are left to do. */
  readonly left: readonly Category[];
}

/** The review that the store has of this year; null where it is to be done: none, one that cannot be read, or that saw nothing. */
export const doneIn = (run: Pick<Run, 'store' | 'year'>, place: Place, category: Category): Review | null => {
  const stored = run.store.read(keyIn(run, place, category));
  return stored === undefined || 'fault' in stored || failedToSee(stored.review) ? null : stored.review;
};

/** Looks what is done already, one place at a time; with `--again` nothing is. */
export function* stopsOf(
  places: readonly Place[],
  run: Pick<Run, 'store' | 'year' | 'categories'>,
  again: boolean,
  onDone: (place: Place, category: Category, review: Review) => void,
): Generator<Stop> {
  for (const place of places) {
    const left = run.categories.filter((category) => {
      const done = again ? null : doneIn(run, place, category);
      if (done !== null) onDone(place, category, done);
      return done === null;
    });
    if (left.length > 0) yield { place, left };
  }
}
