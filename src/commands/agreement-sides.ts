import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { isDatabaseAddress } from '../model/database-address.ts';
import { UserError } from '../model/errors.ts';
import { programAnswer, type Review, standingAnswer, type Verdict } from '../model/review.ts';
import type { AgreementOptions } from './agreement-options.ts';
import type { Shell } from './shell.ts';
import { reviewsOf, sideOf } from './sides.ts';
import { storeAt } from './store-at.ts';
import { storeWord } from './store-word.ts';

/** An answer, and how it is explained. */
export interface SaidAnswer {
  readonly answer: Verdict;
  readonly says: string;
}

/** What one side says of one place and category in one year, by question, or `criteria.` and a criterion. */
export interface SideEntry {
  readonly year: number;
  readonly place: string;
  readonly category: string;
  readonly answers: ReadonlyMap<string, SaidAnswer>;
}

/** One side of an agreement. */
export interface AgreementSide {
  readonly name: string;
  readonly entries: readonly SideEntry[];
}

/** How the answers of the program itself are asked for, in the place of a reviewer's name. */
const programName = 'odi';

type Answers = (review: Review) => ReadonlyMap<string, SaidAnswer>;

/** The answers that count. */
const standing: Answers = ({ answers, criteria }) =>
  new Map([
    ...Object.entries(answers).map(
      ([id, answer]) =>
        [id, { answer: standingAnswer(answer), says: answer.override?.because ?? answer.says }] as const,
    ),
    ...criteria.map(
      (one) =>
        [`criteria.${one.id}`, { answer: standingAnswer(one), says: one.override?.because ?? one.says }] as const,
    ),
  ]);

/** What the program answers where nobody decides anything. */
const ofProgram: Answers = ({ answers, criteria }) =>
  new Map([
    ...Object.entries(answers).map(
      ([id, answer]) => [id, { answer: programAnswer(answer), says: answer.says }] as const,
    ),
    ...criteria.map(({ id, answer, says }) => [`criteria.${id}`, { answer, says }] as const),
  ]);

const sameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** What one person decided; the last word on each question, unless it was taken back. */
const ofReviewer =
  (name: string): Answers =>
  ({ decisions = [] }) =>
    new Map(
      decisions
        .filter(({ reviewer, state }) => sameName(reviewer, name) && state !== 'withdrawn')
        .map(({ on, answer, because }) => [on, { answer, says: because }]),
    );

const entriesOf = (reviews: Iterable<Review>, answersOf: Answers): readonly SideEntry[] => {
  const entries: SideEntry[] = [];
  for (const review of reviews) {
    const answers = answersOf(review);
    const { year, place, category } = review;
    if (answers.size > 0) entries.push({ year, place: place?.id ?? '', category: category?.id ?? '', answers });
  }
  return entries;
};

/** Every review of the store of `--store`, or those of `--year`. */
const stored = (folder: string, { year }: AgreementOptions, shell: Shell): Generator<Review> =>
  reviewsOf(storeAt(folder, shell), year === undefined ? {} : { year }, shell);

const reviewersIn = (reviews: Iterable<Review>): readonly string[] => {
  const found = new Set<string>();
  for (const { decisions = [] } of reviews) for (const { reviewer } of decisions) found.add(reviewer);
  return [...found].sort();
};

const reviewerSide = (name: string, options: AgreementOptions, shell: Shell): AgreementSide => {
  const folder = options.store;
  const answers = sameName(name, programName) ? ofProgram : ofReviewer(name);
  const entries = entriesOf(stored(folder, options, shell), answers);
  if (entries.length > 0) return { name, entries };
  const known = reviewersIn(stored(folder, options, shell));
  const hint = known.length === 0 ? 'nobody decided anything there' : `reviewers there are ${known.join(', ')}`;
  throw new UserError(
    `${name} is neither a folder, a file or a year, nor a reviewer in ${options.store}: ${hint}. "${programName}" stands for the program itself.`,
  );
};

/**
 * What a word stands for: a store, one year of one, a file of reviews, or the name of a reviewer in the store of `--store`.
 *
 * @throws UserError where it is none of these, or holds no reviews.
 */
export const agreementSide = (word: string, options: AgreementOptions, shell: Shell): AgreementSide => {
  if (isDatabaseAddress(word)) {
    const entries = entriesOf(stored(storeWord(word), options, shell), standing);
    if (entries.length > 0) return { name: storeWord(word), entries };
    throw new UserError(
      `${storeWord(word)} holds no reviews${options.year === undefined ? '' : ` of ${options.year}`}.`,
    );
  }
  const path = resolve(shell.cwd, word);
  const isThere = existsSync(path);
  if (!isThere && !/^\d{4}$/.test(word)) return reviewerSide(word, options, shell);
  if (isThere && statSync(path).isDirectory() && !/^\d{4}$/.test(basename(path))) {
    const entries = entriesOf(stored(path, options, shell), standing);
    if (entries.length > 0) return { name: word, entries };
    throw new UserError(`${word} holds no reviews${options.year === undefined ? '' : ` of ${options.year}`}.`);
  }
  const side = sideOf(word, options, shell);
  if (side.kind === 'scorecard') throw new UserError(`${word} is a scorecard, which has no answers: name reviews.`);
  return { name: word, entries: entriesOf(side.reviews(), standing) };
};
