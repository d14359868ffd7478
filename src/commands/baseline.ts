import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { isDatabaseAddress } from '../model/database-address.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import type { ScoredCell } from '../reviews/diff/index.ts';
import type { ReviewKey, Store, Stored } from '../reviews/index.ts';
import type { Shell } from './shell.ts';
import { fileSide } from './sides.ts';
import { storeAt } from './store-at.ts';
import { storeWord } from './store-word.ts';

/** What a baseline knows of the time before a review. */
export type Earlier =
  /** Reviews of the same place and category, newest first. */
  | { readonly kind: 'reviews'; readonly reviews: Iterable<Review> }
  /** A cell of a scorecard, which has a score and no answers. */
  | { readonly kind: 'cell'; readonly cell: ScoredCell };

/** Something earlier that reviews are held against. */
export interface Baseline {
  /** As the person named it. */
  readonly name: string;
  /** The edition of a scorecard, which holds scores and no answers; null for reviews. */
  readonly scoredBy: string | null;
  /**
   * What is known of the time before; null where nothing is. The newest review is read at once, so that it may be replaced
   * afterwards.
   *
   * @param judged The file that the review to be compared lies in, if any: it is never held against itself.
   * @throws UserError where a file that should tell cannot be read.
   */
  readonly before: (key: ReviewKey, judged?: string) => Earlier | null;
}

const flag = '--fail-on-regression';

const isYear = (word: string): boolean => /^\d{4}$/.test(word);

const realPath = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
};

const reviewIn = (stored: Stored): Review => {
  if ('review' in stored) return stored.review;
  throw new UserError(`${flag}: ${stored.file} cannot be compared with: ${stored.fault}. Mend it or take it away.`);
};

/** The reviews of the years that are asked for, newest first, each read when it is its turn. */
function* newestFirst(
  store: Store,
  years: readonly number[],
  key: ReviewKey,
  judged: string | null,
): Generator<Review, undefined> {
  for (const year of [...years].sort((one, other) => other - one)) {
    const stored = store.read({ ...key, year });
    if (stored !== undefined && (judged === null || realPath(stored.file) !== judged)) yield reviewIn(stored);
  }
  return undefined;
}

/** The first one again, and then the others. */
function* withFirst(first: Review, others: Generator<Review>): Generator<Review> {
  yield first;
  yield* others;
}

const hasReviews = (store: Store, years: readonly number[]): boolean =>
  years.some((year) => store.stream({ year }).next().done !== true);

/** A store, or one year of it. Of a whole store a review is held against those of its own year and of the years before. */
const storeBaseline = (name: string, dir: string, only: number | null, shell: Shell): Baseline => {
  const store = storeAt(dir, shell);
  const years = only === null ? store.years() : [only];
  if (!hasReviews(store, years)) {
    throw new UserError(
      `${flag}: ${name} holds no reviews${only === null ? `; a store is expected, with a folder for each year` : ''}.`,
    );
  }
  return {
    name,
    scoredBy: null,
    before: (key, judged) => {
      const told = only === null ? years.filter((year) => year <= key.year) : years;
      const reviews = newestFirst(store, told, key, judged === undefined ? null : realPath(judged));
      const first = reviews.next();
      return first.done === true ? null : { kind: 'reviews', reviews: withFirst(first.value, reviews) };
    },
  };
};

const isOf = (review: Review, { place, category }: ReviewKey): boolean =>
  review.place?.id === place && review.category?.id === category;

const fileBaseline = (name: string, path: string, shell: Shell): Baseline => {
  const side = fileSide(path, name, shell);
  if (side.kind === 'scorecard') {
    const { places, year, edition } = side.card;
    if (places.length === 0) throw new UserError(`${flag}: ${name} is a scorecard without places.`);
    return {
      name,
      scoredBy: edition,
      before: ({ place, category }) => {
        const cell = places.find(({ id }) => id === place)?.categories[category];
        if (cell === undefined) return null;
        return { kind: 'cell', cell: { points: cell.points, ceiling: cell.ceiling, year } };
      },
    };
  }
  const reviews = [...side.reviews()].sort((one, other) => other.year - one.year);
  if (reviews.length === 0) throw new UserError(`${flag}: ${name} holds no reviews.`);
  return {
    name,
    scoredBy: null,
    before: (key) => {
      const own = reviews.filter((review) => isOf(review, key));
      return own.length === 0 ? null : { kind: 'reviews', reviews: own };
    },
  };
};

/**
 * Opens what a word names: a store, a year's folder in it, a year of the store at hand, a file of reviews or a scorecard file.
 *
 * @throws UserError where there is none, or it holds nothing that could be compared with.
 */
export const openBaseline = (word: string, store: string, shell: Shell): Baseline => {
  if (isDatabaseAddress(word)) return storeBaseline(storeWord(word), storeWord(word), null, shell);
  const path = resolve(shell.cwd, word);
  if (!existsSync(path)) {
    if (isYear(word)) return storeBaseline(`${store}/${word}`, store, Number(word), shell);
    throw new UserError(
      `${flag}: there is no ${word}. A store, a year of one, a file of reviews or a scorecard file is expected; "odi audit --store ${word}" makes a store.`,
    );
  }
  if (!statSync(path).isDirectory()) return fileBaseline(word, path, shell);
  return isYear(basename(path))
    ? storeBaseline(word, dirname(path), Number(basename(path)), shell)
    : storeBaseline(word, path, null, shell);
};
