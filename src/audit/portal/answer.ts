import { defectsBehind, type ReportDefect } from '../../model/defect.ts';
import type { Exchange, FetchRequest } from '../../model/exchange.ts';
import type { ReadReply } from '../../model/observation.ts';
import type { CatalogueReading, DatasetRecord } from '../../model/records.ts';
import type { SurveyFacts } from '../../model/survey.ts';
import { kindOf, viewOf } from '../../pages/index.ts';
import { type Batches, batchesOf } from '../../records/batches.ts';
import { readCatalogue } from '../../records/index.ts';
import { parseJson } from '../../records/json.ts';
import type { SurveyQuestion } from '../../records/surveys/index.ts';
import { openFormats } from '../../web/formats.ts';
import { headerValue } from '../../web/headers.ts';
import { readList, readReply } from '../read.ts';
import type { SurveyRun } from './context.ts';
import type { PortalData } from './data.ts';
import type { PortalAnswer } from './log.ts';

/* One question to a portal: what it tells, or why it tells nothing. */

/** Bytes of an answer of counts, and of a page of a list. */
export const mostOfCounts = 4 * 1024 * 1024;
export const mostOfPage = 24 * 1024 * 1024;

/** How a question ended: `answered`, `refused` by the portal (an error of its own, a wall), `silent` where we did not see. */
export interface ToldFacts {
  readonly answer: PortalAnswer;
  readonly facts: SurveyFacts | null;
  readonly state: 'answered' | 'other' | 'failed' | 'silent';
}

/** Statuses by which a server refuses us, and says nothing of what it has or whether it works. */
const refusals: ReadonlySet<number> = new Set([401, 403, 407, 429]);

/** Trouble of the server itself. */
const isTrouble = (status: number): boolean => status >= 500;

/** What came of an exchange, as far as its status tells. */
export const stateOfExchange = ({ reply }: Exchange): ToldFacts['state'] =>
  reply.kind !== 'arrived' || refusals.has(reply.status)
    ? 'silent'
    : isTrouble(reply.status)
      ? 'failed'
      : reply.status >= 400
        ? 'other'
        : 'answered';

type WallRun = Pick<SurveyRun, 'log' | 'data' | 'defects' | 'asOf'>;

/** The same, and silent where a challenge for people came in the place of an answer: that is noted in the log. */
export const stateOf = async (answer: PortalAnswer, run: WallRun): Promise<ToldFacts['state']> => {
  const state = stateOfExchange(answer.exchange);
  const { reply, url, hops } = answer.exchange;
  if (reply.kind !== 'arrived' || !/^text\/html\b/i.test(headerValue(reply.headers, 'content-type') ?? ''))
    return state;
  const found = await read(answer, run.data, run.defects.report);
  if (found === null) return state;
  const formats = openFormats(run.data.formats.formats);
  const { kind } = kindOf(
    viewOf({
      ...{ url, finalUrl: reply.finalUrl, hops, status: reply.status, headers: reply.headers, ...found },
      ...{ role: 'data-file', seenOn: run.asOf, words: run.data.pages, formats, dateWords: run.data.dates },
    }),
  );
  if (kind !== 'captcha') return state;
  run.log.note(answer.id, kind);
  return 'silent';
};

/** Asks a question of counts and reads its answer. */
export const tell = async (question: SurveyQuestion, run: WallRun): Promise<ToldFacts> => {
  const answer = await run.log.ask({ maxBytes: mostOfCounts, ...question.request });
  const { reply } = answer.exchange;
  const state = await stateOf(answer, run);
  if (reply.kind !== 'arrived' || state !== 'answered') return { answer, facts: null, state };
  // A part of an answer tells nothing of the rest.
  if (!reply.complete) return { answer, facts: null, state: 'silent' };
  const text = new TextDecoder('utf-8').decode(reply.body);
  const facts = question.read({
    url: reply.finalUrl,
    text,
    json: /^\s*[{[]/.test(text.slice(0, 200)) ? parseJson(text) : undefined,
  });
  return { answer, facts, state: facts === null ? 'other' : 'answered' };
};

/** Reads a reply whole; null where nothing came, or a part of the program failed on it. */
export const read = async (
  { exchange }: PortalAnswer,
  data: PortalData,
  report: ReportDefect,
): Promise<ReadReply | null> => {
  const { reply } = exchange;
  if (reply.kind !== 'arrived') return null;
  try {
    return await readReply(reply, data, report);
  } catch (error) {
    for (const defect of defectsBehind(error, { stage: 'catalogue', name: exchange.url })) report(defect);
    return null;
  }
};

/** Reads the list in a reply; null where nothing came, it is none, or a part of the program failed on it. */
export const readPage = async (
  { exchange }: PortalAnswer,
  data: PortalData,
  report: ReportDefect,
): Promise<CatalogueReading | null> => {
  const { reply } = exchange;
  if (reply.kind !== 'arrived') return null;
  try {
    return await readList(reply, data.readListApart, report);
  } catch (error) {
    for (const defect of defectsBehind(error, { stage: 'catalogue', name: exchange.url })) report(defect);
    return null;
  }
};

/** A page of a list, with room for it. */
export const pageRequest = (request: FetchRequest): FetchRequest => ({ maxBytes: mostOfPage, ...request });

/** A long list, and whether it was read to its end; where not, about how many datasets it may hold, as far as its size tells. */
export interface LongList {
  readonly reading: CatalogueReading;
  readonly isWhole: boolean;
  readonly estimate: number | null;
}

/** A list that is read piece by piece, each piece as an answer of its own; null where it is none. */
export const readLong = async (
  { exchange: { reply } }: PortalAnswer,
  key: string,
  run: Pick<SurveyRun, 'defects'>,
): Promise<LongList | null> => {
  if (reply.kind !== 'arrived') return null;
  const { documents, items, isWhole }: Batches = batchesOf(new TextDecoder('utf-8').decode(reply.body), key);
  const datasets: DatasetRecord[] = [];
  for (const text of documents) {
    const answer = { url: reply.finalUrl, status: reply.status, mediaType: 'application/json', text, page: null };
    const reading = await readCatalogue(answer, run.defects.report);
    if (reading === null || reading.kind === 'error') return null;
    datasets.push(...reading.datasets);
  }
  if (documents.length === 0) return null;
  const { complete, totalBytes, body } = reply;
  const isRead = isWhole && complete;
  const estimate =
    isRead || totalBytes === null ? null : Math.ceil((items * totalBytes) / Math.max(1, body.byteLength));
  const reading = { software: 'dcat', kind: 'catalogue', datasets, total: null, next: null, message: null } as const;
  return { reading, isWhole: isRead, estimate };
};
