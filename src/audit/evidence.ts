import type { Exchange, Fetch, FetchRequest, FetchUsage } from '../model/exchange.ts';
import type { EvidenceId } from '../model/observation.ts';

/** An exchange with the number a review cites it by. */
export interface Entry {
  readonly id: EvidenceId;
  readonly exchange: Exchange;
}

/** Numbers everything that one review asks for, in the order it was asked, and keeps to the review's allowance. */
export interface Ledger {
  /** Asks once for each address; the same address again is the same evidence. */
  readonly ask: (request: FetchRequest) => Promise<Entry>;
  /** The same, for stages that know exchanges only. */
  readonly fetch: Fetch;
  /** Everything asked so far, in the order of its numbers. */
  readonly entries: () => Promise<readonly Entry[]>;
}

/** What one review may ask for. */
export interface Allowance extends FetchUsage {
  /** The time it may take, null where it may take any. A replay takes none. */
  readonly time?: { readonly seconds: number; readonly isUp: () => boolean } | null;
}

/** A guest on public servers: 60 requests and 50 MB. */
export const defaultAllowance: Allowance = { requests: 60, bytes: 50 * 1024 * 1024 };

const keyOf = ({ method = 'GET', url, payload }: FetchRequest): string => `${method} ${url} ${payload?.text ?? ''}`;

const refusal = (url: string, reason: 'budget-requests' | 'budget-bytes', detail: string): Exchange => ({
  url,
  fetchedAt: null,
  hops: [],
  reply: { kind: 'refused', reason, detail },
  record: null,
});

/**
 * Opens an empty ledger over a way to fetch. What is over the allowance is refused here, by counting what was asked
 * before: so a replay refuses what the live run refused.
 */
export const openLedger = (fetch: Fetch, allowance: Allowance = defaultAllowance): Ledger => {
  const asked = new Map<string, Promise<Entry>>();
  let bytes = 0;
  const isLate = (): boolean => allowance.time?.isUp() ?? false;
  const detail = `${allowance.time?.seconds} seconds were allowed for this review`;
  const late = { reason: 'budget-time', detail } as const;

  const within = async (request: FetchRequest): Promise<Exchange> => {
    if (asked.size >= allowance.requests) {
      return refusal(request.url, 'budget-requests', `${allowance.requests} requests were allowed for this review`);
    }
    if (bytes >= allowance.bytes) {
      return refusal(request.url, 'budget-bytes', `${allowance.bytes} bytes were allowed for this review`);
    }
    const exchange = await fetch(isLate() ? { ...request, refusal: late } : request);
    if (exchange.reply.kind === 'arrived') bytes += exchange.reply.body.byteLength;
    return exchange;
  };

  const ask = (request: FetchRequest): Promise<Entry> => {
    const key = keyOf(request);
    const before = asked.get(key);
    if (before !== undefined) return before;
    const id: EvidenceId = `ev-${asked.size + 1}`;
    const entry = within(request).then((exchange) => ({ id, exchange }));
    asked.set(key, entry);
    return entry;
  };

  return {
    ask,
    fetch: async (request) => (await ask(request)).exchange,
    entries: () => Promise.all(asked.values()),
  };
};

/** Asks for each address once in the life of a run, so that several reviews share what they have in common. */
export const sharing = (fetch: Fetch): Fetch => {
  const asked = new Map<string, Promise<Exchange>>();
  return (request) => {
    if (request.refusal !== undefined) return fetch(request);
    const key = `${keyOf(request)} ${request.accept ?? ''} ${request.maxBytes ?? ''}`;
    const exchange = asked.get(key) ?? fetch(request);
    asked.set(key, exchange);
    return exchange;
  };
};
