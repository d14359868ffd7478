import type { Day } from '../../model/basics.ts';
import { normalise } from '../words.ts';
import { dayOf, fromHijri, fromJalali, lengthOf } from './calendars.ts';
import type { DateWords, NamedMonth } from './words.ts';

/** A date or period as it stands in a text. */
export interface Expression {
  readonly from: Day;
  readonly to: Day;
  readonly quote: string;
  /** Where it begins in the text that was read. */
  readonly at: number;
  /** Two readings are possible, and the later was taken. */
  readonly ambiguous: boolean;
}

/** What is needed to read dates: names of months, and how the text writes the others. */
export interface DateReader {
  readonly words: DateWords;
  readonly monthOf: (name: string) => NamedMonth | null;
}

/** Years that data is about; other numbers of four digits are not years. */
const isYear = (year: number): boolean => year >= 1700 && year <= 2099;

/** Where the zero of a script's digits stands. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];

/** Decimal digits of other scripts as ASCII, character for character, so that places in the text stay. */
const plainDigits = (text: string): string =>
  text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (zeros.findLast((zero) => zero <= code) ?? code));
  });

/** Prepares a text for `readDates`: places in the result are places in this. */
export const dateText = (text: string): string => plainDigits(normalise(text));

const month = (year: number, number: number): { from: Day; to: Day } | null => {
  const from = dayOf(year, number, 1);
  const to = from === null ? null : dayOf(year, number, lengthOf(year, number));
  return from === null || to === null ? null : { from, to };
};

const months = (year: number, first: number, last: number): { from: Day; to: Day } | null => {
  const [from, to] = [month(year, first), month(year, last)];
  return from === null || to === null ? null : { from: from.from, to: to.to };
};

const oneDay = (day: Day | null): { from: Day; to: Day } | null => (day === null ? null : { from: day, to: day });

type Found = { readonly from: Day; readonly to: Day; readonly ambiguous?: boolean } | null;

/** A pattern and what its groups come to. Each is linear: bounded repeats, no nesting. */
interface Rule {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, reader: DateReader, text: string) => Found;
}

const n = (text: string | undefined): number => Number(text ?? Number.NaN);

const inEra = (name: string, year: string, reader: DateReader): number | null => {
  const era = reader.words.eras.find(({ names }) => names.includes(name));
  return era === undefined ? null : era.before + (year === '元' ? 1 : Number(year));
};

const eastAsian: Rule = {
  pattern:
    /(令和|平成|昭和|大正|民國|民国)?\s?(\d{1,4}|元)\s?[年년]\s?(?:(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日일])?)?/g,
  read: ([, era, years, months_, day], reader) => {
    const year = era === undefined ? n(years) : inEra(era, years ?? '', reader);
    if (year === null || !isYear(year)) return null;
    if (months_ === undefined) return months(year, 1, 12);
    return day === undefined ? month(year, n(months_)) : oneDay(dayOf(year, n(months_), n(day)));
  },
};

const iso: Rule = {
  pattern: /(?<![\d/.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])/g,
  read: ([, year, , mid, last]) => {
    const y = n(year);
    if (isYear(y)) return oneDay(dayOf(y, n(mid), n(last)));
    if (y > 2400 && y < 2700) return oneDay(dayOf(y - 543, n(mid), n(last)));
    if (y >= 1300 && y < 1420) return oneDay(fromJalali(y, n(mid), n(last)));
    return y >= 1420 && y < 1500 ? oneDay(fromHijri(y, n(mid), n(last))) : null;
  },
};

/** Does the text itself show in which order days and months stand? */
const orderIn = (text: string): 'day-first' | 'month-first' | null => {
  for (const [, first, second] of text.matchAll(/(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}(?!\d)/g)) {
    if (n(first) > 12) return 'day-first';
    if (n(second) > 12) return 'month-first';
  }
  return null;
};

