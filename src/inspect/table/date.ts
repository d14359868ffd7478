import type { Day } from '../../model/basics.ts';
import { asciiDigits } from '../../text/digits.ts';

/** The days a written date covers: one, a month, a quarter or a year. */
export interface ReadDate {
  readonly from: Day;
  readonly to: Day;
}

/** Order of day and month where only numbers are written. */
export type DateOrder = 'day-first' | 'month-first';

/** Longer texts are no dates. */
const LONGEST = 48;

const two = (value: number): string => String(value).padStart(2, '0');
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lastOf = (year: number, month: number): number =>
  month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0) ? 29 : (lengths[month - 1] ?? 0);

const isYear = (year: number): boolean => year >= 1500 && year <= 2199;
const fullYear = (text: string): number =>
  text.length === 2 ? Number(text) + (Number(text) < 70 ? 2000 : 1900) : Number(text);

const day = (year: number, month: number, dayOfMonth: number): ReadDate | null => {
  if (!isYear(year) || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > lastOf(year, month)) return null;
  const text = `${year}-${two(month)}-${two(dayOfMonth)}`;
  return { from: text, to: text };
};

const months = (year: number, first: number, last: number): ReadDate | null =>
  isYear(year) && first >= 1 && last <= 12
    ? { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${lastOf(year, last)}` }
    : null;

const time = String.raw`(?:[T ,]+\d{1,2}(?:[:.h]\d{2}){0,2}(?:[.,]\d{1,9})?(?: ?[ap]\.?m\.?)?(?: ?(?:z|utc|gmt|[+-]\d{2}:?\d{2}))?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${time}$`, 'i');
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${time}$`, 'i');
const yearMonth = /^(\d{4})[-/.](\d{1,2})$/;
const monthYear = /^(\d{1,2})[-/.](\d{4})$/;
const quarter = /^(?:(\d{4})[-/ ]?[qt]([1-4])|[qt]([1-4])[-/ ]?(\d{4}))$/i;
const ideographic = /^(\d{4})[年년] ?(?:(\d{1,2})[月월] ?(?:(\d{1,2})[日일])?)?/;
const word = String.raw`([\p{L}\p{M}][\p{L}\p{M}.'’]{1,24})`;
const dayWordYear = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[-/ ,]{1,3}(?:de |of )?${word}[-/ ,]{1,3}(?:de |del )?(\d{4}|\d{2})${time}$`,
  'iu',
);
const wordDayYear = new RegExp(String.raw`^${word}[-/ ]{1,2}(\d{1,2})(?:st|nd|rd|th)?[-/ ,]{1,3}(\d{4})${time}$`, 'iu');
const yearWordDay = new RegExp(String.raw`^(\d{4})[-/ ]{1,2}${word}[-/ ]{1,2}(\d{1,2})${time}$`, 'iu');
const wordYear = new RegExp(String.raw`^${word}[-/ ,]{1,3}(?:de )?(\d{4}|\d{2})$`, 'iu');
const yearWord = new RegExp(String.raw`^(\d{4})[-/ ]{1,2}${word}$`, 'iu');

const numeric = (text: string, order: DateOrder): ReadDate | null => {
  const ymd = yearFirst.exec(text);
  if (ymd) return day(Number(ymd[1]), Number(ymd[3]), Number(ymd[4]));
  const dmy = yearLast.exec(text);
  if (dmy) {
    const [a, b] = [Number(dmy[1]), Number(dmy[3])];
    const isMonthFirst = b > 12 || (a <= 12 && order === 'month-first');
    return isMonthFirst ? day(fullYear(dmy[4] ?? ''), a, b) : day(fullYear(dmy[4] ?? ''), b, a);
  }
  const ym = yearMonth.exec(text);
  if (ym) return months(Number(ym[1]), Number(ym[2]), Number(ym[2]));
  const my = monthYear.exec(text);
  if (my) return months(Number(my[2]), Number(my[1]), Number(my[1]));
  const q = quarter.exec(text);
  if (q) {
    const number = Number(q[2] ?? q[3]);
    return months(Number(q[1] ?? q[4]), number * 3 - 2, number * 3);
  }
  const cjk = ideographic.exec(text);
  if (!cjk) return null;
  const [year, month] = [Number(cjk[1]), Number(cjk[2])];
  if (cjk[3] !== undefined) return day(year, month, Number(cjk[3]));
  return cjk[2] === undefined ? months(year, 1, 12) : months(year, month, month);
};

/** Numbers of the months by their names, from twelve lists of names. */
export const monthIndex = (names: readonly (readonly string[])[]): ReadonlyMap<string, number> =>
  new Map(names.flatMap((list, index) => list.map((name) => [name, index + 1] as const)));

const worded = (text: string, monthsByName: ReadonlyMap<string, number>): ReadDate | null => {
  const month = (name: string | undefined): number =>
    monthsByName.get((name ?? '').toLowerCase().replace(/\.$/, '')) ?? 0;
  const dmy = dayWordYear.exec(text);
  if (dmy && month(dmy[2]) > 0) return day(fullYear(dmy[3] ?? ''), month(dmy[2]), Number(dmy[1]));
  const mdy = wordDayYear.exec(text);
  if (mdy && month(mdy[1]) > 0) return day(Number(mdy[3]), month(mdy[1]), Number(mdy[2]));
  const ymd = yearWordDay.exec(text);
  if (ymd && month(ymd[2]) > 0) return day(Number(ymd[1]), month(ymd[2]), Number(ymd[3]));
  const my = wordYear.exec(text);
  if (my && month(my[1]) > 0) return months(fullYear(my[2] ?? ''), month(my[1]), month(my[1]));
  const ym = yearWord.exec(text);
  if (ym && month(ym[2]) > 0) return months(Number(ym[1]), month(ym[2]), month(ym[2]));
  return null;
};

/**
 * Reads a date as people write it. Whole numbers are never dates here: `2019` and `20190501` are told by their column.
 *
 * @returns null where the text is no date, or no day of the calendar.
 */
export const readDate = (
  text: string,
  monthsByName: ReadonlyMap<string, number>,
  order: DateOrder,
): ReadDate | null => {
  if (text.length < 4 || text.length > LONGEST) return null;
  const plain = asciiDigits(text).trim();
  if (!/\d/.test(plain)) return null;
  return numeric(plain, order) ?? (/\p{L}{2}/u.test(plain) ? worded(plain, monthsByName) : null);
};

/** Does a numeric date say which order it is in? */
export const dateOrderOf = (text: string): DateOrder | null => {
  const match = yearLast.exec(asciiDigits(text).trim());
  if (!match) return null;
  if (Number(match[1]) > 12) return 'day-first';
  return Number(match[3]) > 12 ? 'month-first' : null;
};

/** Could this whole number be a day written `20190501`? Told without making its text. */
export const isCompactDay = (value: number): boolean => {
  if (value < 15000101 || value > 21991231) return false;
  const dayOfMonth = value % 100;
  const month = Math.floor(value / 100) % 100;
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= lastOf(Math.floor(value / 10000), month);
};

/** Reads `20190501` as a day. */
export const readCompactDay = (value: number): Day | null =>
  isCompactDay(value)
    ? (day(Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100)?.from ?? null)
    : null;
