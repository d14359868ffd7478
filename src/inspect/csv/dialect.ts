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

/** Fields of each line that could be parsed; a quote left open where the text was cut ends the lines there. */
const fieldCounts = (text: string, delimiter: string): readonly number[] => {
  const counts: number[] = [];
  const note = (row: readonly string[]): null => {
    counts.push(row.length);
    return null;
  };
  const shape = { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, to: LINES };
  try {
    parse(text, { ...shape, record_delimiter: ['\r\n', '\n', '\r'], on_record: note });
  } catch {
    // A quote opened in the first lines and never closed is a character: lines are then taken as they stand.
    if (counts.length < 3) return text.split(/\r\n|\n|\r/, LINES).map((line) => line.split(delimiter).length);
  }
  return counts;
};

const usualOf = (counts: readonly number[]): number => {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  return [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
};

const measure = (text: string, delimiter: string): Dialect => {
  const counts = fieldCounts(text, delimiter);
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

/** A line that is one quoted field; its inside as the quotes meant it. */
const unquoted = (line: string): string | null => {
  const trimmed = line.trimEnd();
  if (trimmed.length < 2 || trimmed.length > 20_000 || !trimmed.startsWith('"') || !trimmed.endsWith('"')) return null;
  const inside = trimmed.slice(1, -1);
  return inside.replaceAll('""', '').includes('"') ? null : inside.replaceAll('""', '"');
};

/**
 * The dialect inside of lines that are each one quoted field, as programs write that encode twice; null for others.
 * The last line may be cut off and is not looked at.
 */
export const detectNested = (text: string): Dialect | null => {
  const lines = text
    .split(/\r\n|\n|\r/, 51)
    .filter((line) => line.trim() !== '')
    .slice(0, -1)
    .map(unquoted);
  if (lines.length < 2 || lines.includes(null)) return null;
  const dialect = detectDialect(lines.join('\n'));
  return dialect !== null && dialect.consistency > 0.8 ? dialect : null;
};
