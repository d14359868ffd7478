import type { Json } from '../model/basics.ts';
import type { Review } from '../model/review.ts';
import type { Misfit, Schemas } from './schemas.ts';

/** What the schema cannot say: numbers that do not add up, and evidence that is cited but not there. */
const contradictionsIn = ({ answers, criteria, evidence, score }: Review): readonly Misfit[] => {
  const known = new Set(evidence.map(({ id }) => id));
  const cited = [
    ...Object.entries(answers).map(([id, answer]) => ({ at: `/answers/${id}/evidence`, ids: answer.evidence })),
    ...criteria.map((criterion, index) => ({ at: `/criteria/${index}/evidence`, ids: criterion.evidence })),
  ];
  const missing = cited.flatMap(({ at, ids }) =>
    ids.filter((id) => !known.has(id)).map((id) => ({ at, says: `${id} is cited, but is not among the evidence` })),
  );
  const sum = Object.values(answers).reduce((total, { points }) => total + points, 0);
  const isOff = Math.abs(sum - score.points) > 1e-9;
  return [
    ...missing,
    ...(isOff
      ? [{ at: '/score/points', says: `the points of the answers add up to ${sum}, not ${score.points}` }]
      : []),
    ...(score.ceiling < score.points ? [{ at: '/score/ceiling', says: 'the ceiling lies below the points' }] : []),
  ];
};

/** The schema was asked before: only values that fit it come here. */
const isReview = (_value: Json, misfits: readonly Misfit[]): _value is Json & Review => misfits.length === 0;

const misfitsOfOne = (value: Json, at: string, schemas: Schemas): readonly Misfit[] => {
  const bySchema = schemas.misfits('review', value, 'review');
  const found = isReview(value, bySchema) ? contradictionsIn(value) : bySchema;
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
