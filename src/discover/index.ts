import type { Day } from '../model/basics.ts';
import type { Category, Place, Portal } from '../model/data.ts';
import { defectsBehind, sentenceOf } from '../model/defect.ts';
import type { Fetch } from '../model/exchange.ts';
import type { Page } from '../model/inspection.ts';
import type { Candidate } from '../model/records.ts';
import type { Sentence } from '../model/sentence.ts';
import { candidateFor } from '../text/candidates.ts';
import { searchProblem } from '../text/searches.ts';
import { hostOf, siteOf, withoutQuery } from '../web/address.ts';
import { namesTopic } from './answers.ts';
import { type AskCatalogue, openAsk, type Readers } from './ask.ts';
import { isOfEveryKind } from './catalogue.ts';
import { fold } from './fold.ts';
import { imprintOf } from './imprint.ts';
import { knownDrafts } from './known.ts';
import { levelOf } from './level.ts';
import { byScore, type ScoredLink } from './links.ts';
import { isUnderDomain, officialness } from './official.ts';
import { portalOrder } from './order.ts';
import { type AskedPortal, type CandidateDraft, draftOf, withFreshness } from './rank.ts';
import { type PortalSearch, type Reach, recognise, type SearchLimits, searchPortal } from './search.ts';
import { newestYear } from './topics.ts';
import { type DiscoveryWords, type Lens, lensOf } from './vocabulary.ts';

export type { Readers } from './ask.ts';
export { imprintOf } from './imprint.ts';
export { type Imprint, levelOf } from './level.ts';
export { type ScoredLink, scoreLinks } from './links.ts';
export { officialness } from './official.ts';
export { type DiscoveryWords, discoveryWords, type Lens, lensOf } from './vocabulary.ts';

/** How far discovery searches. Counts, so that an archive is always searched the same way. */
export interface DiscoveryLimits extends SearchLimits {
  /** Requests in all; the rest of the review's allowance is for opening what was found. */
  readonly requests: number;
  /** Bytes of one answer. */
  readonly bytes: number;
  /** Catalogues that are asked in any case. */
  readonly portals: number;
  /** Catalogues besides, where those give nothing that fits. */
  readonly others: number;
  readonly candidates: number;
}

export const defaultDiscoveryLimits: DiscoveryLimits = {
  requests: 30,
  bytes: 4 * 1024 * 1024,
  portals: 6,
  others: 4,
  phrases: 6,
  pages: 6,
  questions: 12,
  candidates: 30,
};

/** What is looked for, and with what. */
export interface DiscoveryRequest {
  readonly place: Place | null;
  readonly category: Category | null;
  /** Addresses that the reviewer names. */
  readonly extra: readonly string[];
  /** Addresses that the review before chose. */
  readonly previous: readonly string[];
  readonly fetch: Fetch;
  /** Years after that day are plans, not data. */
  readonly asOf?: Day;
  readonly limits?: DiscoveryLimits;
}

/** What discovery is handed: how to look into replies, and the words to tell addresses apart by. */
export interface DiscoveryTools extends Readers {
  readonly words: DiscoveryWords;
}

/** A catalogue that was searched. */
export interface Searched {
  readonly url: string;
  readonly name: string;
  /** Addresses worth a look that it gave. */
  readonly found: number;
  /** Why it could not be searched in full, null where it could. */
  readonly note: Sentence | null;
  /** Is it the place's own catalogue, for data of every kind? */
  readonly isNational: boolean;
  readonly reach: Reach;
}

/** Ranked candidates, and where they were looked for. */
export interface Discovered {
  readonly candidates: readonly Candidate[];
  /** Proposals beyond the number that is looked at, best first. */
  readonly beyond: readonly Candidate[];
  /** The same datasets at other addresses, which were folded into one proposal each. */
  readonly mirrors: readonly Candidate[];
  readonly searched: readonly Searched[];
}

