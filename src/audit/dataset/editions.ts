import type { Provenance } from '../../model/records.ts';
import { comparable } from '../../text/fold.ts';

/** Editions that are needed before they show a rhythm. */
const leastEditions = 4;

/** Gaps that are this much longer than the usual one are no rhythm. */
const steady = 1.6;

const daysInMonth = 30.4;

/**
 * The days between the editions of one series that titles name with their months; null where too few do, or where they follow
 * one another in no rhythm.
 */
export const editionsApart = (
  own: Provenance['edition'],
  others: readonly NonNullable<Provenance['edition']>[],
): number | null => {
  if (own === undefined) return null;
  const name = comparable(own.series);
  const months = [own, ...others]
    .filter(({ at, series }) => at % 100 !== 0 && comparable(series) === name)
    .map(({ at }) => Math.floor(at / 100) * 12 + (at % 100));
  const sorted = [...new Set(months)].sort((left, right) => left - right);
  if (sorted.length < leastEditions) return null;
  const gaps = sorted
    .slice(1)
    .map((month, index) => month - (sorted[index] ?? month))
    .sort((left, right) => left - right);
  const [median, longest] = [gaps[Math.floor(gaps.length / 2)] ?? 0, gaps.at(-1) ?? 0];
  return longest <= median * steady ? Math.round(median * daysInMonth) : null;
};
