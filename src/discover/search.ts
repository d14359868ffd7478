import type { Category, Portal } from '../model/data.ts';
import type { Page } from '../model/inspection.ts';
import { type CatalogueReading, type DatasetRecord, isOfPart } from '../model/records.ts';
import type { Sentence } from '../model/sentence.ts';
import { searchProblem } from '../text/searches.ts';
import type { AskCatalogue, CatalogueReply } from './ask.ts';
import { type ScoredLink, scoreLinks } from './links.ts';
import { adapterOf, adapters, type PortalAdapter, type SearchWay } from './portals/index.ts';
import { type Found, levelOfRecord } from './rank.ts';
import { linksOfSitemap } from './sitemap.ts';
import { topicMatch } from './topics.ts';
import { type Lens, wordsTag } from './vocabulary.ts';
import { prepare } from './words.ts';

/** How much one portal is asked. */
export interface SearchLimits {
  /** Phrases of the category. */
  readonly phrases: number;
  /** Pages of one list. */
  readonly pages: number;
}

/** What one portal gave. */
export interface PortalSearch {
  readonly portal: Portal;
  readonly found: readonly Found[];
  readonly links: readonly ScoredLink[];
  /** What could not be searched, null where the search itself worked. */
  readonly note: Sentence | null;
  readonly reach: Reach;
}

/**
 * How far a catalogue was searched: `whole` where its own search answered everything that it was asked, and was read on
 * until it spoke of other things; looking through its pages is no search.
 */
export type Reach = 'whole' | 'part' | 'none';

/** Datasets whose title names the category: when a portal gave so many, asking with other words adds little. */
const enough = 3;

const phrasesFor = (portal: Portal, category: Category, lens: Lens, most: number): readonly string[] => {
  const own = portal.languages
    .map((language) => wordsTag(language, lens.words))
    .filter((language) => category.topics[language] !== undefined);
  const languages = own.length > 0 ? own : lens.languages.filter((language) => category.topics[language] !== undefined);
  const columns = languages.map((language) => category.topics[language] ?? []);
  const rows = Array.from({ length: most }, (_, row) => columns.flatMap((column) => column[row] ?? []));
  const seen = new Set<string>();
  return rows
    .flat()
    .filter((phrase) => !seen.has(phrase.toLowerCase()) && seen.add(phrase.toLowerCase()) !== undefined)
    .slice(0, most);
};

const isRead = (asked: CatalogueReply): asked is CatalogueReply & { readonly reading: CatalogueReading } =>
  asked.problem === null && asked.page === null && asked.reading !== null;

const problemOf = (asked: CatalogueReply): Sentence => {
  if (asked.problem !== null) return asked.problem;
  return searchProblem(asked.page === null ? 'answered-otherwise' : 'answered-page');
};

/** Nothing else on this host will answer either. */
const isDead = ({ exchange }: CatalogueReply): boolean =>
  exchange.reply.kind === 'lost' && ['dns', 'connect', 'timeout', 'tls'].includes(exchange.reply.reason);

const foundIn = (
  { reading, url }: CatalogueReply & { readonly reading: CatalogueReading },
  portal: Portal,
): readonly Found[] => reading.datasets.map((record) => ({ record, portal, askedAt: url }));

/** The same dataset answers to several phrases. */
const eachOnce = (found: readonly Found[]): readonly Found[] => [
  ...new Map(found.map((one) => [`${one.record.id} ${one.record.landingPage}`, one])).values(),
];

/** A record of a part of the country is not what is looked for, however well it is named. */
const isWanted = (found: Found, lens: Lens): boolean =>
  namesTopic(found.record, lens) && !isOfPart(levelOfRecord(found, lens));

const isEnough = (found: readonly Found[], lens: Lens): boolean =>
  eachOnce(found).filter((one) => isWanted(one, lens)).length >= enough;

interface Listed {
  readonly found: readonly Found[];
  /** Was everything read that was asked for? */
  readonly isWhole: boolean;
}

/** Reads on where the list goes on, a bounded number of pages. */
const readOn = async (
  first: CatalogueReply & { readonly reading: CatalogueReading },
  portal: Portal,
  ask: AskCatalogue,
  pages: number,
): Promise<Listed> => {
  const found = [...foundIn(first, portal)];
  let next = first.reading.next;
  for (let page = 1; page < pages && next !== null; page += 1) {
    const asked: CatalogueReply | null = await ask({ url: next });
    if (asked === null || !isRead(asked)) break;
    found.push(...foundIn(asked, portal));
    next = asked.reading.next;
  }
  return { found, isWhole: next === null && found.length >= (first.reading.total ?? 0) };
};

const namesTopic = (record: DatasetRecord, lens: Lens): boolean => topicMatch(prepare(record.title), lens).value >= 0.7;

