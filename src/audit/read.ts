import { TextDecoder } from 'node:util';
import { type InspectWords, inspect, sourceOfBytes, unread } from '../inspect/index.ts';
import { type Confined, type Deadline, NotHere } from '../model/confine.ts';
import { type Defect, Failure, type ReportDefect } from '../model/defect.ts';
import type { Arrival } from '../model/exchange.ts';
import type { Inspection, Source } from '../model/inspection.ts';
import { type HereLimits, hereLimits } from '../model/limits.ts';
import type { ReadReply } from '../model/observation.ts';
import type { CatalogueReading } from '../model/records.ts';
import { readCatalogue } from '../records/index.ts';
import { fileName } from '../web/address.ts';
import { declaredType, mediaTypeOf } from '../web/headers.ts';

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

/** A list that was cut off is no list: what it leaves out may be what is looked for. */
const catalogueOf = async (
  { body, complete, status, finalUrl, headers }: Arrival,
  { format, page, encoding }: Inspection,
  report: ReportDefect,
): Promise<CatalogueReading | null> => {
  if (!complete || body.byteLength > longestAnswer || !textual.test(format)) return null;
  const text = page === null ? decoderOf(encoding).decode(body) : '';
  return readCatalogue({ url: finalUrl, status, mediaType: mediaTypeOf(declaredType(headers)), text, page }, report);
};

const sourceOf = ({ body, complete, finalUrl, headers, totalBytes }: Arrival): Source =>
  sourceOfBytes(body, {
    name: fileName(finalUrl),
    url: finalUrl,
    declared: declaredType(headers),
    size: complete ? body.byteLength : totalBytes,
    complete,
  });

/**
 * Reads what arrived: what its bytes are, and what a catalogue says in them.
 *
 * @throws Failure where a reader of catalogues has a defect
 * @throws NotHere where `here` is given, and the reply had better be read in a process apart
 */
export const readHere = async (
  arrival: Arrival,
  { formats, dates }: InspectWords,
  report: ReportDefect,
  here?: HereLimits,
): Promise<ReadReply> => {
  if (here !== undefined && arrival.body.byteLength > here.bytes) throw new NotHere('It is too large.');
  const inspection = await inspect(sourceOf(arrival), { formats, dates, ...(here === undefined ? {} : { here }) });
  return { inspection, reading: await catalogueOf(arrival, inspection, report) };
};

/** The encoding that the declaration of an XML document names; UTF-8 for all others. */
const namedEncoding = (head: Uint8Array): string | null =>
  /^\s*<\?xml[^>]*\bencoding=["']([\w.-]{2,40})["']/.exec(Buffer.from(head.subarray(0, 300)).toString('latin1'))?.[1] ??
  null;

/**
 * What a catalogue says in the list that arrived, and nothing of its bytes besides; null where it is no catalogue's or came in
 * part.
 *
 * @throws Failure where a reader of catalogues has a defect
 */
export const readListHere = async (
  { body, complete, status, finalUrl, headers }: Arrival,
  report: ReportDefect,
): Promise<CatalogueReading | null> => {
  if (!complete || body.byteLength > longestAnswer) return null;
  const text = decoderOf(namedEncoding(body)).decode(body);
  const mediaType = mediaTypeOf(declaredType(headers));
  return readCatalogue({ url: finalUrl, status, mediaType, text, page: null }, report);
};

/** What a process apart makes of a list. */
export interface ListedElsewhere {
  readonly reading: CatalogueReading | null;
  readonly failed: readonly Defect[];
  readonly met: readonly Defect[];
}

/** Reads a list in a process apart. */
export type ReadListApart = (arrival: Arrival) => Promise<Confined<ListedElsewhere>>;

/**
 * Reads a list: a short one at once, others in a process apart. One that goes over a bound there is not read.
 *
 * @throws Failure where a reader of catalogues has a defect
 */
export const readList = async (
  arrival: Arrival,
  apart: ReadListApart | undefined,
  report: ReportDefect,
): Promise<CatalogueReading | null> => {
  if (apart === undefined || arrival.body.byteLength <= hereLimits.bytes) return readListHere(arrival, report);
  const confined = await apart(arrival);
  if ('over' in confined) return null;
  const { reading, failed, met } = confined.done;
  for (const defect of met) report(defect);
  if (failed.length > 0) throw new Failure(failed);
  return reading;
};

/** What a process apart makes of a reply: what it read, or the defects that kept it from reading, and those it met besides. */
export interface ReadElsewhere {
  readonly read: ReadReply | null;
  readonly failed: readonly Defect[];
  readonly met: readonly Defect[];
}

/** Reads a reply in a process apart, within the time that is left. */
export type ReadApart = (arrival: Arrival, until?: Deadline) => Promise<Confined<ReadElsewhere>>;

/** What replies are read with. */
export interface ReadingTools extends InspectWords {
  /** Where large replies are read, and those that a library unpacks; absent, they are read like others. */
  readonly readApart?: ReadApart;
}

/**
 * Reads a reply: a small one at once, others in a process apart. What goes over a bound there is known by its format alone.
 *
 * @throws Failure where a reader of catalogues has a defect.
 */
export const readReply = async (
  arrival: Arrival,
  tools: ReadingTools,
  report: ReportDefect,
  until?: Deadline,
): Promise<ReadReply> => {
  const { readApart } = tools;
  if (readApart === undefined) return readHere(arrival, tools, report);
  try {
    return await readHere(arrival, tools, report, hereLimits);
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
  }
  const confined = await readApart(arrival, until);
  if ('over' in confined) return { inspection: await unread(sourceOf(arrival), confined.says, tools), reading: null };
  const { read, failed, met } = confined.done;
  for (const defect of met) report(defect);
  if (read === null) throw new Failure(failed);
  return read;
};
