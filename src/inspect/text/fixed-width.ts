import { readUpTo } from '../bytes.ts';
import type { Context, Reading } from '../reader.ts';
import { TableBuilder } from '../table/builder.ts';
import { charsetOf, decode, detectEncoding } from './encoding.ts';

/** Columns of a text in which blanks align what belongs together. */
interface Cuts {
  readonly starts: readonly number[];
}

const linesOf = (text: string): readonly string[] => text.split(/\r\n|\n|\r/);
const numbers = /(?:^|\s)[-+]?\d[\d.,]*\S{0,2}(?=\s|$)/g;
/** Lines that must be rows of numbers for the text to be a table. */
const FEWEST = 5;

const isDataLine = (line: string): boolean => line.length <= 1_000 && (line.match(numbers)?.length ?? 0) >= 2;

/** Places where (almost) every data line has a blank: the gaps between columns. */
const cutsOf = (lines: readonly string[]): Cuts | null => {
  const width = Math.max(...lines.map((line) => line.length));
  const filled = new Uint32Array(width);
  for (const line of lines)
    for (let at = 0; at < line.length; at += 1) if (line[at] !== ' ') filled[at] = (filled[at] ?? 0) + 1;
  const starts: number[] = [];
  const isGap = (at: number): boolean => (filled[at] ?? 0) <= lines.length * 0.02;
  for (let at = 0; at < width; at += 1) if (!isGap(at) && (at === 0 || isGap(at - 1))) starts.push(at);
  return starts.length >= 3 ? { starts } : null;
};

const cellsOf = (line: string, { starts }: Cuts): readonly string[] =>
  starts.map((start, column) => line.slice(column === 0 ? 0 : start, starts[column + 1]).trim());

/** Reads a table whose columns are aligned by blanks; null where the text is none. */
export const readFixedWidth = async (context: Context, looked: string): Promise<Reading | null> => {
  if (looked.includes('\t')) return null;
  const sample = linesOf(looked).slice(0, 400);
  const data = sample.filter(isDataLine);
  if (data.length < FEWEST || data.length * 2 < sample.filter((line) => line.trim() !== '').length) return null;
  const cuts = cutsOf(data);
  if (cuts === null) return null;
  const { source, limits, cells } = context;
  const { bytes, whole } = await readUpTo(source, limits.buffered);
  const text = decode(bytes, detectEncoding(context.head, charsetOf(source.declared)));
  const builder = new TableBuilder({ name: source.name }, cells, limits);
  let isInData = false;
  for (const line of linesOf(text)) {
    isInData ||= isDataLine(line);
    const isTitle = !isInData && !/\S\s{2,}\S/.test(line.trim());
    builder.add(isTitle ? [line.trim()] : cellsOf(line, cuts));
  }
  const table = builder.finish(whole);
  return { format: 'fixed-width', tables: table === null ? [] : [table], complete: whole };
};
