import type { Period } from '../period.ts';

/* Periods as statistical offices write them: `2013`, `2013Q4`, `2013T4`, `2013M07`, `2013-07`. */

const written = /^(\d{4})(?:[ ./-]?([QTKMHS])0?(\d{1,2})|[./-](\d{2}))?$/i;

/** Months that one period of a letter lasts: quarters, months, halves of a year. */
const months: Readonly<Record<string, number>> = { Q: 3, T: 3, K: 3, M: 1, H: 6, S: 6 };

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const two = (number: number): string => String(number).padStart(2, '0');

const periodIn = (value: string): Period | null => {
  const found = written.exec(value.trim());
  if (found === null) return null;
  const [, years = '', letter = 'M', numbered, month] = found;
  const year = Number(years);
  if (year < 1800 || year > 2200) return null;
  const part = numbered ?? month;
  if (part === undefined) return { from: `${years}-01-01`, to: `${years}-12-31` };
  const length = months[letter.toUpperCase()] ?? 1;
  const last = Number(part) * length;
  if (last < length || last > 12) return null;
  return {
    from: `${years}-${two(last - length + 1)}-01`,
    to: `${years}-${two(last)}-${lastDay(year, last)}`,
  };
};

/** The period of all values together, in whatever order; null where one of them is none. */
export const periodOfValues = (values: readonly string[]): Period | null => {
  const periods = values.map(periodIn);
  const read = periods.filter((period) => period !== null);
  if (read.length === 0 || read.length < periods.length) return null;
  return {
    from: read.reduce((first, { from }) => (from < first ? from : first), read[0]?.from ?? ''),
    to: read.reduce((last, { to }) => (to > last ? to : last), read[0]?.to ?? ''),
  };
};
