import { isObject, type Json } from '../model/basics.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import type { ReviewKey } from './key.ts';

/** What is wrong with a value, and in which of its parts: empty for itself, else a field (`.name`) or an item (`[0]`), and so on. */
interface Fault {
  readonly part: string;
  readonly says: string;
}

/** What is wrong with a value; undefined where nothing is. Paths are put together only on the way out of one that is wrong. */
type Shape = (value: Json | undefined) => Fault | undefined;

const demand = (says: string, holds: (value: Json | undefined) => boolean): Shape => {
  const fault = { part: '', says };
  return (value) => (holds(value) ? undefined : fault);
};

const text = demand('is no text', (value) => typeof value === 'string');
const number = demand('is no number', (value) => typeof value === 'number' && Number.isFinite(value));
const whole = demand('is no whole number', (value) => Number.isInteger(value));
const flag = demand('is neither true nor false', (value) => typeof value === 'boolean');
const oneOf = (...words: readonly string[]): Shape =>
  demand(`is none of ${words.join(', ')}`, (value) => typeof value === 'string' && words.includes(value));

const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null ? undefined : shape(value);

/** What older programs did not write. */
const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined ? undefined : shape(value);

const within = (step: string, { part, says }: Fault): Fault => ({ part: `${step}${part}`, says });

const noList: Fault = { part: '', says: 'is no list' };

const listOf =
  (shape: Shape): Shape =>
  (value) => {
    if (!Array.isArray(value)) return noList;
    for (let index = 0; index < value.length; index += 1) {
      const fault = shape(value[index]);
      if (fault !== undefined) return within(`[${index}]`, fault);
    }
    return undefined;
  };

const noObject: Fault = { part: '', says: 'is no object' };

const mapOf =
  (shape: Shape): Shape =>
  (value) => {
    if (!isObject(value)) return noObject;
    for (const name of Object.keys(value)) {
      const fault = shape(value[name]);
      if (fault !== undefined) return within(`.${name}`, fault);
    }
    return undefined;
  };

/** An object with these fields; others are left to those who know them. No field has the name of what every object has. */
const object = (fields: Readonly<Record<string, Shape>>): Shape => {
  const named = Object.entries(fields).map(([name, shape]) => ({ name, shape }));
  return (value) => {
    if (!isObject(value)) return noObject;
    for (const { name, shape } of named) {
      const fault = shape(value[name]);
      if (fault !== undefined) return within(`.${name}`, fault);
    }
    return undefined;
  };
};

const verdict = oneOf('Yes', 'No', 'Unsure');
const score = object({ points: number, ceiling: number, outOf: number });
const sentences = listOf(object({ reason: text, says: text }));

const filled = demand('is empty, or no text', (value) => typeof value === 'string' && value !== '');

/** What a person decided. */
const decided = { answer: verdict, because: filled, reviewer: filled, at: filled, evidence: listOf(text) };
const override = object(decided);

const answer = object({
  answer: verdict,
  reason: text,
  says: text,
  evidence: listOf(text),
  rule: object({ id: text, version: number }),
  weight: number,
  points: number,
  improve: optional(orNull(text)),
  override: optional(orNull(override)),
});

const criterion = object({
  id: text,
  label: text,
  required: optional(flag),
  answer: verdict,
  reason: text,
  says: text,
  evidence: listOf(text),
  where: optional(listOf(object({ evidence: text, part: text, quote: text }))),
  override: optional(orNull(override)),
});

const evidence = object({
  id: text,
  url: text,
  finalUrl: optional(orNull(text)),
  fetchedAt: optional(orNull(text)),
  outcome: oneOf('arrived', 'lost', 'not-captured', 'refused-by-us'),
  because: optional(orNull(text)),
  kind: optional(orNull(text)),
  status: optional(orNull(number)),
  mediaType: optional(orNull(text)),
  format: optional(orNull(text)),
  bytes: optional(orNull(number)),
  sha256: optional(orNull(text)),
  quote: optional(orNull(text)),
  record: optional(orNull(object({ file: text, id: text }))),
});

/** Every part of a review that the program relies on, as it relies on it; `odi validate` holds it to the whole schema. */
const review = object({
  format: demand('is not "odi-review/1"', (value) => value === 'odi-review/1'),
  tool: optional(object({ name: text, version: text })),
  edition: text,
  place: orNull(object({ id: text, name: text })),
  category: orNull(object({ id: text, title: text })),
  year: whole,
  asOf: text,
  score,
  isOpen: flag,
  answers: mapOf(answer),
  gates: optional(mapOf(object({ override: optional(orNull(override)) }))),
  criteria: listOf(criterion),
  decisions: optional(listOf(object({ on: text, ...decided }))),
  coverage: optional(listOf(object({ what: text, url: text, seen: flag, why: text }))),
  candidates: listOf(object({ url: text, chosen: flag })),
  evidence: listOf(evidence),
  contradictions: optional(listOf(text)),
  notes: text,
  paragraphs: optional(sentences),
  previous: optional(orNull(object({ year: whole, score, notes: optional(text), answers: mapOf(verdict) }))),
  people: object({ submitter: optional(text), reviewers: listOf(text), comments: optional(text) }),
  published: optional(mapOf(text)),
  request: optional(object({ kind: oneOf('audit', 'check'), urls: listOf(text) })),
});

/** A review that was read, or why the text is none. */
export type Parsed = { readonly review: Review } | { readonly fault: string };

/** Where the fault is, and none of the words around it: they may be those of a file that nobody meant to show. */
const placeOf = (error: unknown): string => {
  const [position] = /position \d+/.exec(error instanceof Error ? error.message : '') ?? [];
  return position === undefined ? 'it is no JSON' : `it is no JSON: it breaks off at ${position}`;
};

const inWords = ({ part, says }: Fault): string =>
  part === '' ? 'it is no JSON object' : `"${part.slice(1)}" ${says}`;

/** Makes of a review as it was written the one that counts, with what people decided. */
export type Counting = (review: Review) => Review;

const countedReview = (written: Review, counting: Counting): Parsed => {
  try {
    return { review: counting(written) };
  } catch (error) {
    if (error instanceof UserError) return { fault: `it cannot be counted: ${error.message}` };
    throw error;
  }
};

/** Reads one review from JSON text, as it counts. */
export const parseReview = (written: string, counting: Counting): Parsed => {
  let value: Json;
  try {
    value = JSON.parse(written) as Json;
  } catch (error) {
    return { fault: placeOf(error) };
  }
  const fault = review(value);
  return fault === undefined ? countedReview(value as unknown as Review, counting) : { fault: inWords(fault) };
};

/** What counts in a review may rest on an edition that is not known: that is a fault of this file, and of no other. */
export const parseOrFault = (text: string, counting: Counting): Parsed => {
  try {
    return parseReview(text, counting);
  } catch (error) {
    if (error instanceof UserError) return { fault: error.message.replace(/\.$/, '') };
    throw error;
  }
};

/** Why a review does not belong where it was found, undefined where it does. */
export const misplaced = ({ year, place, category }: Review, key: ReviewKey): string | undefined => {
  const isHome = year === key.year && place?.id === key.place && category?.id === key.category;
  return isHome ? undefined : `it is a review of ${year} ${place?.id ?? 'no place'} ${category?.id ?? 'no category'}`;
};
