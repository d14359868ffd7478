import type { Review } from '../model/review.ts';
import { forJson } from './escape.ts';

/** One review as it is; several under `reviews`. Two-space indent, a newline at the end. */
export const renderJson = (reviews: readonly Review[]): string => {
  const [first] = reviews;
  const document = reviews.length === 1 && first !== undefined ? first : { reviews };
  return `${forJson(JSON.stringify(document, null, 2))}\n`;
};
