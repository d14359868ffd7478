import type { Day } from '../model/basics.ts';
import { dayOf, lengthOf } from '../time/day.ts';

/** The day so many months before another, `P18M`; the last of its month where that is shorter. */
export const monthsBefore = (day: Day, duration: string): Day => {
  const count = Number(/^P(\d+)M$/.exec(duration)?.[1] ?? 0);
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) - count;
  const [inYear, inMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return dayOf(inYear, inMonth, Math.min(date, lengthOf(inYear, inMonth))) ?? day;
};
