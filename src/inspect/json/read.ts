import type { Json } from '../../model/basics.ts';
import type { Table, Warning } from '../../model/inspection.ts';
import { readUpTo } from '../bytes.ts';
import type { Context, Reading } from '../reader.ts';
import { charsetOf, decode, detectEncoding } from '../text/encoding.ts';
import { Keys } from '../tree/keys.ts';
import { RecordTable } from '../tree/records.ts';
import { dialectOf, isErrorBody } from './dialect.ts';

/** Nodes that are walked for keys; enough for any catalogue answer, and bounded for a hostile one. */
const MOST_NODES = 3_000_000;

type Parsed = { readonly value: Json; readonly lines: boolean } | null;

const parse = (text: string): Parsed => {
  try {
    return { value: JSON.parse(text) as Json, lines: false };
  } catch {
    return parseLines(text);
  }
};

/** JSON Lines: each line a value of its own. */
const parseLines = (text: string): Parsed => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  try {
    return { value: lines.map((line) => JSON.parse(line) as Json), lines: true };
  } catch {
    return null;
  }
};

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: Json): string => (value === null || typeof value === 'object' ? '' : String(value));

interface Found {
  readonly path: string;
  readonly items: readonly Json[];
}

/** Walks a value without recursion: keys with examples, and the lists in it. */
const walk = (
  root: Json,
  keys: Keys,
  nesting: number,
): { readonly lists: readonly Found[]; readonly isWhole: boolean } => {
  const lists: Found[] = [];
  const stack: { readonly value: Json; readonly path: string; readonly depth: number }[] = [
    { value: root, path: '', depth: 0 },
  ];
  let nodes = 0;
  let isDeep = false;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    nodes += 1;
    const { value, path, depth } = next;
    if (nodes > MOST_NODES || depth > nesting) {
      isDeep = true;
      continue;
    }
    if (Array.isArray(value)) {
      if (value.length > 0 && lists.length < 2_000) lists.push({ path, items: value });
      if (isNumbers(value)) continue;
      for (let at = value.length - 1; at >= 0; at -= 1)
        stack.push({ value: value[at] ?? null, path: `${path}[]`, depth: depth + 1 });
    } else if (isObject(value)) {
      const entries = Object.entries(value);
      for (let at = entries.length - 1; at >= 0; at -= 1) {
        const [key, held] = entries[at] ?? ['', null];
        const inside = path === '' ? key : `${path}.${key}`;
        keys.add(inside, shown(held));
        if (typeof held === 'object' && held !== null) stack.push({ value: held, path: inside, depth: depth + 1 });
      }
    }
  }
  return { lists, isWhole: !isDeep };
};

/** Coordinates and series of bare numbers hold no keys. */
const isNumbers = (items: readonly Json[]): boolean => typeof items[0] === 'number';

/** The fields of one record, nested objects joined by a dot, lists shown by their first values. */
const fieldsOf = (item: Json): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>();
  const add = (value: Json, path: string, depth: number): void => {
    if (isObject(value) && depth < 5) {
      for (const [key, held] of Object.entries(value)) add(held, path === '' ? key : `${path}.${key}`, depth + 1);
    } else if (Array.isArray(value)) {
      const plain = value.slice(0, 20).filter((held) => typeof held !== 'object');
      fields.set(path || 'value', plain.map(shown).join(' | '));
    } else fields.set(path || 'value', shown(value));
  };
  add(item, '', 0);
  return fields;
};

const geometryFree = (item: Json): Json => {
  if (!isObject(item) || item['type'] !== 'Feature') return item;
  const geometry = item['geometry'];
  const properties = isObject(item['properties']) ? item['properties'] : {};
  return { ...properties, geometry: isObject(geometry) ? (geometry['type'] ?? '') : '' };
};

const tableOf = ({ path, items }: Found, context: Context): Table | null => {
  const table = new RecordTable(path || 'items', context.cells, context.limits);
  const isGrid = items.every(
    (item) => Array.isArray(item) && item.every((cell) => typeof cell !== 'object' || cell === null),
  );
  const isRecords = items.every((item) => isObject(item));
  if (!isRecords && !isGrid) return null;
  for (const item of items) {
    table.add(
      isGrid && Array.isArray(item)
        ? new Map(item.map((cell, at) => [`column ${at + 1}`, shown(cell)]))
        : fieldsOf(geometryFree(item)),
    );
  }
  return table.finish(true);
};

/** Lists of records, longest first; a list inside each record of another is part of it. */
const tablesOf = (lists: readonly Found[], context: Context): readonly Table[] => {
  const tops = lists
    .filter(({ path, items }) => !path.includes('[]') && items.length > 0 && !isNumbers(items))
    .sort((a, b) => b.items.length - a.items.length || (a.path < b.path ? -1 : 1))
    .slice(0, context.limits.tables);
  return tops.flatMap((list) => tableOf(list, context) ?? []);
};

/** Reads JSON under a byte cap: its keys, its lists of records as tables, and which dialect it is. */
export const readJson = async (context: Context): Promise<Reading> => {
  const { source, limits } = context;
  const { bytes, whole } = await readUpTo(source, Math.min(limits.buffered, 2 ** 27));
  const encoding = detectEncoding(bytes, charsetOf(source.declared));
  const parsed = parse(decode(bytes, encoding));
  if (parsed === null) return broken(whole, encoding.name);
  const keys = new Keys();
  const { lists, isWhole } = walk(parsed.value, keys, limits.nesting);
  const tables = tablesOf(lists, context);
  const { format, standards } = dialectOf(parsed.value);
  const warnings: Warning[] = isWhole ? [] : [{ code: 'too-deep', says: 'The nesting is deeper than is looked at.' }];
  return {
    format: parsed.lines ? 'jsonl' : format,
    encoding: encoding.name,
    tables: tables.length > 0 || !isObject(parsed.value) ? tables : singleRecord(parsed.value, context),
    keys: keys.list(),
    standards,
    complete: whole && isWhole,
    warnings,
    ...(isErrorBody(parsed.value) ? { machineReadable: 'No', machineReadableBecause: 'error-body' } : {}),
  };
};

/** An object without lists is one record. */
const singleRecord = (value: Json, context: Context): readonly Table[] => {
  const table = new RecordTable('record', context.cells, context.limits);
  table.add(fieldsOf(value));
  const built = table.finish(true);
  return built === null || built.columns.length === 0 ? [] : [built];
};

const broken = (whole: boolean, encoding: string): Reading => ({
  format: 'json',
  encoding,
  complete: false,
  warnings: [
    whole
      ? { code: 'broken-json', says: 'It begins like JSON but breaks its rules.' }
      : { code: 'too-long', says: 'Only the beginning was read, and JSON can be read whole only.' },
  ],
});
