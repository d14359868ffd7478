import type { Link, Page } from '../model/inspection.ts';
import type { DatasetRecord, Distribution } from '../model/records.ts';
import { evened } from '../text/fold.ts';
import { isShareLink, withoutFragment } from '../web/address.ts';
import { partsOf, type View } from './seen.ts';
import { subjectOf } from './subject.ts';
import { type FormatClass, indexOfPhrase, type PageWords, phrasesOf } from './words.ts';

/** A file or service that a page links to or a record names. */
export interface Offer {
  readonly title: string;
  readonly url: string;
  /** Null where neither a declaration nor the address tells. */
  readonly format: FormatClass | null;
  /** It explains the data rather than holding it. */
  readonly isDocumentation: boolean;
}

const has = (words: PageWords, meaning: string, text: string): boolean =>
  phrasesOf(words, meaning).some((phrase) => indexOfPhrase(text, phrase) !== -1);

const classes = new WeakMap<PageWords, ReadonlyMap<string, FormatClass>>();

const classesOf = (words: PageWords): ReadonlyMap<string, FormatClass> => {
  const index = classes.get(words) ?? indexOf(words);
  classes.set(words, index);
  return index;
};

/** Each name of a format with its class; the first class that has it. */
const indexOf = ({ formats }: PageWords): ReadonlyMap<string, FormatClass> => {
  const entries = Object.entries(formats) as [FormatClass, readonly string[]][];
  return new Map(entries.flatMap(([format, names]) => names.map((name) => [name, format] as const)).reverse());
};

const classOf = (words: PageWords, name: string): FormatClass | null =>
  classesOf(words).get(name.toLowerCase().replace(/^\./, '').trim()) ?? null;

/** What the end of an address, or a parameter that asks for a format, promises. Pages do not count as files. */
const formatOfAddress = (words: PageWords, url: string): FormatClass | null => {
  const { path } = partsOf(url);
  const end = /\.([a-z0-9]{2,7})$/.exec(path)?.[1];
  const asked = /[?&](?:format|outputformat|f|accept|type|export)=(?:[a-z]{2,12}(?:\/|%2f))?([a-z0-9-]{2,12})/i.exec(
    url,
  )?.[1];
  const found = [end, asked].flatMap((name) => (name === undefined ? [] : (classOf(words, name) ?? [])));
  const isWebPage = end === undefined || /^(?:x?html?|php|aspx?|jsp|md|txt|cfm|do|action)$/.test(end);
  return found.find((format) => format !== 'document' || !isWebPage) ?? null;
};

const withoutSlash = (url: string): string => withoutFragment(url).replace(/\/$/, '');

const declared = (words: PageWords, { format, mediaType, url }: Distribution): FormatClass | null => {
  const names = [format, mediaType?.split(';')[0]].filter((name) => name !== null && name !== undefined && name !== '');
  for (const name of names) {
    const found = classOf(words, name ?? '') ?? partOf(words, name ?? '');
    if (found !== null) return found;
  }
  return formatOfAddress(words, url);
};

/** A declaration of several words: `CSV (zipped)`, `ESRI Shapefile`, `.../file-type/CSV`. */
const partOf = (words: PageWords, name: string): FormatClass | null => {
  const parts = name.toLowerCase().split(/[\s/;,()+_#-]+/);
  const found = parts.map((part) => classOf(words, part)).filter((part) => part !== null);
  return found.find((part) => part === 'rows') ?? found[0] ?? null;
};

/** A declared file whose address is the page that describes it is no file. */
const isOwnPage = (record: DatasetRecord, { url, format }: Distribution): boolean => {
  const address = withoutSlash(url);
  const pages = record.distributions.filter((other) => other.format === 'html' || other.mediaType === 'text/html');
  const isPage = format === 'html';
  return (
    !isPage &&
    (address === withoutSlash(record.landingPage ?? '#') || pages.some((page) => withoutSlash(page.url) === address))
  );
};

/** What a record offers. */
export const offersOfRecord = (record: DatasetRecord, words: PageWords): readonly Offer[] =>
  record.distributions
    .filter(({ url }) => url !== '')
    .map((distribution) => {
      const title = evened(`${distribution.title} ${distribution.description}`.slice(0, 300));
      return {
        title: distribution.title || distribution.url,
        url: distribution.url,
        format: isOwnPage(record, distribution) ? null : declared(words, distribution),
        isDocumentation: has(words, 'documentation', title.slice(0, 120)),
      };
    });

const offerOf = ({ url, text, region }: Link, words: PageWords): readonly Offer[] => {
  const label = evened(text.slice(0, 200));
  const format = formatOfAddress(words, url) ?? formatOfLabel(words, label);
  // Menus link documents; nobody links rows or archives there, so where they stand the menu is none.
  const isMenu = region !== 'main' && format !== 'rows' && format !== 'archive';
  if (format === null || format === 'picture' || isMenu) return [];
  return [{ title: text.slice(0, 120), url, format, isDocumentation: has(words, 'documentation', label) }];
};

/** Several readers ask for the offers of one page. */
const known = new WeakMap<Page, readonly Offer[]>();

/** What a page links to as files, footers left out. */
export const offersOfPage = ({ page, words, finalUrl }: View): readonly Offer[] => {
  if (page === null) return [];
  const before = known.get(page);
  if (before !== undefined) return before;
  const own = withoutSlash(finalUrl);
  const links = page.links.filter(
    ({ region, url }) => region !== 'footer' && withoutSlash(url) !== own && !isShareLink(url, finalUrl),
  );
  const offers = links.slice(0, 3_000).flatMap((link) => offerOf(link, words));
  known.set(page, offers);
  return offers;
};

/**
 * What a reply offers: the files its record names, and those its page links besides. A record inside a page that leaves
 * the files out takes away nothing of what the page shows.
 */
export const offersOf = (view: View): readonly Offer[] => {
  const subject = subjectOf(view.reading, view.finalUrl);
  if (subject === null) return offersOfPage(view);
  const named = offersOfRecord(subject, view.words);
  const known = new Set(named.map(({ url }) => withoutSlash(url)));
  return [...named, ...offersOfPage(view).filter(({ url }) => !known.has(withoutSlash(url)))];
};

/** Does a page link files of rows or archives? */
export const linksFiles = (view: View): boolean =>
  offersOfPage(view).some(
    ({ format, isDocumentation }) => !isDocumentation && (format === 'rows' || format === 'archive'),
  );

/** A word of downloading with a format of rows, as a button without a plain link says it; null where there is none. */
export const namedDownload = ({ text, words }: View): string | null => {
  for (const verb of phrasesOf(words, 'download')) {
    for (let at = indexOfPhrase(text, verb); at !== -1; at = indexOfPhrase(text, verb, at + 1)) {
      const next = /^ ([a-z]{3,7})(?![a-z])/.exec(text.slice(at + verb.length, at + verb.length + 9))?.[1];
      if (next !== undefined && classOf(words, next) === 'rows')
        return text.slice(Math.max(0, at - 20), at + 60).trim();
    }
  }
  return null;
};

/** `Download as CSV`, `Télécharger (XLSX)`: a format and a word of downloading, in a short label. */
const formatOfLabel = (words: PageWords, label: string): FormatClass | null => {
  if (label.length > 80) return null;
  const parts = label.split(/[^a-z0-9+]+/).filter((part) => part.length > 2);
  const format = parts.map((part) => classOf(words, part)).find((one) => one === 'rows' || one === 'archive') ?? null;
  return format !== null && has(words, 'download', label) ? format : null;
};
