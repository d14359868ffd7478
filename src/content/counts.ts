import { rowsOf } from './columns.ts';
import type { ReadColumn, ReadTable } from './reading.ts';
import {
  fraction,
  isCounting,
  isItemNumbers,
  isNumbering,
  largestShare,
  looksLikeShare,
  numbersIn,
} from './relations.ts';

/* Which columns count something, and which are numbers of another kind: identifiers, items, classes, bounds, shares. */

/** Computes something of a table once: every column of a wide table is asked about, for every criterion. */
export const once = <T>(compute: (table: ReadTable) => T): ((table: ReadTable) => T) => {
  const known = new WeakMap<ReadTable, { readonly value: T }>();
  return (table) => {
    const before = known.get(table) ?? { value: compute(table) };
    known.set(table, before);
    return before.value;
  };
};

/** Identifiers of thousands of units lie closer together than counts of even the most evenly drawn ones do. */
const leastIdentified = 700;
const narrowest = 0.3;

const isIdentifier = ({ numbers, distinct }: ReadColumn): boolean =>
  numbers !== null && distinct >= leastIdentified && numbers.max - numbers.min < numbers.max * narrowest;

/** A field of the rows has a value in more of them than this; what has fewer is a note beside them. */
const leastFilled = 0.04;

/** As many fields that hardly any row fills are those of a count that has only begun, and no notes. */
const manySparse = 5;

const isSparse = ({ numbers }: ReadColumn, table: ReadTable): boolean =>
  (numbers?.count ?? 0) < rowsOf(table) * leastFilled;

const hasNotes = once(
  (table) => table.columns.filter((column) => isCount(column) && isSparse(column, table)).length < manySparse,
);

const isNote = (column: ReadColumn, table: ReadTable): boolean => isSparse(column, table) && hasNotes(table);

/** More people than live on earth. */
const beyondAll = 10_000_000_000;

/** Where no row has less than this, they are seconds since 1970, or numbers of accounts. */
const leastOfTimes = 1_000_000_000;

const isTime = ({ numbers }: ReadColumn): boolean =>
  numbers !== null && numbers.count > 1 && numbers.min >= leastOfTimes;

/** Counts are written with decimals where a program read an empty cell among them, or where rows of shares follow each. */
const isWhole = ({ examples, numbers }: ReadColumn): boolean =>
  (numbers?.max ?? 0) > largestShare && examples.filter((value) => !fraction.test(value)).length * 2 > examples.length;

/** Whole numbers that count something, and do not number it. */
export const isCount = (column: ReadColumn): boolean =>
  isCounting(column) &&
  (column.type !== 'number' || isWhole(column)) &&
  !isNumbering(column) &&
  !isIdentifier(column) &&
  !looksLikeShare(column) &&
  (column.numbers?.max ?? 0) < beyondAll &&
  !isTime(column);

/** Zero-padded numbers of one width under no header, as files of fixed width keep counts. */
const isPaddedCount = ({ type, numbers, name, distinct, examples }: ReadColumn): boolean =>
  type === 'code' &&
  numbers !== null &&
  noHeader.test(name) &&
  distinct > 1 &&
  numbers.max < beyondAll &&
  examples.every((value) => padded.test(value.trim()));

export const noHeader = /^column \d+$/;
const padded = /^[+-]?\d{6,}$/;

/** A relation of columns may be broken in a few rows, by totals and misprints. */
export const mostlyHolds = 0.95;

/** Is a number the first or last of a run of so many: `from`, `to` and their count? */
const isBound = (one: ReadColumn, other: ReadColumn, table: ReadTable): boolean => {
  const [from, to] = [numbersIn(table, one.index), numbersIn(table, other.index)];
  return table.columns.some((column) => {
    if (column === one || column === other || column.numbers === null) return false;
    const counted = numbersIn(table, column.index);
    const rows = from.flatMap((first, at) => {
      const [last, count] = [to[at] ?? null, counted[at] ?? null];
      return first === null || last === null || count === null || count === 0 ? [] : [last - first + 1 === count];
    });
    return rows.length >= leastBounded && rows.filter((holds) => holds).length >= rows.length * mostlyHolds;
  });
};

const leastBounded = 5;
/** Columns beyond these are not tried against each other. */
const mostColumns = 150;

const bounds = once((table): ReadonlySet<ReadColumn> => {
  const found = new Set<ReadColumn>();
  for (const [at, one] of table.columns.slice(0, mostColumns).entries()) {
    const next = table.columns[at + 1];
    if (next === undefined || one.numbers === null || next.numbers === null || !isBound(one, next, table)) continue;
    found.add(one).add(next);
  }
  return found;
});

/** So few different numbers in so many rows, none of them zero, are those of classes. */
const fewClasses = 3;
const manyOfClasses = 50;

const isClass = ({ numbers, distinct }: ReadColumn, table: ReadTable): boolean =>
  (numbers?.min ?? 0) > 0 && distinct <= fewClasses && rowsOf(table) >= manyOfClasses;

/** The columns of a table that count something, by their values. */
export const countsIn = once((table): readonly ReadColumn[] =>
  table.columns.filter(
    (column) =>
      (isCount(column) || isPaddedCount(column)) &&
      !isNote(column, table) &&
      !isClass(column, table) &&
      !isItemNumbers(table, column) &&
      !bounds(table).has(column),
  ),
);

/** `18 - 20`, `F_25_29`: from one number to a higher one. */
const band = /^(?:[^\W\d]{1,20}[\s_-]*)?(\d{1,3})\s*[-–—_]\s*(\d{1,3})$/;
/** As many bands one after the other are classes of age or size. */
const leastBands = 3;

/** Columns under bands of numbers that follow one another, as classes of age do: each counts those in it, for no name. */
export const bandsIn = once((table): ReadonlySet<ReadColumn> => {
  const bands = table.columns.flatMap((column) => {
    const [, from, to] = band.exec((column.levels.at(-1) ?? column.name).trim()) ?? [];
    return Number(from) < Number(to) ? [{ column, from: Number(from), to: Number(to) }] : [];
  });
  const following = bands.filter(({ from }) => bands.some(({ to }) => to + 1 === from));
  return new Set(following.length + 1 >= leastBands ? bands.map(({ column }) => column) : []);
});
