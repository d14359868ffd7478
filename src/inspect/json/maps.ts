import { isObject, type Json, type JsonObject } from '../../model/basics.ts';

/*
 * Objects whose keys are no names of fields but data, as `{"001": {…}, "002": {…}}` keeps records by their codes: they are
 * lists of records, each with its key.
 */

/** Fewer values are the parts of one record. */
const fewest = 5;
/** So many keys of one kind that hold digits are codes. */
const fewestCoded = 12;
/** Objects inside objects that are looked through. */
const deepest = 3;
/** Share of the fields of values that must be fields of most of them, and of the values that makes most. */
const alikeFields = 0.7;
const most = 0.6;

/** A value, and the keys that lead to it. */
interface Entry {
  readonly keys: readonly string[];
  readonly value: Json;
}

const entriesOf = (object: JsonObject): readonly Entry[] =>
  Object.entries(object).map(([key, value]) => ({ keys: [key], value }));

/** The entries one level further in. */
const inside = (entries: readonly Entry[]): readonly Entry[] =>
  entries.flatMap(({ keys, value }) =>
    isObject(value) ? Object.entries(value).map(([key, held]): Entry => ({ keys: [...keys, key], value: held })) : [],
  );

/** Have objects the same fields, as records of one kind have? */
const areAlike = (objects: readonly JsonObject[]): boolean => {
  const counts = new Map<string, number>();
  for (const object of objects) for (const key of Object.keys(object)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const all = [...counts.values()];
  const common = all.filter((count) => count >= objects.length * most);
  const sum = (list: readonly number[]): number => list.reduce((total, count) => total + count, 0);
  return common.length > 0 && sum(common) >= sum(all) * alikeFields;
};

/** `1001`, `A-17`: a key of the kind that others beside it are, letter for letter and digit for digit. */
const kindOf = (key: string): string => key.replace(/\p{L}+/gu, 'a').replace(/\d/g, '9');
const year = /^(?:19|20)\d{2}$/;

/** Nothing but digits, and so many that they are a code: no field is called so. */
const code = /^\d{3,}$/;

/** Are the keys codes? Years head the columns of a record, and fields may have numbers. */
const areCodes = (entries: readonly Entry[]): boolean => {
  const keys = entries.map(({ keys: [key = ''] }) => key);
  const [first = ''] = keys;
  if (keys.every((key) => year.test(key))) return false;
  if (keys.every((key) => code.test(key))) return true;
  const isNumbered = /\d/.test(first) && keys.every((key) => kindOf(key) === kindOf(first));
  return keys.length >= fewestCoded && (isNumbered || keys.every((key) => /^\d+$/.test(key)));
};

const isRow = (value: Json): value is readonly Json[] =>
  Array.isArray(value) && value.length > 0 && value.every((cell) => typeof cell !== 'object' || cell === null);

const isPlain = (value: Json): boolean => typeof value !== 'object' || value === null;

/** The fields that hold the keys: called after what the records are kept in. */
const keyFields = (name: string, keys: readonly string[], record: JsonObject): JsonObject => {
  const free = (wanted: string): string => (wanted in record ? `${wanted} key` : wanted);
  return Object.fromEntries(keys.map((key, at) => [free(at === 0 ? name : `${name} ${at + 1}`), key]));
};

/** The records that objects keep by keys, however many keys lead to each; none where the keys are names of fields. */
const recordsIn = (entries: readonly Entry[], name: string, depth: number): readonly Json[] | null => {
  // What holds one thing alone names it.
  if (entries.length < 2 || !entries.every(({ value }) => isObject(value))) return null;
  const further = inside(entries);
  const deeper = depth < deepest && further.length > entries.length ? recordsIn(further, name, depth + 1) : null;
  if (deeper !== null) return deeper;
  const values = entries.flatMap(({ value }) => (isObject(value) ? [value] : []));
  if (values.length < fewest || !areAlike(values)) return null;
  return entries.map(({ keys, value }) => (isObject(value) ? { ...keyFields(name, keys, value), ...value } : value));
};

/** Lists of records that an object keeps by keys, as one. */
const listsIn = (entries: readonly Entry[], name: string): readonly Json[] | null => {
  const items = entries.flatMap(({ keys, value }) =>
    Array.isArray(value) ? value.map((item): Entry => ({ keys, value: item as Json })) : [],
  );
  const objects = items.flatMap(({ value }) => (isObject(value) ? [value] : []));
  if (!entries.every(({ value }) => Array.isArray(value)) || objects.length < Math.max(fewest, items.length))
    return null;
  const firsts = entries.flatMap(({ value }) => (Array.isArray(value) && isObject(value[0]) ? [value[0]] : []));
  if (entries.length < fewest || !areAlike(firsts)) return null;
  return items.map(({ keys, value }) => (isObject(value) ? { ...keyFields(name, keys, value), ...value } : value));
};

/** Rows and plain values that an object keeps by codes. */
const codedIn = (entries: readonly Entry[], name: string): readonly Json[] | null => {
  if (entries.length === 0 || !areCodes(entries)) return null;
  const [first] = entries;
  const width = Array.isArray(first?.value) ? first.value.length : 0;
  if (entries.every(({ value }) => isRow(value) && value.length === width))
    return entries.map(({ keys, value }) => [...keys, ...(isRow(value) ? value : [])]);
  return entries.every(({ value }) => isPlain(value))
    ? entries.map(({ keys: [key = ''], value }) => ({ code: key, [name]: value }))
    : null;
};

/** What an object is called by that keeps the whole. */
const unnamed = 'key';

type Kind = 'record' | 'list' | 'plain';

const kindOfValue = (value: Json): Kind => (isObject(value) ? 'record' : Array.isArray(value) ? 'list' : 'plain');

/** The one kind that all values of an object are of; null where they differ, as those of most records do. */
const kindOfAll = (object: JsonObject): Kind | null => {
  let all: Kind | null = null;
  for (const key in object) {
    const kind = kindOfValue(object[key] ?? null);
    if (all !== null && kind !== all) return null;
    all = kind;
  }
  return all;
};

const listOf = (object: JsonObject, name: string): readonly Json[] | null => {
  const kind = kindOfAll(object);
  if (kind === null) return null;
  const entries = entriesOf(object);
  if (kind === 'record') return recordsIn(entries, name, 1);
  return (kind === 'list' ? listsIn(entries, name) : null) ?? codedIn(entries, name);
};

/** The same list where nothing in it changes. */
const ofItems = (items: readonly Json[], nesting: number, name: string): readonly Json[] => {
  const changed = items.map((item) => withoutMaps(item, nesting, name));
  return changed.some((item, at) => item !== items[at]) ? changed : items;
};

const ofFields = (object: JsonObject, nesting: number): JsonObject => {
  const fields = Object.entries(object).map(([key, held]) => [key, withoutMaps(held, nesting, key), held] as const);
  return fields.some(([, value, held]) => value !== held)
    ? Object.fromEntries(fields.map(([key, value]) => [key, value]))
    : object;
};

/** A value in which each object whose keys are data is a list of records. Depth is bounded by `nesting`. */
export const withoutMaps = (value: Json, nesting: number, name = unnamed): Json => {
  if (nesting === 0 || isPlain(value)) return value;
  if (Array.isArray(value)) return ofItems(value, nesting - 1, name);
  if (!isObject(value)) return value;
  const list = listOf(value, name);
  return list === null ? ofFields(value, nesting - 1) : ofItems(list, nesting - 1, name);
};
