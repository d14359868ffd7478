import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { isDatabaseAddress } from '../model/database-address.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import type { Scorecard } from '../model/scorecard.ts';
import { inOrder } from '../reviews/diff/index.ts';
import {
  type Glanced,
  glanceOf,
  parseReview,
  type ReviewGlance,
  type Selection,
  type Store,
  type Stored,
} from '../reviews/index.ts';
import { countingOf } from './counting.ts';
import { readJsonDocument } from './documents.ts';
import type { Shell } from './shell.ts';
import { storeAt } from './store-at.ts';
import { storeWord } from './store-word.ts';

/** Reviews that a word on the command line stands for. */
export interface ReviewsSide {
  readonly kind: 'reviews';
  readonly name: string;
  /** The year they are of, null for a file of several. */
  readonly year: number | null;
  /** By place and category. Files that cannot be read are told on standard error, set the exit code and are passed over. */
  readonly reviews: (selection?: Omit<Selection, 'year'>) => Generator<Review>;
  /** The same at a glance, all of them: of a store, what its index knows is not read. */
  readonly glances: () => Generator<SideGlance>;
}

/** A review of a side at a glance. */
export interface SideGlance {
  readonly glance: ReviewGlance;
  /** @throws UserError where it is gone or spoilt since the glance. */
  readonly whole: () => Review;
}

/** A scorecard file: scores without answers. */
export interface ScorecardSide {
  readonly kind: 'scorecard';
  readonly name: string;
  readonly card: Scorecard;
}

/** One side of a comparison. */
export type Side = ReviewsSide | ScorecardSide;

/** What a word is looked up with. */
export interface SideOptions {
  readonly store: string;
  readonly year?: number;
}

const unknownEdition = (id: string, known: readonly string[]): string =>
  `it was made under the edition ${id}, which is not known; known are ${known.join(', ')}`;

const passOver = (file: string, fault: string, shell: Shell): void => {
  shell.tell(`odi: ${file} was passed over: ${fault}.\n`);
  shell.exit(2);
};

/** Streams reviews of a store; a file that is none is named and left where it is, and exit code 2 says so. */
export function* reviewsOf(store: Store, selection: Selection, shell: Shell): Generator<Review> {
  const known = shell.criteria.editions();
  for (const stored of store.stream(selection)) {
    if ('fault' in stored) passOver(stored.file, stored.fault, shell);
    else if (known.includes(stored.review.edition)) yield stored.review;
    else passOver(stored.file, unknownEdition(stored.review.edition, known), shell);
  }
}

type SideGlanceParts = { readonly glance: ReviewGlance };

const wholeOf = (stored: Stored | undefined, file: string): Review => {
  if (stored !== undefined && 'review' in stored) return stored.review;
  throw new UserError(`${file} was changed while it was being read. Run the same command again.`);
};

const sideGlance = ({ file, glance, whole }: Extract<Glanced, SideGlanceParts>): SideGlance => ({
  glance,
  whole: () => wholeOf(whole(), file),
});

/** The reviews of one year of a store at a glance, with the same words about files that are none. */
export function* glancesOf(store: Store, year: number, shell: Shell): Generator<SideGlance> {
  const known = shell.criteria.editions();
  const told = (reason: string): void =>
    shell.tell(
      `odi: The index of ${year} in ${store.dir} was not written: ${reason}. Every run reads all its files.\n`,
    );
  for (const glanced of store.glances(year, told)) {
    if ('fault' in glanced) passOver(glanced.file, glanced.fault, shell);
    else if (known.includes(glanced.glance.edition)) yield sideGlance(glanced);
    else passOver(glanced.file, unknownEdition(glanced.glance.edition, known), shell);
  }
}

/** Reviews after which a loop lets the program hear Ctrl-C. */
const breath = 200;

/** Hands items on, and gives way now and then: reading files one after another would not hear Ctrl-C. Ends when it came. */
export async function* breathing<T>(items: Iterable<T>, { interrupted }: Shell): AsyncGenerator<T> {
  let count = 0;
  for (const item of items) {
    count += 1;
    if (count % breath === 0) await new Promise(setImmediate);
    if (interrupted.aborted) return;
    yield item;
  }
}

