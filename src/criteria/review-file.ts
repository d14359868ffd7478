import type { Json } from '../model/basics.ts';
import type { Review } from '../model/review.ts';
import { reviewFaults } from '../model/review-faults.ts';
import type { Misfit, Schemas } from './schemas.ts';

/** The schema was asked before: only values that fit it come here. */
const isReview = (_value: Json, misfits: readonly Misfit[]): _value is Json & Review => misfits.length === 0;

const misfitsOfOne = (value: Json, at: string, schemas: Schemas): readonly Misfit[] => {
  const bySchema = schemas.misfits('review', value, 'review');
  const found = isReview(value, bySchema) ? reviewFaults(value) : bySchema;
  return found.map((misfit) => ({ ...misfit, at: `${at}${misfit.at}` }));
};

/** What is wrong in the output of an audit or in a file of a store: one review, or several under `reviews`. */
export const reviewMisfits = (value: Json, schemas: Schemas): readonly Misfit[] => {
  const several =
    typeof value === 'object' && value !== null && 'reviews' in value && Array.isArray(value.reviews)
      ? value.reviews
      : null;
  if (several === null) return misfitsOfOne(value, '', schemas);
  return several.flatMap((review: Json, index: number) => misfitsOfOne(review, `/reviews/${index}`, schemas));
};
