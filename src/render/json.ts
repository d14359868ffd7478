import type { Regression } from '../model/regression.ts';
import type { Review } from '../model/review.ts';
import { forJson } from './escape.ts';

/**
 * One review as it is; several under `reviews`; with `regression` where they were held against a baseline. Two-space indent, a
 * newline at the end.
 */
export const renderJson = (reviews: readonly Review[], regression: Regression | null = null): string => {
  const [first] = reviews;
  const asked = reviews.length === 1 && first !== undefined ? first : { reviews };
  const document = regression === null ? asked : { ...asked, regression };
  return `${forJson(JSON.stringify(document, null, 2))}\n`;
};
