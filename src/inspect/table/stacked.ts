import type { Column, Table, Warning } from '../../model/inspection.ts';
import { readNumber } from '../../text/numbers.ts';

/** Rows of a table that are looked at. */
const LOOKED = 1_000;

const hasFigures = ({ type, numbers }: Column): boolean =>
  numbers !== null && ['integer', 'number', 'year', 'mixed'].includes(type);

const isWord = (cell: string): boolean => /\p{L}{3}/u.test(cell);
const hasNumber = (cell: string): boolean => readNumber(cell, null) !== null;

/**
 * Does a row in the body name other columns? Different words stand where the rows around it have figures, they are not the
 * names that the columns have already, and figures follow.
 */
const isHeader = (table: Table, at: number, figures: readonly number[]): boolean => {
  const [row = [], next = []] = [table.sample[at], table.sample[at + 1]];
  const cells = figures.map((column) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
  if (cells.length < 2 || cells.length * 2 < figures.length || !cells.every(isWord)) return false;
  if (new Set(cells).size < cells.length) return false;
  const isRepeated = figures.every(
    (column) => table.columns[column]?.levels.includes(row[column]?.trim() ?? '') ?? false,
  );
  return !isRepeated && figures.filter((column) => hasNumber(next[column] ?? '')).length >= 2;
};

/** Tables that hold several, one below the other: names of the later ones' columns are met in rows of the first. */
export const stackedIn = (tables: readonly Table[]): readonly Warning[] =>
  tables.flatMap((table) => {
    const figures = table.columns.flatMap((column, at) => (hasFigures(column) ? [at] : []));
    if (figures.length < 2) return [];
    const rows = Math.min(table.sample.length - 1, LOOKED);
    const found = Array.from({ length: Math.max(0, rows) }, (_, at) => at).filter((at) => isHeader(table, at, figures));
    const [first] = found;
    if (first === undefined) return [];
    const words = (table.sample[first] ?? []).filter((cell) => cell.trim() !== '').join(', ');
    const says = `${table.name} holds several tables, one below the other: a row in it names other columns (${words.slice(0, 120)}).`;
    return [{ code: 'several-tables', says }];
  });
