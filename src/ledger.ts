import type { Exchange, Fetch, FetchRequest } from './model/exchange.ts';
import type { EvidenceId } from './model/observation.ts';

/** An exchange with the number a review cites it by. */
export interface Entry {
  readonly id: EvidenceId;
  readonly exchange: Exchange;
}

/** Numbers everything that one review asks for, in the order it was asked. */
export interface Ledger {
  /** Asks once for each address; the same address again is the same evidence. */
  readonly ask: (request: FetchRequest) => Promise<Entry>;
  /** The same, for stages that know exchanges only. */
  readonly fetch: Fetch;
  /** Everything asked so far, in the order of its numbers. */
  readonly entries: () => Promise<readonly Entry[]>;
  /** The evidence of an address that was asked for. */
  readonly idOf: (url: string) => EvidenceId | undefined;
}

const keyOf = ({ method = 'GET', url, payload }: FetchRequest): string => `${method} ${url} ${payload?.text ?? ''}`;

/** Opens an empty ledger over a way to fetch. */
export const openLedger = (fetch: Fetch): Ledger => {
  const asked = new Map<string, Promise<Entry>>();
  const ids = new Map<string, EvidenceId>();
  const ask = (request: FetchRequest): Promise<Entry> => {
    const key = keyOf(request);
    const before = asked.get(key);
    if (before !== undefined) return before;
    const id: EvidenceId = `ev-${asked.size + 1}`;
    const entry = fetch(request).then((exchange) => ({ id, exchange }));
    asked.set(key, entry);
    ids.set(request.url, id);
    return entry;
  };

  return {
    ask,
    fetch: async (request) => (await ask(request)).exchange,
    entries: () => Promise.all(asked.values()),
    idOf: (url) => ids.get(url),
  };
};
