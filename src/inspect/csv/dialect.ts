import { parse } from 'csv-parse/sync';

/** How delimited text is written. */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: '"' | "'";
  /** Share of the lines that have the usual number of fields, 0 to 1. */
  readonly consistency: number;
  /** The usual number of fields. */
  readonly fields: number;
}

/** A dialect with what speaks for it: rows that fit in length, and fields that hold no other delimiter, 0 to 1 each. */
interface Measured extends Dialect {
  readonly fit: number;
  readonly parted: number;
}

const delimiters = [',', ';', '\t', '|', '^', '~'] as const;
/** Lines that are tried. */
const LINES = 200;

/** Fields of each line that could be parsed; a quote left open where the text was cut ends the lines there. */
const fieldCounts = (text: string, delimiter: string, quote: string): readonly number[] => {
  const counts: number[] = [];
  const note = (row: readonly string[]): null => {
    counts.push(row.length);
    return null;
  };
  const shape = { delimiter, quote, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, to: LINES };
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

/** Single quotes stand around fields where they open and close as many of them, and double quotes open none. */
const quoteOf = (text: string, delimiter: string): Dialect['quote'] => {
  const lines = text.split(/\r\n|\n|\r/, LINES);
  const fields = lines.flatMap((line) => line.split(delimiter, 200)).map((field) => field.trim());
  const opened = fields.filter((field) => field.startsWith("'")).length;
  const closed = fields.filter((field) => field.endsWith("'")).length;
  const isDouble = fields.some((field) => field.startsWith('"'));
  return !isDouble && opened >= 3 && Math.abs(opened - closed) <= opened * 0.1 ? "'" : '"';
};

/** Delimiters that stand inside of a field, but for commas before a blank and between digits: another one parts the fields. */
const isUnparted = (field: string, delimiter: string): boolean =>
  [';', '\t', '|', '^', '~'].some((other) => other !== delimiter && field.includes(other)) ||
  (delimiter !== ',' && /(?<!\d),\S|,[^\d\s]/.test(field));

/** Share of the fields that hold no other delimiter, as far as their types are told by a glance. */
const partedShare = (text: string, delimiter: string): number => {
  const lines = text.split(/\r\n|\n|\r/, LINES).filter((line) => line.includes(delimiter));
  const fields = lines.flatMap((line) => line.slice(0, 4_000).split(delimiter, 200));
  const whole = fields.filter((field) => field.length > 120 || !isUnparted(field, delimiter)).length;
  return fields.length === 0 ? 1 : whole / fields.length;
};

/** Shorter rows fit less than whole ones, and not at all with a single field. */
const fitOf = (count: number, fields: number): number =>
  count === fields ? 1 : count > 1 && count < fields && count * 2 >= fields ? 0.5 : 0;

const measure = (text: string, delimiter: string): Measured => {
  const quote = quoteOf(text, delimiter);
  const counts = fieldCounts(text, delimiter, quote);
  const several = counts.filter((count) => count > 1);
  const fields = usualOf(several.length * 2 >= counts.length ? several : counts);
  const alike = counts.filter((count) => count === fields).length;
  const fit = counts.reduce((sum, count) => sum + fitOf(count, fields), 0);
  return {
    delimiter,
    quote,
    fields,
    consistency: counts.length === 0 ? 0 : alike / counts.length,
    fit: counts.length === 0 ? 0 : fit / counts.length,
    parted: partedShare(text, delimiter),
  };
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
  const score = ({ fit, fields, parted }: Measured): number =>
    fit * (1 + Math.log2(fields) / 4) * (0.25 + 0.75 * parted);
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