const yearOf = (store: Store, wanted: number | undefined, name: string): number => {
  const years = store.years();
  if (wanted !== undefined) return wanted;
  const [only, ...others] = years;
  if (only === undefined)
    throw new UserError(`${name} holds no reviews: a folder of years is expected, such as ${name}/2015.`);
  if (others.length > 0) throw new UserError(`${name} holds the years ${years.join(', ')}: choose one with --year.`);
  return only;
};

/** One year of a store; `name` is what the person called it. */
const storeSide = (store: Store, name: string, wanted: number | undefined, shell: Shell): ReviewsSide => {
  const year = yearOf(store, wanted, name);
  const known = store.years();
  if (!known.includes(year)) {
    throw new UserError(
      `${store.dir} holds no reviews of ${year}${known.length > 0 ? `; it holds ${known.join(', ')}` : ''}.`,
    );
  }
  return {
    ...{ kind: 'reviews', name, year },
    reviews: (selection = {}) => reviewsOf(store, { ...selection, year }, shell),
    glances: () => glancesOf(store, year, shell),
  };
};

/** One year of the store of `--store`. */
export const yearSide = (store: string, year: number, shell: Shell): ReviewsSide =>
  storeSide(storeAt(store, shell), String(year), year, shell);

const parseJson = (file: string): unknown =>
  readJsonDocument(file, file, 'A review file or a scorecard file is expected.');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isScorecard = (value: unknown): value is Scorecard =>
  isRecord(value) &&
  typeof value['edition'] === 'string' &&
  typeof value['year'] === 'number' &&
  Array.isArray(value['places']) &&
  Array.isArray(value['categories']) &&
  value['places'].every((place) => isRecord(place) && typeof place['id'] === 'string' && isRecord(place['categories']));

const reviewsIn = (value: unknown, file: string, shell: Shell): readonly Review[] => {
  const list = isRecord(value) && Array.isArray(value['reviews']) ? value['reviews'] : [value];
  return list.map((item, at) => {
    const parsed = parseReview(JSON.stringify(item), countingOf(shell));
    if ('review' in parsed) return parsed.review;
    throw new UserError(
      `${file} holds neither reviews nor a scorecard: ${list.length > 1 ? `in number ${at + 1}, ` : ''}${parsed.fault}.`,
    );
  });
};

const isSelected = ({ place, category }: Review, { places, categories }: Omit<Selection, 'year'>): boolean =>
  (places === undefined || places.has(place?.id ?? '')) &&
  (categories === undefined || categories.has(category?.id ?? ''));

/** What a file holds: reviews, or a scorecard. @throws UserError where it is neither. */
export const fileSide = (file: string, name: string, shell: Shell): Side => {
  const value = parseJson(file);
  if (isScorecard(value)) return { kind: 'scorecard', name, card: value };
  const reviews = [...reviewsIn(value, name, shell)].sort(inOrder);
  const years = new Set(reviews.map(({ year }) => year));
  const [year] = years;
  return {
    kind: 'reviews',
    name,
    year: years.size === 1 && year !== undefined ? year : null,
    *reviews(selection = {}) {
      for (const review of reviews) if (isSelected(review, selection)) yield review;
    },
    *glances() {
      for (const review of reviews) yield { glance: glanceOf(review), whole: () => review };
    },
  };
};

const isYear = (word: string): boolean => /^\d{4}$/.test(word);

/**
 * What a word stands for: a year of the store, a folder (a store, or one year of it), a review file or a scorecard file.
 *
 * @throws UserError where it is none of these.
 */
export const sideOf = (word: string, { store, year }: SideOptions, shell: Shell): Side => {
  if (isDatabaseAddress(word)) return storeSide(storeAt(storeWord(word), shell), storeWord(word), year, shell);
  const path = resolve(shell.cwd, word);
  if (isYear(word) && !existsSync(path)) return yearSide(store, Number(word), shell);
  if (!existsSync(path)) {
    throw new UserError(
      shell.criteria.editions().includes(word)
        ? `${word} is an edition; years and stores are compared. The reviews of a store under another edition: odi rescore --edition ${word}`
        : `There is no ${word}: a year, a store, a review file or a scorecard file is expected.`,
    );
  }
  if (!statSync(path).isDirectory()) return fileSide(path, word, shell);
  if (isYear(basename(path))) return storeSide(storeAt(dirname(path), shell), word, Number(basename(path)), shell);
  return storeSide(storeAt(path, shell), word, year, shell);
};
