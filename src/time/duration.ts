import type { Day } from '../model/basics.ts';

const pattern = /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T.{1,20})?$/;

/**
 * A day moved by an ISO 8601 duration; parts of a day do not move it. Months keep to their last day: 31 January and a
 * month is 28 or 29 February.
 *
 * @throws Error where the duration cannot be read, which is a defect of the data files.
 */
export const plus = (day: Day, duration: string): Day => {
  const parts = pattern.exec(duration);
  if (parts === null || duration === 'P') throw new Error(`${duration} is not an ISO 8601 duration.`);
  const [years, months, weeks, days] = parts.slice(1, 5).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const target = new Date(Date.UTC(year + years, month - 1 + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(date, last) + weeks * 7 + days);
  return target.toISOString().slice(0, 10);
};

/** Days from one day to another. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Days that an ISO 8601 duration of one unit allows between two dates: a month has 31 at most, a year 366. */
export const daysAllowed = (duration: string): number => {
  const [, count = '1', unit = 'D'] = /^P(\d+)([DWMY])$/.exec(duration) ?? [];
  return Number(count) * ({ D: 1, W: 7, M: 31, Y: 366 }[unit] ?? 1);
};
