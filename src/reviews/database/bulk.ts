import type { Review } from '../../model/review.ts';
import type { BulkOutcome } from '../bulk.ts';
import { keyOf } from '../key.ts';
import { serialise } from '../store.ts';
import type { DatabaseStore } from './store.ts';

/** Times that a review is tried again because others wrote in between. */
const patience = 50;

const keepOne = (
  store: DatabaseStore,
  review: Review,
  mayReplace: (before: string) => boolean,
): 'written' | 'unchanged' | 'kept' => {
  const [key, text] = [keyOf(review), serialise(review)];
  for (let turn = 0; turn < patience; turn += 1) {
    const before = store.text(key);
    if (before === text) return 'unchanged';
    if (before !== null && !mayReplace(before)) return 'kept';
    if (store.exchange(key, before, text)) return 'written';
  }
  return 'kept';
};

/** Keeps many reviews in a database, each whole or not at all, as `writeAll` does in a folder. */
export function* writeAllRows(
  store: DatabaseStore,
  folders: Iterable<Iterable<Review>>,
  mayReplace: (before: string) => boolean,
): Generator<BulkOutcome, BulkOutcome> {
  const outcome: BulkOutcome = { written: 0, unchanged: 0, kept: [] };
  for (const reviews of folders) {
    for (const review of reviews) {
      const what = keepOne(store, review, mayReplace);
      if (what === 'kept') outcome.kept.push(store.fileOf(keyOf(review)));
      else outcome[what] += 1;
    }
    yield outcome;
  }
  return outcome;
}
