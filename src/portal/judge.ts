import type { PortalBar, PortalInterval } from '../model/portal.ts';
import type { Verdict } from '../model/review.ts';

/**
 * The rule of intervals: Yes where all of what the value may be is on the good side of the bar, No where all of it is on the bad side,
 * else Unsure. Without an interval the value is exact. What has no bar is told and not judged.
 */
export const judge = (
  value: number | null,
  interval: Pick<PortalInterval, 'low' | 'high'> | null,
  bar: Pick<PortalBar, 'at' | 'direction'> | null,
): Verdict | null => {
  if (bar === null) return null;
  if (value === null && interval === null) return 'Unsure';
  const { low, high } = interval ?? { low: value ?? 0, high: value ?? 0 };
  const isOver = bar.direction === 'at-least';
  if (isOver ? low >= bar.at : high <= bar.at) return 'Yes';
  if (isOver ? high < bar.at : low > bar.at) return 'No';
  return 'Unsure';
};
