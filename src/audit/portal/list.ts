import { createHash } from 'node:crypto';
import type { FetchRequest } from '../../model/exchange.ts';
import type { CatalogueReading } from '../../model/records.ts';
import type { ListedPage, PortalSurvey, RecordDigest, SurveyBasis } from '../../model/survey.ts';
import type { SurveyListing } from '../../records/surveys/index.ts';
import { pageRequest, readPage, stateOf } from './answer.ts';
import type { SurveyRun } from './context.ts';
import type { Digest } from './digest.ts';
import { type PortalAnswer, withoutBytes } from './log.ts';
import type { OpenedPortal } from './open.ts';

/* The list of a catalogue: all of it where that is affordable, else pages that are drawn. */

/** What was listed. */
export interface ListedCatalogue {
  readonly basis: SurveyBasis;
  readonly pages: PortalSurvey['pages'];
  readonly records: readonly RecordDigest[];
  readonly answers: readonly { readonly answer: PortalAnswer; readonly state: string }[];
  /** Number of datasets, where the list itself tells it. */
  readonly total: number | null;
}

/** Pages that are read of a list that is read whole, and of one that is drawn from. */
const mostWhole = 100;
const mostDrawn = 40;

/** Of the bytes that are allowed, this much may be the list; the rest is for files. */
const shareOfBytes = 0.6;

/** Pages of a list by their indexes, spread evenly and always the same: those with the lowest hashes. */
const drawnPages = (host: string, of: number, count: number): readonly number[] =>
  Array.from({ length: of }, (_, index) => ({
    index,
    rank: createHash('sha256').update(`${host} page ${index}`).digest('hex'),
  }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ index }) => index)
    .sort((a, b) => a - b);

/** Pages as they are read: each record is cut down at once, so that memory does not grow with what records say. */
interface PageReader {
  readonly records: RecordDigest[];
  readonly asked: ListedPage[];
  readonly answers: { readonly answer: PortalAnswer; readonly state: string }[];
  readonly take: (index: number, answer: PortalAnswer, reading: CatalogueReading | null) => void;
  readonly ask: (index: number, request: FetchRequest) => Promise<CatalogueReading | null>;
  /** Datasets that came again on a later page, so far. */
  readonly repeats: () => number;
  /** Did the last page bring nothing but what others had brought? */
  readonly isStuck: () => boolean;
  /** Lets go of what was read so far. */
  readonly forget: () => void;
}

const openPages = (digest: Digest, run: SurveyRun): PageReader => {
  const records: RecordDigest[] = [];
  const asked: ListedPage[] = [];
  const answers: { answer: PortalAnswer; state: string }[] = [];
  const known = new Set<string>();
  let repeats = 0;
  let isStuck = false;
  const take: PageReader['take'] = (index, answer, reading) => {
    const all = reading?.datasets ?? [];
    const datasets = all.filter(({ id }) => id === '' || !known.has(id));
    for (const record of datasets) if (record.isPublic !== false) records.push(digest(record, index));
    for (const { id } of datasets) known.add(id);
    repeats += all.length - datasets.length;
    isStuck = all.length > 0 && datasets.length === 0;
    asked.push({ index, evidence: answer.id, datasets: datasets.length, isSeen: reading !== null && !isStuck });
  };
  const ask: PageReader['ask'] = async (index, request) => {
    const answer = await run.log.ask(pageRequest(request));
    const state = await stateOf(answer, run);
    const found = state === 'answered' ? await readPage(answer, run.data, run.defects.report) : null;
    const reading = found === null || found.kind === 'error' ? null : found;
    answers.push({
      answer: withoutBytes(answer),
      state: reading === null ? (state === 'answered' ? 'other' : state) : 'answered',
    });
    take(index, answer, reading);
    return reading;
  };
  const forget = (): void => {
    records.length = 0;
    asked.length = 0;
    known.clear();
    repeats = 0;
  };
  return { records, asked, answers, take, ask, repeats: () => repeats, isStuck: () => isStuck, forget };
};

/** How many more pages of the size of the first one are affordable beside what comes after. */
const affordable = (before: { readonly bytes: number }, reserve: number, run: SurveyRun): number => {
  const left = run.log.left();
  const first = Math.max(1, before.bytes - left.bytes);
  return Math.max(0, Math.min(left.requests - reserve, Math.floor((left.bytes * shareOfBytes) / first)));
};

const listed = (
  { records, asked, answers, repeats }: PageReader,
  given: Pick<ListedCatalogue, 'total'> & { readonly of: number; readonly isDrawn: boolean; readonly isWhole: boolean },
): ListedCatalogue => ({
  basis: asked.every(({ isSeen }) => !isSeen) ? 'counts' : given.isWhole ? 'whole' : 'sample',
  pages: { of: given.of, isDrawn: given.isDrawn, asked, repeats: repeats() },
  ...{ records, answers, total: given.total },
});