/** Nothing known of who published it. */
const nothingKnown = imprintOf(null, null, null);

/** A link is judged by its address and its words alone, until it is opened. */
const standingOfLink = ({ url, text }: ScoredLink, lens: Lens): Pick<CandidateDraft, 'official' | 'level'> => {
  const official = officialness(url, { lens });
  return { official, level: levelOf(url, { lens, imprint: { ...nothingKnown, title: text || null }, official }) };
};

/**
 * The catalogues in which a place's data of every kind would be found: the first national one of its file, and those
 * besides that stand under a domain of the government. The file lists others, which gather figures of one subject.
 */
const nationalOf = (place: Place, lens: Lens): ReadonlySet<Portal> => {
  const national = place.portals.filter((portal) => portal.national);
  const isOwn = (portal: Portal): boolean => isUnderDomain(portal.url, place) && isOfEveryKind(portal, lens);
  return new Set(national.filter((portal, index) => index === 0 || isOwn(portal)));
};

const draftOfLink = (link: ScoredLink, portal: Portal, lens: Lens, latestYear: number): CandidateDraft => ({
  url: link.url,
  role: link.role,
  ...candidateFor('link', { text: link.text.slice(0, 120), portal: portal.name }),
  parts: link.parts,
  score: link.score,
  title: link.text || null,
  publisher: null,
  ...standingOfLink(link, lens),
  record: null,
  year: newestYear(`${link.text} ${link.url}`, latestYear),
});

/** Drafts that one catalogue may bring in: a catalogue that floods must not drown the others. */
const mostOfOne = 200;

const draftsOf = (
  { portal, found, links }: PortalSearch,
  lens: Lens,
  latestYear: number,
): readonly CandidateDraft[] => {
  const drafts = [
    ...found.flatMap((one) => draftOf(one, lens, latestYear) ?? []),
    ...links.filter(({ isOnTopic }) => isOnTopic).map((link) => draftOfLink(link, portal, lens, latestYear)),
  ];
  return drafts.sort(byScore).slice(0, mostOfOne);
};

/**
 * Is it what is looked for, as far as can be told unopened: known before anything was asked, or a dataset or a page that is named
 * for the category and of the whole country?
 */
const isFitting = ({ title, level, official, parts }: CandidateDraft, lens: Lens): boolean =>
  parts.some(({ name }) => name === 'named' || name === 'known') ||
  (namesTopic({ title: title ?? '' }, lens) && level.verdict === 'national' && official.verdict === 'official');

const latestYearOf = ({ asOf }: Pick<DiscoveryRequest, 'asOf'>): number =>
  asOf === undefined ? 2100 : Number(asOf.slice(0, 4));

const asCandidate = ({ year: _, edition: __, ...candidate }: CandidateDraft): Candidate => candidate;

/** A portal whose adapter fails gives nothing, and says why: it may hold what is looked for. */
const searchSafely = async (
  portal: AskedPortal,
  category: Category,
  lens: Lens,
  ask: AskCatalogue,
  limits: SearchLimits,
  { report }: DiscoveryTools,
): Promise<PortalSearch> => {
  try {
    return await searchPortal(portal, category, lens, ask, limits);
  } catch (error) {
    const defects = defectsBehind(error, { stage: 'discovery', name: portal.software });
    for (const defect of defects) report(defect);
    const note = searchProblem('search-failed', { defects: defects.map(sentenceOf).join('; ') });
    return { portal, found: [], links: [], note, reach: 'none' };
  }
};

/** A catalogue that was met on the way, and what it gave. */
export interface Met {
  readonly candidates: readonly Candidate[];
  readonly searched: Searched;
}

/** What a catalogue may be asked that is none of those which are asked in any case. */
const mostOfOthers = 6;

/** What a search in a catalogue that was met may ask. */
const mostOfMet = 10;

