import type { Category, Portal } from '../model/data.ts';
import type { Page } from '../model/inspection.ts';
import type { Sentence } from '../model/sentence.ts';
import { searchProblem } from '../text/searches.ts';
import { answerIn, type CatalogueAnswered, type Listed, namesTopic, problemOf, readOn, stopsShort } from './answers.ts';
import type { AskCatalogue, CatalogueReply } from './ask.ts';
import { formQuestions } from './forms.ts';
import { type ScoredLink, scoreLinks } from './links.ts';
import { phrasesFor } from './phrases.ts';
import { adapterOf, adapters, type PortalAdapter, type SearchWay } from './portals/index.ts';
import { type AskedPortal, type Found, levelOfRecord } from './rank.ts';
import { linksOfSitemap } from './sitemap.ts';
import type { Lens } from './vocabulary.ts';

/** How much one portal is asked. */
export interface SearchLimits {
  /** Phrases of the category. */
  readonly phrases: number;
  /** Pages of one list. */
  readonly pages: number;
  /** Questions to one portal in all. */
  readonly questions: number;
}

/** What one portal gave. */
export interface PortalSearch {
  readonly portal: AskedPortal;
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

/** Nothing else on this host will answer either. */
const isDead = ({ exchange }: CatalogueReply): boolean =>
  exchange.reply.kind === 'lost' && ['dns', 'connect', 'timeout', 'tls'].includes(exchange.reply.reason);

/** The same dataset answers to several phrases. */
const eachOnce = (found: readonly Found[]): readonly Found[] => [
  ...new Map(found.map((one) => [`${one.record.id} ${one.record.landingPage}`, one])).values(),
];

/**
 * Is one of them what is looked for, as far as a catalogue can tell: named for the category, and of a publisher of the
 * whole country? Any number of files of towns is none, so that other words are tried.
 */
const fits = (found: readonly Found[], lens: Lens): boolean =>
  found.some((one) => namesTopic(one.record, lens) && levelOfRecord(one, lens).verdict === 'national');

interface Answered {
  readonly found: readonly Found[];
  /** Was everything answered and read that was asked for? */
  readonly isWhole: boolean;
  readonly problem: Sentence | null;
  readonly isDead: boolean;
}

/** One conversation with a portal. */
interface Talk {
  readonly portal: AskedPortal;
  readonly adapter: PortalAdapter;
  readonly phrases: readonly string[];
  readonly lens: Lens;
  readonly ask: AskCatalogue;
  readonly limits: SearchLimits;
}

/** A list of everything is read on as far as pages are allowed. */
const readAll = async (
  way: SearchWay,
  first: CatalogueAnswered,
  talk: Talk,
): Promise<Omit<Answered, 'problem' | 'isDead'>> => {
  const { found, last } = await readOn(first, (_, pages) => pages < talk.limits.pages, { ...talk, way }, talk.ask);
  return { found, isWhole: last.reading.next === null && found.length >= (first.reading.total ?? 0) };
};

/**
 * A list of the best matches is read on while it speaks of the subject: until something fits, and beyond that where its
 * end can be reached, since only what was read to its end can show that something is not there.
 */
const isWorthReadingOn =
  (first: CatalogueAnswered, { lens, limits }: Talk) =>
  ({ found, last }: Listed, pages: number): boolean => {
    if (pages >= limits.pages || !stopsShort(last, found.length, lens)) return false;
    const { total, datasets } = first.reading;
    return total === null ? !fits(found, lens) : total <= datasets.length * limits.pages || !fits(found, lens);
  };

/** Asks with one phrase after the other until something fits. */
const askPhrases = async (
  way: SearchWay,
  first: CatalogueAnswered,
  talk: Talk,
): Promise<Omit<Answered, 'problem' | 'isDead'>> => {
  const { phrases, lens, ask, adapter } = talk;
  const found: Found[] = [];
  let isWhole = phrases.length > 0;
  for (const [index, phrase] of phrases.entries()) {
    if (fits(found, lens)) break;
    const asked = index === 0 ? null : await ask(way.request(phrase));
    const answer = asked === null ? (index === 0 ? first : null) : answerIn(asked, way, adapter);
    if (answer === null) {
      isWhole = false;
      continue;
    }
    const listed = await readOn(answer, isWorthReadingOn(answer, talk), { ...talk, way }, ask);
    found.push(...listed.found);
    // A page that lists nothing may be drawn by a script, or have gone wrong: it shows nothing of what is not there.
    const isBlank = way.isDataset !== undefined && answer.reading.kind === 'empty';
    isWhole &&= !isBlank && !stopsShort(listed.last, listed.found.length, lens);
  }
  return { found: eachOnce(found), isWhole };
};

const unanswered = (problem: Sentence, isDead: boolean): Answered => ({ found: [], isWhole: false, problem, isDead });

/** Tries the ways of an adapter until one is answered, and asks in that one. */
const askAdapter = async (adapter: PortalAdapter, talk: Omit<Talk, 'adapter'>): Promise<Answered> => {
  let problem: Sentence | null = null;
  for (const way of adapter.ways(talk.portal)) {
    const asked = await talk.ask(way.request(talk.phrases[0] ?? ''));
    if (asked === null) return unanswered(problem ?? searchProblem('requests-spent'), true);
    const answer = answerIn(asked, way, adapter);
    if (answer !== null) {
      const answered = way.covers === 'all' ? readAll : askPhrases;
      return { ...(await answered(way, answer, { ...talk, adapter })), problem: null, isDead: false };
    }
    problem ??= problemOf(asked);
    if (isDead(asked)) return unanswered(problem, true);
  }
  return unanswered(problem ?? searchProblem('answered-unknown'), false);
};

const reachOf = ({ problem, isWhole }: Answered): Reach => (problem !== null ? 'none' : isWhole ? 'whole' : 'part');

/** The software that a page shows, where its protocol is known. */
export const recognise = (page: Page, tried?: PortalAdapter): PortalAdapter | undefined =>
  adapters.find((adapter) => adapter !== tried && adapter.isMarkedBy(page));

/** A way to ask that stops after so many questions: one portal must not use up what others need. */
const bounded = (ask: AskCatalogue, most: number): AskCatalogue => {
  let asked = 0;
  return async (request) => {
    if (asked >= most) return null;
    asked += 1;
    return ask(request);
  };
};

/** Questions that are put to a search for people. */
const mostForms = 3;

type PageTalk = Pick<Talk, 'lens' | 'ask' | 'phrases'>;

/** Links of the pages that a site's own search for people answers with. */
const throughForm = async (front: Page, { lens, ask, phrases }: PageTalk): Promise<readonly ScoredLink[]> => {
  for (const url of formQuestions(front, phrases.slice(0, mostForms))) {
    const asked = await ask({ url });
    if (asked === null) break;
    const links = asked.problem === null && asked.page !== null ? scoreLinks(asked.page, lens) : [];
    if (links.some(({ isOnTopic }) => isOnTopic)) return links;
  }
  return [];
};

/** Looks through the pages of a portal: the links of its front page, else its sitemap, else its search for people. */
const throughPages = async (
  page: Page,
  { url }: Pick<Portal, 'url'>,
  talk: PageTalk,
): Promise<readonly ScoredLink[]> => {
  const { lens, ask } = talk;
  const links = scoreLinks(page, lens);
  if (links.some(({ isOnTopic }) => isOnTopic)) return links;
  const mapped = scoreLinks({ ...page, links: await linksOfSitemap(new URL(url).origin, lens, ask) }, lens);
  const searched = mapped.length > 0 ? [] : await throughForm(page, talk);
  return [...mapped, ...searched, ...links];
};

/**
 * Asks one portal for the category: by its API where its software is known or shows itself, else through its pages. A
 * dead or changed API is said in the note, and the next way is tried.
 */
export const searchPortal = async (
  portal: AskedPortal,
  category: Category,
  lens: Lens,
  askAny: AskCatalogue,
  limits: SearchLimits,
): Promise<PortalSearch> => {
  const ask = bounded(askAny, limits.questions);
  const talk = { portal, lens, ask, limits, phrases: phrasesFor(portal, category, lens, limits.phrases) };
  const known = adapterOf(portal.software);
  const first = known === undefined ? null : await askAdapter(known, talk);
  const unsearched = { portal, found: [], links: [], reach: 'none' } as const;
  if (first !== null && (first.problem === null || first.isDead)) {
    return { portal, found: first.found, links: [], note: first.problem, reach: reachOf(first) };
  }
  const front = await ask({ url: portal.url });
  if (front === null) return { ...unsearched, note: first?.problem ?? searchProblem('requests-spent') };
  if (front.page === null) return { ...unsearched, note: first?.problem ?? problemOf(front) };

  const other = recognise(front.page, known);
  const second = other === undefined ? null : await askAdapter(other, talk);
  if (second?.problem === null && second.found.length > 0)
    return { portal, found: second.found, links: [], note: null, reach: reachOf(second) };
  const links = await throughPages(front.page, portal, talk);
  const note = first?.problem ? searchProblem('pages-instead', { problem: first.problem }) : null;
  return { ...unsearched, links, note };
};
