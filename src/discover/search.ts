import type { Category } from '../model/data.ts';
import type { Page } from '../model/inspection.ts';
import type { Sentence } from '../model/sentence.ts';
import { searchProblem } from '../text/searches.ts';
import { problemOf } from './answers.ts';
import type { AskCatalogue } from './ask.ts';
import { type Answered, askAdapter, askList, type SearchLimits, type Talk } from './asking.ts';
import type { ScoredLink } from './links.ts';
import { throughPages } from './pages.ts';
import { phrasesFor } from './phrases.ts';
import { adapterOf, adapters, type PortalAdapter } from './portals/index.ts';
import type { AskedPortal, Found } from './rank.ts';
import type { Lens } from './vocabulary.ts';

export type { SearchLimits } from './asking.ts';

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

/** Media types in which catalogues are written, as pages name them in their heads. */
const catalogueTypes = /^(?:text\/turtle|application\/(?:rdf\+xml|ld\+json|n-triples|trig))$/;

/** Catalogues that the head of one page names are asked for no more than these. */
const mostNamed = 2;

/** The list of a catalogue that the head of its front page names: `<link rel="alternate" type="text/turtle">`. */
const namedInHead = async ({ alternates = [] }: Page, talk: Omit<Talk, 'adapter'>): Promise<Answered | null> => {
  for (const { url } of alternates.filter(({ mediaType }) => catalogueTypes.test(mediaType)).slice(0, mostNamed)) {
    const listed = await askList(url, talk);
    if (listed !== null) return listed;
  }
  return null;
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
  const named = await namedInHead(front.page, talk);
  if (named !== null && named.found.length > 0)
    return { portal, found: named.found, links: [], note: null, reach: reachOf(named) };
  const links = await throughPages(front.page, { url: front.url }, talk);
  const note = first?.problem ? searchProblem('pages-instead', { problem: first.problem }) : null;
  return { ...unsearched, links, note };
};
