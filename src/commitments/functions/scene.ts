import type { Day } from '../../model/basics.ts';
import type { SeenAt } from '../../model/commitments-report.ts';
import type { DateWords } from '../../model/dates.ts';
import type { FunctionWords, SignRule, WalkedSite } from '../../model/functions.ts';
import type { Link, Page } from '../../model/inspection.ts';
import { arrivedWell, type Observation } from '../../model/observation.ts';
import { isBarrier } from '../../model/reply-kinds.ts';
import { evened } from '../../text/fold.ts';
import { compile, type Phrases } from '../../text/phrases.ts';
import type { DateReader, Expression } from '../../time/expression.ts';
import { monthFinder } from '../../time/months.ts';
import { dateText, readDates } from '../../time/running-text.ts';
import { siteOf } from '../../web/address.ts';
import type { FormatRegistry } from '../../web/formats.ts';

/** A page of the site that was read. */
export interface SeenPage {
  readonly observation: Observation;
  readonly page: Page;
  /** Title and headings, evened. */
  readonly heads: string;
  /** The main part, evened line by line. */
  readonly lines: readonly string[];
}

/** What signs are read from: the pages of one site, with the words to understand them. */
export interface SiteScene {
  readonly site: WalkedSite;
  readonly asOf: Day;
  /** Pages of the site itself. */
  readonly pages: readonly SeenPage[];
  readonly formats: FormatRegistry;
  readonly unitSigns: readonly string[];
  /** Names of elements that an application fills in. */
  readonly mounts: ReadonlySet<string>;
  /** All phrases of a meaning, in every language. */
  readonly phrases: (meaning: string) => Phrases;
  readonly datesIn: (text: string, observation: Observation) => readonly Expression[];
}

/** What a sign came to. */
export interface SignSight {
  readonly isShown: boolean;
  readonly where: readonly SeenAt[];
  /** Something that may be it and could not be understood; null where there is nothing of the kind. */
  readonly doubt: string | null;
}

/** One kind of sign. */
export type SignReader = (rule: SignRule, scene: SiteScene) => SignSight;

export const nothing: SignSight = { isShown: false, where: [], doubt: null };

export const shownAt = (...where: readonly SeenAt[]): SignSight => ({ isShown: true, where, doubt: null });

const mostLines = 4_000;
const mostQuote = 240;

export const quoted = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, mostQuote);

/** A place on a page. */
export const seenAt = ({ evidence, finalUrl }: Observation, quote: string): SeenAt => ({
  evidence,
  url: finalUrl,
  quote: quoted(quote),
});

/** A page that came well, made ready to be looked through. */
export const pageOf = (observation: Observation): readonly SeenPage[] => {
  const page = observation.inspection?.page ?? null;
  if (page === null || !arrivedWell(observation)) return [];
  const lines = page.text.split('\n').slice(0, mostLines).map(evened);
  return [{ observation, page, heads: evened([page.title, ...page.headings.slice(0, 60)].join(' · ')), lines }];
};

/** Opens what was seen of a site for the readers of signs. */
export const sceneOf = (
  site: WalkedSite,
  given: {
    readonly words: FunctionWords;
    readonly dates: DateWords;
    readonly formats: FormatRegistry;
    readonly mounts: readonly string[];
    readonly asOf: Day;
  },
): SiteScene => {
  const { words, dates, formats, mounts, asOf } = given;
  const compiled = new Map<string, Phrases>();
  const readers = new Map<string, DateReader>();
  const readerFor = (language: string | null): DateReader => {
    const reader = readers.get(language ?? '') ?? { words: dates, monthOf: monthFinder(dates, language) };
    readers.set(language ?? '', reader);
    return reader;
  };
  return {
    ...{ site, asOf, formats },
    pages: site.seen.filter(({ finalUrl }) => site.hosts.includes(siteOf(finalUrl))).flatMap(pageOf),
    unitSigns: words['unit-signs'],
    mounts: new Set(mounts.map((name) => name.toLowerCase())),
    phrases: (meaning) => {
      const list = Object.values(words.phrases[meaning] ?? {}).flat();
      const phrases = compiled.get(meaning) ?? compile(list, { spelling: evened, edges: 'alphabets' });
      compiled.set(meaning, phrases);
      return phrases;
    },
    datesIn: (text, { inspection }) => readDates(dateText(text), readerFor(inspection?.language ?? null)),
  };
};

/** Does a text, evened or not, speak of one of some meanings? */
export const speaksOf = (text: string, meanings: readonly string[], { phrases }: SiteScene): boolean => {
  const even = evened(text);
  return meanings.some((meaning) => phrases(meaning).first(even) !== null);
};

/** Pages whose title or headings speak of a meaning. */
export const pagesAbout = (meanings: readonly string[], scene: SiteScene): readonly SeenPage[] =>
  scene.pages.filter(({ heads }) => meanings.some((meaning) => scene.phrases(meaning).first(heads) !== null));

/** What a link says of where it leads; its own words before those around it. */
export const wordsOf = ({ text, context }: Link): string => (text.trim() === '' ? context : text);

const sameAddress = (url: string): string => url.replace(/#.*$/s, '').replace(/\/$/, '');

/** What was opened at an address of a link; undefined where nothing was. */
export const openedAt = (url: string, { site }: SiteScene): Observation | undefined =>
  site.seen.find((one) => sameAddress(one.url) === sameAddress(url) || sameAddress(one.finalUrl) === sameAddress(url));

/** Did it answer as something that people use? A log-in before a service is an answer of it; a challenge and a shell show nothing. */
export const answers = (observation: Observation): boolean =>
  arrivedWell(observation) && (!isBarrier(observation.kind) || ['login', 'search-form'].includes(observation.kind));

/** Did the server say that nothing is there? */
export const isGone = (observation: Observation | undefined): boolean =>
  observation?.outcome.kind === 'arrived' && [404, 410].includes(observation.outcome.status);

/**
 * What of a page may show more than its text does: an element that a script fills, or a frame of another site that was not read. A frame
 * that stands on the front page as well is furniture of the site.
 */
export const hiddenIn = ({ page }: SeenPage, scene: SiteScene): string | null => {
  const mount = page.scripts.count > 0 ? page.mounts.find((name) => scene.mounts.has(name.toLowerCase())) : undefined;
  const everywhere = new Set(scene.pages[0]?.page.iframes);
  const frame = page.iframes.find((url) => !scene.site.hosts.includes(siteOf(url)) && !everywhere.has(url));
  return frame ?? mount ?? null;
};
