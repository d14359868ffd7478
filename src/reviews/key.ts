import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';

/** What a review is found by in a store. */
export interface ReviewKey {
  readonly year: number;
  readonly place: string;
  readonly category: string;
}

const isName = (text: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= 80;

const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1000 && year <= 9999;

/**
 * The key under which a review is kept.
 *
 * @throws UserError for a review without place or category: it has no shelf in a store.
 */
export const keyOf = ({ year, place, category }: Pick<Review, 'year' | 'place' | 'category'>): ReviewKey => {
  if (place === null || category === null) {
    throw new UserError('A review is kept by place and category: name both, for example with --place and --category.');
  }
  return { year, place: place.id, category: category.id };
};

/**
 * Path of a review below the folder of its store, with `/` between its parts.
 *
 * @throws UserError for names that are no ids: a path is never made of them.
 */
export const pathOf = ({ year, place, category }: ReviewKey): string => {
  if (!isYear(year) || !isName(place) || !isName(category)) {
    throw new UserError(`"${year}/${place}/${category}" is no address of a review: a year and two ids are expected.`);
  }
  return `${year}/${place}/${category}.json`;
};

/** The key of a path, undefined for files that are no reviews. */
export const keyOfPath = (year: string, place: string, file: string): ReviewKey | undefined => {
  const category = file.endsWith('.json') ? file.slice(0, -'.json'.length) : '';
  if (!/^\d{4}$/.test(year) || !isName(place) || !isName(category)) return undefined;
  return { year: Number(year), place, category };
};
