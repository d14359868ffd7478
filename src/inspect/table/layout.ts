import type { Cell, CellReader } from './cells.ts';
import { plainStyle } from './cells.ts';

/** Where in a grid the data begins, and what stands above it. */
export interface Layout {
  /** Rows above the data; blank ones below a header are not among them. */
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
/** Blank rows at most between a header and its data. */
const WIDEST_GAP = 3;

/** Characters of the name of a column; longer texts are notes. */
const LONGEST_NAME = 100;

const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== '';
const filledOf = (row: Row): number => row.reduce((count, cell) => count + (isFilled(cell) ? 1 : 0), 0);

/** What kind of value a cell holds; numbers that could be years are told apart. */
export const kindOf = (cell: string, cells: CellReader): Kind => {
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

/** Cells that are no numbers, over columns of numbers, and what the numbers beside them are. */
const labelsIn = (row: Row, kinds: readonly Kind[], body: readonly (Kind | null)[]) => {
  const over = row.flatMap((cell, at) =>
    isTyped(body[at] ?? null) && isFilled(cell) ? [{ cell, kind: kinds[at] }] : [],
  );
  return {
    numbers: over.filter(({ kind }) => kind === 'number' || kind === 'year').map(({ cell }) => Number(cell)),
    years: over.filter(({ kind }) => kind === 'year').length,
    words: over.filter(({ kind }) => kind === 'text' || kind === 'code').length,
  };
};

/** Years over numbers are a header in a wide table: each column a different one, and nothing but years. */
const isYearHeader = (row: Row, kinds: readonly Kind[], body: readonly (Kind | null)[]): boolean => {
  const { numbers, years } = labelsIn(row, kinds, body);
  // An amount with a mark between its thousands is no number to `Number`. Projections go on beyond the next century.
  const areYears = numbers.every((number) => number >= 1800 && number <= 2200);
  return years >= 2 && areYears && new Set(numbers).size === numbers.length && !body.every((kind) => kind === 'year');
};

/** Codes of one width that rise from column to column, one of them with a zero in front, as lists are numbered: no counts are written so. */
const areCodes = (row: Row, body: readonly (Kind | null)[]): boolean => {
  const codes = row
    .filter((cell, at) => isTyped(body[at] ?? null) && /^\d+$/.test(cell.trim()))
    .map((cell) => cell.trim());
  return codes.some((code) => code.startsWith('0')) && new Set(codes.map(({ length }) => length)).size === 1;
};

/**
 * Numbers that count the columns, or codes of them, beside words where the body has numbers, or counting over all columns:
 * labels, such as the numbers of polling stations or of lists.
 */
const isNumberHeader = (row: Row, kinds: readonly Kind[], body: readonly (Kind | null)[]): boolean => {
  const { numbers, words } = labelsIn(row, kinds, body);
  if (numbers.length < 3 || numbers.some((number) => !Number.isInteger(number))) return false;
  const steps = numbers.slice(1).map((number, at) => number - (numbers[at] ?? 0));
  if (!steps.every((step) => step > 0)) return false;
  if (words > 0 && areCodes(row, body)) return true;
  const isCounting = steps.filter((step) => step === 1).length >= steps.length * 0.8;
  return isCounting && (words > 0 || (numbers.length === row.length && numbers[0] === 1 && numbers.length >= 5));
};

const firstDataRow = (rows: readonly Row[], kinds: readonly (readonly Kind[])[], width: number): number | null => {
  const body = bodyKinds(kinds, width);
  const typed = body.filter(isTyped).length;
  if (typed === 0) return null;
  const found = kinds.findIndex((row, at) => {
    const cells = rows[at] ?? [];
    if (filledOf(cells) < Math.min(2, width)) return false;
    const like = likeBody(row, body);
    return like !== null && like >= 0.6 && !isYearHeader(cells, row, body) && !isNumberHeader(cells, row, body);
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

/** A note or a title in one of the cells: longer than names of columns are, or an address. */
const hasNote = (row: Row): boolean =>
  row.some((cell) => cell.length > LONGEST_NAME || /https?:\/\//.test(cell) || /^\s*\*{1,3}\s?\S/.test(cell));

/** From the row above the data upwards: rows that are filled like a header, or group the columns below them. */
const firstHeaderRow = (rows: readonly Row[], above: number, width: number): number => {
  let lowest = above;
  while (lowest > 0 && above - lowest < WIDEST_GAP && filledOf(rows[lowest - 1] ?? []) === 0) lowest -= 1;
  let first = lowest;
  while (first > 0 && lowest - first < DEEPEST_HEADER) {
    const row = rows[first - 1] ?? [];
    const filled = filledOf(row);
    const isFirst = first === lowest;
    const isWide = filled >= 2 || (width <= 2 && filled >= 1);
    // Questions may be long where they head all columns; elsewhere the longest text is a note.
    const isNote = filled < width * 0.6 && hasNote(row);
    if (!isWide || isNote || (isFirst && filled < width * 0.25 && width > 4)) break;
    const isUnit = width === 2 && !isFilled(row[0]);
    if (!isFirst && filled < 2 && !isUnit) break;
    first -= 1;
  }
  if (first === lowest) return above;
  while (first < above && filledOf(rows[first] ?? []) === 0) first += 1;
  return first;
};

/** A heading of a section right below the header is the first row of the body, as those of later sections are rows. */
const withoutHeading = (
  rows: readonly Row[],
  kinds: readonly (readonly Kind[])[],
  above: number,
  width: number,
): number => {
  const [heading = [], header = []] = [rows[above - 1], rows[above - 2]];
  const isHeading = width >= 3 && filledOf(heading) === 1 && isFilled(heading[0]);
  const words = kinds[above - 2]?.filter((kind) => kind === 'text' || kind === 'code').length ?? 0;
  return isHeading && words >= Math.max(2, width * 0.5) && words === filledOf(header) ? above - 1 : above;
};

/** Blank rows between a header and its data set the data apart, as blank rows in it do: they head nothing. */
const withoutGap = (rows: readonly Row[], above: number): number => {
  let end = above;
  while (end > 0 && filledOf(rows[end - 1] ?? []) === 0) end -= 1;
  return end;
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
  const data = firstDataRow(looked, kinds, width) ?? headerOfWords(looked, width);
  const upTo = withoutHeading(looked, kinds, data, width);
  const header = firstHeaderRow(looked, upTo, width);
  const above = header < upTo ? withoutGap(looked, upTo) : upTo;
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
