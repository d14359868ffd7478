import { TextDecoder } from 'node:util';
import { inspect, sourceOfBytes } from '../inspect/index.ts';
import type { ReportDefect } from '../model/defect.ts';
import type { Arrival } from '../model/exchange.ts';
import type { Inspection } from '../model/inspection.ts';
import type { ReadReply } from '../model/observation.ts';
import type { CatalogueReading } from '../model/records.ts';
import { readCatalogue } from '../records/index.ts';
import { fileName } from '../web/address.ts';
import { declaredType, mediaTypeOf } from '../web/headers.ts';
import type { AuditData } from './data.ts';

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

/**
 * Reads what arrived: what its bytes are, and what a catalogue says in them.
 *
 * @throws Failure where a reader of catalogues has a defect.
 */
export const readReply = async (arrival: Arrival, data: AuditData, report: ReportDefect): Promise<ReadReply> => {
  const { body, complete, finalUrl, headers, totalBytes } = arrival;
  const source = sourceOfBytes(body, {
    name: fileName(finalUrl),
    url: finalUrl,
    declared: declaredType(headers),
    size: complete ? body.byteLength : totalBytes,
    complete,
  });
  const inspection = await inspect(source, data);
  return { inspection, reading: await catalogueOf(arrival, inspection, report) };
};
