import type { FailIf, PortalReport } from '../model/portal.ts';

/** Is a bar of the caller's missed: certainly, certainly not, or can it not be told? */
export interface FailIfOutcome {
  readonly outcome: 'yes' | 'no' | 'unknown';
  readonly says: string;
}

const holds = ({ sign, value }: FailIf, at: number): boolean => {
  switch (sign) {
    case '>':
      return at > value;
    case '>=':
      return at >= value;
    case '<':
      return at < value;
    case '<=':
      return at <= value;
  }
};

/** Holds a report against a bar: missed where all of what the value may be misses it. */
export const failIfOutcome = ({ processes }: Pick<PortalReport, 'processes'>, bar: FailIf): FailIfOutcome => {
  const found = processes.flatMap(({ indicators }) => indicators).find(({ id }) => id === bar.indicator);
  if (found === undefined || (found.value === null && found.interval === null))
    return { outcome: 'unknown', says: `it cannot be told: ${found?.says ?? 'there is no such indicator'}` };
  const { low, high } = found.interval ?? { low: found.value ?? 0, high: found.value ?? 0 };
  const [atLow, atHigh] = [holds(bar, low), holds(bar, high)];
  if (atLow && atHigh) return { outcome: 'yes', says: found.says };
  return atLow || atHigh
    ? { outcome: 'unknown', says: `it cannot be told: ${found.says}` }
    : { outcome: 'no', says: found.says };
};
