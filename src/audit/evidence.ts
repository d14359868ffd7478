import type { Arrival, Exchange, Fetch, FetchRequest, FetchUsage } from '../model/exchange.ts';
import type { EvidenceEntry, EvidenceId, ReadReply } from '../model/observation.ts';
import { requestKey } from '../web/request.ts';

/** Numbers everything that one review asks for, in the order it was asked, and keeps to the review's allowance. */
export interface EvidenceLog {
  /** Asks once for each address; the same address again is the same evidence. */
  readonly ask: (request: FetchRequest) => Promise<EvidenceEntry>;
  /**
   * Has a page that was asked for drawn by its scripts, in place of what was sent: under the same number. Null where nobody can
   * draw it. What it was drawn with counts against the allowance. One page at a time, so that a replay counts as the run did.
   */
  readonly draw: (id: EvidenceId) => Promise<EvidenceEntry | null>;
  /**
   * Asks for an address that nobody made, to compare with. It takes a number where it answered; null where it did not, where nothing is
   * left to ask with, and where a replay does not hold it. Not while something else is asked, so that a replay numbers as the run did.
   */
  readonly compare: (request: FetchRequest & { readonly madeUp: true }) => Promise<EvidenceEntry | null>;
  /** The same as `ask`, for stages that know exchanges only. */
  readonly fetch: Fetch;
  /** What arrived, read once however many stages ask. */
  readonly read: (arrival: Arrival) => Promise<ReadReply>;
  /** Everything asked so far, in the order of its numbers. */
  readonly entries: () => Promise<readonly EvidenceEntry[]>;
  /** Requests that are left. */
  readonly left: () => number;
}

/** What one review may ask for. */
export interface Allowance extends FetchUsage {
  /** The time it may take; absent where it may take any. */
  readonly time?: { readonly seconds: number; readonly isUp: () => boolean; readonly left: () => number };
}

/** A guest on public servers: 60 requests and 50 MB. */
export const defaultAllowance: Allowance = { requests: 60, bytes: 50 * 1024 * 1024 };

const refusal = (url: string, reason: 'budget-requests' | 'budget-bytes', detail: string): Exchange => ({
  url,
  fetchedAt: null,
  hops: [],
  reply: { kind: 'refused', reason, detail },
  record: null,
});

/** A page as it was drawn, or as it was sent with why it was not drawn; null where nobody could draw it. */
const drawnEntry = (
  sent: EvidenceEntry,
  page: Arrival,
  { reply, fetchedAt, record }: Exchange,
): EvidenceEntry | null => {
  const { id, exchange } = sent;
  switch (reply.kind) {
    case 'not-captured':
      return null;
    case 'arrived':
      // Whoever does not know what drawing is gives the page as it is.
      return reply.drawn === undefined ? null : { id, exchange: { ...exchange, fetchedAt, record, reply } };
    case 'lost':
    case 'refused':
      return {
        id,
        exchange: { ...exchange, reply: { ...page, drawn: { reason: reply.reason, detail: reply.detail } } },
      };
  }
};

/** Each reply read once, when it is first asked for. */
const readingOnce = (read: EvidenceLog['read']): EvidenceLog['read'] => {
  const known = new Map<Arrival, Promise<ReadReply>>();
  return (arrival) => {
    const reply = known.get(arrival) ?? read(arrival);
    known.set(arrival, reply);
    return reply;
  };
};

/**
 * Opens an empty log over a way to fetch and a way to read what came. What is over the allowance is refused here, by
 * counting what was asked before: so a replay refuses what the live run refused.
 */
export const openEvidence = (
  fetch: Fetch,
  read: EvidenceLog['read'],
  allowance: Allowance = defaultAllowance,
): EvidenceLog => {
  const asked = new Map<string, Promise<EvidenceEntry>>();
  let bytes = 0;
  /** Requests that took no number: those of pages while they were drawn, and of made-up addresses that gave nothing. */
  let besides = 0;
  const isLate = (): boolean => allowance.time?.isUp() ?? false;
  const detail = `${allowance.time?.seconds} seconds were allowed for this review`;
  const late = { reason: 'budget-time', detail } as const;

  const within = async (request: FetchRequest): Promise<Exchange> => {
    if (asked.size + besides >= allowance.requests) {
      return refusal(request.url, 'budget-requests', `${allowance.requests} requests were allowed for this review`);
    }
    if (bytes >= allowance.bytes) {
      return refusal(request.url, 'budget-bytes', `${allowance.bytes} bytes were allowed for this review`);
    }
    const exchange = await fetch(isLate() ? { ...request, refusal: late } : request);
    if (exchange.reply.kind === 'arrived') bytes += exchange.reply.body.byteLength;
    return exchange;
  };

  const ask = (request: FetchRequest): Promise<EvidenceEntry> => {
    const key = requestKey(request);
    const before = asked.get(key);
    if (before !== undefined) return before;
    const id: EvidenceId = `ev-${asked.size + 1}`;
    const entry = within(request).then((exchange) => ({ id, exchange }));
    asked.set(key, entry);
    return entry;
  };

  const draw = async (id: EvidenceId): Promise<EvidenceEntry | null> => {
    const [key, before] = [...asked][Number(id.slice('ev-'.length)) - 1] ?? [];
    const { exchange } = (await before) ?? { exchange: null };
    if (key === undefined || exchange?.reply.kind !== 'arrived') return null;
    const seconds = Math.max(0, allowance.time?.left() ?? Number.POSITIVE_INFINITY);
    const page = exchange.reply;
    const drawn = await fetch({ url: exchange.url, draw: { page, record: exchange.record, seconds } });
    const entry = drawnEntry({ id, exchange }, page, drawn);
    if (entry === null) return null;
    asked.set(key, Promise.resolve(entry));
    const { drawn: how } = entry.exchange.reply.kind === 'arrived' ? entry.exchange.reply : {};
    if (how !== undefined && 'requests' in how) besides += how.requests;
    return entry;
  };

  const compare: EvidenceLog['compare'] = async (request) => {
    if (asked.size + besides >= allowance.requests || bytes >= allowance.bytes) return null;
    const exchange = await fetch(isLate() ? { ...request, refusal: late } : request);
    if (exchange.reply.kind === 'lost') besides += 1;
    if (exchange.reply.kind !== 'arrived') return null;
    bytes += exchange.reply.body.byteLength;
    const entry: EvidenceEntry = { id: `ev-${asked.size + 1}`, exchange };
    asked.set(requestKey(request), Promise.resolve(entry));
    return entry;
  };

  return {
    ask,
    draw,
    compare,
    fetch: async (request) => (await ask(request)).exchange,
    read: readingOnce(read),
    entries: () => Promise.all(asked.values()),
    left: () => Math.max(0, allowance.requests - asked.size - besides),
  };
};
