import { officialness, scoreLinks } from '../discover/index.ts';
import { firstHeld, newestEdition } from '../discover/topics.ts';
import { prepare } from '../discover/words.ts';
import type { FormatPromise } from '../model/format.ts';
import type { Link, Page } from '../model/inspection.ts';
import type { Observation } from '../model/observation.ts';
import type { DatasetRecord, Distribution } from '../model/records.ts';
import { promisesData } from '../pages/index.ts';
import { comparable } from '../text/fold.ts';
import { fileName, isShareLink, siteOf, withoutFragment, withoutQuery } from '../web/address.ts';
import { isPageFormat, promiseOf } from '../web/formats.ts';
import type { AuditContext } from './context.ts';

/** A file of a dataset, to be opened with it. */
export interface FileLink {
  readonly url: string;
  readonly role: 'landing-page' | 'data-file';
  /** The catalogue's record names it, so that it does not hang on the page it stands on. */
  readonly isDeclared: boolean;
  /** Only its label promises data: what comes may as well be a page that leads to it. */
  readonly isByLabel?: boolean;
}

/** Where an observation leads, best first. */
export interface OutgoingLinks {
  /** Files of the same dataset. */
  readonly files: readonly FileLink[];
  /** Pages with the terms that govern it. */
  readonly terms: readonly string[];
  /** Pages that may hold what is looked for. */
  readonly pages: readonly { readonly url: string; readonly score: number }[];
}

type LinkContext = Pick<AuditContext, 'lens' | 'asOf' | 'data'>;

/** The newest edition in the name of a file, as a number that grows with time; 0 where it names none, or a plan. */
const editionIn = (text: string, url: string, { asOf, lens }: LinkContext): number =>
  newestEdition(`${text} ${fileName(url)}`, lens, Number(asOf.slice(0, 4)));

/** A link of a page with what it seems to lead to. */
interface WeighedLink {
  readonly url: string;
  readonly role: 'landing-page' | 'data-file';
  readonly score: number;
  readonly isOnTopic: boolean;
  readonly isByLabel?: boolean;
}

/**
 * The links of the main part whose label promises data where their address does not, as a button to download and a
 * folder of archives have it. Other sites are followed where they are official: buttons lead to readers and to shops, too.
 */
const labelled = (page: Page, finalUrl: string, { lens, data }: LinkContext): readonly string[] => {
  const isOwn = (url: string): boolean =>
    siteOf(url) === siteOf(finalUrl) || officialness(url, { lens }).verdict === 'official';
  return page.links
    .filter(({ region, url }) => region === 'main' && lens.words.formats.ofAddress(url) === null)
    .filter((link) => isOwn(link.url) && promisesData(link, { words: data.pages, formats: lens.words.formats }))
    .map(({ url }) => url);
};

/** Behind whatever speaks of the subject. */
const folderScore = 1;

/** The folders that stand in a folder as a server lists it, newest first: what is listed speaks of no subject. */
const foldersIn = ({ kind, inspection, finalUrl }: Observation, context: LinkContext): readonly string[] => {
  if (kind !== 'listing') return [];
  const folder = withoutQuery(finalUrl).replace(/[^/]*$/, '');
  const inside = (inspection?.page?.links ?? []).filter(
    ({ url }) => url.startsWith(folder) && url.length > folder.length && url.endsWith('/'),
  );
  const yearOf = ({ text, url }: Link): number => editionIn(`${text} ${url.slice(folder.length)}`, url, context);
  return [...inside].sort((left, right) => yearOf(right) - yearOf(left)).map(({ url }) => url);
};

/**
 * Where the links of a page lead: files by what their address promises, whatever they are called; documents where there
 * are no files, or where they speak of what is looked for; pages by what they speak of.
 */
const linksOf = (observation: Observation, context: LinkContext): readonly WeighedLink[] => {
  const { lens } = context;
  const { inspection, finalUrl } = observation;
  if (inspection === null || inspection.page === null) return [];
  const links = inspection.page.links.filter(({ url }) => !isShareLink(url, finalUrl));
  const page = { ...inspection.page, links };
  const promised = (url: string) => promiseOf(lens.words.formats.ofAddress(url));
  const isDocument = (url: string): boolean => promised(url) === 'document' || promised(url) === 'picture';
  // Files of a series are called alike but for their date, and speak of the subject alike.
  const onTopic = scoreLinks(page, lens)
    .map((link) => ({ ...link, year: editionIn(link.text, link.url, context) }))
    .sort((left, right) => right.score - left.score || right.year - left.year)
    .map((link): WeighedLink => (isDocument(link.url) ? { ...link, role: 'data-file' } : link));
  const inMain = page.links
    .filter(({ region }) => region === 'main')
    .map(({ url, text }) => ({ url, year: editionIn(text, url, context) }))
    .sort((left, right) => right.year - left.year)
    .map(({ url }) => url);
  const files = inMain.filter((url) => promised(url) === 'rows' || promised(url) === 'archive');
  const others = files.length > 0 || onTopic.length > 0 ? files : inMain.filter(isDocument);
  const known = new Set(onTopic.filter(({ isOnTopic }) => isOnTopic).map(({ url }) => url));
  const unknown = labelled(page, finalUrl, context).filter((url) => !known.has(withoutFragment(url)));
  const asFile = (url: string): WeighedLink => ({ url, role: 'data-file', score: 0, isOnTopic: false });
  const folders = files.length > 0 ? [] : foldersIn(observation, context);
  return [
    ...onTopic,
    ...others.map(asFile),
    ...unknown.map((url) => ({ ...asFile(url), isByLabel: true })),
    ...folders.map((url): WeighedLink => ({ url, role: 'landing-page', score: folderScore, isOnTopic: true })),
  ];
};

