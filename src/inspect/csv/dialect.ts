import { parse } from 'csv-parse/sync';

/** How delimited text is written. */
export interface Dialect {
  readonly delimiter: string;
  /** Share of the lines that have the usual number of fields, 0 to 1. */
  readonly consistency: number;
  /** The usual number of fields. */
  readonly fields: number;
}

const delimiters = [',', ';', '\t', '|', '^', '~'] as const;
/** Lines that are tried. */
const LINES = 200;

const rowsOf = (text: string, delimiter: string): readonly (readonly string[])[] => {
  try {
    return parse(text, { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, to: LINES });
  } catch {
    // A quote that is never closed in the part that is tried: lines are then taken as they stand.
    return text.split(/\r\n|\n|\r/, LINES).map((line) => line.split(delimiter));
  }
};

const usualOf = (counts: readonly number[]): number => {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  return [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
};

const measure = (text: string, delimiter: string): Dialect => {
  const counts = rowsOf(text, delimiter).map((row) => row.length);
  const several = counts.filter((count) => count > 1);
  const fields = usualOf(several.length * 2 >= counts.length ? several : counts);
  const alike = counts.filter((count) => count === fields).length;
  return { delimiter, fields, consistency: counts.length === 0 ? 0 : alike / counts.length };
};

/**
 * The dialect of delimited text from its first lines: the delimiter that cuts most lines into the same number of
 * fields. A few lines may differ: titles above, notes between.
 *
 * @returns null where no delimiter cuts the lines alike: prose, or a single column.
 */
export const detectDialect = (text: string): Dialect | null => {
  const found = delimiters
    .filter((delimiter) => text.includes(delimiter))
    .map((delimiter) => measure(text, delimiter))
    .filter(({ fields }) => fields > 1);
  const score = ({ consistency, fields }: Dialect): number => consistency * (1 + Math.log2(fields) / 4);
  const [best] = found.sort((a, b) => score(b) - score(a));
  return best ?? null;
};
