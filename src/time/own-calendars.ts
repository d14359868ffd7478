import type { Day } from '../model/basics.ts';
import type { DateWords } from '../model/dates.ts';
import { asciiDigits } from '../text/digits.ts';
import { lazy } from '../text/lazy.ts';
import { fromHijri, fromJalali } from './calendars.ts';
import { dayOf } from './day.ts';
import { month, oneDay, type Period } from './period.ts';

/*
 * Dates of columns that count years in a calendar of their own, and do not say so in each cell: `1402/05/31`, `112/3/1`, `R5.4.1`.
 * One cell alone could be a code; all cells of a column together tell.
 */

/** Which calendar the numbers of a column are of. */
export type OwnCalendar = 'hijri' | 'jalali' | 'minguo' | 'eras';

/** The year before the first of an era, by its name or its letter; null where there is no such era. */
export type EraFinder = (name: string) => number | null;

/** Looks up eras by the names of `criteria/vocabulary/dates`. */
export const eraFinder = ({ eras }: DateWords): EraFinder => {
  const before = new Map(eras.flatMap((era) => era.names.map((name) => [name.toLowerCase(), era.before] as const)));
  return (name) => before.get(name.toLowerCase()) ?? null;
};

/** Numbers of a date as they are written; the day is null where there is none. */
interface Written {
  readonly era: string | null;
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
  readonly mark: string;
}

const yearFirst = /^(\d{2,4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?:[T ]\d{1,2}:.*)?$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(1[34]\d{2})$/;
const ideographic = lazy(
  () => /^(\p{Script=Han}{2}|[A-Z])?\s?(\d{1,3}|元)\s?(年|[./-])\s?(\d{1,2})\s?(?:月|\3)?\s?(?:(\d{1,2})\s?日?)?$/u,
);

const numberOf = (text: string | undefined): number => (text === '元' ? 1 : Number(text));
const dayFrom = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

const writtenIn = (text: string): Written | null => {
  const last = yearLast.exec(text);
  if (last !== null)
    return { era: null, year: Number(last[4]), month: Number(last[3]), day: Number(last[1]), mark: last[2] ?? '' };
  const first = yearFirst.exec(text);
  if (first !== null)
    return { era: null, year: Number(first[1]), month: Number(first[3]), day: dayFrom(first[4]), mark: first[2] ?? '' };
  const named = ideographic().exec(text);
  return named === null
    ? null
    : {
        era: named[1] ?? null,
        year: numberOf(named[2]),
        month: Number(named[4]),
        day: dayFrom(named[5]),
        mark: named[3] ?? '',
      };
};

const isDate = ({ month: number, day }: Written): boolean =>
  number >= 1 && number <= 12 && (day === null || (day >= 1 && day <= 31));

/** Cells of a column that must be dates, and share of them. */
const leastCells = 2;
const leastShare = 0.9;

/** Years of both calendars overlap: these are told apart by what else a column holds. */
const firstOf = 1300;
const lastOf = 1499;
/** Of the lunar calendar these years are of today; of the solar one they are to come. */
const lunarFrom = 1420;
/** Of the solar calendar these years are of today; of the lunar one they are long past. */
const solarUpTo = 1410;
const solarFrom = 1330;

/** The calendar of three numbers, by what only one of them has. */
const calendarOfNumbers = (dates: readonly Written[]): OwnCalendar | null => {
  const years = dates.map(({ year }) => year);
  const [least, most] = [Math.min(...years), Math.max(...years)];
  // Years that count from 1912 have three digits since 2011; other numbers with such marks are seldom parted by strokes.
  if (least >= 80 && most >= 100 && most <= 150)
    return dates.every(({ mark, day }) => mark === '年' || (mark === '/' && day !== null)) ? 'minguo' : null;
  if (least < firstOf || most > lastOf) return null;
  if (most >= lunarFrom) return 'hijri';
  const hasLongMonth = dates.some(({ month: number, day }) => number <= 6 && day === 31);
  return hasLongMonth || (least >= solarFrom && most <= solarUpTo) ? 'jalali' : null;
};

/** A letter and three small numbers may be the code of a chapter: days of a month go beyond twelve. */
const areEras = (dates: readonly Written[], eraOf: EraFinder): boolean =>
  dates.every(({ era }) => era !== null && eraOf(era) !== null) &&
  (dates.some(({ mark, era }) => mark === '年' || (era?.length ?? 0) > 1) || dates.some(({ day }) => (day ?? 0) > 12));

/** The calendar that the cells of a column are written in; null where it is the common one, or they are no dates. */
export const ownCalendarOf = (texts: readonly string[], eraOf: EraFinder): OwnCalendar | null => {
  const filled = texts.map((text) => asciiDigits(text).trim()).filter((text) => text !== '');
  const [first = ''] = filled;
  if (filled.length < leastCells || first.length > 24 || !/\d/.test(first)) return null;
  const dates = filled.map(writtenIn).filter((date) => date !== null && isDate(date)) as readonly Written[];
  if (dates.length < leastCells || dates.length < filled.length * leastShare) return null;
  if (dates.some(({ era }) => era !== null)) return areEras(dates, eraOf) ? 'eras' : null;
  return calendarOfNumbers(dates);
};

const convertedMonth = (
  convert: (year: number, month: number, day: number) => Day | null,
  date: Written,
): Period | null => {
  if (date.day !== null) return oneDay(convert(date.year, date.month, date.day));
  const [from, to] = [convert(date.year, date.month, 1), convert(date.year, date.month, 29)];
  return from === null || to === null ? null : { from, to };
};

/** Reads a cell in the calendar of its column; null where it is no date in it. */
export const readOwnDate = (text: string, calendar: OwnCalendar, eraOf: EraFinder): Period | null => {
  const date = writtenIn(asciiDigits(text).trim());
  if (date === null || !isDate(date)) return null;
  if (calendar === 'hijri') return convertedMonth(fromHijri, date);
  if (calendar === 'jalali') return convertedMonth(fromJalali, date);
  const before = calendar === 'minguo' ? 1911 : eraOf(date.era ?? '');
  if (before === null) return null;
  const year = before + date.year;
  return date.day === null ? month(year, date.month) : oneDay(dayOf(year, date.month, date.day));
};