const order: Readonly<Record<FormatPromise, number>> = { rows: 0, archive: 1, service: 2, document: 3, picture: 3 };
const afterAll = 4;

/**
 * The files a reader would open first: those that programs read, then archives of them, then the rest; what only explains
 * data, such as a list of its codes, after all else; newest first, by the date in the name of a file and else by the day
 * it was modified.
 */
const byPromise = (distributions: readonly Distribution[], context: LinkContext): readonly Distribution[] => {
  const { lens } = context;
  const rank = (distribution: Distribution): number => {
    const promised = promiseOf(lens.words.formats.ofFile(distribution));
    const isAbout = firstHeld(prepare(`${distribution.title} ${fileName(distribution.url)}`), lens.about) !== null;
    return (promised === null ? afterAll : order[promised]) + (isAbout ? afterAll + 1 : 0);
  };
  const yearOf = ({ title, url }: Distribution): number => editionIn(title, url, context);
  const newest = (left: Distribution, right: Distribution): number => {
    const [one, other] = [left.modified ?? '', right.modified ?? ''];
    return yearOf(right) - yearOf(left) || (one < other ? 1 : one > other ? -1 : 0);
  };
  return [...distributions].sort((left, right) => rank(left) - rank(right) || newest(left, right));
};

/** What the catalogue that led here declares, and what the reply itself does. */
const declaredBy = (
  named: DatasetRecord | null,
  subject: DatasetRecord | null,
  context: LinkContext,
): readonly FileLink[] => {
  const own = new Set((named?.distributions ?? []).map(({ url }) => url));
  const all = [...(named?.distributions ?? []), ...(subject?.distributions ?? [])].filter(({ url }) => url !== '');
  return byPromise(all, context).map((distribution) => ({
    url: distribution.url,
    role: isPageFormat(context.lens.words.formats.ofFile(distribution)) ? 'landing-page' : 'data-file',
    isDeclared: own.has(distribution.url),
  }));
};

/** Each address once, as it was named first. */
const eachOnce = (files: readonly FileLink[]): readonly FileLink[] => {
  const byUrl = new Map<string, FileLink>();
  for (const file of files) if (!byUrl.has(file.url)) byUrl.set(file.url, file);
  return [...byUrl.values()];
};

/**
 * The links of a page whose words are those that its record gives as its licence: what a record names by words alone, its page
 * leads to, in whatever language.
 */
const namedTerms = ({ links }: Page, records: readonly (DatasetRecord | null)[]): readonly string[] => {
  const names = new Set(records.flatMap((record) => record?.licence.map(({ value }) => comparable(value)) ?? []));
  return links.filter(({ text }) => text.trim() !== '' && names.has(comparable(text))).map(({ url }) => url);
};

/**
 * Where an observation leads: the files of its dataset, by the record of the catalogue that named it, by its own record
 * and by its links; the terms it points at; and the pages that speak of what is looked for. What a catalogue declares is
 * followed whatever became of the page it stands on.
 */
export const outgoingLinks = (
  observation: Observation,
  named: DatasetRecord | null,
  context: LinkContext,
): OutgoingLinks => {
  const links = linksOf(observation, context);
  const declared = declaredBy(named, observation.subject, context);
  const linked = links
    .filter(({ role, isByLabel = false }) => role === 'data-file' && !(isByLabel && declared.length > 0))
    .map(({ url, isByLabel = false }) => ({
      ...{ url, role: 'data-file' as const, isDeclared: false },
      ...(isByLabel ? { isByLabel } : {}),
    }));
  const page = observation.inspection?.page ?? null;
  const linkedTerms = (of: Page): readonly string[] => context.data.licences.termsLinks(of).map(({ url }) => url);
  const files = eachOnce([...declared, ...linked]).filter(({ url }) => url !== observation.url);
  // The page of a dataset leads back into its catalogue: to its tags, to pages about its files. What the catalogue holds was asked of its search.
  const isOfCatalogue = (url: string): boolean =>
    named !== null && files.length > 0 && siteOf(url) === siteOf(observation.finalUrl);
  return {
    files,
    terms: page === null ? [] : [...new Set([...namedTerms(page, [named, observation.subject]), ...linkedTerms(page)])],
    pages: links
      .filter(({ role, isOnTopic, url }) => role === 'landing-page' && isOnTopic && !isOfCatalogue(url))
      .map(({ url, score }) => ({ url, score })),
  };
};
