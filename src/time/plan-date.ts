import type { Day } from '../model/basics.ts';
import type { PlanDate } from '../model/commitments.ts';
import { dayOf, lengthOf } from './day.ts';

/* Plans name days, months and years: what begins in a month begins on its first day, what ends in one on its last. */

const partsOf = (date: PlanDate): readonly [year: number, month: number | null, day: number | null] => {
  const [year = '', month, day] = String(date).split('-');
  return [Number(year), month === undefined ? null : Number(month), day === undefined ? null : Number(day)];
};

/** @throws Error for a date that the schema does not let through. */
const sure = (day: Day | null, date: PlanDate): Day => {
  if (day === null) throw new Error(`${date} is no date of a plan.`);
  return day;
};

/** The first day of what a plan names. */
export const firstDay = (date: PlanDate): Day => {
  const [year, month, day] = partsOf(date);
  return sure(dayOf(year, month ?? 1, day ?? 1), date);
};

/** The last day of what a plan names. */
export const lastDay = (date: PlanDate): Day => {
  const [year, month, day] = partsOf(date);
  const inYear = month ?? 12;
  return sure(dayOf(year, inYear, day ?? lengthOf(year, inYear)), date);
};
