import type { Exchange, Fetch, FetchRequest } from '../../model/exchange.ts';
import type { EvidenceId } from '../../model/observation.ts';
import type { PortalEvidence } from '../../model/survey.ts';
import { declaredType, mediaTypeOf } from '../../web/headers.ts';
import type { Allowance } from '../evidence.ts';

/** One question to the portal or to a file, and what came of it. */
export interface PortalAnswer {
  readonly id: EvidenceId;
  readonly exchange: Exchange;
}

/** The same without the bytes, to be kept. */
export const withoutBytes = ({ id, exchange }: PortalAnswer): PortalAnswer => ({
  id,
  exchange:
    exchange.reply.kind === 'arrived'
      ? { ...exchange, reply: { ...exchange.reply, body: new Uint8Array(0) } }
      : exchange,
});

/** Numbers what a survey asks for, keeps to its allowance, and keeps no bytes. */
export interface PortalLog {
  readonly ask: (request: FetchRequest) => Promise<PortalAnswer>;
  /** Asks once more for what was in trouble; what arrives takes the place of what came before. Null where nothing better did. */
  readonly again: (id: EvidenceId, request: FetchRequest) => Promise<PortalAnswer | null>;
  /** Says what a reply turned out to be. */
  readonly note: (id: EvidenceId, kind: string) => void;
  readonly left: () => { readonly requests: number; readonly bytes: number };
  readonly evidence: () => readonly PortalEvidence[];
}

const refused = (url: string, reason: 'budget-requests' | 'budget-bytes', detail: string): Exchange => ({
  ...{ url, fetchedAt: null, hops: [], record: null },
  reply: { kind: 'refused', reason, detail },
});

const outcomeOf = ({
  reply,
}: Exchange): Pick<PortalEvidence, 'outcome' | 'because' | 'status' | 'bytes' | 'sha256'> => {
  switch (reply.kind) {
    case 'arrived': {
      const { status, body, complete, totalBytes, sha256 } = reply;
      const media = mediaTypeOf(declaredType(reply.headers));
      return { outcome: 'arrived', because: media, status, bytes: complete ? body.byteLength : totalBytes, sha256 };
    }
    case 'not-captured':
      return { outcome: 'not-captured', because: null, status: null, bytes: null, sha256: null };
    case 'lost':
    case 'refused': {
      const outcome = reply.kind === 'lost' ? ('lost' as const) : ('refused-by-us' as const);
      const because = reply.detail === '' ? reply.reason : `${reply.reason}: ${reply.detail}`;
      return { outcome, because, status: null, bytes: null, sha256: null };
    }
  }
};

/** Opens an empty log over a way to fetch. */
export const openPortalLog = (fetch: Fetch, allowance: Allowance): PortalLog => {
  const kept: PortalEvidence[] = [];
  let asked = 0;
  let bytes = 0;
  const isLate = (): boolean => allowance.time?.isUp() ?? false;
  const late = {
    reason: 'budget-time',
    detail: `${allowance.time?.seconds} seconds were allowed for this survey`,
  } as const;

  const fetched = async (request: FetchRequest): Promise<Exchange> => {
    const exchange = await fetch(isLate() ? { ...request, refusal: late } : request);
    if (exchange.reply.kind === 'arrived') bytes += exchange.reply.body.byteLength;
    return exchange;
  };

  const within = async (request: FetchRequest): Promise<Exchange> => {
    if (asked >= allowance.requests)
      return refused(request.url, 'budget-requests', `${allowance.requests} requests were allowed for this survey`);
    if (bytes >= allowance.bytes)
      return refused(request.url, 'budget-bytes', `${allowance.bytes} bytes were allowed for this survey`);
    asked += 1;
    return fetched(request);
  };

  const entryOf = (id: EvidenceId, exchange: Exchange): PortalEvidence => ({
    ...{ id, url: exchange.url, fetchedAt: exchange.fetchedAt },
    ...outcomeOf(exchange),
    kind: null,
    record: exchange.record,
  });
  const placeOf = (id: EvidenceId): number => Number(id.slice('ev-'.length)) - 1;

  return {
    ask: async (request) => {
      const exchange = await within(request);
      const id: EvidenceId = `ev-${kept.length + 1}`;
      kept.push(entryOf(id, exchange));
      return { id, exchange };
    },
    again: async (id, request) => {
      const exchange = await fetched(request);
      const { reply } = exchange;
      // What is in trouble still stays as it was first seen.
      if (reply.kind !== 'arrived' || reply.status >= 500 || reply.status === 429) return null;
      kept[placeOf(id)] = entryOf(id, exchange);
      return { id, exchange };
    },
    note: (id, kind) => {
      const entry = kept[placeOf(id)];
      if (entry !== undefined) kept[placeOf(id)] = { ...entry, kind };
    },
    left: () => ({
      requests: Math.max(0, allowance.requests - asked),
      bytes: Math.max(0, allowance.bytes - bytes),
    }),
    evidence: () => kept,
  };
};
