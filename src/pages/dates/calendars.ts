import type { Day } from '../../model/basics.ts';

/** A day of the proleptic Gregorian calendar, null where there is no such day. */
export const dayOf = (year: number, month: number, day: number): Day | null => {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** Days of a Gregorian month. */
export const lengthOf = (year: number, month: number): number =>
  new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

/** The day of a Julian day number, after Fliegel and Van Flandern (1968). */
const fromJulianDay = (julian: number): Day | null => {
  let l = julian + 68569;
  const n = Math.floor((4 * l) / 146097);
  l -= Math.floor((146097 * n + 3) / 4);
  const i = Math.floor((4000 * (l + 1)) / 1461001);
  l = l - Math.floor((1461 * i) / 4) + 31;
  const j = Math.floor((80 * l) / 2447);
  const day = l - Math.floor((2447 * j) / 80);
  const k = Math.floor(j / 11);
  return dayOf(100 * (n - 49) + i + k, j + 2 - 12 * k, day);
};

/** A day of the tabular Islamic calendar (civil epoch); observed months differ from it by up to two days. */
export const fromHijri = (year: number, month: number, day: number): Day | null =>
  month < 1 || month > 12 || day < 1 || day > 30
    ? null
    : fromJulianDay(
        day + Math.ceil(29.5 * (month - 1)) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + 1948439,
      );

/** A day of the Iranian solar calendar by its arithmetic of 2,820 years (Birashk). */
export const fromJalali = (year: number, month: number, day: number): Day | null => {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const base = year - 474;
  const cycle = 474 + (((base % 2820) + 2820) % 2820);
  const days = month <= 7 ? (month - 1) * 31 : (month - 1) * 30 + 6;
  return fromJulianDay(
    day +
      days +
      Math.floor((cycle * 682 - 110) / 2816) +
      (cycle - 1) * 365 +
      Math.floor(base / 2820) * 1029983 +
      1948320,
  );
};

/** Days from the first to the last of a period. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Years that data is about; other numbers of four digits are not years. */
export const isYear = (year: number): boolean => year >= 1700 && year <= 2099;

export const oneDay = (day: Day | null): Span | null => (day === null ? null : { from: day, to: day });

export const month = (year: number, number: number): Span | null => months(year, number, number);

export const months = (year: number, first: number, last: number): Span | null => {
  const [from, to] = [dayOf(year, first, 1), last > 12 ? null : dayOf(year, last, lengthOf(year, last))];
  return from === null || to === null ? null : { from, to };
};

export const years = (from: number, to: number): Span | null => {
  const [first, last] = [dayOf(from, 1, 1), dayOf(to, 12, 31)];
  return first === null || last === null ? null : { from: first, to: last };
};
