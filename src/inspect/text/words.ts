import type { Column } from '../../model/inspection.ts';
import type { FileReading } from '../reader.ts';

/** Characters of each kind of words. */
const MOST = 8_000;

const isSentence = (text: string): boolean => (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 5;

const valuesOf = ({ type, top }: Column): readonly string[] =>
  type === 'text' || type === 'mixed' ? top.map(({ value }) => value) : [];

/** Adds up to a length; the rest is left out. */
const take = (texts: Iterable<string>): string => {
  let all = '';
  for (const text of texts) {
    if (all.length > MOST) break;
    all += `${text.slice(0, 1_000)}\n`;
  }
  return all.trim();
};

/**
 * The words of a file, kind by kind, those first that tell its language best: running text and sentences among the
 * values; then titles and headings; then short values, where names of people and places weigh heavily.
 */
export const wordsOf = (reading: FileReading): readonly string[] => {
  const { page, text = '', tables = [], keys = [] } = reading;
  const columns = tables.flatMap((table) => table.columns);
  const values = [...columns.flatMap(valuesOf), ...keys.flatMap(({ examples }) => examples)].filter(
    (value) => !/^https?:/.test(value),
  );
  const running = take([page?.text ?? '', text, ...values.filter(isSentence)]);
  const isRecord = reading.keys !== undefined;
  const headings = take(
    isRecord
      ? tables.flatMap(({ titles }) => titles)
      : tables.flatMap(({ titles, columns: own }) => [...titles, ...own.map(({ name }) => name)]),
  );
  const short = take(values.filter((value) => !isSentence(value) && /\p{L}{3}/u.test(value)));
  const names = take(isRecord ? columns.map(({ name }) => name) : []);
  return [running, headings, short, names];
};
