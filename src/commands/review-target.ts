import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { isDatabaseAddress } from '../model/database-address.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import { type ReviewKey, readReview, type Selection, type Store, updateReview } from '../reviews/index.ts';
import { countingOf } from './counting.ts';
import type { ReviewOptions } from './review-options.ts';
import type { Shell } from './shell.ts';
import { storeAt } from './store-at.ts';
import { categoryOf, placeOf } from './subject.ts';

/** A review that a person decides on, and where it is kept. */
export interface Target {
  /** As the person would name it. */
  readonly name: string;
  readonly file: string;
  /** Folder in which new evidence is kept and old is looked for. */
  readonly folder: string;
  /** The review as it is in the file now. @throws UserError where there is none any more. */
  readonly read: () => Review;
  /**
   * Changes what is kept of it at that moment, one writer at a time.
   *
   * @throws UserError where there is none any more; what `change` throws, and then it stays as it is.
   */
  readonly update: (change: (now: Review) => Review) => Promise<Review>;
  /** The review of the newest year before, null where there is none. */
  readonly previous: () => Review | null;
}

const readOrFail = (file: string, shell: Shell): Review => {
  const found = readReview(file, countingOf(shell));
  if (found === null) throw new UserError(`There is no ${file}.`);
  if ('fault' in found) throw new UserError(`${file} is no review: ${found.fault}.`);
  return found.review;
};

const fileTarget = (word: string, categories: readonly string[], shell: Shell): Target => {
  const file = resolve(shell.cwd, word);
  if (categories.length > 0) {
    throw new UserError(`${word} is the review of one category; leave ${categories.join(', ')} away.`);
  }
  const read = (): Review => readOrFail(file, shell);
  read();
  const update = (change: (now: Review) => Review): Promise<Review> => updateReview(file, countingOf(shell), change);
  return { name: word, file, folder: dirname(file), read, update, previous: () => null };
};

const isFile = (word: string, { cwd }: Shell): boolean => {
  const path = resolve(cwd, word);
  return existsSync(path) ? statSync(path).isFile() : /[\\/]|\.json$/.test(word);
};

type KeptAt = Pick<Target, 'folder' | 'read' | 'update'>;

const inFolder = (store: Store, file: string, shell: Shell): KeptAt => ({
  folder: store.dir,
  read: () => readOrFail(file, shell),
  update: (change) => updateReview(file, countingOf(shell), change),
});

/** A review of a database; what is looked at besides is recorded in the folder that the program was started in. */
const inDatabase = (store: Store, key: ReviewKey, shell: Shell): KeptAt => {
  const found = (now: Review | null): Review => {
    if (now !== null) return now;
    throw new UserError(`There is no ${store.fileOf(key)} any more, or it is no review.`);
  };
  const readNow = (): Review | null => {
    const stored = store.read(key);
    return stored !== undefined && 'review' in stored ? stored.review : null;
  };
  return {
    folder: shell.cwd,
    read: () => found(readNow()),
    update: async (change) => (await store.replace(key, (now) => change(found(now)))).review,
  };
};

/** The newest year that holds any of what is asked for. */
const newestOf = (store: Store, selection: Selection): number | undefined =>
  [...store.years()].reverse().find((year) => store.stream({ ...selection, year }).next().done !== true);

/**
 * The reviews that the words of `odi review` name: the file of one, or those of a store.
 *
 * @throws UserError where there are none, and where one cannot be read.
 */
export const targetsOf = async (
  word: string | undefined,
  categories: readonly string[],
  { store: folder, year: wanted }: ReviewOptions,
  shell: Shell,
): Promise<readonly Target[]> => {
  if (word !== undefined && isFile(word, shell)) return [fileTarget(word, categories, shell)];
  const store = storeAt(folder, shell);
  const place = word === undefined ? null : await placeOf(word, shell);
  const ids = await Promise.all(categories.map(async (one) => (await categoryOf(one, shell)).id));
  const selection: Selection = {
    ...(place === null ? {} : { places: new Set([place.id]) }),
    ...(ids.length === 0 ? {} : { categories: new Set(ids) }),
  };
  const year = wanted ?? newestOf(store, selection);
  const found = year === undefined ? [] : [...store.stream({ ...selection, year })];
  const about = [place?.id, ...ids, wanted].filter((part) => part !== undefined).join(' ') || 'anything';
  if (found.length === 0) {
    throw new UserError(
      `${folder} holds no review of ${about}: make one with "odi audit", or name another --store or --year.`,
    );
  }
  return found.map((stored): Target => {
    const { key, file } = stored;
    if ('fault' in stored) throw new UserError(`${file} is no review: ${stored.fault}.`);
    return {
      ...{ name: `${key.place} ${key.category} ${key.year}`, file },
      ...(isDatabaseAddress(folder) ? inDatabase(store, key, shell) : inFolder(store, file, shell)),
      previous: () => store.previous(key),
    };
  });
};

/** Base name of a target for files that belong to it. */
export const stemOf = ({ file }: Target): string => {
  const [category, place, year] = [basename(file, '.json'), basename(dirname(file)), basename(dirname(dirname(file)))];
  return /^\d{4}$/.test(year) ? `${place}-${category}-${year}` : category;
};
