import type { Column, Table, ValueCount } from '../../model/inspection.ts';
import { headerLevels, type Merge, nameOf } from './header.ts';
import type { Layout } from './layout.ts';
import { daysOf, type Tally, typeOf } from './tally.ts';

type Row = readonly string[];

/** Most frequent values that are kept of a column, and the examples. */
const TOP = 40;
const EXAMPLES = 5;

/** What was found of a table, before it is put together. */
export interface Parts {
  readonly name: string;
  readonly layout: Layout;
  /** The first rows, as far as the header reaches at least. */
  readonly head: readonly Row[];
  readonly merges: readonly Merge[];
  /** Names that the format itself declares, in place of a header. */
  readonly declared: readonly string[] | null;
  readonly tallies: readonly Tally[];
  /** Rows that were counted. */
  readonly rows: number;
  readonly isWhole: boolean;
  /** Rows from the beginning, and rows spread over the rest. */
  readonly first: readonly Row[];
  readonly spread: readonly Row[];
  readonly footers: readonly string[];
}

const topOf = (sample: readonly Row[], column: number): readonly ValueCount[] => {
  const counts = new Map<string, number>();
  for (const row of sample) {
    const value = row[column]?.trim() ?? '';
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, TOP)
    .map(([value, count]) => ({ value, count }));
};

const columnOf = (
  levels: readonly string[],
  index: number,
  tally: Tally,
  rows: number,
  top: readonly ValueCount[],
): Column => ({
  name: nameOf(levels, index),
  levels,
  type: typeOf(tally),
  fill: rows === 0 ? 0 : Math.round((tally.filled / rows) * 10_000) / 10_000,
  distinct: tally.distinct.size,
  distinctIsFloor: tally.distinct.isFloor,
  ...(tally.values === null || tally.distinct.isFloor ? {} : { values: tally.values }),
  top,
  examples: top.slice(0, EXAMPLES).map(({ value }) => value),
  numbers: tally.numbers === 0 ? null : { count: tally.numbers, min: tally.min, max: tally.max, sum: tally.sum },
  ...(tally.numbers > 0 && tally.style.mark === ',' ? { decimalMark: ',' } : {}),
  dates: daysOf(tally),
  ...(tally.dates > 0 && tally.style.order === 'month-first' ? { dateOrder: 'month-first' } : {}),
});

/** Columns that hold a value or have a heading of their own; the gaps of a sheet and trailing delimiters have neither. */
const keptColumns = ({ layout, head, declared, tallies }: Parts): readonly number[] => {
  const headings = head.slice(layout.header, layout.above);
  const isKept = (column: number): boolean =>
    (tallies[column]?.filled ?? 0) > 0 ||
    (declared?.[column] ?? '') !== '' ||
    headings.some((row) => (row[column] ?? '').trim() !== '');
  return tallies.flatMap((_, column) => (isKept(column) ? [column] : []));
};

/** Puts a table together; null where no column holds anything. */
export const assembleTable = (parts: Parts): Table | null => {
  const { layout, head, merges, declared, tallies, rows, first, spread } = parts;
  const kept = keptColumns(parts);
  if (kept.length === 0) return null;
  const levels =
    declared?.map((name) => (name === '' ? [] : [name])) ??
    headerLevels(head, layout.header, layout.above, layout.width, merges);
  return {
    name: parts.name,
    titles: layout.titles,
    headerRows: layout.above - layout.header,
    above: layout.above,
    columns: kept.flatMap((column) => {
      const tally = tallies[column];
      return tally === undefined ? [] : [columnOf(levels[column] ?? [], column, tally, rows, topOf(first, column))];
    }),
    rows: parts.isWhole ? rows : null,
    sample: [...first, ...spread].map((row) => kept.map((column) => row[column] ?? '')),
    footers: parts.footers,
  };
};

/**
 * Are rows of one filled cell at the end notes below the data? Only where rows usually have more than that.
 */
export const areNotes = (tallies: readonly Tally[], rows: number): boolean => {
  const filled = tallies.reduce((sum, tally) => sum + tally.filled, 0);
  return rows > 0 && filled / rows >= Math.max(1.5, Math.min(3, tallies.length * 0.6));
};
