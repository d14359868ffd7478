import { readerFailed, readerFailures } from '../inspect/index.ts';
import { statementsOf } from '../licence/index.ts';
import { defectsBehind, Failure, sentenceOf } from '../model/defect.ts';
import type { Arrival } from '../model/exchange.ts';
import type { EvidenceEntry, Observation, Outcome, ReadReply } from '../model/observation.ts';
import { datesOf, kindOf, signsOf, type View, viewOf } from '../pages/index.ts';
import { openFormats } from '../web/formats.ts';
import { declaredType, mediaTypeOf } from '../web/headers.ts';
import type { AuditContext } from './context.ts';
import type { FrontierEntry } from './frontier.ts';
import { type Imprinted, officialOf, provenanceOf, unprinted } from './provenance.ts';

const arrived = ({ status, headers, complete, body, totalBytes, sha256, drawn }: Arrival): Outcome => ({
  ...{ kind: 'arrived', status, headers, complete, sha256 },
  ...(drawn === undefined ? {} : { drawn }),
  bytes: complete ? body.byteLength : totalBytes,
  mediaType: mediaTypeOf(declaredType(headers)),
});

/** What was seen of a reply, beside what is known of every exchange. */
type Sight = Omit<
  Observation,
  'evidence' | 'url' | 'fetchedAt' | 'hops' | 'record' | 'role' | 'via' | 'chosen' | keyof Standing
>;

type Standing = Pick<Observation, 'official' | 'provenance'>;

const standingOf = (imprinted: Imprinted, entry: FrontierEntry, context: AuditContext): Standing => {
  const official = officialOf(imprinted, entry, context);
  return { official, provenance: provenanceOf(imprinted, entry, official, context) };
};

const unseen = (finalUrl: string, outcome: Outcome): Sight => ({
  ...{ finalUrl, outcome, kind: null, kindSigns: [], inspection: null, reading: null, subject: null },
  ...{ licence: [], dates: [], signs: [] },
});

/** The reply as the readers of pages are handed it: derived once, for all of them. */
const viewFor = (
  { inspection, reading }: ReadReply,
  { exchange: { url, hops, fetchedAt } }: EvidenceEntry,
  { finalUrl, status, headers, complete, drawn }: Arrival,
  { role }: FrontierEntry,
  { data }: AuditContext,
): View =>
  viewOf({
    ...{ url, finalUrl, hops, status, headers, inspection, reading, role, seenOn: fetchedAt?.slice(0, 10) ?? null },
    isDrawn: drawn !== undefined && 'by' in drawn && complete,
    ...{ words: data.pages, formats: openFormats(data.formats.formats), dateWords: data.dates },
  });

/** @throws Failure where a reader failed on the whole of the file. */
const reportFailures = ({ inspection }: ReadReply, { defects }: AuditContext): void => {
  const failures = readerFailures(inspection);
  if (inspection.warnings.some(({ code }) => code === readerFailed)) throw new Failure(failures);
  for (const defect of failures) defects.report(defect);
};

const seenOf = async (
  arrival: Arrival,
  evidence: EvidenceEntry,
  entry: FrontierEntry,
  context: AuditContext,
): Promise<Sight & Standing> => {
  const reply = await context.evidence.read(arrival);
  reportFailures(reply, context);
  const view = viewFor(reply, evidence, arrival, entry, context);
  const { inspection, reading, subject, page, finalUrl } = view;
  const { kind, signs } = kindOf(view);
  const record = entry.candidate?.record ?? null;
  return {
    ...{ finalUrl, outcome: arrived(arrival), kind, kindSigns: signs, inspection, reading, subject },
    ...standingOf({ finalUrl, page, reading, subject }, entry, context),
    licence: statementsOf(context.data.licences, { url: entry.url, role: entry.role, record, inspection, reading }),
    dates: datesOf(view),
    signs: signsOf(view),
  };
};

/**
 * Turns one exchange into all that judgement will know of it. The bytes are let go here. Where a part of the program fails on
 * a reply, that reply counts as lost, and the defect is reported.
 */
export const analyse = async (
  evidence: EvidenceEntry,
  entry: FrontierEntry,
  context: AuditContext,
): Promise<Observation> => {
  const { reply, hops, fetchedAt, record, url } = evidence.exchange;
  const { role, via } = entry;
  const common = { evidence: evidence.id, url, fetchedAt, hops, record, role, via, chosen: false };
  const standing = () => standingOf(unprinted(entry.url), entry, context);
  if (reply.kind !== 'arrived') return { ...common, ...unseen(url, reply), ...standing() };
  try {
    return { ...common, ...(await seenOf(reply, evidence, entry, context)) };
  } catch (error) {
    const defects = defectsBehind(error, { stage: 'analysis', name: url });
    for (const defect of defects) context.defects.report(defect);
    const detail = defects.map(sentenceOf).join('; ');
    const outcome: Outcome = { kind: 'lost', reason: 'defect', detail };
    return { ...common, ...unseen(reply.finalUrl, outcome), ...standing() };
  }
};
