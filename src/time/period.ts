import type { Day } from '../model/basics.ts';
import { dayOf, lengthOf } from './day.ts';

/** Days from the first to the last of a period. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export const oneDay = (day: Day | null): Period | null => (day === null ? null : { from: day, to: day });

/** Months of a year from one to another; null where there are no such months. */
export const months = (year: number, first: number, last: number): Period | null => {
  const [from, to] = [dayOf(year, first, 1), last > 12 ? null : dayOf(year, last, lengthOf(year, last))];
  return from === null || to === null ? null : { from, to };
};

export const month = (year: number, number: number): Period | null => months(year, number, number);

export const years = (from: number, to: number): Period | null => {
  const [first, last] = [dayOf(from, 1, 1), dayOf(to, 12, 31)];
  return first === null || last === null ? null : { from: first, to: last };
};

/** From the first day of all periods to the last; null of none. */
export const spanning = (periods: readonly Period[]): Period | null => {
  const [first, ...rest] = periods;
  if (first === undefined) return null;
  return rest.reduce(
    (all, { from, to }) => ({ from: from < all.from ? from : all.from, to: to > all.to ? to : all.to }),
    first,
  );
};
