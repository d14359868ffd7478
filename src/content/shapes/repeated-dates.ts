import type { Ground } from '../../model/check.ts';
import { dayOf, daysSince1970, isYear } from '../../time/day.ts';
import { columnGround } from '../columns.ts';
import type { ReadColumn, ReadTable, Unit } from '../reading.ts';

/* Moments that stand neither in a column of dates nor in headers: in lists within a cell, and in elements that repeat. */

/** How far apart the dates of a series are, how far they reach, both in days, and where that was read. */
export interface Spacing {
  readonly days: number;
  readonly span: number;
  readonly ground: Ground;
}

const moment = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(?:\d{2})?)?$/;
const minutesOfDay = 24 * 60;

/** A moment as days since 1970 with parts of a day, null where the text is none; what its clock is set to does not matter. */
export const momentOf = (text: string): number | null => {
  const found = moment.exec(text.trim()) ?? compact.exec(text.trim());
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map((part) => Number(part ?? 0));
  const date = isYear(year) ? dayOf(year, month, day) : null;
  if (date === null || hour > 24 || minute > 59) return null;
  return daysSince1970(date) + (hour * 60 + minute) / minutesOfDay;
};

const isMoment = (value: number | null): value is number => value !== null;

/** The middle of the steps between moments; null where there are fewer than two different ones. */
const stepOf = (moments: readonly number[]): number | null => {
  const sorted = [...new Set(moments)].sort((one, other) => one - other);
  const steps = sorted.slice(1).map((value, at) => value - (sorted[at] ?? value));
  return steps.sort((one, other) => one - other)[Math.floor(steps.length / 2)] ?? null;
};

const spacingOf = (moments: readonly number[], ground: Ground): Spacing | null => {
  const step = stepOf(moments);
  return step === null ? null : { days: step, span: Math.max(...moments) - Math.min(...moments), ground };
};

/** What joins the items of a list within a cell. */
const between = ' | ';
const mostRows = 200;

const listIn = (table: ReadTable, column: ReadColumn): Spacing | null => {
  if (column.type !== 'text' || !column.examples.some((value) => value.includes(between))) return null;
  const lists = table.table.sample
    .slice(0, mostRows)
    .map((row) => (row[column.index] ?? '').split(between).map(momentOf));
  const dated = lists.filter((list) => list.length > 1 && list.every(isMoment));
  const longest = dated
    .map((list) => spacingOf(list.filter(isMoment), columnGround(table, column)))
    .filter((one) => one !== null);
  return longest.sort((one, other) => other.span - one.span)[0] ?? null;
};

/** The series of moments that cells of a table list. */
export const listedDates = (table: ReadTable): readonly Spacing[] =>
  table.columns.map((column) => listIn(table, column)).filter((spacing) => spacing !== null);

/** As many elements under one name are a series, and a few of them are seen. */
const leastElements = 3;

const lastStep = (path: string): string => path.split(/[./@\][]+/).at(-1) ?? '';

/** Does a column of a table hold all moments of an element, from the first to the last? */
const isInTable = (path: string, { tables }: Unit['inspection']): boolean =>
  tables.some(({ columns }) => columns.some(({ name, dates }) => dates !== null && lastStep(name) === lastStep(path)));

/**
 * The series of moments that an element repeats, of which no table has all: only its first ones are known, and that there are so many. Steps that are
 * not all alike, such as days on which something happened, tell nothing of those that were not seen.
 */
export const repeatedDates = ({ evidence, inspection }: Unit): readonly Spacing[] =>
  inspection.keys.flatMap(({ path, count, examples }) => {
    const moments = examples.map(momentOf);
    if (count < leastElements || moments.length < leastElements || !moments.every(isMoment)) return [];
    if (isInTable(path, inspection)) return [];
    const steps = moments.slice(1).map((value, at) => value - (moments[at] ?? value));
    const [step = 0] = steps;
    if (step <= 0 || steps.some((one) => Math.abs(one - step) > 1 / minutesOfDay)) return [];
    const quote = `${examples[0]} … (${count})`;
    return [{ days: step, span: step * (count - 1), ground: { evidence, part: path, quote } }];
  });
