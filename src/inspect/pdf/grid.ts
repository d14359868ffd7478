import { isFigure, type Piece } from './pieces.ts';

/* A page prints a table without saying that it is one: what shows it is that lines leave the same room between their pieces. */

type Line = readonly Piece[];

/** From left to right, where a column stands. */
interface Band {
  readonly left: number;
  readonly right: number;
}

/** Rows of cells of one page, and where their columns stand. */
export interface Grid {
  readonly rows: readonly (readonly string[])[];
  readonly bands: readonly Band[];
}

/** Fewer lines in columns are no table. */
const leastLines = 3;
/** Lines and pieces of a page that are looked at: more are no page. */
const mostLines = 2_000;
const mostColumns = 200;
/** Of the lines, as many may cross the room between two columns: a line above groups them, or one cell is too long. */
const mayCross = 0.08;
/** Share of the lines that must keep to the columns. */
const leastKept = 0.75;
/** Share of the cells of a column that make it one of figures. */
const leastFigures = 0.5;

const middleOf = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** Where pieces stand beneath one another: stretches that more lines cover than may cross a gap. */
const bandsOf = (lines: readonly Line[]): readonly Band[] => {
  const least = Math.floor(lines.length * mayCross) + 1;
  const ends = lines
    .flat()
    .flatMap(({ left, right }) => [
      { at: left, step: 1 },
      { at: right, step: -1 },
    ])
    .sort((one, other) => one.at - other.at || one.step - other.step);
  const bands: Band[] = [];
  let [depth, from] = [0, 0];
  for (const { at, step } of ends) {
    if (step === 1 && depth === least - 1) from = at;
    if (step === -1 && depth === least && at > from) bands.push({ left: from, right: at });
    depth += step;
  }
  return bands;
};

const overlap = (piece: Piece, { left, right }: Band): number =>
  Math.min(piece.right, right) - Math.max(piece.left, left);

/** The column a piece stands in: where most of it does, or the nearest. */
const columnOf = (piece: Piece, bands: readonly Band[]): number => {
  const sizes = bands.map((band) => overlap(piece, band));
  return sizes.indexOf(Math.max(...sizes));
};

const cellsOf = (line: Line, bands: readonly Band[]): readonly string[] => {
  const cells = bands.map(() => '');
  for (const piece of line) {
    const column = columnOf(piece, bands);
    cells[column] = [cells[column], piece.text].filter((text) => text !== '').join(' ');
  }
  return cells;
};

const keepsTo = (line: Line, bands: readonly Band[]): boolean =>
  new Set(line.map((piece) => columnOf(piece, bands))).size === line.length;

/** Text in columns is set like this, too: figures in at least one of them show that these are rows. */
const hasFigures = (rows: readonly (readonly string[])[], width: number): boolean =>
  Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? '').filter((cell) => cell !== '')).some(
    (cells) => cells.length >= leastLines && cells.filter(isFigure).length >= cells.length * leastFigures,
  );

/** Lines this close, in sizes of their letters, are one text that was broken. */
const closeLines = 1.35;

/** Is a line the beginning of texts that go on in the next, each within its own column? */
const goesOn = (line: Line, next: Line, bands: readonly Band[]): boolean =>
  line.length <= next.length &&
  line.every((piece) => {
    const beneath = next.find((other) => columnOf(other, bands) === columnOf(piece, bands));
    if (beneath === undefined || isFigure(piece.text) || isFigure(beneath.text)) return false;
    const isClose = beneath.base - piece.base <= closeLines * Math.max(piece.size, beneath.size);
    return isClose && bands.filter((band) => overlap(piece, band) > 0).length <= 1;
  });

const withBroken = (above: string, below: string): string => {
  if (above === '' || below === '') return above + below;
  return /\p{L}-$/u.test(above) && /^\p{Ll}/u.test(below) ? above.slice(0, -1) + below : `${above} ${below}`;
};

/** Rows of cells; above the first row of figures, texts that were broken over lines are put together. */
const rowsOf = (lines: readonly Line[], bands: readonly Band[]): readonly (readonly string[])[] => {
  const figures = lines.findIndex((line) => line.filter(({ text }) => isFigure(text)).length >= 2);
  const rows: (readonly string[])[] = [];
  let begun: readonly string[] | null = null;
  for (const [at, line] of lines.entries()) {
    const own = cellsOf(line, bands);
    const row: readonly string[] =
      begun === null ? own : begun.map((cell, column) => withBroken(cell, own[column] ?? ''));
    const next = lines[at + 1];
    begun = at < figures && next !== undefined && goesOn(line, next, bands) ? row : null;
    if (begun === null) rows.push(row);
  }
  return rows;
};

/** The lines between the first and the last that stand in columns, and titles above. */
const upToLast = (lines: readonly Line[]): readonly Line[] => {
  const last = lines.findLastIndex((line) => line.length >= 2);
  return lines.slice(0, last + 1);
};

/** The table that the lines of a page show, or null where they stand in no columns, or hold no figures. */
export const gridOf = (lines: readonly Line[]): Grid | null => {
  const looked = lines.slice(0, mostLines);
  const several = looked.filter((line) => line.length >= 2);
  if (several.length < leastLines) return null;
  // Lines with few pieces are titles and groups; what columns there are, the full ones show.
  const usual = middleOf(several.map(({ length }) => length));
  const bands = bandsOf(several.filter(({ length }) => length >= Math.max(2, usual * 0.6)));
  if (bands.length < 2 || bands.length > mostColumns) return null;
  if (several.filter((line) => keepsTo(line, bands)).length < several.length * leastKept) return null;
  const rows = rowsOf(upToLast(looked), bands);
  return hasFigures(rows, bands.length) ? { rows, bands } : null;
};

/** Do the columns of one page stand where those of another do? */
const standAlike = (one: Grid, other: Grid): boolean =>
  one.bands.length === other.bands.length &&
  one.bands.every((band, at) => {
    const beneath = other.bands[at];
    return beneath !== undefined && Math.min(band.right, beneath.right) > Math.max(band.left, beneath.left);
  });

const isSame = (one: readonly string[], other: readonly string[] | undefined): boolean =>
  other !== undefined && one.every((cell, at) => cell === other[at]);

/** Rows that head the pages of a table, and are printed anew on each. */
const mostRepeated = 12;

/** The rows of a page below those that it repeats; null where other columns begin, with names of their own. */
const goingOn = (grid: Grid, first: Grid): readonly (readonly string[])[] | null => {
  const { rows } = grid;
  let from = 0;
  while (from < mostRepeated && from < rows.length && isSame(rows[from] ?? [], first.rows[from])) from += 1;
  const below = rows.slice(from);
  return below.length === 0 || below[0]?.some(isFigure) ? below : null;
};

/** A table of a document, and the page that it begins on, from 0. */
export interface PageTable {
  readonly page: number;
  readonly rows: readonly (readonly string[])[];
}

/** The tables of a document: pages that go on in the same columns are one. */
export const tablesOf = (pages: readonly (Grid | null)[]): readonly PageTable[] => {
  const tables: { readonly page: number; readonly first: Grid; readonly rows: (readonly string[])[] }[] = [];
  for (const [page, grid] of pages.entries()) {
    const [before, open] = [pages[page - 1] ?? null, tables.at(-1)];
    const more =
      grid !== null && before !== null && open !== undefined && standAlike(grid, before)
        ? goingOn(grid, open.first)
        : null;
    if (more !== null) open?.rows.push(...more);
    else if (grid !== null) tables.push({ page, first: grid, rows: [...grid.rows] });
  }
  return tables.map(({ page, rows }) => ({ page, rows }));
};