const numeric: Rule = {
  pattern: /(?<![\d/.-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d/-])/g,
  read: ([, first, separator, second, year], _, text) => {
    const y = n(year) > 2400 && n(year) < 2700 ? n(year) - 543 : n(year);
    if (!isYear(y)) return null;
    const [dayFirst, monthFirst] = [dayOf(y, n(second), n(first)), dayOf(y, n(first), n(second))];
    const order = separator === '.' ? 'day-first' : orderIn(text);
    if (order === 'day-first' || monthFirst === null || n(first) === n(second)) return oneDay(dayFirst);
    if (order === 'month-first' || dayFirst === null) return oneDay(monthFirst);
    const [from, to] = dayFirst < monthFirst ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
    return { from, to, ambiguous: true };
  },
};

const quarter: Rule = {
  pattern: /(?<![\p{L}\d])(?:q([1-4])[ /-]?(\d{4})|(\d{4})[ /-]?q([1-4]))(?!\d)/gu,
  read: ([, q1, y1, y2, q2]) => {
    const [year, q] = [n(y1 ?? y2), n(q1 ?? q2)];
    return isYear(year) ? months(year, q * 3 - 2, q * 3) : null;
  },
};

const compact: Rule = {
  pattern: /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})?(?!\d)/g,
  read: ([, year, mid, day]) => (day === undefined ? month(n(year), n(mid)) : oneDay(dayOf(n(year), n(mid), n(day)))),
};

/** `2019-2020`, `2011/12`: years, seasons and financial years; the second of two digits must follow the first. */
const range: Rule = {
  pattern: /(?<![\d/.-])(\d{4})\s?[-–/]\s?(\d{4}|\d{2})(?![\d/.-])/g,
  read: ([, first, second]) => {
    const from = n(first);
    if (!isYear(from)) return null;
    if (second?.length === 4) return isYear(n(second)) && n(second) >= from ? years(from, n(second)) : null;
    if (n(second) === (from + 1) % 100) return years(from, from + 1);
    return month(from, n(second));
  },
};

const years = (from: number, to: number): Found => {
  const [first, last] = [dayOf(from, 1, 1), dayOf(to, 12, 31)];
  return first === null || last === null ? null : { from: first, to: last };
};

const monthYear: Rule = {
  pattern: /(?<![\d/.-])(\d{1,2})[/.-](\d{4})(?![\d/.-])/g,
  read: ([, number, year]) => (isYear(n(year)) ? month(n(year), n(number)) : null),
};

const soleYear: Rule = {
  pattern: /(?<![\d.,/-])((?:1[7-9]|20)\d{2}|25\d{2})(?![\d/-]|[.,]\d)/g,
  read: ([, year], reader, text) => {
    if (n(year) < 2100) return years(n(year), n(year));
    const isBuddhist = reader.words['year-marks'].buddhist.some((mark) => text.includes(mark));
    return isBuddhist ? years(n(year) - 543, n(year) - 543) : null;
  },
};

/** In this order: what an earlier rule took is not read again. */
const rules: readonly Rule[] = [eastAsian, iso, numeric, quarter, compact, range, monthYear, soleYear];

