import { isObject, type Json } from '../../model/basics.ts';
import type { Table } from '../../model/inspection.ts';
import type { Context } from '../reader.ts';
import { TableBuilder } from '../table/builder.ts';
import { RecordTable } from '../tree/records.ts';
import { isNumbers, shown } from './values.ts';
import type { List, NestedList, Walked } from './walk.ts';

/** Levels of objects and lists inside a record that are unfolded into its fields. */
const DEEPEST = 8;
/** JsonObject of one record, and items of a list in it that are unfolded; plain values of a list that are shown. */
const MOST_FIELDS = 600;
const MOST_ITEMS = 200;
const MOST_SHOWN = 20;

/** The fields of a record, and whether they are all there are. */
interface Unfolded {
  readonly fields: ReadonlyMap<string, string>;
  readonly isWhole: boolean;
}

/**
 * The fields of one record by their paths: nested objects joined by a dot, lists of objects by `[]`. Of a list of
 * objects, a field holds the first value that one of them has for it (its items are records of a table of their own
 * where there are several); a list of plain values is shown by its first ones.
 */
const unfold = (record: Json): Unfolded => {
  const fields = new Map<string, string>();
  let isWhole = true;
  const put = (path: string, text: string): void => {
    const name = path || 'value';
    const held = fields.get(name);
    if (held === undefined && fields.size >= MOST_FIELDS) isWhole = false;
    else if (held === undefined || held === '') fields.set(name, text);
  };
  const add = (value: Json, path: string, depth: number): void => {
    if (depth > DEEPEST) isWhole = false;
    else if (isObject(value)) {
      for (const [key, held] of Object.entries(value)) add(held, path === '' ? key : `${path}.${key}`, depth + 1);
    } else if (!Array.isArray(value)) put(path, shown(value));
    else if (value.length > 0 && value.every(isObject)) {
      // Those behind the first ones are all in the table that such a list has of its own.
      for (const item of value.slice(0, MOST_ITEMS)) add(item, `${path}[]`, depth + 1);
    } else {
      const plain = value.slice(0, MOST_SHOWN).filter((held) => typeof held !== 'object');
      put(path, plain.map(shown).join(' | '));
    }
  };
  add(record, '', 0);
  return { fields, isWhole };
};

/** A feature by its properties and the kind of its geometry; coordinates are no fields. */
const withoutGeometry = (item: Json): Json => {
  if (!isObject(item) || item['type'] !== 'Feature') return item;
  const geometry = item['geometry'];
  const properties = isObject(item['properties']) ? item['properties'] : {};
  return { ...properties, geometry: isObject(geometry) ? (geometry['type'] ?? '') : '' };
};

/** Tables made of lists, and whether all their fields are in them. */
export interface Tables {
  readonly tables: readonly Table[];
  readonly isWhole: boolean;
}

const nothing: Tables = { tables: [], isWhole: true };

const join = (all: readonly Tables[]): Tables => ({
  tables: all.flatMap(({ tables }) => tables),
  isWhole: all.every(({ isWhole }) => isWhole),
});

/** One table; the columns are learned from all records before the first is counted, since any may bring a new field. */
const tableOf = (name: string, records: readonly (() => Unfolded)[], context: Context): Tables => {
  const table = new RecordTable(name, context.cells, context.limits);
  let isWhole = true;
  for (const record of records) {
    const { fields, isWhole: isRecordWhole } = record();
    table.learn(fields.keys());
    isWhole &&= isRecordWhole;
  }
  for (const record of records) table.add(record().fields);
  const built = table.finish(true);
  return { tables: built === null ? [] : [built], isWhole: isWhole && !table.isCut };
};

const isRow = (item: Json): item is readonly Json[] =>
  Array.isArray(item) && item.every((cell) => typeof cell !== 'object' || cell === null);

/** Rows of plain cells: the first may head them, as that of a sheet does. */
const ofGrid = (name: string, rows: readonly (readonly Json[])[], { cells, limits }: Context): Tables => {
  const builder = new TableBuilder({ name }, cells, limits);
  for (const row of rows) builder.add(row.map(shown));
  const table = builder.finish(true);
  return { tables: table === null ? [] : [table], isWhole: true };
};

const ofList = ({ path, items }: List, context: Context): Tables => {
  const name = path || 'items';
  const rows = items.filter(isRow);
  if (rows.length === items.length) return ofGrid(name, rows, context);
  if (!items.every(isObject)) return nothing;
  return tableOf(
    name,
    items.map((item) => () => unfold(withoutGeometry(item))),
    context,
  );
};

/** The plain fields of the record that a list stands in say what its items belong to. */
const ofNested = ({ path, items }: NestedList, context: Context): Tables => {
  const records = items.map(({ item, holder }) => (): Unfolded => {
    const own = unfold(item);
    const fields = new Map(own.fields);
    for (const [key, held] of Object.entries(holder)) {
      if (typeof held === 'object' || fields.size >= MOST_FIELDS) continue;
      fields.set(fields.has(key) ? `^.${key}` : key, shown(held));
    }
    return { fields, isWhole: own.isWhole };
  });
  return tableOf(path, records, context);
};

const byLength = (
  a: { readonly items: readonly unknown[]; readonly path: string },
  b: { readonly items: readonly unknown[]; readonly path: string },
): number => b.items.length - a.items.length || (a.path < b.path ? -1 : 1);

/**
 * Lists of records as tables, the longest first; then those lists inside of records of which one record has several
 * items, since they are records of another kind.
 */
export const tablesOf = ({ lists, nested }: Walked, context: Context): Tables => {
  const most = context.limits.tables;
  const tops = lists.filter(({ items }) => items.length > 0 && !isNumbers(items)).sort(byLength);
  const inner = nested.filter(({ most: items }) => items > 1).sort(byLength);
  const all = join([
    ...tops.slice(0, most).map((list) => ofList(list, context)),
    ...inner.slice(0, Math.max(0, most - tops.length)).map((list) => ofNested(list, context)),
  ]);
  return { ...all, isWhole: all.isWhole && tops.length + inner.length <= most };
};

/** An object without lists is one record. */
export const singleRecord = (value: Json, context: Context): Tables => {
  const single = tableOf('record', [() => unfold(value)], context);
  return single.tables.some(({ columns }) => columns.length > 0) ? single : nothing;
};
