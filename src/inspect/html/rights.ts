import type { Link, Page } from '../../model/inspection.ts';

/** What a page marks up as its licence, where no reader sees it: in the head, in RDFa and in microdata. */
export interface MarkedRights {
  readonly links: readonly Link[];
  readonly meta: Page['meta'];
}

/** What is known of a page that was not read to its end. */
export const noRights: MarkedRights = { links: [], meta: [] };

/** Pages without any such mark are spared the parser that reads them. */
const isMarked = /\b(?:rel|property|itemprop)\s*=\s*["']?[^"'<>]{0,120}licen[sc]e/i;

const selector = 'link[rel~="license" i], [property$="license" i], [property$="licence" i], [itemprop~="license" i]';

const most = 20;

const absolute = (address: string, base: string | null): string | null => {
  if (!URL.canParse(address, base ?? undefined)) return null;
  const url = new URL(address, base ?? undefined);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
};

/**
 * Reads the licences that a page states in its markup alone: `<link rel="license">`, RDFa `property="dct:license"`, and
 * microdata `itemprop="license"`. An address becomes a link with `rel` license; words become an entry of `meta`.
 */
export const readMarkedRights = async (html: string, base: string | null): Promise<MarkedRights> => {
  if (!isMarked.test(html)) return noRights;
  const { load } = await import('cheerio/slim');
  const $ = load(html);
  const links: Link[] = [];
  const meta: { readonly name: string; readonly content: string }[] = [];
  for (const element of $(selector).slice(0, most)) {
    const marked = $(element);
    const said = marked.attr('resource') ?? marked.attr('href') ?? marked.attr('src') ?? marked.attr('content');
    const words = (said ?? marked.text()).replace(/\s+/g, ' ').trim().slice(0, 300);
    const url = said === undefined ? null : absolute(said, base);
    // Words that happen to be a relative address are words: only what looks like an address is one.
    const isAddress = url !== null && (/^(?:https?:)?\/|\//i.test(words) || marked.is('link, a'));
    if (isAddress)
      links.push({ url, text: marked.text().trim().slice(0, 300), rel: 'license', context: '', region: 'main' });
    else if (words !== '') meta.push({ name: 'license', content: words });
  }
  return { links, meta };
};
