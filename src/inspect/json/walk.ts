import { isObject, type Json, type JsonObject } from '../../model/basics.ts';
import type { Keys } from '../tree/keys.ts';
import { isNumbers, shown } from './values.ts';

/** Nodes that are walked for keys; enough for any catalogue answer, and bounded for a hostile one. */
const MOST_NODES = 3_000_000;
/** Lists that stand by themselves, and kinds of lists inside of records. */
const MOST_LISTS = 2_000;
const MOST_NESTED = 50;

/** A list that stands in no record. */
export interface List {
  readonly path: string;
  readonly items: readonly Json[];
}

/** An item of a list inside a record, with that record. */
export interface NestedItem {
  readonly item: JsonObject;
  readonly holder: JsonObject;
}

/** All items of one path of lists inside of records. */
export interface NestedList {
  readonly path: string;
  readonly items: NestedItem[];
  /** Most items that one record has: more than one makes them records of their own. */
  most: number;
}

/** What is in a value. */
export interface Walked {
  readonly lists: readonly List[];
  readonly nested: readonly NestedList[];
  /** False where the bounds on size or depth left something out. */
  readonly isWhole: boolean;
}

interface Step {
  readonly value: Json;
  readonly path: string;
  readonly depth: number;
  /** The object that it is a field of. */
  readonly holder: JsonObject | null;
}

/** Walks a value without recursion: its keys with examples, and the lists in it. */
export const walk = (root: Json, keys: Keys, nesting: number): Walked => {
  const lists: List[] = [];
  const nested = new Map<string, NestedList>();
  const stack: Step[] = [{ value: root, path: '', depth: 0, holder: null }];
  let nodes = 0;
  let isWhole = true;
  const note = (items: readonly Json[], path: string, holder: JsonObject | null): void => {
    if (!path.includes('[]')) {
      if (lists.length < MOST_LISTS) lists.push({ path, items });
      else isWhole = false;
      return;
    }
    if (holder === null || !items.every(isObject)) return;
    const known = nested.get(path);
    if (known === undefined && nested.size >= MOST_NESTED) {
      isWhole = false;
      return;
    }
    const list = known ?? { path, items: [], most: 0 };
    nested.set(path, list);
    list.most = Math.max(list.most, items.length);
    for (const item of items) list.items.push({ item, holder });
  };
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    nodes += 1;
    const { value, path, depth, holder } = next;
    if (nodes > MOST_NODES || depth > nesting) {
      isWhole = false;
      continue;
    }
    if (Array.isArray(value)) {
      if (value.length > 0) note(value, path, holder);
      if (isNumbers(value)) continue;
      for (let at = value.length - 1; at >= 0; at -= 1)
        stack.push({ value: value[at] ?? null, path: `${path}[]`, depth: depth + 1, holder: null });
    } else if (isObject(value)) {
      const entries = Object.entries(value);
      for (let at = entries.length - 1; at >= 0; at -= 1) {
        const [key, held] = entries[at] ?? ['', null];
        const inside = path === '' ? key : `${path}.${key}`;
        keys.add(inside, shown(held));
        if (typeof held === 'object' && held !== null)
          stack.push({ value: held, path: inside, depth: depth + 1, holder: value });
      }
    }
  }
  return { lists, nested: [...nested.values()], isWhole };
};
