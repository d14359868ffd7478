/** A list that cannot be empty: what an answer rests on. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** Narrows a list to a non-empty one. */
export const isNonEmpty = <T>(list: readonly T[]): list is NonEmpty<T> => list.length > 0;

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** A moment, ISO 8601 in UTC. */
export type Instant = string;

/** A BCP 47 language tag, mostly the two-letter primary subtag. */
export type Language = string;

/** A text in several languages, by language tag. */
export type Localised = Readonly<Record<Language, string>>;

/** Data of unknown shape that came from a parser. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Is a value an object, neither a list nor null? */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
