import type { CellReader } from './cells.ts';
import type { Merge } from './header.ts';
import { kindOf } from './layout.ts';

/*
 * Sheets on which people set several tables, one below the other: each with its own header, parted from the last by a blank row or
 * by a title.
 */

type Row = readonly string[];

/** Longer sheets are made by programs, which put one table on each. */
export const MOST_BLOCK_ROWS = 2_000;
/** Rows with figures that a table has at least. */
const leastRows = 2;
/** Blank rows between a header and its figures. */
const widestGap = 1;

const isFilled = (cell: string): boolean => cell.trim() !== '';
const filledIn = (row: Row): readonly number[] => row.flatMap((cell, at) => (isFilled(cell) ? [at] : []));

/** What stands in a row, as far as it matters here. */
interface Seen {
  readonly filled: readonly number[];
  readonly numbers: readonly number[];
  readonly years: readonly number[];
  /** Texts with a letter, but for dates. */
  readonly words: readonly number[];
}

const see = (row: Row, cells: CellReader): Seen => {
  const kinds = row.map((cell) => kindOf(cell, cells));
  const of = (...wanted: readonly string[]): readonly number[] =>
    kinds.flatMap((kind, at) => (wanted.includes(kind) ? [at] : []));
  return {
    filled: filledIn(row),
    numbers: of('number', 'year'),
    years: of('year'),
    words: of('text', 'code').filter((at) => /\p{L}/u.test(row[at] ?? '')),
  };
};

const isDistinct = (row: Row, at: readonly number[]): boolean =>
  new Set(at.map((column) => row[column]?.trim())).size === at.length;

/** Words over figures, or one word and years. Names in a header are short. */
const isHeader = (row: Row, seen: Seen): boolean => {
  const { filled, words, years } = seen;
  if (filled.length < 2 || !isDistinct(row, filled) || row.some((cell) => cell.length > 100)) return false;
  return (
    words.length === filled.length ||
    (words.length > 0 && years.length >= 2 && words.length + years.length === filled.length)
  );
};

/** Has a row figures where the header has words for them? */
const isUnder = (header: Seen, { filled, numbers }: Seen): boolean =>
  filled.length >= 2 &&
  numbers.some((at) => header.filled.includes(at)) &&
  filled.every((at) => at <= Math.max(...header.filled, 1));

/** The rows below a header that hold figures under it, up to a blank row. */
const rowsUnder = (all: readonly Seen[], at: number): number => {
  const header = all[at];
  if (header === undefined) return 0;
  let row = at + 1;
  while (row - at <= widestGap && all[row]?.filled.length === 0) row += 1;
  let count = 0;
  for (; (all[row]?.filled.length ?? 0) > 0 && count < leastRows; row += 1) {
    const seen = all[row];
    if (seen === undefined || !isUnder(header, seen)) break;
    count += 1;
  }
  return count;
};

/** Where a table begins whose header stands at a row: with the titles and blank rows above it. */
const startOf = (all: readonly Seen[], header: number): number => {
  let start = header;
  while (start > 0 && (all[start - 1]?.filled.length ?? 0) <= 1) start -= 1;
  return start;
};

/** The first rows of the tables of a sheet; one alone where it holds one table. */
export const startsOf = (rows: readonly Row[], cells: CellReader): readonly number[] => {
  // Without a row that parts two tables there is one.
  if (!rows.some((row, at) => at > leastRows && filledIn(row).length <= 1)) return [0];
  const all = rows.map((row) => see(row, cells));
  const starts: number[] = [0];
  let figures = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const [row, seen] = [rows[at] ?? [], all[at]];
    if (seen === undefined) continue;
    if (isHeader(row, seen) && rowsUnder(all, at) >= leastRows) {
      const start = startOf(all, at);
      if (start < at && figures >= leastRows) {
        starts.push(start);
        figures = 0;
      }
      continue;
    }
    if (seen.numbers.length > 0 && seen.filled.length >= 2) figures += 1;
  }
  return starts;
};

/** The merged blocks that touch the rows of one table, counted from its first row. */
export const mergesIn = (merges: readonly Merge[], from: number, to: number): readonly Merge[] =>
  merges
    .filter(({ top, bottom }) => bottom >= from && top < to)
    .map(({ top, left, bottom, right }) => ({ top: top - from, left, bottom: bottom - from, right }));
