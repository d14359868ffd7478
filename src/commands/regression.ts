import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../model/errors.ts';
import { type Review, standingAnswer } from '../model/review.ts';
import { keyOf, openStore, type ReviewKey } from '../reviews/index.ts';
import { parseReview } from '../reviews/shape.ts';
import type { Shell } from './shell.ts';

/** Finds the review that a fresh one is held against; null where the baseline has none. */
type Baseline = (key: ReviewKey) => Review | null;

const sameSubject = (review: Review, { place, category }: ReviewKey): boolean =>
  review.place?.id === place && review.category?.id === category;

const fromStore = (folder: string): Baseline => {
  const store = openStore(folder);
  return (key) => {
    const stored = store.read(key);
    return stored !== undefined && 'review' in stored ? stored.review : store.previous(key);
  };
};

const reviewsIn = (text: string): readonly string[] => {
  const value: unknown = JSON.parse(text);
  const isSeveral = typeof value === 'object' && value !== null && 'reviews' in value && Array.isArray(value.reviews);
  return isSeveral ? (value.reviews as readonly unknown[]).map((one) => JSON.stringify(one)) : [text];
};

const fromFile = (file: string): Baseline => {
  let texts: readonly string[];
  try {
    texts = reviewsIn(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new UserError(`${file} cannot be read as a baseline: ${(cause as Error).message}.`, { cause });
  }
  const reviews = texts.map((text) => {
    const parsed = parseReview(text);
    if ('fault' in parsed) throw new UserError(`${file} is no review to compare with: ${parsed.fault}.`);
    return parsed.review;
  });
  return (key) => reviews.find((review) => sameSubject(review, key)) ?? null;
};

/** @throws UserError where there is no such file or folder. */
const openBaseline = (path: string): Baseline => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new UserError(`${path} does not exist; --fail-on-regression takes a store or a review file.`);
  }
  return found.isDirectory() ? fromStore(path) : fromFile(path);
};

const changesBetween = (before: Review, after: Review): string =>
  Object.entries(after.answers)
    .flatMap(([id, answer]) => {
      const old = before.answers[id];
      if (old === undefined || standingAnswer(old) === standingAnswer(answer)) return [];
      return [`${id} ${standingAnswer(old)} → ${standingAnswer(answer)} (${answer.says})`];
    })
    .join('; ');

/** One sentence for each review that scores less than the baseline's, with the answers that changed. */
export const regressionsAgainst = (path: string, reviews: readonly Review[], shell: Shell): readonly string[] => {
  const baseline = openBaseline(resolve(shell.cwd, path));
  return reviews.flatMap((review) => {
    const key = keyOf(review);
    const before = baseline(key);
    if (before === null || before.score.points <= review.score.points) return [];
    const fall = `fell from ${before.score.points} (${before.year}) to ${review.score.points} points`;
    return [`${key.place} ${key.category} ${fall}: ${changesBetween(before, review)}`];
  });
};
