import type { Day, Json } from '../model/basics.ts';
import { dayOfMillis } from '../time/day.ts';
import { type DateStyle, readPeriod } from '../time/written.ts';

/** Which end of a period a date that names only a year or a month stands for. */
export type PeriodEnd = 'first' | 'last';

/** Names of months in RFC 5322, whatever the language of the feed. */
const mailMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const style: DateStyle = {
  order: 'day-first',
  monthOf: (name) => {
    const month = mailMonths.indexOf(name.slice(0, 3)) + 1;
    return month === 0 ? null : { calendar: 'gregorian', month };
  },
};

const earliestMillis = Date.UTC(1990, 0, 1);
const latestMillis = Date.UTC(2200, 0, 1);

const ofMillis = (millis: number): Day | null =>
  millis >= earliestMillis && millis < latestMillis ? dayOfMillis(millis) : null;

/** A day of the week before a date, as RFC 5322 writes it, and a zone behind a year. */
const aroundDate = /^[A-Z][a-z]{2,8}, {0,2}|(?<=^\d{4})Z$/g;

/** A date with something behind it: `2014-05-03+02:00`, `03.05.2014 (draft)`. */
const beginning =
  /^(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{4}-\d{2}|\d{1,2}[ -][A-Z][a-z]{2,8}[ -]\d{4})(?![\d-])/;

const ofText = (text: string, end: PeriodEnd): Day | null => {
  const bare = text.replace(aroundDate, '');
  const found = readPeriod(bare, style) ?? readPeriod(beginning.exec(bare)?.[0] ?? '', style);
  return found === null ? null : end === 'first' ? found.from : found.to;
};

/**
 * The day that a catalogue's date stands for; null where it is no date. ISO 8601, RFC 5322, numbers of days, months,
 * quarters and years; what names no day stands for its first or last one.
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
