import type { Day } from '../model/basics.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** Days of a Gregorian month. */
export const lengthOf = (year: number, month: number): number =>
  new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

/** A day of the proleptic Gregorian calendar, null where there is no such day. */
export const dayOf = (year: number, month: number, day: number): Day | null => {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (day > 28 && day > lengthOf(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
};

/** Is a day, a month or a year, written `2018-08-30`, `2018-08` or `2018`, one of the calendar? */
export const isCalendarDate = (text: string): boolean => {
  const [, year, month = '1', day = '1'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  return year !== undefined && dayOf(Number(year), Number(month), Number(day)) !== null;
};

/** A year that data is dated with where a month or a day stands beside it. */
export const isYear = (year: number): boolean => year >= 1500 && year <= 2199;

/** A number that is a year where nothing else says so: most other numbers of four digits count something. */
export const isLoneYear = (year: number): boolean => year >= 1800 && year <= 2100;

/** The day of a moment counted in milliseconds since 1970. */
export const dayOfMillis = (millis: number): Day => new Date(millis).toISOString().slice(0, 10);

/** Days from 1970 to a day. */
export const daysSince1970 = (day: Day): number => Math.floor(Date.parse(day) / 86_400_000);
