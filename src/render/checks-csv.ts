import type { CheckLine, CheckTable } from '../model/checks.ts';
import { questionsOf } from './checks-words.ts';
import { forCsv } from './escape.ts';

const rowOf = (
  line: CheckLine,
  { edition, year, asOf }: CheckTable,
  questions: readonly string[],
): readonly string[] => {
  const { url, title, answers, score, isOpen, formats, fix, unseen } = line;
  return [
    ...[url, title, String(year), asOf, edition],
    ...[score.points, score.ceiling, score.outOf].map(String),
    isOpen ? 'Yes' : 'No',
    ...questions.map((id) => answers[id] ?? ''),
    formats.join(' '),
    ...[fix?.fix ?? '', fix === null ? '' : String(fix.points), fix === null ? '' : fix.certain ? 'Yes' : 'No'],
    unseen ?? '',
  ];
};

/** One line an address, a column per question under its id; RFC 4180, and no cell can start a formula. */
export const checksCsv = (table: CheckTable): string => {
  const questions = questionsOf(table);
  const columns = [
    ...['url', 'title', 'year', 'asof', 'edition', 'points', 'ceiling', 'outof', 'isopen'],
    ...questions,
    ...['formats', 'fix', 'fix_points', 'fix_certain', 'unseen'],
  ];
  return [columns, ...table.addresses.map((line) => rowOf(line, table, questions))]
    .map((cells) => `${cells.map(forCsv).join(',')}\r\n`)
    .join('');
};
