import { TextDecoder } from 'node:util';
import { readerFailed, readerFailures } from '../inspect/index.ts';
import { defectsBehind, Failure, type ReportDefect, sentenceOf } from '../model/defect.ts';
import type { Arrival } from '../model/exchange.ts';
import type { Inspection, Page, Source } from '../model/inspection.ts';
import type { LicenceStatement } from '../model/licence.ts';
import type { DatedFact, Observation, Outcome, Sign } from '../model/observation.ts';
import type { CatalogueReading, DatasetRecord, Level, Officialness, Provenance } from '../model/records.ts';
import type { ReplyKind } from '../model/reply-kinds.ts';
import { declaredType, mediaTypeOf } from '../web/headers.ts';
import type { Entry } from './evidence.ts';

/** What is known of an address before it is opened. */
export interface Asking {
  readonly url: string;
  readonly role: Observation['role'];
  readonly via: Observation['via'];
  /** The catalogue record that named it. */
  readonly record: DatasetRecord | null;
  /** What discovery could tell of its source, by the catalogue that named it; null for a link. */
  readonly official: Officialness | null;
  /** What discovery could tell of whom its source acts for; null for a link. */
  readonly level: Level | null;
}

/** A reply with what its bytes turned out to be. */
export interface Look {
  readonly asking: Asking;
  readonly arrival: Arrival;
  readonly hops: Observation['hops'];
  readonly seenOn: string | null;
  readonly inspection: Inspection;
  readonly reading: CatalogueReading | null;
}

/** The stages that look at a reply, each with its data at hand. */
export interface Eyes {
  readonly inspect: (source: Source) => Promise<Inspection>;
  readonly sourceOf: (arrival: Arrival, url: string) => Source;
  readonly readCatalogue: (answer: {
    readonly url: string;
    readonly status: number;
    readonly mediaType: string | null;
    readonly text: string;
    readonly page: Page | null;
  }) => Promise<CatalogueReading | null>;
  readonly kindOf: (look: Look) => { readonly kind: ReplyKind; readonly signs: readonly Sign[] };
  readonly datesOf: (look: Look) => readonly DatedFact[];
  readonly signsOf: (look: Look) => readonly Sign[];
  readonly statementsOf: (look: Look) => readonly LicenceStatement[];
  readonly officialOf: (look: Look | null, asking: Asking) => Officialness;
  readonly provenanceOf: (look: Look | null, asking: Asking) => Provenance;
  readonly report: ReportDefect;
}

/** Texts longer than this are no answers of catalogues that anyone would read whole. */
const longestAnswer = 24 * 1024 * 1024;

const textual = /json|xml|html|rdf|turtle|n-triples|text|rss|atom|sdmx|kml|unknown/;

const decoderOf = (encoding: string | null): TextDecoder => {
  try {
    return new TextDecoder(encoding ?? 'utf-8');
  } catch {
    // An encoding that the platform does not know: catalogues write ASCII syntax, which survives.
    return new TextDecoder('utf-8');
  }
};

const catalogueOf = async (arrival: Arrival, inspection: Inspection, eyes: Eyes): Promise<CatalogueReading | null> => {
  const { body, complete, status, finalUrl } = arrival;
  if (!complete || body.byteLength > longestAnswer || !textual.test(inspection.format)) return null;
  return eyes.readCatalogue({
    url: finalUrl,
    status,
    mediaType: mediaTypeOf(declaredType(arrival.headers)),
    text: inspection.page === null ? decoderOf(inspection.encoding).decode(body) : '',
    page: inspection.page,
  });
};

const arrived = (arrival: Arrival): Outcome => ({
  kind: 'arrived',
  status: arrival.status,
  headers: arrival.headers,
  complete: arrival.complete,
  bytes: arrival.complete ? arrival.body.byteLength : arrival.totalBytes,
  sha256: arrival.sha256,
  mediaType: mediaTypeOf(declaredType(arrival.headers)),
});

/** What was seen of a reply, beside what is known of every exchange. */
type Sight = Pick<
  Observation,
  | 'finalUrl'
  | 'outcome'
  | 'kind'
  | 'kindSigns'
  | 'inspection'
  | 'reading'
  | 'official'
  | 'provenance'
  | 'licence'
  | 'dates'
  | 'signs'
>;

const nothingOf = (url: string, outcome: Outcome, asking: Asking, eyes: Eyes): Sight => ({
  ...{ finalUrl: url, outcome, kind: null, kindSigns: [], inspection: null, reading: null },
  official: eyes.officialOf(null, asking),
  provenance: eyes.provenanceOf(null, asking),
  ...{ licence: [], dates: [], signs: [] },
});

const lookAt = async (arrival: Arrival, { exchange }: Entry, asking: Asking, eyes: Eyes): Promise<Sight> => {
  const { hops, fetchedAt } = exchange;
  const inspection = await eyes.inspect(eyes.sourceOf(arrival, exchange.url));
  const failures = readerFailures(inspection);
  if (inspection.warnings.some(({ code }) => code === readerFailed)) throw new Failure(failures);
  for (const defect of failures) eyes.report(defect);
  const reading = await catalogueOf(arrival, inspection, eyes);
  const look: Look = { asking, arrival, hops, seenOn: fetchedAt?.slice(0, 10) ?? null, inspection, reading };
  const { kind, signs } = eyes.kindOf(look);
  return {
    ...{ finalUrl: arrival.finalUrl, outcome: arrived(arrival), kind, kindSigns: signs, inspection, reading },
    official: eyes.officialOf(look, asking),
    provenance: eyes.provenanceOf(look, asking),
    licence: eyes.statementsOf(look),
    dates: eyes.datesOf(look),
    signs: eyes.signsOf(look),
  };
};

/**
 * Turns one exchange into all that judgement will know of it. The bytes are let go here. Where a part of the program fails on
 * a reply, that reply counts as lost, and the defect is reported.
 */
export const observe = async (entry: Entry, asking: Asking, eyes: Eyes): Promise<Observation> => {
  const { reply, hops, fetchedAt, record, url } = entry.exchange;
  const common = {
    evidence: entry.id,
    url,
    fetchedAt,
    hops,
    record,
    role: asking.role,
    via: asking.via,
    chosen: false,
  };
  if (reply.kind !== 'arrived') return { ...common, ...nothingOf(url, reply, asking, eyes) };
  try {
    return { ...common, ...(await lookAt(reply, entry, asking, eyes)) };
  } catch (error) {
    const defects = defectsBehind(error, { stage: 'analysis', name: url });
    for (const defect of defects) eyes.report(defect);
    const detail = defects.map(sentenceOf).join('; ');
    return { ...common, ...nothingOf(reply.finalUrl, { kind: 'lost', reason: 'defect', detail }, asking, eyes) };
  }
};
