import { readUpTo } from '../bytes.ts';
import type { Context, FileReading } from '../reader.ts';
import { TableBuilder } from '../table/builder.ts';
import { charsetOf, decode } from './encoding.ts';

/** Where a column stands in each line, its end not included. */
interface Column {
  readonly start: number;
  readonly end: number;
}

const linesOf = (text: string): readonly string[] => text.split(/\r\n|\n|\r/);
const numbers = /(?:^|\s)[-+]?\d[\d.,]*\S{0,2}(?=\s|$)/g;
/** Lines that must be rows of numbers for the text to be a table. */
const FEWEST = 5;

const isDataLine = (line: string): boolean => line.length <= 1_000 && (line.match(numbers)?.length ?? 0) >= 2;

/** The columns between the places where (almost) every line of data has a blank. */
const columnsOf = (lines: readonly string[]): readonly Column[] | null => {
  const width = Math.max(...lines.map((line) => line.length));
  const filled = new Uint32Array(width + 1);
  for (const line of lines) {
    for (let at = 0; at < line.length; at += 1) if (line[at] !== ' ') filled[at] = (filled[at] ?? 0) + 1;
  }
  const isGap = (at: number): boolean => (filled[at] ?? 0) <= lines.length * 0.02;
  const columns: Column[] = [];
  for (let at = 0, start = -1; at <= width; at += 1) {
    if (!isGap(at) && start < 0) start = at;
    if (isGap(at) && start >= 0) {
      columns.push({ start, end: at });
      start = -1;
    }
  }
  return columns.length >= 3 ? columns : null;
};

const dataCells = (line: string, columns: readonly Column[]): readonly string[] =>
  columns.map(({ start }, at) => line.slice(at === 0 ? 0 : start, columns[at + 1]?.start).trim());

/** Headings are often wider than their figures: each word goes to the column it lies over, else to the nearest. */
const headerCells = (line: string, columns: readonly Column[]): readonly string[] => {
  const cells = columns.map(() => '');
  for (const { 0: word, index } of line.slice(0, 4_000).matchAll(/\S+/g)) {
    const end = index + word.length;
    const distance = (column: Column): number =>
      Math.max(column.start - end, index - column.end, 0) || -overlap(column);
    const overlap = (column: Column): number => Math.min(end, column.end) - Math.max(index, column.start);
    const [nearest] = columns.map((column, at) => [distance(column), at] as const).sort((a, b) => a[0] - b[0]);
    const at = nearest?.[1] ?? 0;
    cells[at] = `${cells[at] ?? ''} ${word}`.trim();
  }
  return cells;
};

/** Reads a table whose columns are aligned by blanks; null where the text is none. */
export const readFixedWidth = async (context: Context, looked: string): Promise<FileReading | null> => {
  if (looked.includes('\t')) return null;
  const sample = linesOf(looked).slice(0, 400);
  const data = sample.filter(isDataLine);
  if (data.length < FEWEST || data.length * 2 < sample.filter((line) => line.trim() !== '').length) return null;
  const columns = columnsOf(data);
  if (columns === null) return null;
  const { source, limits, cells } = context;
  const { bytes, whole } = await readUpTo(source, limits.buffered);
  const text = decode(bytes, context.detect(context.head, charsetOf(source.declared)));
  const builder = new TableBuilder({ name: source.name }, cells, limits);
  let isInData = false;
  for (const line of linesOf(text)) {
    isInData ||= isDataLine(line);
    const isTitle = line.trim().split(/\s{2,}/).length * 2 < columns.length;
    builder.add(isInData ? dataCells(line, columns) : isTitle ? [line.trim()] : headerCells(line, columns));
  }
  const table = builder.finish(whole);
  return { format: 'fixed-width', tables: table === null ? [] : [table], complete: whole };
};
