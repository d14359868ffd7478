import type { Portal } from '../model/data.ts';
import type { Page } from '../model/inspection.ts';
import { siteOf, withoutFragment } from '../web/address.ts';
import type { Talk } from './asking.ts';
import { formQuestions } from './forms.ts';
import { type ScoredLink, scoreLinks } from './links.ts';
import { linksOfSitemap } from './sitemap.ts';

/* Sites that speak no protocol of catalogues, looked through as people look through them. */

/** Questions that are put to a search for people. */
const mostForms = 3;

/** Pages that are opened for the links they hold, besides the front page. */
const mostWalked = 3;

export type PageTalk = Pick<Talk, 'lens' | 'ask' | 'phrases'>;

const hasTopic = (links: readonly ScoredLink[]): boolean => links.some(({ isOnTopic }) => isOnTopic);

/** Links of the pages that a site's own search for people answers with. */
const throughForm = async (front: Page, { lens, ask, phrases }: PageTalk): Promise<readonly ScoredLink[]> => {
  for (const url of formQuestions(front, phrases.slice(0, mostForms))) {
    const asked = await ask({ url });
    if (asked === null) break;
    const links = asked.problem === null && asked.page !== null ? scoreLinks(asked.page, lens) : [];
    if (hasTopic(links)) return links;
  }
  return [];
};

/** Pages of the same site to look into, the likeliest first: those that speak of data, then what the page itself is about. */
const waysOn = (page: Page, site: string, { lens }: PageTalk): readonly string[] => {
  const ofData = scoreLinks(page, lens).filter(({ role }) => role === 'landing-page');
  const inMain = page.links.filter(
    ({ url, region }) => region === 'main' && lens.words.formats.ofAddress(url) === null,
  );
  const urls = [...ofData, ...inMain].map(({ url }) => url).filter((url) => URL.canParse(url) && siteOf(url) === site);
  return [...new Set(urls.map(withoutFragment))];
};

/** Links on the subject of the pages behind a front page that has none: sites put what they hold under themes. */
const throughThemes = async (front: Page, url: string, talk: PageTalk): Promise<readonly ScoredLink[]> => {
  const site = siteOf(url);
  // A front page in one of several languages leads back to the root, which leads to it.
  const known = new Set([withoutFragment(url), `${new URL(url).origin}/`]);
  const waiting = [...waysOn(front, site, talk)];
  for (let walked = 0; walked < mostWalked; walked += 1) {
    const next = waiting.find((one) => !known.has(one));
    if (next === undefined) break;
    known.add(next);
    const asked = await talk.ask({ url: next });
    if (asked === null) break;
    if (asked.problem !== null || asked.page === null) continue;
    const links = scoreLinks(asked.page, talk.lens);
    if (hasTopic(links)) return links;
    // One page deeper comes before the rest of the page above: what a site has of data stands under its page of data.
    waiting.unshift(...waysOn(asked.page, site, talk).filter((one) => !waiting.includes(one)));
  }
  return [];
};

/**
 * Looks through the pages of a portal: the links of its front page, else its sitemap, else its search for people, else the
 * pages that its front page leads to.
 *
 * @param url the address at which the front page answered
 */
export const throughPages = async (
  page: Page,
  { url }: Pick<Portal, 'url'>,
  talk: PageTalk,
): Promise<readonly ScoredLink[]> => {
  const { lens, ask } = talk;
  const links = scoreLinks(page, lens);
  if (hasTopic(links)) return links;
  const mapped = scoreLinks({ ...page, links: await linksOfSitemap(new URL(url).origin, lens, ask) }, lens);
  const searched = mapped.length > 0 ? [] : await throughForm(page, talk);
  const walked = mapped.length > 0 || hasTopic(searched) ? [] : await throughThemes(page, url, talk);
  return [...mapped, ...searched, ...walked, ...links];
};
