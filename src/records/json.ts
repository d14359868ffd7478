import { isObject, type Json, type JsonObject } from '../model/basics.ts';

export type { JsonObject } from '../model/basics.ts';

/* Looking into JSON of unknown shape without ever failing. */

/** The text as JSON; undefined where it is none. */
export const parseJson = (text: string): Json | undefined => {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) as Json;
  } catch {
    return undefined;
  }
};

/** The object, else null. */
export const objectOf = (value: Json | undefined): JsonObject | null => (isObject(value) ? value : null);

/** The items of a list; none where it is no list. */
export const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

/** The objects of a list. */
export const objectsOf = (value: Json | undefined): readonly JsonObject[] =>
  listOf(value).flatMap((item): readonly JsonObject[] => {
    const object = objectOf(item);
    return object === null ? [] : [object];
  });

/** Does the object hold the key itself? */
export const hasKey = (object: JsonObject, key: string): boolean => Object.hasOwn(object, key);

/** The value at a path of keys. */
export const at = (value: Json | undefined, ...path: readonly string[]): Json | undefined => {
  let here = value;
  for (const key of path) {
    const object = objectOf(here);
    here = object !== null && hasKey(object, key) ? object[key] : undefined;
  }
  return here;
};

/** Distinct texts, in their order. */
export const distinct = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.filter((text) => text !== '')),
];

/**
 * A text, trimmed. Of a text in several languages (`{"fr": …, "de": …}`) all that differ, separated by ` / `: which
 * one a search will match is not known here. Anything else is the empty text.
 */
export const textOf = (value: Json | undefined): string => {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const object = objectOf(value);
  if (object === null) return '';
  const translations = Object.entries(object);
  if (!translations.every(([tag]) => /^[a-z]{2,3}(?:[-_][A-Za-z0-9]+)*$/.test(tag))) return '';
  const texts = translations.flatMap(([, text]) => (typeof text === 'string' ? text.trim() : []));
  return distinct(texts).slice(0, 4).join(' / ');
};

/** The texts of a value: its own, or those of the items of a list, written as JSON or as JSON in a text. */
export const textsOf = (value: Json | undefined): readonly string[] => {
  const text = textOf(value);
  const list = text.startsWith('[') ? listOf(parseJson(text)) : listOf(value);
  const items = distinct(list.map(textOf));
  return items.length > 0 ? items : distinct([text]);
};

/** The first of several values that has a text. */
export const firstText = (...values: readonly (Json | undefined)[]): string => {
  for (const value of values) {
    const text = textOf(value);
    if (text !== '') return text;
  }
  return '';
};

/** The text, or null where there is none. */
export const orNull = (text: string): string | null => (text === '' ? null : text);

/** A whole number of zero or more; null for anything else. Digits in a text count. */
export const countOf = (value: Json | undefined): number | null => {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null;
};

/** True or false, as JSON or as catalogues write it; null for anything else. */
export const flagOf = (value: Json | undefined): boolean | null => {
  if (typeof value === 'boolean') return value;
  const text = textOf(value).toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : null;
};
