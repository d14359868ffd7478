import type { DayRange } from './periods.ts';
import { periodOf } from './periods.ts';
import type { ReadColumn, ReadTable } from './reading.ts';

/** Columns that hold a date in pieces: year, month and, where there is one, day, beside one another in either order. */
export interface SplitDate {
  readonly columns: readonly ReadColumn[];
  readonly periodOf: (row: readonly string[]) => DayRange | null;
}

const isWithin = ({ numbers, fill }: ReadColumn, least: number, most: number): boolean =>
  numbers !== null && fill > 0.9 && numbers.min >= least && numbers.max <= most && Number.isInteger(numbers.sum);

const isYear = (column: ReadColumn): boolean => isWithin(column, 1900, 2100);
const isMonth = (column: ReadColumn): boolean => isWithin(column, 1, 12);
const isDay = (column: ReadColumn): boolean => isWithin(column, 1, 31) && (column.numbers?.max ?? 0) > 12;

const joined = (year: string, month: string, day: string | null): DayRange | null =>
  periodOf(
    [year.trim(), month.trim().padStart(2, '0'), ...(day === null ? [] : [day.trim().padStart(2, '0')])].join('-'),
  );

/** Months that differ, without days beside them, must be as many to be months and not a code of few values. */
const leastMonths = 4;

/** The first date in pieces of a table; undefined where it holds none. Told by ranges of values, so in any language. */
export const splitDateOf = ({ columns }: ReadTable): SplitDate | undefined => {
  for (const [at, year] of columns.entries()) {
    if (!isYear(year)) continue;
    const [next, after, before, second] = [columns[at + 1], columns[at + 2], columns[at - 1], columns[at - 2]];
    const pairs = [
      { month: next, day: after },
      { month: before, day: second },
    ];
    for (const { month, day } of pairs) {
      if (month === undefined || !isMonth(month)) continue;
      if (day !== undefined && isDay(day)) {
        const read = (row: readonly string[]) =>
          joined(row[year.index] ?? '', row[month.index] ?? '', row[day.index] ?? '');
        return { columns: [year, month, day], periodOf: read };
      }
      if (month.distinct < leastMonths) continue;
      const read = (row: readonly string[]) => joined(row[year.index] ?? '', row[month.index] ?? '', null);
      return { columns: [year, month], periodOf: read };
    }
  }
  return undefined;
};
