import { isObject, type Json, type JsonObject } from '../model/basics.ts';
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

/** Reads one review from JSON text. Never throws. */
export const parseReview = (text: string): Parsed => {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    return { fault: `it is no JSON (${(error as Error).message.split('\n')[0]})` };
  }
  const fault = faultOf(value);
  return fault === undefined ? { review: value as unknown as Review } : { fault };
};

/** Why a review does not belong where it was found, undefined where it does. */
export const misplaced = (review: Review, key: ReviewKey): string | undefined => {
  const { year, place, category } = review;
  const isHome = year === key.year && place?.id === key.place && category?.id === key.category;
  return isHome ? undefined : `it is a review of ${year} ${place?.id ?? 'no place'} ${category?.id ?? 'no category'}`;
};
