import { defectsBehind, type ReportDefect, sentenceOf } from '../model/defect.ts';
import type { Arrival, Exchange, Fetch, FetchRequest } from '../model/exchange.ts';
import type { Page } from '../model/inspection.ts';
import type { CatalogueReading } from '../model/records.ts';

/** What discovery is handed to look into replies with. */
export interface Readers {
  /** Reads what a catalogue answered; null where it is none's answer. */
  readonly read: (answer: {
    readonly url: string;
    readonly status: number;
    readonly mediaType: string | null;
    readonly text: string;
    readonly page: Page | null;
  }) => Promise<CatalogueReading | null>;
  /** The structure of a page; null where the reply is none. */
  readonly inspectPage: (exchange: Exchange) => Promise<Page | null>;
  readonly report: ReportDefect;
}

/** What came of one question. */
export interface Asked {
  readonly exchange: Exchange;
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly text: string;
  readonly page: Page | null;
  readonly reading: CatalogueReading | null;
  /** Why it is of no use, null where it can be read. */
  readonly problem: string | null;
}

/** Asks and reads; null where the allowance of discovery is used up. */
export type Ask = (request: FetchRequest) => Promise<Asked | null>;

const header = ({ headers }: Arrival, wanted: string): string | null =>
  headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? null;

/** Catalogues write UTF-8 by the rules of JSON and XML; a few older ones name another encoding. */
const textOf = (arrival: Arrival, contentType: string | null): string => {
  const label = /charset=["']?([\w-]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(arrival.body);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder().decode(arrival.body);
    throw error;
  }
};

const lossOf = (exchange: Exchange): string => {
  const { reply } = exchange;
  switch (reply.kind) {
    case 'lost':
      return `could not be reached: ${reply.detail}`;
    case 'not-captured':
      return 'is not in the archive';
    case 'refused':
      return reply.reason === 'robots' ? 'is closed to programs by robots.txt' : `was not asked: ${reply.detail}`;
    case 'arrived':
      return `answered with status ${reply.status}`;
  }
};

const nothing = { text: '', page: null, reading: null };

const looksLikeHtml = (text: string, contentType: string | null): boolean =>
  /html/i.test(contentType ?? '') || /^\s*(?:<!doctype html|<html)/i.test(text.slice(0, 500));

const readingOf = async (exchange: Exchange, arrival: Arrival, readers: Readers): Promise<Asked> => {
  const contentType = header(arrival, 'content-type');
  const text = textOf(arrival, contentType);
  const page = looksLikeHtml(text, contentType) ? await readers.inspectPage(exchange) : null;
  const mediaType = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? null;
  const url = arrival.finalUrl;
  const reading = await readers.read({ url, status: arrival.status, mediaType, text, page });
  const asked = { exchange, url, text, page, reading };
  if (arrival.status >= 400) return { ...asked, problem: `answered with status ${arrival.status}` };
  if (reading?.kind === 'error')
    return { ...asked, problem: `answered with an error: ${reading.message ?? 'no reason given'}` };
  return { ...asked, problem: null };
};

/** A reply that a part of the program fails on is of no use, and says why. */
const readSafely = async (exchange: Exchange, arrival: Arrival, readers: Readers): Promise<Asked> => {
  try {
    return await readingOf(exchange, arrival, readers);
  } catch (error) {
    const defects = defectsBehind(error, { stage: 'catalogue', name: exchange.url });
    for (const defect of defects) readers.report(defect);
    const problem = `could not be read, by a defect of the auditor (${defects.map(sentenceOf).join('; ')})`;
    return { ...nothing, exchange, url: arrival.finalUrl, problem };
  }
};

/** Opens a way to ask that stops after a number of requests. The same question is asked once. */
export const openAsk = (fetch: Fetch, readers: Readers, mostRequests: number, mostBytes: number): Ask => {
  const asked = new Map<string, Promise<Asked>>();
  return async (request) => {
    const key = `${request.method ?? 'GET'} ${request.url} ${request.payload?.text ?? ''}`;
    const before = asked.get(key);
    if (before !== undefined) return before;
    if (asked.size >= mostRequests) return null;
    const answer = fetch({ maxBytes: mostBytes, ...request }).then(async (exchange): Promise<Asked> => {
      const { reply } = exchange;
      if (reply.kind === 'arrived') return readSafely(exchange, reply, readers);
      return { ...nothing, exchange, url: request.url, problem: lossOf(exchange) };
    });
    asked.set(key, answer);
    return answer;
  };
};
