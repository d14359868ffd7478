import type { FetchUsage } from '../model/exchange.ts';

/** What a run may cost at most. */
export interface Budget {
  /** Takes one request; false when none is left. */
  readonly take: () => boolean;
  /** Counts bytes of payload; false when they are used up. */
  readonly spend: (bytes: number) => boolean;
  /** Bytes that are left. */
  readonly room: () => number;
  readonly usage: () => FetchUsage;
}

export const openBudget = (most: FetchUsage): Budget => {
  let requests = 0;
  let bytes = 0;
  return {
    take: () => {
      if (requests >= most.requests) return false;
      requests += 1;
      return true;
    },
    spend: (received) => {
      bytes += received;
      return bytes < most.bytes;
    },
    room: () => Math.max(0, most.bytes - bytes),
    usage: () => ({ requests, bytes }),
  };
};
