import type { Link } from '../model/inspection.ts';
import type { AskCatalogue, CatalogueReply } from './ask.ts';
import { addressWords, topicMatch } from './topics.ts';
import type { Lens } from './vocabulary.ts';
import { prepare } from './words.ts';

/** Addresses that are read of one sitemap (sitemaps.org allows 50,000). */
const mostAddresses = 50_000;

const unescaped = (text: string): string =>
  text
    .replace(/^<!\[CDATA\[/, '')
    .replace(/\]\]>$/, '')
    .trim()
    .replaceAll('&amp;', '&');

/** The addresses of a sitemap or of an index of sitemaps; what is not http is left out. */
export const locationsOf = (xml: string): readonly string[] => {
  const found: string[] = [];
  for (const match of xml.matchAll(/<(?:[a-z]{1,10}:)?loc>\s*((?:<!\[CDATA\[)?[^<>]{1,2000}(?:\]\]>)?)\s*<\//gi)) {
    const url = unescaped(match[1] ?? '');
    if (/^https?:\/\//.test(url) && URL.canParse(url)) found.push(url);
    if (found.length >= mostAddresses) break;
  }
  return found;
};

/** Is it an index, whose addresses are those of sitemaps? */
export const isSitemapIndex = (xml: string): boolean => /<(?:[a-z]{1,10}:)?sitemapindex\b/i.test(xml.slice(0, 5_000));

const onTopic = (urls: readonly string[], lens: Lens): readonly string[] =>
  urls.filter((url) => topicMatch(prepare(addressWords(url)), lens).value >= 0.6);

/** Of many sitemaps, those whose name promises data, else the first. */
const mostPromising = (urls: readonly string[], lens: Lens): readonly string[] => {
  const [best] = [...onTopic(urls, lens), ...urls.filter((url) => /data|dataset|package/i.test(url)), ...urls];
  return best === undefined ? [] : [best];
};

const asLink = (url: string): Link => ({ url, text: '', rel: null, context: '', region: 'main' });

/** A sitemap is UTF-8, by the protocol of sitemaps. */
const textOf = ({ exchange: { reply } }: CatalogueReply): string =>
  reply.kind === 'arrived' ? new TextDecoder().decode(reply.body) : '';

/** The addresses of a site's sitemap whose words speak of the category, as links. */
export const linksOfSitemap = async (origin: string, lens: Lens, ask: AskCatalogue): Promise<readonly Link[]> => {
  const top = await ask({ url: `${origin}/sitemap.xml`, accept: 'application/xml, text/xml;q=0.9, */*;q=0.5' });
  if (top === null || top.problem !== null || top.page !== null) return [];
  const xml = textOf(top);
  const found = locationsOf(xml);
  if (!isSitemapIndex(xml)) return onTopic(found, lens).map(asLink);
  const links: Link[] = [];
  for (const url of mostPromising(found, lens)) {
    const part = await ask({ url });
    if (part !== null && part.problem === null) links.push(...onTopic(locationsOf(textOf(part)), lens).map(asLink));
  }
  return links;
};
