import { asciiDigits } from '../text/digits.ts';
import { evened } from '../text/fold.ts';
import { fromHijri, fromJalali } from './calendars.ts';
import { dayOf, isLoneYear, isYear } from './day.ts';
import type { DateReader, Expression } from './expression.ts';
import { namedDates } from './named.ts';
import { month, months, oneDay, type Period, years } from './period.ts';

/** Prepares a text for `readDates`: places in the result are places in this. */
export const dateText = (text: string): string => asciiDigits(evened(text));

type Found = (Period & { readonly ambiguous?: boolean }) | null;

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

const vietnamese: Rule = {
  pattern: /(?:ngày\s?(\d{1,2})\s)?tháng\s?(\d{1,2})\s?(?:năm\s|\/\s?)(\d{4})/g,
  read: ([, day, number, year]) =>
    day === undefined ? month(n(year), n(number)) : oneDay(dayOf(n(year), n(number), n(day))),
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
    if (!isLoneYear(from)) return null;
    if (second?.length === 4) return isLoneYear(n(second)) && n(second) >= from ? years(from, n(second)) : null;
    if (n(second) === (from + 1) % 100) return years(from, from + 1);
    return month(from, n(second));
  },
};

const monthYear: Rule = {
  pattern: /(?<![\d/.-])(\d{1,2})[/.-](\d{4})(?![\d/.-])/g,
  read: ([, number, year]) => (isYear(n(year)) ? month(n(year), n(number)) : null),
};

/** Does a year's own calendar stand right behind it, or before it? */
const isMarked = (text: string, match: RegExpExecArray, marks: readonly string[]): boolean => {
  const [before, after] = [
    text.slice(Math.max(0, match.index - 8), match.index),
    text.slice(match.index + 4, match.index + 20),
  ];
  return marks.some((mark) => after.trimStart().startsWith(mark) || before.replace(/[.\s]+$/, '').endsWith(mark));
};

const yearOf = (convert: typeof fromHijri, year: number): Period | null => {
  const [from, to] = [convert(year, 1, 1), convert(year, 12, 29)];
  return from === null || to === null ? null : { from, to };
};

const soleYear: Rule = {
  pattern: /(?<![\d.,/]|\d-)((?:1[3-9]|20|25)\d{2})(?![\d/]|-\d|[.,]\d)/g,
  read: (match, reader, text) => {
    const year = n(match[1]);
    const marks = reader.words['year-marks'];
    if (year > 2400) return isMarked(text, match, marks.buddhist) ? years(year - 543, year - 543) : null;
    if (year >= 1500) return isLoneYear(year) ? years(year, year) : null;
    if (isMarked(text, match, marks.jalali)) return yearOf(fromJalali, year);
    return isMarked(text, match, marks.hijri) ? yearOf(fromHijri, year) : null;
  },
};

/** In this order: what an earlier rule took is not read again. */
const rules: readonly Rule[] = [eastAsian, vietnamese, iso, numeric, quarter, compact, range, monthYear, soleYear];

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
  const found: Expression[] = [...namedDates(text, reader)];
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