/** Does a list of the best matches stop while it still speaks of the subject? Then what follows may be on it as well. */
const stopsShort = ({ reading }: CatalogueReply & { readonly reading: CatalogueReading }, lens: Lens): boolean => {
  const last = reading.datasets.at(-1);
  const isMore = reading.next !== null || (reading.total ?? 0) > reading.datasets.length;
  return isMore && last !== undefined && namesTopic(last, lens);
};

interface Answered extends Listed {
  readonly problem: Sentence | null;
  readonly isDead: boolean;
}

const askInWay = async (
  way: SearchWay,
  first: CatalogueReply & { readonly reading: CatalogueReading },
  phrases: readonly string[],
  portal: Portal,
  lens: Lens,
  ask: AskCatalogue,
  limits: SearchLimits,
): Promise<Listed> => {
  if (way.covers === 'all') return readOn(first, portal, ask, limits.pages);
  const found = [...foundIn(first, portal)];
  let isWhole = phrases.length > 0 && !stopsShort(first, lens);
  for (const [index, phrase] of phrases.entries()) {
    // Beyond the usual number only where everything asked so far found nothing.
    const isSpent = index >= limits.phrases && found.length > 0;
    if (index === 0 || isSpent || isEnough(found, lens)) continue;
    const asked = await ask(way.request(phrase));
    if (asked === null) {
      isWhole = false;
      break;
    }
    isWhole &&= isRead(asked) && !stopsShort(asked, lens);
    if (isRead(asked)) found.push(...foundIn(asked, portal));
  }
  return { found: eachOnce(found), isWhole };
};

const unanswered = (problem: Sentence, isDead: boolean): Answered => ({ found: [], isWhole: false, problem, isDead });

/** Tries the ways of an adapter until one is answered, and asks in that one. */
const askAdapter = async (
  adapter: PortalAdapter,
  phrases: readonly string[],
  portal: Portal,
  lens: Lens,
  ask: AskCatalogue,
  limits: SearchLimits,
): Promise<Answered> => {
  let problem: Sentence | null = null;
  for (const way of adapter.ways(portal)) {
    const asked = await ask(way.request(phrases[0] ?? ''));
    if (asked === null) return unanswered(problem ?? searchProblem('requests-spent'), true);
    if (isRead(asked)) {
      const listed = await askInWay(way, asked, phrases, portal, lens, ask, limits);
      return { ...listed, problem: null, isDead: false };
    }
    problem ??= problemOf(asked);
    if (isDead(asked)) return unanswered(problem, true);
  }
  return unanswered(problem ?? searchProblem('answered-unknown'), false);
};

const reachOf = ({ problem, isWhole }: Answered): Reach => (problem !== null ? 'none' : isWhole ? 'whole' : 'part');

const recognise = (page: Page, tried: PortalAdapter | undefined): PortalAdapter | undefined =>
  adapters.find((adapter) => adapter !== tried && adapter.isMarkedBy(page));

/** Looks through the pages of a portal: the links of its front page, else its sitemap. */
const throughPages = async (
  page: Page,
  portal: Portal,
  lens: Lens,
  ask: AskCatalogue,
): Promise<readonly ScoredLink[]> => {
  const links = scoreLinks(page, lens);
  if (links.some(({ isOnTopic }) => isOnTopic)) return links;
  const mapped = await linksOfSitemap(new URL(portal.url).origin, lens, ask);
  return [...scoreLinks({ ...page, links: mapped }, lens), ...links];
};

/**
 * Asks one portal for the category: by its API where its software is known or shows itself, else through its pages. A
 * dead or changed API is said in the note, and the next way is tried.
 */
export const searchPortal = async (
  portal: Portal,
  category: Category,
  lens: Lens,
  ask: AskCatalogue,
  limits: SearchLimits,
): Promise<PortalSearch> => {
  const phrases = phrasesFor(portal, category, lens, 2 * limits.phrases);
  const known = adapterOf(portal.software);
  const first = known === undefined ? null : await askAdapter(known, phrases, portal, lens, ask, limits);
  const unsearched = { portal, found: [], links: [], reach: 'none' } as const;
  if (first !== null && (first.problem === null || first.isDead)) {
    return { portal, found: first.found, links: [], note: first.problem, reach: reachOf(first) };
  }
  const front = await ask({ url: portal.url });
  if (front === null) return { ...unsearched, note: first?.problem ?? searchProblem('requests-spent') };
  if (front.page === null) return { ...unsearched, note: first?.problem ?? problemOf(front) };

  const other = recognise(front.page, known);
  const second = other === undefined ? null : await askAdapter(other, phrases, portal, lens, ask, limits);
  if (second?.problem === null && second.found.length > 0)
    return { portal, found: second.found, links: [], note: null, reach: reachOf(second) };
  const links = await throughPages(front.page, portal, lens, ask);
  const note = first?.problem ? searchProblem('pages-instead', { problem: first.problem }) : null;
  return { ...unsearched, links, note };
};
