import { isObject, type Json } from '../model/basics.ts';

/** What tells two items of a list apart: the address they speak of, else the value, else the id, else the item itself. */
const identity = (item: Json): string =>
  isObject(item)
    ? JSON.stringify([item['category'] ?? null, item['url'] ?? item['value'] ?? item['id'] ?? item])
    : JSON.stringify(item);

const mergeLists = (made: readonly Json[], edited: readonly Json[]): readonly Json[] => {
  const replaced = new Set(edited.map(identity));
  return [...edited, ...made.filter((item) => !replaced.has(identity(item)))];
};

const merge = (made: Json, edited: Json): Json => {
  if (Array.isArray(made) && Array.isArray(edited)) return mergeLists(made, edited);
  if (!isObject(made) || !isObject(edited)) return edited;
  const merged: Record<string, Json> = { ...made };
  for (const [key, value] of Object.entries(edited)) {
    const before = made[key];
    merged[key] = before === undefined ? value : merge(before, value);
  }
  return merged;
};

/**
 * Lays what was written by hand over what was made by a script. Objects merge key by key; in lists the items written
 * by hand come first and replace those that speak of the same address or value or have the same id; anything else is replaced. The mark
 * `edits` of such a file is left out.
 */
export const mergeEdits = (made: Json, edited: Json): Json => {
  const merged = merge(made, edited);
  return isObject(merged) ? Object.fromEntries(Object.entries(merged).filter(([key]) => key !== 'edits')) : merged;
};
