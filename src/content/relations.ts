import { numberIn } from './numbers.ts';
import type { ReadColumn, ReadTable } from './reading.ts';

/** Rows that a relation is tried on. */
const mostRows = 120;
/** Share of the rows in which a relation must hold: totals, late corrections and misprints break it in a few. */
const leastHolding = 0.8;
const leastRows = 3;

/** The numbers of a column in the sampled rows, null where a cell holds none. */
export const numbersIn = (table: ReadTable, column: number): readonly (number | null)[] => {
  const known = kept.get(table) ?? new Map<number, readonly (number | null)[]>();
  kept.set(table, known);
  const before = known.get(column);
  if (before !== undefined) return before;
  const style = table.columns[column] ?? {};
  const numbers = table.table.sample.slice(0, mostRows).map((row) => numberIn(style, row[column] ?? ''));
  known.set(column, numbers);
  return numbers;
};

/** Numbers that were read before: a relation is tried on many pairs of the same columns. */
const kept = new WeakMap<ReadTable, Map<number, readonly (number | null)[]>>();

/** What programs write in place of a number that is missing. */
const missing: ReadonlySet<number> = new Set([-1, -9, -99, -999, -9999]);

/** Whole numbers that count something: not a code, not a share. */
export const isCounting = ({ type, numbers, hits, name, levels }: ReadColumn): boolean =>
  (type === 'integer' || type === 'mixed' || type === 'number') &&
  numbers !== null &&
  numbers.max > 0 &&
  (numbers.min >= 0 || missing.has(numbers.min)) &&
  !hits.has('share') &&
  !identifies.test(levels.at(-1) ?? name);

/** A header that ends so names an identifier, programs' own ones among them. */
const identifies = /(?:^|[\W_])(?:object|[fgou])?(?:id|code|nr|no)\.?$/i;

/** As many different numbers in a row, from one on, number rows or choices. */
const leastNumbered = 3;

/** Numbers that are all there from the first to the last, none of them zero: they number something. */
export const isNumbering = ({ numbers, distinct, type }: ReadColumn): boolean =>
  type === 'integer' &&
  numbers !== null &&
  numbers.min > 0 &&
  distinct >= leastNumbered &&
  numbers.max - numbers.min + 1 === distinct;

/** Do the numbers count the rows one by one, from zero or one? Programs write such a column beside what they export. */
export const isRowNumber = (table: ReadTable, { index, numbers }: ReadColumn): boolean => {
  if (numbers === null || (numbers.min !== 0 && numbers.min !== 1)) return false;
  const found = numbersIn(table, index);
  const first = found[0] ?? null;
  return (
    found.length >= leastNumbered &&
    first === numbers.min &&
    found.every((value, at) => value !== null && value === first + at)
  );
};

/** As many numbers that rise from row to row are those of items; and so much of what lies between them must be there. */
const leastItems = 6;
const leastDense = 0.75;

/** Do the numbers rise by small steps from row to row, as those of the items of a list do, whatever stands among them? */
export const isItemNumbers = (table: ReadTable, { index, numbers }: ReadColumn): boolean => {
  if (numbers === null || numbers.min <= 0 || numbers.max - numbers.min + 1 > numbers.count / leastDense) return false;
  const found = numbersIn(table, index).filter((value) => value !== null);
  return found.length >= leastItems && found.every((value, at) => at === 0 || value > (found[at - 1] ?? 0));
};

/** A share has at most this value, and mostly a fraction. */
export const largestShare = 100;
export const fraction = /\d[.,]\d*[1-9]/;

/** Numbers up to a hundred with fractions are shares, whatever their header says; so is a column of hundreds. */
export const looksLikeShare = ({ type, numbers, examples, distinct }: ReadColumn): boolean => {
  if (numbers === null || numbers.max > largestShare) return false;
  if (type === 'integer') return numbers.max === largestShare && distinct <= 2 && numbers.count > distinct;
  return type === 'number' && examples.filter((value) => fraction.test(value)).length * 2 > examples.length;
};

const holdsIn = (
  rows: readonly (readonly (number | null)[])[],
  test: (...row: number[]) => boolean,
  share = leastHolding,
): boolean => {
  const [first = []] = rows;
  let tried = 0;
  let held = 0;
  for (const at of first.keys()) {
    const row = rows.map((column) => column[at] ?? null);
    if (row.some((value) => value === null)) continue;
    const numbers = row.map((value) => value ?? 0);
    if (numbers.every((value) => value === 0)) continue;
    tried += 1;
    if (test(...numbers)) held += 1;
  }
  return tried >= leastRows && held / tried >= share;
};

/** Is the first column at least as large as the second, in nearly every row, or in the share of them that is named? */
export const isAtLeast = (table: ReadTable, larger: number, smaller: number, share?: number): boolean =>
  holdsIn([numbersIn(table, larger), numbersIn(table, smaller)], (one, other) => one >= other, share);

/** Do the columns add up to the total, in nearly every row? An empty cell of a part counts as nothing. */
export const addUpTo = (table: ReadTable, parts: readonly number[], total: number): boolean => {
  const sums = parts
    .map((part) => numbersIn(table, part))
    .reduce((sum, column) => sum.map((value, at) => (value ?? 0) + (column[at] ?? 0)));
  return holdsIn([sums, numbersIn(table, total)], (sum, whole) => sum > 0 && Math.abs(sum - whole) <= whole * 0.005);
};

/** Runs of neighbouring columns that pass a test. */
export const runsOf = (
  { columns }: ReadTable,
  test: (column: ReadColumn) => boolean,
): readonly (readonly ReadColumn[])[] => {
  const runs: ReadColumn[][] = [];
  let open: ReadColumn[] = [];
  for (const column of columns) {
    if (test(column)) open.push(column);
    else if (open.length > 0) {
      runs.push(open);
      open = [];
    }
  }
  return open.length > 0 ? [...runs, open] : runs;
};

const familyOf = (name: string): string | null => {
  const family = name.replace(/\d{1,4}$/, '');
  return family === name || family === '' ? null : family;
};

/** Columns that only a number tells apart: `D1`, `D2`, `D3` … */
export const familiesOf = ({ columns }: ReadTable): readonly (readonly ReadColumn[])[] => {
  const families = new Map<string, ReadColumn[]>();
  for (const column of columns) {
    const family = familyOf(column.name);
    if (family === null || !isCounting(column)) continue;
    families.set(family, [...(families.get(family) ?? []), column]);
  }
  return [...families.values()].filter((family) => family.length >= 4);
};
