import type { Day } from '../model/basics.ts';
import { asciiDigits } from '../text/digits.ts';
import { evened } from '../text/fold.ts';
import { lazy } from '../text/lazy.ts';
import { inCalendar } from './calendars.ts';
import { dayOf, isYear } from './day.ts';
import type { MonthFinder } from './months.ts';
import { months, oneDay, type Period, years } from './period.ts';

/* A text that is a date and nothing else: a cell, a header, a field of a record. Dates in running text: `running-text.ts`. */

/** Order of day and month where only numbers are written. */
export type DateOrder = 'day-first' | 'month-first';

/** How dates are written that can be read in two ways, and the months that are known by name. */
export interface DateStyle {
  /** That of the column; null where there is none: then only those who leave out the century write the month first. */
  readonly order: DateOrder | null;
  /** Null where months are numbers. */
  readonly monthOf: MonthFinder | null;
}

/** Longer texts are no dates. */
const longest = 48;

const fullYear = (text: string): number =>
  text.length === 2 ? Number(text) + (Number(text) < 70 ? 2000 : 1900) : Number(text);

/** Years that count from the Buddha are 543 more. */
const buddhist = 543;

const dayIn = (year: number, month: number, day: number): Period | null => {
  if (year > 2400 && year < 2700) return oneDay(dayOf(year - buddhist, month, day));
  return isYear(year) ? oneDay(dayOf(year, month, day)) : null;
};

const monthsIn = (year: number, first: number, last: number): Period | null =>
  isYear(year) && first >= 1 ? months(year, first, last) : null;

/** Months that the parts of a year last by their letter: quarters in several languages, months, halves. */
const lengths: Readonly<Record<string, number>> = { q: 3, t: 3, k: 3, m: 1, h: 6, s: 6 };

const partOf = (year: string, letter: string, part: string): Period | null => {
  const length = lengths[letter.toLowerCase()] ?? 1;
  const last = Number(part) * length;
  return monthsIn(Number(year), last - length + 1, last);
};

