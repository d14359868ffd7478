import type { Column, Table } from '../model/inspection.ts';
import { years as ofYears, type Period, spanning } from '../time/period.ts';

/** Years in the names of number columns: a wide table has one column a year. */
const yearOfName = (column: Column): number | null => {
  const match = /(?:^|\D)(1[89]\d\d|2[01]\d\d)(?!\d)/.exec(column.levels.at(-1) ?? '');
  return match && column.numbers !== null ? Number(match[1]) : null;
};

/** Is this inside of a list that a record holds? Such parts have histories of their own. */
const isNested = ({ name }: { readonly name: string }): boolean => name.includes('[]');

const ofTable = ({ columns }: Table): Period | null => {
  const table = { columns: columns.filter((column) => !isNested(column)) };
  const dates = table.columns.flatMap(({ dates }) => (dates === null ? [] : [dates]));
  if (dates.length > 0) return spanning(dates);
  const years = table.columns.filter(({ type, numbers }) => type === 'year' && numbers !== null);
  const periods = years.flatMap(({ numbers }) => (numbers === null ? null : ofYears(numbers.min, numbers.max)) ?? []);
  if (periods.length > 0) return spanning(periods);
  const named = table.columns.flatMap((column) => yearOfName(column) ?? []);
  return new Set(named).size >= 2 ? ofYears(Math.min(...named), Math.max(...named)) : null;
};

/** The period that tables cover by their values: dates, else years, else the years that head their columns. */
export const periodOf = (tables: readonly Table[]): Period | null =>
  spanning(tables.filter((table) => !isNested(table)).flatMap((table) => ofTable(table) ?? []));
