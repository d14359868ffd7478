import type { Day } from '../../model/basics.ts';
import type { Exchange, FetchRequest } from '../../model/exchange.ts';
import type { FileFormat } from '../../model/format.ts';
import type { Inspection } from '../../model/inspection.ts';
import type { ReplyKind } from '../../model/reply-kinds.ts';
import type { FileLook } from '../../model/survey.ts';
import { datesOf, kindOf, viewOf } from '../../pages/index.ts';
import type { DrawnRecord } from '../../portal/index.ts';
import { hostOf, siteOf } from '../../web/address.ts';
import { isRightlyCalled, openFormats } from '../../web/formats.ts';
import { headerValue } from '../../web/headers.ts';
import { read } from './answer.ts';
import type { SurveyRun } from './context.ts';
import type { PortalAnswer } from './log.ts';
import { doubtNames } from './names.ts';

/* Files of datasets that were drawn: does data arrive, and is it what was said? */

/** Files that are asked of one host other than the portal's own. */
const mostOfForeignHost = 5;

/** The portal's host, and those under it that its files are kept on. */
const isOwnHost = (host: string, portal: string): boolean =>
  host === hostOf(portal) || host.endsWith(`.${siteOf(portal)}`);

/** What a kind of reply is for the question whether a link works. What may be hiding anything is not seen. */
const outcomeOfKind: Readonly<Record<ReplyKind, FileLook['outcome']>> = {
  data: 'alive',
  'soft-404': 'dead',
  empty: 'dead',
  login: 'not-data',
  paywall: 'not-data',
  'terms-gate': 'not-data',
  'search-form': 'not-data',
  page: 'not-data',
  listing: 'not-data',
  record: 'not-data',
  catalogue: 'not-data',
  licence: 'not-data',
  error: 'not-data',
  captcha: 'unseen',
  'app-shell': 'unseen',
  robots: 'unseen',
};

/** Statuses that say that nothing is there. */
const gone: ReadonlySet<number> = new Set([404, 410]);

interface Judged {
  readonly outcome: FileLook['outcome'];
  readonly because: string;
}

/** A name that no resolver knows is gone; one that could not be asked for is not. */
const isNoSuchHost = (detail: string): boolean => /ENOTFOUND|ENODATA|EAI_NONAME|EAI_NODATA/.test(detail);

/** By the exchange alone; null where what arrived has to be looked into. */
const byExchange = ({ reply }: Exchange): Judged | null => {
  switch (reply.kind) {
    case 'lost':
      return reply.reason === 'dns' && isNoSuchHost(reply.detail)
        ? { outcome: 'dead', because: 'no-such-host' }
        : { outcome: 'unseen', because: reply.reason };
    case 'refused':
      return { outcome: 'unseen', because: reply.reason };
    case 'not-captured':
      return { outcome: 'unseen', because: 'not-captured' };
    case 'arrived':
      return null;
  }
};

/** By the status, where nothing that arrived says more. A wall at a refusing status is told by its kind. */
const byStatus = (status: number, kind: ReplyKind): Judged | null => {
  if (status < 400) return null;
  if (kind === 'captcha') return { outcome: 'unseen', because: 'captcha' };
  if (gone.has(status)) return { outcome: 'dead', because: `http-${status}` };
  if (status === 401 || kind === 'login' || kind === 'paywall') return { outcome: 'not-data', because: kind };
  return { outcome: 'unseen', because: `http-${status}` };
};

/** A file of which only the beginning was read is no less there. */
const byKind = (kind: ReplyKind, isService: boolean, isOffered: boolean): Judged => {
  // A service that was asked nothing in particular may answer with a fault, a form or a description.
  if (isService && outcomeOfKind[kind] === 'not-data' && kind !== 'login' && kind !== 'paywall')
    return { outcome: 'alive', because: 'service' };
  // Where the record says that it is a page, a page is what was offered; it is no data all the same.
  if (isOffered && kind === 'page') return { outcome: 'not-data', because: 'page-as-declared' };
  return { outcome: outcomeOfKind[kind], because: kind === 'data' ? 'data' : kind };
};

/** Warnings that say that the rows of a table are not whole. */
const brokenRows: ReadonlySet<string> = new Set([
  'ragged-rows',
  'mojibake',
  'undecodable',
  'double-encoded',
  'row-too-long',
]);

const areRowsWhole = ({ tables, warnings, complete, page }: Inspection): boolean | null => {
  if (tables.length === 0 || page !== null || !complete) return null;
  return !warnings.some(({ code }) => brokenRows.has(code)) && tables.every(({ headerRows }) => headerRows <= 1);
};

const isUnread = ({ format, warnings }: Inspection): boolean =>
  format === 'unknown' || warnings.some(({ code }) => code === 'unreadable');

/** Of an archive of which the beginning was read it is not known what it holds: many formats are archives. */
const isCutArchive = (format: FileFormat | null, isWhole: boolean): boolean => !isWhole && format?.family === 'archive';

type Detail = Omit<
  FileLook,
  keyof Judged | 'dataset' | 'title' | 'publisher' | 'url' | 'evidence' | 'rhythm' | 'weight' | 'isHttps'
>;

const nothing: Detail = {
  ...{ status: null, isFormatTrue: null, format: null, isMachineReadable: null, isOpenFormat: null },
  ...{ hasCors: null, hasRange: null, areRowsWhole: null, dataUpTo: null },
};

const latest = (days: readonly Day[]): Day | null => [...days].sort().at(-1) ?? null;

