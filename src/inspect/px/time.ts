import { type Period, spanning } from '../../time/period.ts';
import { readPeriod } from '../../time/written.ts';

/** The period of all values together, in whatever order; null where one of them is none. */
export const periodOfValues = (values: readonly string[]): Period | null => {
  const periods = values.map((value) => readPeriod(value, { order: null, monthOf: null }));
  const read = periods.filter((period) => period !== null);
  return read.length < periods.length ? null : spanning(read);
};
