import { lazy } from '../text/lazy.ts';
import type { ReadTable } from './reading.ts';

/* Cells that hold a small record of their own, `Buyer: Town Hall; Amount: 12 EUR; State: open`, as feeds summarise their entries. */

/** A field inside the cells of a column. */
export interface CellField {
  readonly column: number;
  readonly label: string;
  /** Its values, as they are written. */
  readonly values: readonly string[];
}

/** Cells that are looked at. */
const mostCells = 40;
const longestCell = 2_000;
/** Fewer fields are a sentence with a colon in it. */
const leastFields = 3;
/** Share of the cells that must have the same fields. */
const leastAlike = 0.8;

const piece = lazy(() => /^\s*(\p{L}[\p{L}\p{M}\p{N} '’.()/_-]{1,58}?)\s*[:：]\s*(\S.{0,300})$/u);

const fieldsIn = (cell: string): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>();
  if (!/[:：]/.test(cell)) return fields;
  for (const text of cell.slice(0, longestCell).split(/[;\n|]/)) {
    const [, label, value] = piece().exec(text) ?? [];
    if (label !== undefined && value !== undefined && !fields.has(label)) fields.set(label, value.trim());
  }
  return fields;
};

/** Is a text a small record of other fields? */
export const isRecord = (text: string): boolean => fieldsIn(text).size >= leastFields;

const fieldsOf = ({ table: { sample } }: ReadTable, column: number): readonly CellField[] => {
  const cells = sample.slice(0, mostCells).flatMap((row) => (row[column] ? [row[column]] : []));
  const values = new Map<string, string[]>();
  for (const cell of cells) {
    for (const [label, value] of fieldsIn(cell)) values.set(label, [...(values.get(label) ?? []), value]);
  }
  const alike = [...values].filter(([, found]) => found.length >= cells.length * leastAlike);
  return alike.length < leastFields ? [] : alike.map(([label, found]) => ({ column, label, values: found }));
};

const read = new WeakMap<ReadTable, readonly CellField[]>();

/** The fields that stand inside the cells of a table, in nearly every cell of a column the same ones. */
export const recordsInCells = (table: ReadTable): readonly CellField[] => {
  const known =
    read.get(table) ??
    table.columns.filter(({ type }) => type === 'text').flatMap(({ index }) => fieldsOf(table, index));
  read.set(table, known);
  return known;
};