/** The catalogue that a page is of, as the place's file would name it. */
const portalBehind = (page: Page, url: string, software: string, place: Place, category: Category): AskedPortal => {
  const known = place.portals.find((portal) => siteOf(portal.url) === siteOf(url));
  const name = page.title === '' ? hostOf(url) : page.title;
  const found = { name, url: withoutQuery(url), api: null, national: false, owner: null, languages: place.languages };
  const isOfBody = place.addresses.some((one) => one.category === category.id && siteOf(one.url) === siteOf(url));
  return { ...(known ?? { ...found, source: url }), software, isOfBody };
};

/**
 * Searches a catalogue that stands behind a page which was opened: under an address of the place's file, or behind a link of
 * the responsible body. Null where the page shows no software whose protocol is known.
 */
export const searchMet = async (
  page: Page,
  url: string,
  request: DiscoveryRequest,
  tools: DiscoveryTools,
): Promise<Met | null> => {
  const { place, category, limits = defaultDiscoveryLimits } = request;
  const software = recognise(page)?.id;
  if (place === null || category === null || software === undefined) return null;
  const lens = lensOf(place, category, tools.words);
  const portal = portalBehind(page, url, software, place, category);
  const ask = openAsk(request.fetch, tools, mostOfMet, limits.bytes);
  const search = await searchSafely(portal, category, lens, ask, limits, tools);
  const drafts = draftsOf(search, lens, latestYearOf(request));
  const candidates = [...fold(withFreshness(drafts))].sort(byScore).slice(0, limits.candidates).map(asCandidate);
  const isNational = [...nationalOf(place, lens)].some((one) => one.url === portal.url);
  const { note, reach } = search;
  return {
    candidates,
    searched: { url: portal.url, name: portal.name, found: drafts.length, note, isNational, reach },
  };
};

/**
 * Proposes addresses for a category of a place, best first, each with why: what the reviewer, the place file and the
 * review before name, and what the place's catalogues answer. Catalogues are asked one after the other, so that the
 * same answers always lead to the same questions.
 */
export const discover = async (request: DiscoveryRequest, tools: DiscoveryTools): Promise<Discovered> => {
  const { place, category, extra, previous, limits = defaultDiscoveryLimits } = request;
  const latestYear = latestYearOf(request);
  const lens = lensOf(place, category, tools.words);
  const ask = openAsk(request.fetch, tools, limits.requests, limits.bytes);
  const drafts: CandidateDraft[] = [...knownDrafts(extra, previous, lens, latestYear)];
  const searched: Searched[] = [];
  if (place !== null && category !== null) {
    const national = nationalOf(place, lens);
    const { first, others } = portalOrder(place, lens, limits);
    for (const portal of [...first, ...others]) {
      if (!first.includes(portal) && drafts.some((draft) => isFitting(draft, lens))) break;
      const questions = first.includes(portal) ? limits.questions : mostOfOthers;
      const search = await searchSafely(portal, category, lens, ask, { ...limits, questions }, tools);
      const found = draftsOf(search, lens, latestYear);
      drafts.push(...found);
      searched.push({
        ...{ url: portal.url, name: portal.name, found: found.length, note: search.note },
        ...{ isNational: national.has(portal), reach: search.reach },
      });
    }
  }
  const asked = new Set(searched.map(({ url }) => url));
  for (const { url, name } of place === null || category === null ? [] : nationalOf(place, lens)) {
    const note = searchProblem('others-first');
    if (!asked.has(url)) searched.push({ url, name, found: 0, note, isNational: true, reach: 'none' });
  }
  const ranked = [...fold(withFreshness(drafts))].sort(byScore).map(asCandidate);
  const kept = new Set(ranked.map(({ url }) => url));
  const mirrors = drafts.filter(({ url }) => !kept.has(url)).map(asCandidate);
  const [candidates, beyond] = [ranked.slice(0, limits.candidates), ranked.slice(limits.candidates)];
  return { candidates, beyond, mirrors, searched };
};
