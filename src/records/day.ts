import type { Day, Json } from '../model/basics.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const dayFrom = (year: number, month: number, day: number): Day | null =>
  isDay(year, month, day) ? `${year}-${pad(month)}-${pad(day)}` : null;

const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Which end of a period a date that names only a year or a month stands for. */
export type PeriodEnd = 'first' | 'last';

const ofYear = (year: number, end: PeriodEnd): Day | null =>
  dayFrom(year, end === 'first' ? 1 : 12, end === 'first' ? 1 : 31);

const ofMonth = (year: number, month: number, end: PeriodEnd): Day | null =>
  month < 1 || month > 12 ? null : dayFrom(year, month, end === 'first' ? 1 : lastOfMonth(year, month));

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** RFC 822 and 1123, as feeds and HTTP headers write it: `Tue, 03 Jun 2014 09:39:21 GMT`. */
const ofMail = (text: string): Day | null => {
  const match = /^(?:[A-Z][a-z]{2,8}, {0,2})?(\d{1,2})[ -]([A-Z][a-z]{2})[a-z]{0,6}[ -](\d{4})\b/.exec(text);
  if (match === null) return null;
  return dayFrom(Number(match[3]), englishMonths.indexOf((match[2] ?? '').toLowerCase()) + 1, Number(match[1]));
};

const earliestMillis = Date.UTC(1990, 0, 1);
const latestMillis = Date.UTC(2200, 0, 1);

const ofMillis = (millis: number): Day | null =>
  millis >= earliestMillis && millis < latestMillis ? new Date(millis).toISOString().slice(0, 10) : null;

const ofText = (text: string, end: PeriodEnd): Day | null => {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(text);
  if (iso !== null) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const basic = /^(\d{4})(\d{2})(\d{2})(?:T|$)/.exec(text);
  if (basic !== null) return dayFrom(Number(basic[1]), Number(basic[2]), Number(basic[3]));
  const month = /^(\d{4})-(\d{2})(?!\d)/.exec(text);
  if (month !== null) return ofMonth(Number(month[1]), Number(month[2]), end);
  const year = /^(\d{4})Z?$/.exec(text);
  if (year !== null) return ofYear(Number(year[1]), end);
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})\b/.exec(text);
  // Day first, as nearly everywhere; where only month first makes a day of it, month first.
  if (local !== null) {
    const [first, second, ofYearWritten] = [Number(local[1]), Number(local[2]), Number(local[3])];
    return dayFrom(ofYearWritten, second, first) ?? dayFrom(ofYearWritten, first, second);
  }
  return ofMail(text);
};

/**
 * The day that a catalogue's date stands for; null where it is no date. ISO 8601, RFC 822, numbers of days, months
 * and years; a year or month alone stands for its first or last day.
 */
export const dayOf = (value: Json | undefined, end: PeriodEnd = 'first'): Day | null => {
  if (typeof value !== 'string') return null;
  const text = value.trim().slice(0, 64);
  return /^\d{12,14}$/.test(text) ? (ofMillis(Number(text)) ?? ofText(text.slice(0, 8), end)) : ofText(text, end);
};

/** The day of a moment counted in seconds or milliseconds since 1970. */
export const dayOfEpoch = (value: Json | undefined): Day | null => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  // Ten digits are seconds until the year 2286; milliseconds have thirteen since 2001.
  return ofMillis(value < 1e11 ? value * 1000 : value);
};

/** A period written as `from/to`, `from - to` with ISO dates, or a single year or month; null where it is none. */
export const periodOf = (text: string): { readonly from: Day | null; readonly to: Day | null } | null => {
  const parts = text
    .trim()
    .slice(0, 120)
    .split(/\/(?=\d{4}|\.\.|$)|\s+(?:-|–|to|until)\s+|(?<=\d{4})[-–](?=\d{4}\b)/);
  const [first, last] = parts.length === 1 ? [parts[0], parts[0]] : [parts[0], parts[1]];
  const from = dayOf(first?.trim(), 'first');
  const to = dayOf(last?.trim(), 'last');
  return from === null && to === null ? null : { from, to };
};