const named = (text: string, reader: DateReader): readonly Expression[] => {
  const tokens = [...text.matchAll(/[\p{L}\p{M}'.`ʻ‌]{2,24}|\d{1,4}/gu)].slice(0, 12_000);
  const found: Expression[] = [];
  for (const [i, token] of tokens.entries()) {
    const two = `${token[0]} ${tokens[i + 1]?.[0] ?? ''}`;
    const name = reader.monthOf(two) ?? reader.monthOf(token[0]) ?? reader.monthOf(token[0].replace(/\.$/, ''));
    if (name === null || /^\d/.test(token[0])) continue;
    const width = reader.monthOf(two) === null ? 1 : 2;
    const expression = around(tokens, i, width, name, text);
    if (expression !== null) found.push(expression);
  }
  return found;
};

const link = new Set([
  'de',
  'del',
  'do',
  'of',
  'ng',
  'la',
  'tháng',
  'năm',
  'พ.ศ',
  'พ.ศ.',
  'r',
  'г',
  'рік',
  'року',
  'года',
]);

/** The day before or after a month's name, and its year: `3 de mayo de 2021`, `May 3rd, 2021`, `2021 May`. */
const around = (
  tokens: readonly RegExpMatchArray[],
  i: number,
  width: number,
  name: NamedMonth,
  text: string,
): Expression | null => {
  const before = link.has(tokens[i - 1]?.[0] ?? '') ? i - 2 : i - 1;
  let after = i + width;
  while (after < i + width + 3 && link.has(tokens[after]?.[0] ?? '')) after += 1;
  const number = (index: number): number =>
    /^\d+$/.test(tokens[index]?.[0] ?? '') ? n(tokens[index]?.[0]) : Number.NaN;
  let [dayIndex, yearIndex] = [before, after];
  if (number(after) <= 31) {
    [dayIndex, yearIndex] = [after, after + 1];
    while (
      yearIndex < after + 3 &&
      (link.has(tokens[yearIndex]?.[0] ?? '') || /^(?:st|nd|rd|th)$/.test(tokens[yearIndex]?.[0] ?? ''))
    )
      yearIndex += 1;
  }
  const isPlausible = number(yearIndex) > 1300;
  if (!isPlausible && number(before) > 1300) [dayIndex, yearIndex] = [-1, before];
  const value = inCalendar(name, number(yearIndex), number(dayIndex) <= 31 ? number(dayIndex) : null);
  if (value === null) return null;
  const at = Math.min(
    tokens[i]?.index ?? 0,
    tokens[dayIndex]?.index ?? Number.POSITIVE_INFINITY,
    tokens[yearIndex]?.index ?? 0,
  );
  const last = tokens[Math.max(yearIndex, i + width - 1)];
  const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
  // Words of one date stand close together; a year further off belongs to something else.
  return end - at > 40 ? null : { ...value, quote: text.slice(at, end), at, ambiguous: false };
};

const inCalendar = (
  { calendar, month: number }: NamedMonth,
  year: number,
  day: number | null,
): { from: Day; to: Day } | null => {
  if (calendar === 'gregorian') {
    const y = year > 2400 && year < 2700 ? year - 543 : year;
    if (!isYear(y)) return null;
    return (day === null ? null : oneDay(dayOf(y, number, day))) ?? month(y, number);
  }
  if (!(year >= 1300 && year < 1500)) return null;
  const convert = calendar === 'hijri' ? fromHijri : fromJalali;
  if (day !== null) return oneDay(convert(year, number, day));
  const [from, to] = [convert(year, number, 1), convert(year, number, 29)];
  return from === null || to === null ? null : { from, to };
};

/** Intervals of ISO 8601 (`R/P1W`) are rhythms; nothing in them is a day. */
const withoutIntervals = (text: string): string =>
  text.replaceAll(/\br\d{0,4}\/p[\dymwdth.,]{1,24}/g, (found) => ' '.repeat(found.length));

/**
 * Every date and period in a text prepared by `dateText`, in the order they stand. Reads ISO and numeric forms, names of
 * months in many languages, East Asian and Japanese-era dates, Buddhist, Hijri and Jalali years, quarters, ranges and
 * financial years. Reads at most 60,000 characters.
 */
export const readDates = (prepared: string, reader: DateReader): readonly Expression[] => {
  const text = withoutIntervals(prepared.slice(0, 60_000));
  const found: Expression[] = [...named(text, reader)];
  const isTaken = (at: number, end: number): boolean =>
    found.some((one) => at < one.at + one.quote.length && end > one.at);
  for (const { pattern, read } of rules) {
    for (const match of text.matchAll(pattern)) {
      if (found.length >= 2_000) break;
      if (isTaken(match.index, match.index + match[0].length)) continue;
      const value = read(match as RegExpExecArray, reader, text);
      if (value !== null)
        found.push({
          from: value.from,
          to: value.to,
          ambiguous: value.ambiguous ?? false,
          quote: match[0],
          at: match.index,
        });
    }
  }
  return found.sort((a, b) => a.at - b.at);
};