/** Looks into what arrived. */
const lookInto = async (answer: PortalAnswer, { record }: DrawnRecord, run: SurveyRun): Promise<Judged & Detail> => {
  const { exchange } = answer;
  const { reply, url, hops } = exchange;
  const { file } = record;
  if (reply.kind !== 'arrived' || file === null) return { outcome: 'unseen', because: 'unread', ...nothing };
  const found = await read(answer, run.data, run.defects.report);
  const status = reply.status;
  if (found === null) return { outcome: 'unseen', because: 'unread', ...nothing, status };
  const { inspection, reading } = found;
  const formats = openFormats(run.data.formats.formats);
  const view = viewOf({
    ...{ url, finalUrl: reply.finalUrl, hops, status, headers: reply.headers, inspection, reading },
    ...{ role: 'data-file', seenOn: run.asOf, words: run.data.pages, formats, dateWords: run.data.dates },
  });
  const { kind } = kindOf(view);
  run.log.note(answer.id, kind);
  const declared = file.format === null ? null : formats.byId(file.format);
  const isPage = declared?.promises === 'document' && declared.readable === 'no';
  const judged = byStatus(status, kind) ?? byKind(kind, file.isService, isPage && inspection.page !== null);
  const isAlive = judged.outcome === 'alive' && judged.because === 'data';
  const isKnown = isAlive && !isUnread(inspection) && !isCutArchive(formats.byId(inspection.format), reply.complete);
  const format = isKnown ? formats.byId(inspection.format) : null;
  const isTrue =
    declared === null || file.isService
      ? null
      : judged.outcome === 'not-data'
        ? isPage
        : isKnown
          ? isRightlyCalled(declared, inspection.format) || standsInside(inspection, declared.id)
          : null;
  const dates = isAlive
    ? datesOf(view).filter(({ of, doubt, method }) => of === 'data' && doubt === null && method === 'values')
    : [];
  return {
    ...judged,
    status,
    isFormatTrue: isTrue,
    format: isAlive ? inspection.format : null,
    isMachineReadable:
      !isKnown || inspection.machineReadable === 'Unsure' ? null : inspection.machineReadable === 'Yes',
    isOpenFormat: format === null ? null : format.open,
    hasCors: headerValue(reply.headers, 'access-control-allow-origin') === '*',
    hasRange: /\bbytes\b/i.test(headerValue(reply.headers, 'accept-ranges') ?? ''),
    areRowsWhole: isAlive ? areRowsWhole(inspection) : null,
    dataUpTo: latest(dates.map(({ to }) => to)),
  };
};

/** A file in an archive is what was declared: a CSV in a ZIP is a CSV. */
const standsInside = ({ members }: Inspection, declared: string): boolean =>
  members.some(({ inspection }) => inspection?.format === declared);

const look = async (
  answer: PortalAnswer | null,
  drawn: DrawnRecord,
  url: string,
  run: SurveyRun,
): Promise<FileLook> => {
  const { record, weight } = drawn;
  const seen =
    answer === null
      ? { outcome: 'unseen' as const, because: 'host-limit', ...nothing }
      : await (async () => {
          const judged = byExchange(answer.exchange);
          return judged === null ? lookInto(answer, drawn, run) : { ...judged, ...nothing };
        })();
  return {
    ...{ dataset: record.id, title: record.title, publisher: record.publisher, url, weight, rhythm: record.rhythm },
    evidence: answer?.id ?? null,
    isHttps: url.startsWith('https:'),
    ...seen,
  };
};

/** In trouble, not gone: asked once more at the end. */
const isWorthAgain = ({ because, outcome }: FileLook): boolean =>
  outcome === 'unseen' &&
  (['timeout', 'connect', 'protocol', 'tls', 'dns'].includes(because) || /^http-5\d\d$/.test(because));

/** Asked as something else, so that what came before is not remembered. */
const againAccept = '*/*;q=0.9, text/html;q=0.8';

/** Second looks at most: beyond that, it is we who are in trouble. */
const mostAgain = 20;

/**
 * Asks for the files of the datasets that were drawn, a few of each foreign host, and once more for those in trouble.
 *
 * @param bytes - of each file at most; what is longer is seen by its beginning
 */
export const lookAtFiles = async (
  drawn: readonly DrawnRecord[],
  { bytes, portal }: { readonly bytes: number; readonly portal: string },
  run: SurveyRun,
): Promise<readonly FileLook[]> => {
  const asked = new Map<string, number>();
  const looks: { look: FileLook; drawn: DrawnRecord; request: FetchRequest | null }[] = [];
  for (const one of drawn) {
    const { file } = one.record;
    if (file === null) continue;
    const host = hostOf(file.url);
    const before = asked.get(host) ?? 0;
    const isOver = !isOwnHost(host, portal) && before >= mostOfForeignHost;
    asked.set(host, before + 1);
    const request = { url: file.url, maxBytes: bytes };
    const answer = isOver ? null : await run.log.ask(request);
    looks.push({ look: await look(answer, one, file.url, run), drawn: one, request: isOver ? null : request });
  }
  const troubled = looks.filter((one) => one.request !== null && isWorthAgain(one.look));
  if (troubled.length > 0 && troubled.length <= mostAgain) {
    await run.secondLook();
    for (const one of troubled) {
      const { evidence } = one.look;
      if (evidence === null || one.request === null) continue;
      const answer = await run.log.again(evidence, { ...one.request, accept: againAccept });
      if (answer !== null) one.look = await look(answer, one.drawn, one.look.url, run);
    }
  }
  return doubtNames(
    looks.map((one) => one.look),
    portal,
    run.log.evidence(),
  );
};
