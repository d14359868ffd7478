import type { Column } from '../model/inspection.ts';
import { daysSince1970, isLoneYear } from '../time/day.ts';
import type { MonthFinder } from '../time/months.ts';
import type { Period as Days } from '../time/period.ts';
import { hasClock, readPeriod } from '../time/written.ts';

/** A period as a cell or header names it: its first day, counted from 1970, and how many days it lasts. */
export interface DayRange {
  readonly start: number;
  readonly days: number;
}

const hour = 1 / 24;

const lengthOf = ({ from, to }: Days): number => daysSince1970(to) - daysSince1970(from) + 1;

/** How a column writes its dates, and the months that are known by name. */
export interface PeriodStyle {
  readonly dateOrder?: Column['dateOrder'] | undefined;
  readonly monthOf?: MonthFinder | undefined;
}

/**
 * Reads a year, quarter, month, day or moment; null where the text is none of these, nor a number that is likely a year.
 * A clock time beside the day means that the day has many of them.
 */
export const periodOf = (cell: string, { dateOrder, monthOf }: PeriodStyle = {}): DayRange | null => {
  const text = cell.trim();
  if (/^\d{4}$/.test(text) && !isLoneYear(Number(text))) return null;
  const found = readPeriod(text, { order: dateOrder ?? null, monthOf: monthOf ?? null });
  return found === null ? null : { start: daysSince1970(found.from), days: hasClock(text) ? hour : lengthOf(found) };
};

/** The year that a header carries among other words: `2010_BUDGET`, `Emissions 2014`. */
export const yearIn = (header: string): DayRange | null => {
  const found = /(?:^|[^\d])(\d{4})(?:$|[^\d])/.exec(header)?.[1];
  return found === undefined ? null : periodOf(found);
};

/** The middle of the gaps between dates, in days; null where there are fewer than two different ones. */
export const medianGap = (starts: readonly number[]): number | null => {
  const days = [...new Set(starts)].sort((one, other) => one - other);
  const gaps = days
    .slice(1)
    .map((day, at) => day - (days[at] ?? day))
    .sort((one, other) => one - other);
  return gaps[Math.floor(gaps.length / 2)] ?? null;
};
