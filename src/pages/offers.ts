import type { FormatPromise } from '../model/format.ts';
import type { Link, Page } from '../model/inspection.ts';
import type { DatasetRecord, Distribution } from '../model/records.ts';
import { evened } from '../text/fold.ts';
import { isShareLink, withoutFragment } from '../web/address.ts';
import { type FormatRegistry, isPageFormat, promiseOf } from '../web/formats.ts';
import type { View } from './seen.ts';
import { holds, phrasesOf } from './words.ts';

/** A file or service that a page links to or a record names. */
export interface Offer {
  readonly title: string;
  readonly url: string;
  /** Null where neither a declaration nor the address tells. */
  readonly format: FormatPromise | null;
  /** It explains the data rather than holding it. */
  readonly isDocumentation: boolean;
}

const withoutSlash = (url: string): string => withoutFragment(url).replace(/\/$/, '');

/** A declared file whose address is the page that describes it is no file. */
const isOwnPage = (record: DatasetRecord, { url, format }: Distribution, formats: FormatRegistry): boolean => {
  const address = withoutSlash(url);
  const pages = record.distributions.filter((other) =>
    [other.format, other.mediaType].some((name) => isPageFormat(formats.declared(name))),
  );
  return (
    !isPageFormat(formats.declared(format)) &&
    (address === withoutSlash(record.landingPage ?? '#') || pages.some((page) => withoutSlash(page.url) === address))
  );
};

/** What a record offers. */
export const offersOfRecord = (
  record: DatasetRecord,
  { words, formats }: Pick<View, 'words' | 'formats'>,
): readonly Offer[] =>
  record.distributions
    .filter(({ url }) => url !== '')
    .map((distribution) => {
      const title = evened(`${distribution.title} ${distribution.description}`.slice(0, 300));
      return {
        title: distribution.title || distribution.url,
        url: distribution.url,
        format: isOwnPage(record, distribution, formats) ? null : promiseOf(formats.ofFile(distribution)),
        isDocumentation: holds(words, 'documentation', title.slice(0, 120)),
      };
    });

const offerOf = ({ url, text, region }: Link, view: View): readonly Offer[] => {
  const label = evened(text.slice(0, 200));
  const format = promiseOf(view.formats.ofAddress(url)) ?? promiseOfLabel(view, label);
  // Menus link documents; nobody links rows or archives there, so where they stand the menu is none.
  const isMenu = region !== 'main' && format !== 'rows' && format !== 'archive';
  if (format === null || format === 'picture' || isMenu) return [];
  return [{ title: text.slice(0, 120), url, format, isDocumentation: holds(view.words, 'documentation', label) }];
};

/** Several readers ask for the offers of one page. */
const known = new WeakMap<Page, readonly Offer[]>();

/** What a page links to as files, footers left out. */
export const offersOfPage = (view: View): readonly Offer[] => {
  const { page, finalUrl } = view;
  if (page === null) return [];
  const before = known.get(page);
  if (before !== undefined) return before;
  const own = withoutSlash(finalUrl);
  const links = page.links.filter(
    ({ region, url }) => region !== 'footer' && withoutSlash(url) !== own && !isShareLink(url, finalUrl),
  );
  const offers = links.slice(0, 3_000).flatMap((link) => offerOf(link, view));
  known.set(page, offers);
  return offers;
};

/**
 * What a reply offers: the files its record names, and those its page links besides. A record inside a page that leaves
 * the files out takes away nothing of what the page shows.
 */
export const offersOf = (view: View): readonly Offer[] => {
  const { subject } = view;
  if (subject === null) return offersOfPage(view);
  const named = offersOfRecord(subject, view);
  const known = new Set(named.map(({ url }) => withoutSlash(url)));
  return [...named, ...offersOfPage(view).filter(({ url }) => !known.has(withoutSlash(url)))];
};

/** Does a page link files of rows or archives? */
export const linksFiles = (view: View): boolean =>
  offersOfPage(view).some(
    ({ format, isDocumentation }) => !isDocumentation && (format === 'rows' || format === 'archive'),
  );

/** A word of downloading with a format of rows, as a button without a plain link says it; null where there is none. */
export const namedDownload = ({ text, words, formats }: View): string | null => {
  for (const { at, length } of phrasesOf(words, 'download').places(text)) {
    const next = /^ ([a-z]{3,7})(?![a-z])/.exec(text.slice(at + length, at + length + 9))?.[1];
    if (next !== undefined && promiseOf(formats.byWord(next)) === 'rows')
      return text.slice(Math.max(0, at - 20), at + 60).trim();
  }
  return null;
};

/** `Download as CSV`, `Télécharger (XLSX)`: a format and a word of downloading, in a short label. */
const promiseOfLabel = ({ words, formats }: View, label: string): FormatPromise | null => {
  if (label.length > 80) return null;
  const parts = label.split(/[^a-z0-9+]+/).filter((part) => part.length > 2);
  const format =
    parts.map((part) => promiseOf(formats.byWord(part))).find((one) => one === 'rows' || one === 'archive') ?? null;
  return format !== null && holds(words, 'download', label) ? format : null;
};

/** Longer labels are sentences. */
const longestLabel = 80;

/** A format of rows or an archive that a label names as such, in capitals: `Yearly files (ZIP)`. */
const namesFormat = (label: string, formats: FormatRegistry): boolean =>
  [...label.matchAll(/(?<![\p{L}\p{N}])[A-Z][A-Z0-9]{2,8}(?![\p{L}\p{N}])/gu)].some(([name]) => {
    const promised = promiseOf(formats.byWord(name.toLowerCase()));
    return promised === 'rows' || promised === 'archive';
  });

/** A part of an address or a question in it that asks for a file: `/download/17`, `?download=1`. */
const asksForFile = (url: string): boolean => /[/?&](?:download|export)s?(?:[/?&=]|$)/i.test(url);

/** Does a link promise data by its label or by a word in its address, whatever its address ends in? */
export const promisesData = ({ url, text }: Link, { words, formats }: Pick<View, 'words' | 'formats'>): boolean => {
  const label = text.trim();
  if (label === '' || label.length > longestLabel) return false;
  const evenedLabel = evened(label);
  if (holds(words, 'documentation', evenedLabel)) return false;
  return namesFormat(label, formats) || asksForFile(url) || holds(words, 'download', evenedLabel);
};
