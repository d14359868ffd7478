import type { SiteYear } from '../../report/index.ts';
import { recordOf } from '../../report/index.ts';
import type { ReviewKey, Store } from '../../reviews/index.ts';
import { competingEntries, countEntries, countedEntry } from '../scorecards.ts';
import type { Shell } from '../shell.ts';
import { breathing } from '../sides.ts';
import { storeAt } from '../store-at.ts';
import { editionOf } from '../subject.ts';
import { faultOf, type PassedOver } from './passed.ts';
import { type BuildState, type KnownReview, reviewName } from './state.ts';

/** The reviews of a store, as far as the pages that add them up need them. */
export interface GatheredReviews {
  readonly store: Store;
  /** By `year/place/category`, in the order of the store. */
  readonly reviews: ReadonlyMap<string, KnownReview>;
  /** Oldest first. */
  readonly years: readonly SiteYear[];
  /** How many were passed over until then. */
  readonly passed: number;
}

/** What is known of one review: from the build before where its file is the same, else from the file; null where no page can be made of it. */
const known = (
  store: Store,
  key: ReviewKey,
  digest: string | null,
  before: BuildState,
  passed: PassedOver,
  shell: Shell,
): KnownReview | null => {
  const kept = before.reviews.get(reviewName(key));
  if (digest !== null && kept?.record.digest === digest) return kept;
  const stored = store.read(key);
  if (stored === undefined) return null;
  const fault = faultOf(stored, shell);
  if (fault !== null || 'fault' in stored) {
    passed.leave(key, stored.file, fault ?? '');
    return null;
  }
  return { record: recordOf(stored.review, digest ?? ''), counted: countedEntry(stored.review) };
};

const yearOf = (year: number, reviews: ReadonlyMap<number, readonly KnownReview[]>, shell: Shell): SiteYear => {
  const own = reviews.get(year) ?? [];
  const count = countEntries(year, undefined, shell);
  for (const { counted } of own) count.take(counted);
  const [first] = count.editions();
  if (first !== undefined) {
    const beside = (other: number) => (reviews.get(other) ?? []).map(({ counted }) => counted);
    for (const counted of competingEntries(editionOf(first, shell), year, beside)) count.compete(counted);
  }
  const card = count.close();
  return {
    ...{ year, card },
    edition: editionOf(card.edition, shell),
    entries: new Map(own.map(({ record }) => [`${record.place}/${record.category}`, record])),
  };
};

/** Reads the store, and of it only what changed since the build before. */
export const gather = async (
  folder: string,
  before: BuildState,
  passed: PassedOver,
  shell: Shell,
): Promise<GatheredReviews> => {
  const store = storeAt(folder, shell);
  const reviews = new Map<string, KnownReview>();
  const byYear = new Map<number, KnownReview[]>();
  for await (const { key, digest } of breathing(store.digests(), shell)) {
    const one = passed.has(reviewName(key)) ? null : known(store, key, digest, before, passed, shell);
    if (one === null) continue;
    reviews.set(reviewName(key), one);
    const own = byYear.get(key.year) ?? [];
    own.push(one);
    byYear.set(key.year, own);
  }
  const years = [...byYear.keys()].sort((one, other) => one - other);
  return { store, reviews, years: years.map((year) => yearOf(year, byYear, shell)), passed: passed.names().size };
};
