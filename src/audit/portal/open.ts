import { recognise } from '../../discover/search.ts';
import type { Page } from '../../model/inspection.ts';
import type { CatalogueReading } from '../../model/records.ts';
import type { SurveyFacts } from '../../model/survey.ts';
import { mostDatasets } from '../../records/answer.ts';
import { type CatalogueApi, type CatalogueSurvey, surveyOf, surveys } from '../../records/surveys/index.ts';
import type { PortalAddress } from '../../web/apis.ts';
import { pageRequest, read, readLong, readPage, stateOf, stateOfExchange, tell } from './answer.ts';
import type { SurveyRun } from './context.ts';
import { type PortalAnswer, withoutBytes } from './log.ts';

/* Which software a portal is, and where its interface stands: by what is known of it, by its front page, by trying. */

/** An interface that was found. */
export interface OpenedPortal {
  readonly software: string;
  readonly api: CatalogueApi;
  readonly facts: SurveyFacts;
  /** What its count was told by. */
  readonly answer: PortalAnswer;
  /** The list, where it had to be read to find the interface. */
  readonly reading: CatalogueReading | null;
  /** Was that list cut off, and about how many datasets may it hold? Null where it was not. */
  readonly cut: { readonly estimate: number | null } | null;
}

/** What became of looking for it. */
export interface PortalOpening {
  readonly opened: OpenedPortal | null;
  readonly front: { readonly answer: PortalAnswer; readonly page: Page | null } | null;
  /** Answers on the way: each tells whether the interface is up. */
  readonly tries: readonly { readonly answer: PortalAnswer; readonly state: string }[];
  /** Was anything at all seen of the portal? */
  readonly hasArrived: boolean;
}

/** Interfaces that are tried where the front page shows none. */
const mostTries = 30;

/** Nothing else on this host will answer. */
const isDead = ({ exchange: { reply } }: PortalAnswer): boolean =>
  reply.kind === 'lost' && ['dns', 'connect', 'timeout', 'tls'].includes(reply.reason);

/** The list of an interface that tells by its list alone whether it is there. */
const openList = async (
  software: string,
  api: CatalogueApi,
  run: SurveyRun,
): Promise<{ readonly answer: PortalAnswer; readonly opened: OpenedPortal | null }> => {
  const { listing } = api;
  const request =
    listing.kind === 'pages'
      ? listing.page(0, listing.size)
      : listing.kind === 'chain'
        ? listing.first
        : listing.request;
  const answer = await run.log.ask(pageRequest(request));
  if ((await stateOf(answer, run)) !== 'answered') return { answer, opened: null };
  const long = listing.kind === 'whole' && listing.key !== undefined ? await readLong(answer, listing.key, run) : null;
  const reading = long?.reading ?? (await readPage(answer, run.data, run.defects.report));
  // Of one answer no more datasets are read than these; how many follow, it does not say.
  const isFull = long === null && reading?.total === null && reading.datasets.length >= mostDatasets;
  const cut = isFull ? { estimate: null } : long === null || long.isWhole ? null : { estimate: long.estimate };
  const isList = reading !== null && reading.kind !== 'error' && (api.isOurs?.(reading) ?? true);
  if (!isList || reading === null) return { answer, opened: null };
  // What stands in one answer counts itself, once it is read.
  const facts = reading.total === null || listing.kind === 'whole' ? {} : { total: reading.total };
  return { answer, opened: { software, api, facts, answer: withoutBytes(answer), reading, cut } };
};

const openOne = async (
  { software }: CatalogueSurvey,
  api: CatalogueApi,
  run: SurveyRun,
): Promise<{ readonly answer: PortalAnswer; readonly opened: OpenedPortal | null }> => {
  if (api.count === null) return openList(software, api, run);
  const { answer, facts } = await tell(api.count, run);
  return {
    answer,
    opened: facts === null ? null : { software, api, facts, answer: withoutBytes(answer), reading: null, cut: null },
  };
};

/** Looks for the interface of a portal. */
export const openPortal = async (
  portal: PortalAddress,
  known: string | null,
  run: SurveyRun,
): Promise<PortalOpening> => {
  const tries: { answer: PortalAnswer; state: string }[] = [];
  const tried = new Set<string>();
  let isOver = false;

  const tryAll = async (survey: CatalogueSurvey): Promise<OpenedPortal | null> => {
    for (const api of survey.apis(portal)) {
      const key = `${survey.software} ${api.address}`;
      if (isOver || tried.has(key) || tries.length >= mostTries) continue;
      tried.add(key);
      const { answer, opened } = await openOne(survey, api, run);
      tries.push({
        answer: withoutBytes(answer),
        state: opened === null ? stateOfExchange(answer.exchange) : 'answered',
      });
      if (opened !== null) return opened;
      if (isDead(answer) && new URL(answer.exchange.url).host === new URL(portal.url).host) isOver = true;
    }
    return null;
  };

  const first = surveyOf(known);
  let opened = first === undefined ? null : await tryAll(first);
  const answer = isOver ? null : await run.log.ask({ url: portal.url });
  const reply = answer === null ? null : await read(answer, run.data, run.defects.report);
  const front = answer === null ? null : { answer: withoutBytes(answer), page: reply?.inspection.page ?? null };
  if (opened === null && front?.page != null) {
    const shown = surveyOf(recognise(front.page)?.id ?? null);
    opened = shown === undefined || shown === first ? null : await tryAll(shown);
  }
  for (const survey of opened === null && !(answer !== null && isDead(answer)) ? surveys : []) {
    opened = await tryAll(survey);
    if (opened !== null) break;
  }
  const all = [...tries.map((one) => one.answer), ...(answer === null ? [] : [answer])];
  return { opened, front, tries, hasArrived: all.some(({ exchange }) => exchange.reply.kind === 'arrived') };
};
