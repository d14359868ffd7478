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

const idOf = (item: Json): string | null => {
  const id = isObject(item) ? item['id'] : null;
  return typeof id === 'string' ? id : null;
};

const extendList = (base: readonly Json[], own: readonly Json[]): readonly Json[] => {
  const ids = new Map(own.map((item) => [idOf(item), item] as const));
  if (own.length === 0 || ids.has(null) || base.some((item) => idOf(item) === null)) return own;
  const known = new Set(base.map(idOf));
  return [
    ...base.map((item) => {
      const change = ids.get(idOf(item));
      return change === undefined ? item : extend(item, change);
    }),
    ...own.filter((item) => !known.has(idOf(item))),
  ];
};

/**
 * What is made of a value by one that extends it. Objects merge key by key; of lists whose items have ids, an item changes the one of its id
 * where that stands, and others follow behind; any other list, and anything else, is replaced.
 */
export const extend = (base: Json, own: Json): Json => {
  if (Array.isArray(base) && Array.isArray(own)) return extendList(base, own);
  if (!isObject(base) || !isObject(own)) return own;
  const merged: Record<string, Json> = { ...base };
  for (const [key, value] of Object.entries(own)) {
    const before = base[key];
    merged[key] = before === undefined ? value : extend(before, value);
  }
  return merged;
};

/** Where the item of a list that stands at a step stands in the list that extends it; -1 where it does not. */
const ownPosition = (step: number, merged: readonly Json[], own: readonly Json[]): number => {
  const item = merged[step];
  const id = item === undefined ? null : idOf(item);
  return id === null ? step : own.findIndex((each) => idOf(each) === id);
};

/** Where a place of the merged value stands in the one that extends: items of lists are found by their ids. */
export const pointerInOwn = (pointer: string, merged: Json, own: Json): string => {
  const [step, ...rest] = pointer.split('/').slice(1);
  if (step === undefined) return '';
  const [key, all, part]: readonly [string, Json | undefined, Json | undefined] =
    Array.isArray(merged) && Array.isArray(own)
      ? [
          String(ownPosition(Number(step), merged, own)),
          merged[Number(step)],
          own[ownPosition(Number(step), merged, own)],
        ]
      : [step, isObject(merged) ? merged[step] : undefined, isObject(own) ? own[step] : undefined];
  if (all === undefined || part === undefined) return '';
  return `/${key}${pointerInOwn(rest.map((each) => `/${each}`).join(''), all, part)}`;
};