const clock = String.raw`(?:[T ,]+\d{1,2}(?:[:.h]\d{2}){0,2}(?:[.,]\d{1,9})?(?: ?[ap]\.?m\.?)?(?: ?(?:z|utc|gmt|[+-]\d{2}:?\d{2}))?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${clock}$`, 'i');
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${clock}$`, 'i');
const yearMonth = /^(\d{4})[-/.](\d{1,2})$/;
const monthYear = /^(\d{1,2})[-/.](\d{4})$/;
const yearPart = /^(\d{4})[-/ .]?([qtkmhs])0?(\d{1,2})$/i;
const partYear = /^([qthk])([1-4])[-/ .]?(\d{4})$/i;
const countedPart = /^([1-4])\.? ?([qthk])[-/ .]?(\d{4})$/i;
const ideographic = /^(\d{4})[年년] ?(?:(\d{1,2})[月월] ?(?:(\d{1,2})[日일])?)?/;
const word = String.raw`([\p{L}\p{M}][\p{L}\p{M}.'’]{1,24})`;
const dayWordYear = lazy(
  () =>
    new RegExp(
      String.raw`^(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[-/ ,]{1,3}(?:de |of )?${word}[-/ ,]{1,3}(?:de |del )?(\d{4}|\d{2})${clock}$`,
      'iu',
    ),
);
const wordDayYear = lazy(
  () => new RegExp(String.raw`^${word}[-/ ]{1,2}(\d{1,2})(?:st|nd|rd|th)?[-/ ,]{1,3}(\d{4})${clock}$`, 'iu'),
);
const yearWordDay = lazy(() => new RegExp(String.raw`^(\d{4})[-/ ]{1,2}${word}[-/ ]{1,2}(\d{1,2})${clock}$`, 'iu'));
const wordYear = lazy(() => new RegExp(String.raw`^${word}[-/ ,]{1,3}(?:de )?(\d{4}|\d{2})$`, 'iu'));
const yearWord = lazy(() => new RegExp(String.raw`^(\d{4})[-/ ]{1,2}${word}$`, 'iu'));

/** `2015-07`, `2. Q. 2015`: what names no day is short. */
const longestPeriod = 10;

/** Those who leave out the century and part by slashes put the month first where nothing tells more. */
const orderOf = (order: DateOrder | null, separator: string, year: string): DateOrder =>
  order ?? (separator === '/' && year.length === 2 ? 'month-first' : 'day-first');

const ofParts = (text: string): Period | null => {
  const [, year, letter, part] = yearPart.exec(text) ?? [];
  if (year !== undefined && letter !== undefined && part !== undefined) return partOf(year, letter, part);
  const named = partYear.exec(text);
  if (named) return partOf(named[3] ?? '', named[1] ?? '', named[2] ?? '');
  const counted = countedPart.exec(text);
  return counted ? partOf(counted[3] ?? '', counted[2] ?? '', counted[1] ?? '') : null;
};

const ideographicDate = (text: string): Period | null => {
  const found = ideographic.exec(text);
  if (!found) return null;
  const [year, month] = [Number(found[1]), Number(found[2])];
  if (found[3] !== undefined) return dayIn(year, month, Number(found[3]));
  return found[2] === undefined ? monthsIn(year, 1, 12) : monthsIn(year, month, month);
};

const numeric = (text: string, order: DateOrder | null): Period | null => {
  const ymd = yearFirst.exec(text);
  if (ymd) return dayIn(Number(ymd[1]), Number(ymd[3]), Number(ymd[4]));
  const dmy = yearLast.exec(text);
  if (dmy) {
    const [a, b, year] = [Number(dmy[1]), Number(dmy[3]), dmy[4] ?? ''];
    const isMonthFirst = b > 12 || (a <= 12 && orderOf(order, dmy[2] ?? '', year) === 'month-first');
    return isMonthFirst ? dayIn(fullYear(year), a, b) : dayIn(fullYear(year), b, a);
  }
  if (text.length > longestPeriod) return ideographicDate(text);
  const ym = yearMonth.exec(text);
  if (ym) return monthsIn(Number(ym[1]), Number(ym[2]), Number(ym[2]));
  const my = monthYear.exec(text);
  if (my) return monthsIn(Number(my[2]), Number(my[1]), Number(my[1]));
  return ofParts(text) ?? ideographicDate(text);
};

/** The parts of a date whose month is a word: the year, the word, and the day where there is one. */
const wordedParts = (text: string): readonly [year: string, word: string, day: string | null] | null => {
  const [, d, dWord, dYear] = dayWordYear().exec(text) ?? [];
  if (d !== undefined) return [dYear ?? '', dWord ?? '', d];
  const [, mWord, mDay, mYear] = wordDayYear().exec(text) ?? [];
  if (mWord !== undefined) return [mYear ?? '', mWord, mDay ?? null];
  const [, y, yWord, yDay] = yearWordDay().exec(text) ?? [];
  if (y !== undefined) return [y, yWord ?? '', yDay ?? null];
  const [, name, year] = wordYear().exec(text) ?? [];
  if (name !== undefined) return [year ?? '', name, null];
  const [, first, last] = yearWord().exec(text) ?? [];
  return first === undefined ? null : [first, last ?? '', null];
};

const worded = (text: string, monthOf: MonthFinder): Period | null => {
  const [year, name, day] = wordedParts(text) ?? [];
  if (year === undefined || name === undefined || day === undefined) return null;
  const month = monthOf(evened(name)) ?? monthOf(evened(name.replace(/\.$/, '')));
  if (month === null) return null;
  const found = inCalendar(month, fullYear(year), day === null ? null : Number(day));
  // A month without that day is no date here: the whole text was to be one.
  return day !== null && found?.from !== found?.to ? null : found;
};

/**
 * Reads a date as people write it: a day, with or without a clock time, a month, a part of a year or a year that a sign
 * marks. Whole numbers are none here: `2019` and `20190501` are told by their column, or read by `readPeriod`.
 *
 * @returns null where the text is no date, or no day of the calendar.
 */
export const readDate = (text: string, { order, monthOf }: DateStyle): Period | null => {
  if (text.length < 4 || text.length > longest) return null;
  const plain = asciiDigits(text).trim();
  if (!/\d/.test(plain)) return null;
  const date = numeric(plain, order);
  return date !== null || monthOf === null || !/\p{L}\.?\p{L}/u.test(plain) ? date : worded(plain, monthOf);
};

const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(?:[01]\d|2[0-4])[0-5]\d(?:[0-5]\d)?Z?)?$/;

/**
 * Reads a text that is said to be a date: as `readDate` does, or a whole number, which is a year or a day written
 * `20190501`, with or without a clock time.
 */
export const readPeriod = (text: string, style: DateStyle): Period | null => {
  const plain = asciiDigits(text).trim();
  if (/^\d{4}$/.test(plain)) return isYear(Number(plain)) ? years(Number(plain), Number(plain)) : null;
  const day = compact.exec(plain);
  if (day) return dayIn(Number(day[1]), Number(day[2]), Number(day[3]));
  return readDate(plain, style);
};

/** Does a numeric date say which order it is in? */
export const dateOrderOf = (text: string): DateOrder | null => {
  const match = yearLast.exec(asciiDigits(text).trim());
  if (!match) return null;
  if (Number(match[1]) > 12) return 'day-first';
  return Number(match[3]) > 12 ? 'month-first' : null;
};

/** A clock time beside a day, in its hours and minutes. */
const clockTime = /(?:^|\D)(\d{1,2}):(\d{2})(?:.{0,10} ?([ap])\.?m\b)?|^\d{8}T?(\d{2})(\d{2})(?:\d{2})?Z?$/i;

/** Does a text tell a time of the day? Midnight is what programs write beside a day that has none. */
export const hasClock = (text: string): boolean => {
  const found = clockTime.exec(text.trim());
  if (found === null) return false;
  const [hours, minutes] = [found[1] ?? found[4], found[2] ?? found[5]].map(Number);
  const isMidnight = minutes === 0 && (hours === 0 || (hours === 12 && found[3]?.toLowerCase() === 'a'));
  return !isMidnight;
};

/** Could this whole number be a day written `20190501`? Told without making its text. */
export const isCompactDay = (value: number): boolean => {
  if (value < 15000101 || value > 21991231) return false;
  const day = value % 100;
  const month = Math.floor(value / 100) % 100;
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  return day <= 28 || dayOf(Math.floor(value / 10000), month, day) !== null;
};

/** Reads `20190501` as a day. */
export const readCompactDay = (value: number): Day | null =>
  isCompactDay(value) ? dayOf(Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100) : null;
