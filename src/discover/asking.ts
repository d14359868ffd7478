import type { Sentence } from '../model/sentence.ts';
import { searchProblem } from '../text/searches.ts';
import { answerIn, type CatalogueAnswered, type Listed, namesTopic, problemOf, readOn, stopsShort } from './answers.ts';
import type { AskCatalogue, CatalogueReply } from './ask.ts';
import { dcat, listRequest } from './portals/dcat.ts';
import type { PortalAdapter, SearchWay } from './portals/index.ts';
import { type AskedPortal, draftOf, type Found, levelOfRecord } from './rank.ts';
import type { Lens } from './vocabulary.ts';

/* A conversation with one catalogue, in the protocol of its software. */

/** How much one portal is asked. */
export interface SearchLimits {
  /** Phrases of the category. */
  readonly phrases: number;
  /** Pages of one list. */
  readonly pages: number;
  /** Questions to one portal in all. */
  readonly questions: number;
}

/** Nothing else on this host will answer either. */
const isDead = ({ exchange: { reply } }: CatalogueReply): boolean =>
  (reply.kind === 'lost' && ['dns', 'connect', 'timeout', 'tls'].includes(reply.reason)) ||
  (reply.kind === 'arrived' && isOut(reply.status));

/** A host that is out of service says so of each of its addresses; a fault of one program says nothing of others. */
const isOut = (status: number): boolean => status >= 502 && status <= 504;

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

/** What a catalogue came to. */
export interface Answered {
  readonly found: readonly Found[];
  /** Was everything answered and read that was asked for? */
  readonly isWhole: boolean;
  readonly problem: Sentence | null;
  readonly isDead: boolean;
}

/** One conversation with a portal. */
export interface Talk {
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

/** So many answers in a row that list the same are no answers to different words: the catalogue does not look at them. */
const mostAlike = 3;

const idsOf = ({ reading }: CatalogueAnswered): string => JSON.stringify(reading.datasets.map(({ id }) => id));

/** How many of the last answers listed the same; none where they listed nothing, which words of no dataset give as well. */
const alikeAtEnd = (answers: readonly CatalogueAnswered[]): number => {
  const last = answers.at(-1);
  if (last === undefined || last.reading.datasets.length === 0) return 0;
  const other = answers.findLastIndex((answer) => idsOf(answer) !== idsOf(last));
  return answers.length - 1 - other;
};

const isListedWhole = ({ reading: { next, total, datasets } }: CatalogueAnswered): boolean =>
  next === null && datasets.length >= (total ?? 0);

/**
 * Is what was found enough, so that no other words need be tried? Of a category that publishers keep in parts one dataset is
 * not: the others are called by other words.
 */
const isEnough = (found: readonly Found[], { lens }: Talk): boolean =>
  lens.category?.halves === undefined && fits(found, lens);

/** Asks with one phrase after the other until something fits, or the catalogue shows that it does not look at them. */
const askPhrases = async (
  way: SearchWay,
  first: CatalogueAnswered,
  talk: Talk,
): Promise<Omit<Answered, 'problem' | 'isDead'>> => {
  const { phrases, lens, ask, adapter } = talk;
  const found: Found[] = [];
  const answers: CatalogueAnswered[] = [];
  let isWhole = phrases.length > 0;
  for (const [index, phrase] of phrases.entries()) {
    if (isEnough(found, talk)) break;
    if (alikeAtEnd(answers) >= mostAlike) {
      isWhole &&= answers.slice(-1).every(isListedWhole);
      break;
    }
    const asked = index === 0 ? null : await ask(way.request(phrase));
    const answer = asked === null ? (index === 0 ? first : null) : answerIn(asked, way, adapter);
    if (answer === null) {
      isWhole = false;
      continue;
    }
    const listed = await readOn(answer, isWorthReadingOn(answer, talk), { ...talk, way }, ask);
    found.push(...listed.found);
    answers.push(answer);
    // A page that lists nothing may be drawn by a script, or have gone wrong: it shows nothing of what is not there.
    const isBlank = way.isDataset !== undefined && answer.reading.kind === 'empty';
    isWhole &&= !isBlank && !stopsShort(listed.last, listed.found.length, lens);
  }
  return { found: eachOnce(found), isWhole };
};

const unanswered = (problem: Sentence, isDead: boolean): Answered => ({ found: [], isWhole: false, problem, isDead });

/** Reads the list of a catalogue in DCAT that stands at some address; null where it is none. */
export const askList = async (url: string, given: Omit<Talk, 'adapter'>): Promise<Answered | null> => {
  const talk = { ...given, adapter: dcat };
  const way: SearchWay = { covers: 'all', request: () => listRequest(url) };
  const asked = await talk.ask(way.request(''));
  const answer = asked === null ? null : answerIn(asked, way, dcat);
  return answer === null ? null : { ...(await readAll(way, answer, talk)), problem: null, isDead: false };
};

/** Does anything that was found touch the category? */
const isTouching = (found: readonly Found[], lens: Lens): boolean =>
  found.some((one) => draftOf(one, lens, Number.POSITIVE_INFINITY) !== null);

/**
 * The list of all datasets, where the catalogue gives one: its search may not know a word in the form in which it is asked
 * for, nor half of a compound. What it leaves out shows nothing that the search did not.
 */
const askLists = async (ways: readonly SearchWay[], talk: Talk): Promise<readonly Found[]> => {
  for (const way of ways.filter(({ covers }) => covers === 'all')) {
    const asked = await talk.ask(way.request(''));
    const answer = asked === null ? null : answerIn(asked, way, talk.adapter);
    if (answer !== null) return (await readAll(way, answer, talk)).found;
  }
  return [];
};

/** Tries the ways of an adapter until one is answered, and asks in that one; where words give nothing, for the list of all. */
export const askAdapter = async (adapter: PortalAdapter, given: Omit<Talk, 'adapter'>): Promise<Answered> => {
  const talk = { ...given, adapter };
  let problem: Sentence | null = null;
  const ways = adapter.ways(talk.portal);
  for (const [index, way] of ways.entries()) {
    const asked = await talk.ask(way.request(talk.phrases[0] ?? ''));
    if (asked === null) return unanswered(problem ?? searchProblem('requests-spent'), true);
    const answer = answerIn(asked, way, adapter);
    if (answer !== null) {
      if (way.covers === 'all') return { ...(await readAll(way, answer, talk)), problem: null, isDead: false };
      const { found, isWhole } = await askPhrases(way, answer, talk);
      const listed = isTouching(found, talk.lens) ? [] : await askLists(ways.slice(index + 1), talk);
      return { found: eachOnce([...found, ...listed]), isWhole, problem: null, isDead: false };
    }
    problem ??= problemOf(asked);
    if (isDead(asked)) return unanswered(problem, true);
  }
  return unanswered(problem ?? searchProblem('answered-unknown'), false);
};