const byPages = async (
  opened: OpenedPortal,
  listing: Extract<SurveyListing, { readonly kind: 'pages' }>,
  { reserve, host }: ListGiven,
  pages: PageReader,
  run: SurveyRun,
): Promise<ListedCatalogue> => {
  const total = opened.facts.total ?? null;
  const before = run.log.left();
  if (opened.reading === null) await pages.ask(0, listing.page(0, listing.size));
  else pages.take(0, opened.answer, opened.reading);
  const got = pages.asked[0]?.datasets ?? 0;
  // Some servers give out fewer than they are asked for.
  const size = got > 0 && total !== null && got < Math.min(total, listing.size) ? got : listing.size;
  const count = (each: number): number => (total === null ? 1 : Math.max(1, Math.ceil(total / each)));
  const more = affordable(before, reserve, run);
  const isInReach = listing.most === undefined || (total ?? 0) <= listing.most;
  if (isInReach && count(size) <= mostWhole && count(size) - 1 <= more) {
    for (let index = 1; index < count(size) && !pages.isStuck(); index += 1)
      await pages.ask(index, listing.page(index * size, size));
    const lost = pages.asked.filter(({ isSeen }) => !isSeen).length;
    const shown = pages.asked.reduce((sum, { datasets }) => sum + datasets, 0);
    const isWhole = !pages.isStuck() && shown + lost * size >= (total ?? 0);
    return listed(pages, { total, of: count(size), isDrawn: false, isWhole });
  }
  return drawnFrom(listing, { size: Math.min(size, drawnSize), total: total ?? size, host, more }, pages);
};

/** Datasets on a page that is drawn: how pages differ tells more than how long they are. */
const drawnSize = 500;

/** Pages drawn over the whole list. The one that was read first was not drawn, and does not count unless it is. */
const drawnFrom = async (
  listing: Extract<SurveyListing, { readonly kind: 'pages' }>,
  {
    size,
    total,
    host,
    more,
  }: { readonly size: number; readonly total: number; readonly host: string; readonly more: number },
  pages: PageReader,
): Promise<ListedCatalogue> => {
  const of = Math.max(1, Math.ceil(total / size));
  const reach = listing.most === undefined ? of : Math.min(of, Math.floor(listing.most / size));
  const indexes = drawnPages(host, reach, Math.max(1, Math.min(mostDrawn, more)));
  pages.forget();
  for (const index of indexes) {
    await pages.ask(index, listing.page(index * size, size));
    // A list that gives the same page again was not drawn from: what it showed stands for itself alone.
    if (pages.isStuck()) return listed(pages, { total, of, isDrawn: false, isWhole: false });
  }
  // Pages that the software gives to nobody are as unseen as those that did not come.
  const outOfReach = Math.round(((of - reach) * indexes.length) / Math.max(1, reach));
  for (let index = 0; index < outOfReach; index += 1)
    pages.asked.push({ index: of + index, evidence: null, datasets: 0, isSeen: false });
  return listed(pages, { total, of, isDrawn: true, isWhole: false });
};

/** Pages that are taken to be left of a list of which nobody tells how long it is: nearly all of it, so that little is said. */
const unknownRest = 1_000;

/** A list that names its next page, or stands in one answer, is read from the beginning as far as it goes and is affordable. */
const byLinks = async (
  opened: OpenedPortal,
  first: FetchRequest,
  { reserve }: ListGiven,
  pages: PageReader,
  run: SurveyRun,
): Promise<ListedCatalogue> => {
  const before = run.log.left();
  let reading = opened.reading;
  if (reading === null) reading = await pages.ask(0, first);
  else pages.take(0, opened.answer, reading);
  const seen = new Set(pages.records.map(({ id }) => id));
  const most = Math.min(mostWhole, affordable(before, reserve, run));
  for (let index = 1; reading?.next != null && index <= most; index += 1) {
    const from = pages.records.length;
    reading = await pages.ask(index, { url: reading.next });
    const fresh = pages.records.slice(from).filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    if (fresh.length > 0 || reading === null) continue;
    // A server that does not know the parameter gives the first page again.
    pages.records.splice(from);
    break;
  }
  const { cut } = opened;
  const expected = cut === null ? (opened.facts.total ?? opened.reading?.total ?? null) : cut.estimate;
  const got = pages.asked.reduce((sum, { datasets }) => sum + datasets, 0);
  const isEnd = cut === null && reading !== null && reading.next === null && got >= (expected ?? 0);
  // By its size a list that was cut off is told about, not counted.
  const total = opened.facts.total ?? (isEnd ? pages.records.length : cut === null ? expected : null);
  const size = Math.max(1, pages.asked[0]?.datasets ?? 1);
  const left = isEnd ? 0 : expected === null ? unknownRest : Math.max(1, Math.ceil((expected - got) / size));
  for (let index = 0; index < left; index += 1)
    pages.asked.push({ index: pages.asked.length, evidence: null, datasets: 0, isSeen: false });
  return listed(pages, { total, of: pages.asked.length, isDrawn: false, isWhole: isEnd });
};

/** What is handed to the listing besides. */
export interface ListGiven {
  /** Requests that are kept for what comes after. */
  readonly reserve: number;
  readonly host: string;
}

/** Lists a catalogue as far as that is affordable. */
export const listCatalogue = async (
  opened: OpenedPortal,
  digest: Digest,
  given: ListGiven,
  run: SurveyRun,
): Promise<ListedCatalogue> => {
  const pages = openPages(digest, run);
  const { listing } = opened.api;
  if (listing.kind === 'pages') return byPages(opened, listing, given, pages, run);
  return byLinks(opened, listing.kind === 'chain' ? listing.first : listing.request, given, pages, run);
};
