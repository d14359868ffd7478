import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import { reviewFaults } from '../model/review-faults.ts';
import type { Selection, Store } from '../reviews/index.ts';
import type { Shell } from './shell.ts';

/** @throws UserError naming the file of a review whose edition is not known. */
export const withKnownEdition = (review: Review, file: string, { criteria }: Shell): Review => {
  if (criteria.editions().includes(review.edition)) return review;
  throw new UserError(
    `${file} was made under the edition ${review.edition}, which is not known here: name the own method that has it with --criteria.`,
  );
};

/** @throws UserError naming the file of a review that contradicts itself, or whose edition is not known. */
export const sound = (review: Review, file: string, shell: Shell): Review => {
  const [fault] = reviewFaults(withKnownEdition(review, file, shell));
  if (fault === undefined) return review;
  throw new UserError(`${file} is no review that can be shown: ${fault.at}: ${fault.says}. Mend it, or make it anew.`);
};

/**
 * Streams reviews for publication.
 *
 * @param without - reviews that are left out, by `year/place/category`: none unless told otherwise
 * @throws UserError naming the first file that is no sound review.
 */
export function* soundReviews(
  store: Store,
  selection: Selection,
  shell: Shell,
  without: ReadonlySet<string> = new Set(),
): Generator<Review> {
  for (const stored of store.stream(selection)) {
    const { year, place, category } = stored.key;
    if (without.has(`${year}/${place}/${category}`)) continue;
    if ('fault' in stored) throw new UserError(`${stored.file} is no review that can be shown: ${stored.fault}.`);
    yield sound(stored.review, stored.file, shell);
  }
}
