import type { Cell, CellReader } from './cells.ts';
import { plainStyle } from './cells.ts';

/** Where in a grid the data begins, and what stands above it. */
export interface Layout {
  /** Rows above the first row of data. */
  readonly above: number;
  /** Index of the first header row; equal to `above` where there is no header. */
  readonly header: number;
  /** Lines above the header, blank ones left out. */
  readonly titles: readonly string[];
  /** Columns of the table. */
  readonly width: number;
  readonly warnings: readonly string[];
}

type Kind = Cell['kind'] | 'year';
type Row = readonly string[];

/** Rows that are looked at. */
export const LAYOUT_ROWS = 120;
/** Header rows at most: more are titles. */
const DEEPEST_HEADER = 6;

const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== '';
const filledOf = (row: Row): number => row.reduce((count, cell) => count + (isFilled(cell) ? 1 : 0), 0);

const kindOf = (cell: string, cells: CellReader): Kind => {
  const read = cells.read(cell, plainStyle);
  return read.kind === 'number' && read.integer && read.value >= 1800 && read.value <= 2100 ? 'year' : read.kind;
};

const isTyped = (kind: Kind | null): boolean => kind === 'number' || kind === 'date' || kind === 'year';
const mostCommon = <T>(values: readonly T[]): T | null => {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  let most = 0;
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count];
  return best;
};

/** The kind that most cells of a column have in the lower part of the rows. */
const bodyKinds = (kinds: readonly (readonly Kind[])[], width: number): readonly (Kind | null)[] => {
  const from = Math.min(Math.floor(kinds.length / 3), 30);
  const body = kinds.slice(from);
  return Array.from({ length: width }, (_, column) => {
    const held = body.map((row) => row[column] ?? 'blank').filter((kind) => kind !== 'blank');
    const most = mostCommon(held);
    return most !== null && held.filter((kind) => kind === most).length * 2 > held.length ? most : null;
  });
};

const columnsOf = (rows: readonly Row[]): number => {
  const widths = rows
    .map((row) => row.reduce((last, cell, at) => (isFilled(cell) ? at + 1 : last), 0))
    .filter((w) => w > 0);
  widths.sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length * 0.6)] ?? 0;
  const widest = widths.at(-1) ?? 0;
  return widest > usual * 3 && widths.filter((w) => w > usual).length <= 1 ? usual : widest;
};

/** How well a row looks like the body: 1 where all its typed columns hold their type, 0 where none does. */
const likeBody = (row: readonly Kind[], body: readonly (Kind | null)[]): number | null => {
  let [fits, misfits] = [0, 0];
  for (let column = 0; column < body.length; column += 1) {
    const kind = row[column] ?? 'blank';
    if (!isTyped(body[column] ?? null) || kind === 'blank') continue;
    const alike = kind === body[column] || (isTyped(kind) && isTyped(body[column] ?? null) && kind !== 'date');
    if (alike) fits += 1;
    else misfits += 1;
  }
  return fits + misfits === 0 ? null : fits / (fits + misfits);
};

/** Years over numbers are a header in a wide table: each column a different one, rising or falling. */
const isYearHeader = (row: Row, kinds: readonly Kind[], body: readonly (Kind | null)[]): boolean => {
  const years = row.filter((_, at) => kinds[at] === 'year' && body[at] === 'number');
  return years.length >= 2 && new Set(years).size === years.length;
};

const firstDataRow = (rows: readonly Row[], kinds: readonly (readonly Kind[])[], width: number): number | null => {
  const body = bodyKinds(kinds, width);
  const typed = body.filter(isTyped).length;
  if (typed === 0) return null;
  const found = kinds.findIndex((row, at) => {
    const cells = rows[at] ?? [];
    if (filledOf(cells) < Math.min(2, width)) return false;
    const like = likeBody(row, body);
    return like !== null && like >= 0.6 && !isYearHeader(cells, row, body);
  });
  return found < 0 ? null : found;
};

/** In a table of words alone a header is a full first row whose texts are short and not met again below. */
const headerOfWords = (rows: readonly Row[], width: number): number => {
  const first = rows.findIndex((row) => filledOf(row) >= Math.max(1, Math.ceil(width * 0.6)));
  if (first < 0) return 0;
  const row = rows[first] ?? [];
  const below = rows.slice(first + 1);
  if (below.length === 0) return first + 1;
  const met = row.filter(
    (cell, at) => isFilled(cell) && below.some((other) => other[at]?.trim() === cell.trim()),
  ).length;
  const texts = row.filter(isFilled);
  const isDistinct = new Set(texts).size >= texts.length * 0.7;
  const isNamed = texts.every((text) => !/^\d/.test(text.trim())) && texts.every((text) => text.length <= 120);
  return met === 0 && isDistinct && isNamed ? first + 1 : first;
};

/** From the row above the data upwards: rows that are filled like a header, or group the columns below them. */
const firstHeaderRow = (rows: readonly Row[], above: number, width: number): number => {
  let first = above;
  while (first > 0 && above - first < DEEPEST_HEADER) {
    const row = rows[first - 1] ?? [];
    const filled = filledOf(row);
    const isFirst = first === above;
    if (filled === 0 && isFirst) {
      first -= 1;
      continue;
    }
    const isWide = filled >= 2 || (width <= 2 && filled >= 1);
    const isLong = row.some((cell) => cell.length > 200);
    if (!isWide || isLong || (isFirst && filled < width * 0.25 && width > 4)) break;
    const isUnit = width === 2 && !isFilled(row[0]);
    if (!isFirst && filled < 2 && !isUnit) break;
    first -= 1;
  }
  while (first < above && filledOf(rows[first] ?? []) === 0) first += 1;
  return first;
};

/**
 * Finds the header of a grid from its first rows, by how the cells of the body below differ from it. Works on any
 * language: it looks at kinds of cells and at how rows are filled, not at words.
 */
export const findLayout = (rows: readonly Row[], cells: CellReader): Layout => {
  const looked = rows.slice(0, LAYOUT_ROWS);
  const width = columnsOf(looked);
  if (width === 0) return { above: 0, header: 0, titles: [], width: 0, warnings: [] };
  const kinds = looked.map((row) => row.slice(0, width).map((cell) => kindOf(cell, cells)));
  const above = firstDataRow(looked, kinds, width) ?? headerOfWords(looked, width);
  const header = firstHeaderRow(looked, above, width);
  const titles = looked
    .slice(0, header)
    .map((row) =>
      row
        .filter(isFilled)
        .map((cell) => cell.trim())
        .join(' '),
    )
    .filter((line) => line !== '');
  return { above, header, titles, width, warnings: [] };
};
