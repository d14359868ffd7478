import type { Exchange } from '../model/exchange.ts';
import {
  type EvidenceEntry,
  type EvidenceId,
  madeUpLike,
  type Observation,
  type Outcome,
} from '../model/observation.ts';
import { isAbsence, isBarrier } from '../model/reply-kinds.ts';
import type { ReviewEvidence } from '../model/review.ts';
import { declaredType, mediaTypeOf } from '../web/headers.ts';
import { whyUnseen } from './unseen.ts';

const because = (outcome: Outcome): string | null => {
  switch (outcome.kind) {
    case 'lost':
    case 'refused':
      return `${outcome.reason}: ${outcome.detail === '' ? whyUnseen(outcome.reason) : outcome.detail}`;
    case 'not-captured':
    case 'arrived':
      return null;
  }
};

const outcomes: Readonly<Record<Outcome['kind'], ReviewEvidence['outcome']>> = {
  arrived: 'arrived',
  lost: 'lost',
  'not-captured': 'not-captured',
  refused: 'refused-by-us',
};

/** What best shows what it is. An answer may turn on a barrier or an absence: the sign of it is worth more than a title. */
const quoteOf = (observation: Observation): string | null => {
  const { kind, kindSigns, reading, inspection, licence } = observation;
  const quotes = [
    isBarrier(kind) || isAbsence(kind) ? kindSigns[0]?.quote : undefined,
    reading?.message ?? reading?.datasets[0]?.title,
    observation.role === 'licence' ? licence[0]?.quote : undefined,
    inspection?.page?.title,
    inspection?.tables[0]?.columns.map(({ name }) => name).join(' | '),
  ];
  const quote = quotes.find((text) => text !== undefined && text.trim() !== '');
  return quote === undefined ? null : quote.trim().slice(0, 200);
};

const ofObservation = (observation: Observation): ReviewEvidence => {
  const { outcome, inspection } = observation;
  const arrived = outcome.kind === 'arrived' ? outcome : null;
  const madeUp = madeUpLike(observation);
  return {
    id: observation.evidence,
    url: observation.url,
    finalUrl: observation.finalUrl,
    fetchedAt: observation.fetchedAt,
    outcome: outcomes[outcome.kind],
    because: because(outcome),
    kind: observation.kind,
    status: arrived?.status ?? null,
    mediaType: arrived?.mediaType ?? null,
    format: inspection?.format ?? null,
    bytes: arrived?.bytes ?? null,
    sha256: arrived?.sha256 ?? null,
    quote: quoteOf(observation),
    record: observation.record,
    ...(arrived?.drawn === undefined ? {} : { drawn: arrived.drawn }),
    ...(madeUp === null ? {} : { sameAs: madeUp }),
  };
};

/** What a reply was, in the words of an observation. */
export const outcomeOf = ({ reply }: Exchange): Outcome => {
  if (reply.kind !== 'arrived') return reply;
  const { status, headers, complete, totalBytes, body, sha256 } = reply;
  const mediaType = mediaTypeOf(declaredType(headers));
  const bytes = complete ? body.byteLength : totalBytes;
  return { kind: 'arrived', status, headers, complete, bytes, sha256, mediaType };
};

/** Something that was asked for on the way and is no part of any dataset: a search in a catalogue, a sitemap. */
const ofExchange = ({ id, exchange }: EvidenceEntry): ReviewEvidence => {
  const outcome = outcomeOf(exchange);
  const arrived = outcome.kind === 'arrived' ? outcome : null;
  return {
    id,
    url: exchange.url,
    finalUrl: exchange.reply.kind === 'arrived' ? exchange.reply.finalUrl : exchange.url,
    fetchedAt: exchange.fetchedAt,
    outcome: outcomes[outcome.kind],
    because: because(outcome),
    kind: null,
    status: arrived?.status ?? null,
    mediaType: arrived?.mediaType ?? null,
    format: null,
    bytes: arrived?.bytes ?? null,
    sha256: arrived?.sha256 ?? null,
    quote: null,
    record: exchange.record,
  };
};

const numberOf = (id: EvidenceId): number => Number(id.slice('ev-'.length));

/** Everything that was asked for, by its number: what was observed in full, the rest as the exchange it was. */
export const evidenceOf = (
  observations: readonly Observation[],
  asked: readonly EvidenceEntry[],
): readonly ReviewEvidence[] => {
  const observed = new Set(observations.map(({ evidence }) => evidence));
  return [...observations.map(ofObservation), ...asked.filter(({ id }) => !observed.has(id)).map(ofExchange)].sort(
    (left, right) => numberOf(left.id) - numberOf(right.id),
  );
};
