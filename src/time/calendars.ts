import type { Day } from '../model/basics.ts';
import { dayOf, isYear } from './day.ts';
import type { NamedMonth } from './months.ts';
import { month, oneDay, type Period } from './period.ts';

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

/** A day of the Ethiopian calendar: twelve months of thirty days, and what is left of the year. */
export const fromEthiopian = (year: number, month: number, day: number): Day | null => {
  const last = month === 13 ? (year % 4 === 3 ? 6 : 5) : 30;
  if (month < 1 || month > 13 || day < 1 || day > last) return null;
  return fromJulianDay(1724220 + 365 * (year - 1) + Math.floor(year / 4) + 30 * (month - 1) + day);
};

/** A day or month in the calendar of its name. A month that does not have the day is taken as a whole. */
export const inCalendar = (
  { calendar, month: number }: NamedMonth,
  year: number,
  day: number | null,
): Period | null => {
  if (calendar === 'gregorian') {
    const gregorian = year > 2400 && year < 2700 ? year - 543 : year;
    if (!isYear(gregorian)) return null;
    return (day === null ? null : oneDay(dayOf(gregorian, number, day))) ?? month(gregorian, number);
  }
  if (calendar !== 'ethiopian' && !(year >= 1300 && year < 1500)) return null;
  if (calendar === 'ethiopian' && !isYear(year)) return null;
  const convert = calendar === 'hijri' ? fromHijri : calendar === 'jalali' ? fromJalali : fromEthiopian;
  if (day !== null) return oneDay(convert(year, number, day));
  // The thirteenth month has five days.
  const [from, to] = [convert(year, number, 1), convert(year, number, number === 13 ? 5 : 29)];
  return from === null || to === null ? null : { from, to };
};
