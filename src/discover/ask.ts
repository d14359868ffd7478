import { defectsBehind, type ReportDefect, sentenceOf } from '../model/defect.ts';
import type { Arrival, Exchange, Fetch, FetchRequest } from '../model/exchange.ts';
import type { Page } from '../model/inspection.ts';
import type { ReadReply } from '../model/observation.ts';
import type { CatalogueReading } from '../model/records.ts';
import type { Sentence } from '../model/sentence.ts';
import { searchProblem } from '../text/searches.ts';
import { requestKey } from '../web/request.ts';

/** What discovery is handed to look into replies with. */
export interface Readers {
  /** What a reply is, and what a catalogue says in it. */
  readonly read: (arrival: Arrival) => Promise<ReadReply>;
  readonly report: ReportDefect;
}

/** What came of one question. */
export interface CatalogueReply {
  readonly exchange: Exchange;
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly page: Page | null;
  readonly reading: CatalogueReading | null;
  /** Why it is of no use, null where it can be read. */
  readonly problem: Sentence | null;
}

/** Asks and reads; null where the allowance of discovery is used up. */
export type AskCatalogue = (request: FetchRequest) => Promise<CatalogueReply | null>;

const lossOf = (exchange: Exchange): Sentence => {
  const { reply } = exchange;
  switch (reply.kind) {
    case 'lost':
      return searchProblem('not-reached', { detail: reply.detail });
    case 'not-captured':
      return searchProblem('not-captured');
    case 'refused':
      return reply.reason === 'robots'
        ? searchProblem('closed-to-programs')
        : searchProblem('not-asked', { detail: reply.detail });
    case 'arrived':
      return searchProblem('answered-status', { status: reply.status });
  }
};

const nothing = { page: null, reading: null };

const faultOf = ({ status }: Arrival, reading: CatalogueReading | null): Sentence | null => {
  if (status >= 400) return searchProblem('answered-status', { status });
  if (reading?.kind !== 'error') return null;
  const { message } = reading;
  return message === null ? searchProblem('answered-error-unsaid') : searchProblem('answered-error', { message });
};

/** A reply that a part of the program fails on is of no use, and says why. */
const readSafely = async (exchange: Exchange, arrival: Arrival, { read, report }: Readers): Promise<CatalogueReply> => {
  try {
    const { inspection, reading } = await read(arrival);
    return { exchange, url: arrival.finalUrl, page: inspection.page, reading, problem: faultOf(arrival, reading) };
  } catch (error) {
    const defects = defectsBehind(error, { stage: 'catalogue', name: exchange.url });
    for (const defect of defects) report(defect);
    const problem = searchProblem('reader-failed', { defects: defects.map(sentenceOf).join('; ') });
    return { ...nothing, exchange, url: arrival.finalUrl, problem };
  }
};

/** Opens a way to ask that stops after a number of different questions. */
export const openAsk = (fetch: Fetch, readers: Readers, mostRequests: number, mostBytes: number): AskCatalogue => {
  const asked = new Set<string>();
  return async (request) => {
    const key = requestKey(request);
    if (!asked.has(key) && asked.size >= mostRequests) return null;
    asked.add(key);
    const exchange = await fetch({ maxBytes: mostBytes, forAll: true, ...request });
    const { reply } = exchange;
    if (reply.kind === 'arrived') return readSafely(exchange, reply, readers);
    return { ...nothing, exchange, url: request.url, problem: lossOf(exchange) };
  };
};
