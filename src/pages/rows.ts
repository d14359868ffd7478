import type { Inspection, Table } from '../model/inspection.ts';

const isCalendar = (cells: readonly string[], columns: number): boolean =>
  (columns === 7 || columns === 8) && cells.filter((cell) => /^\d{0,2}$/.test(cell.trim())).length > cells.length * 0.6;

/** Longer cells than this, in characters on average, are paragraphs that a table lays out. */
const longestCell = 160;

/** Under so many headers, with figures or days among its columns, two rows are a short list. */
const manyHeaders = 4;

/** Rows of values, rather than a page laid out in cells: filled columns, under a header or with figures in them. */
const isRows = ({ rows, columns, sample, headerRows }: Table): boolean => {
  const filled = columns.filter(({ fill }) => fill >= 0.5);
  const hasFigures = columns.some(({ numbers, dates }) => numbers !== null || dates !== null);
  const cells = sample.flat();
  const average = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(cells.length, 1);
  const count = rows ?? sample.length;
  const fewest = hasFigures ? (headerRows > 0 && filled.length >= manyHeaders ? 2 : 3) : 4;
  return (
    filled.length > 1 &&
    count >= fewest &&
    (hasFigures || headerRows > 0) &&
    average < longestCell &&
    !isCalendar(cells, columns.length)
  );
};

/** The first table that holds rows of data, null where there is none. */
export const rowsOf = ({ tables }: Inspection): Table | null => tables.find(isRows) ?? null;
