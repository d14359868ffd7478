import { isObject, type Json, type JsonObject } from '../model/basics.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import type { ReviewKey } from './key.ts';

const isAnswer = (value: Json | undefined): boolean =>
  isObject(value) &&
  (value['answer'] === 'Yes' || value['answer'] === 'No' || value['answer'] === 'Unsure') &&
  typeof value['reason'] === 'string' &&
  typeof value['weight'] === 'number' &&
  Array.isArray(value['evidence']);

const isScore = (value: Json | undefined): boolean =>
  isObject(value) && ['points', 'ceiling', 'outOf'].every((name) => typeof value[name] === 'number');

const isNamed = (value: Json | undefined): boolean =>
  value === null || (isObject(value) && typeof value['id'] === 'string');

const isOverride = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  (isObject(value) &&
    (value['answer'] === 'Yes' || value['answer'] === 'No' || value['answer'] === 'Unsure') &&
    ['because', 'reviewer', 'at'].every((name) => typeof value[name] === 'string' && value[name] !== '') &&
    Array.isArray(value['evidence']));

/** Everything in a review that a person can answer otherwise. */
const decidable = ({ answers, gates, criteria }: JsonObject): readonly Json[] => [
  ...(isObject(answers) ? Object.values(answers) : []),
  ...(isObject(gates) ? Object.values(gates) : []),
  ...(Array.isArray(criteria) ? (criteria as readonly Json[]) : []),
];

/** What is wrong, in the order it is looked for; each line is a part that scorecards and diffs read. */
const demands: readonly (readonly [string, (review: JsonObject) => boolean])[] = [
  ['"format" is not "odi-review/1"', ({ format }) => format === 'odi-review/1'],
  ['"edition" is no text', ({ edition }) => typeof edition === 'string'],
  ['"place" has no id', ({ place }) => isNamed(place)],
  ['"category" has no id', ({ category }) => isNamed(category)],
  ['"year" is no number', ({ year }) => Number.isInteger(year)],
  ['"score" lacks points, ceiling or outOf', ({ score }) => isScore(score)],
  ['"isOpen" is neither true nor false', ({ isOpen }) => typeof isOpen === 'boolean'],
  [
    '"answers" holds an answer that is not whole',
    ({ answers }) => isObject(answers) && Object.values(answers).every(isAnswer),
  ],
  ['"criteria" is no list', ({ criteria }) => Array.isArray(criteria)],
  [
    'an "override" is not whole: answer (Yes, No or Unsure), because, reviewer, at and evidence are needed',
    (review) => decidable(review).every((one) => isObject(one) && isOverride(one['override'])),
  ],
  [
    '"decisions" is no list of decisions',
    ({ decisions = [] }) =>
      Array.isArray(decisions) &&
      (decisions as readonly Json[]).every((one) => isObject(one) && typeof one['on'] === 'string' && isOverride(one)),
  ],
  ['"evidence" is no list', ({ evidence }) => Array.isArray(evidence)],
  ['"people" is missing', ({ people }) => isObject(people)],
];

/** Narrows a value to a review as far as the program relies on it; `odi validate` holds it to the whole schema. */
const faultOf = (value: Json | undefined): string | undefined => {
  if (!isObject(value)) return 'it is no JSON object';
  return demands.find(([, holds]) => !holds(value))?.[0];
};

/** A review that was read, or why the text is none. */
export type Parsed = { readonly review: Review } | { readonly fault: string };

/** Makes of a review as it was written the one that counts, with what people decided. */
export type Counting = (review: Review) => Review;

const countedReview = (review: Review, counting: Counting): Parsed => {
  try {
    return { review: counting(review) };
  } catch (error) {
    if (error instanceof UserError) return { fault: `it cannot be counted: ${error.message}` };
    throw error;
  }
};

/** Reads one review from JSON text, as it counts. */
export const parseReview = (text: string, counting: Counting): Parsed => {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    return { fault: `it is no JSON (${(error as Error).message.split('\n')[0]})` };
  }
  const fault = faultOf(value);
  return fault === undefined ? countedReview(value as unknown as Review, counting) : { fault };
};

/** Why a review does not belong where it was found, undefined where it does. */
export const misplaced = (review: Review, key: ReviewKey): string | undefined => {
  const { year, place, category } = review;
  const isHome = year === key.year && place?.id === key.place && category?.id === key.category;
  return isHome ? undefined : `it is a review of ${year} ${place?.id ?? 'no place'} ${category?.id ?? 'no category'}`;
};
