import { locationsOf } from '../../discover/sitemap.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { SiteGap, WalkedSite, WalkLimits } from '../../model/functions.ts';
import type { Link, Page } from '../../model/inspection.ts';
import type { Observation } from '../../model/observation.ts';
import { isAbsence, isBarrier } from '../../model/reply-kinds.ts';
import { siteOf, withoutFragment } from '../../web/address.ts';
import { isPageFormat, openFormats, promiseOf } from '../../web/formats.ts';
import type { PlanLook } from './look.ts';

/* A site is walked from its front page: its menus first, what its sitemap names, and of other sites what is looked for. */

/** Does a link speak of what is looked for? Those that do are opened before others. */
export type IsWanted = (text: string) => boolean;

/** An address that waits. */
interface Waiting {
  readonly url: string;
  readonly isOutside: boolean;
  readonly depth: number;
  readonly worth: number;
}

/** Sitemaps that an index of them names and that are read. */
const mostSitemaps = 3;

/** Most bytes of one page; a longer one is seen in part. */
const bytesPerPage = 4 * 1024 * 1024;

/** With and without a fragment and a slash at its end, an address is the same page. */
const keyOf = (url: string): string => withoutFragment(url).replace(/\/$/, '');

const regions: Readonly<Record<Link['region'], number>> = { navigation: 3, header: 3, main: 2, footer: 1 };

const textOf = ({ text, context }: Link): string => (text.trim() === '' ? context : text);

/** Why a reply shows less than its page; null where it was read whole, or certainly is not there. */
const gapOf = ({ outcome, kind, inspection, kindSigns }: Observation): string | null => {
  switch (outcome.kind) {
    case 'lost':
    case 'refused':
      return outcome.detail === '' ? outcome.reason : `${outcome.reason}: ${outcome.detail}`;
    case 'not-captured':
      return 'not in the archive';
    case 'arrived': {
      if (outcome.status === 404 || outcome.status === 410) return null;
      if (outcome.status >= 400) return `the server answered ${outcome.status}`;
      if (isBarrier(kind) && kind !== 'search-form') return `${kind}: ${kindSigns[0]?.quote ?? ''}`.replace(/: $/, '');
      if (isAbsence(kind)) return kind === 'soft-404' ? null : kind;
      return outcome.complete && inspection?.complete !== false ? null : 'it was read in part';
    }
  }
};

/** Sitemaps speak of addresses alone, in the letters of the addresses. */
const wordsOfAddress = (url: string): string => {
  const { pathname } = new URL(url);
  return pathname.replace(/\.[a-z]{2,5}$/i, '').replace(/[/_\-.]+/g, ' ');
};

const textIn = ({ reply }: Exchange): string | null =>
  reply.kind === 'arrived' && reply.status < 400 ? new TextDecoder().decode(reply.body) : null;

/** Opens pages of one site within its limits. The order depends on the replies alone. */
export const walkSite = async (
  start: string,
  limits: WalkLimits,
  { context, isAct, open: look }: PlanLook,
  isWanted: IsWanted,
): Promise<WalkedSite> => {
  const formats = openFormats(context.data.formats.formats);
  const hosts = [siteOf(start)];
  const seen: Observation[] = [];
  const gaps: SiteGap[] = [];
  const known = new Map<string, Waiting>();
  const opened = new Set<string>();
  let asked = 0;
  let outside = 0;

  const isOutside = (url: string): boolean => !hosts.includes(siteOf(url));

  /** Documents and pictures are told by their links; everything else is opened. */
  const isLeft = (url: string): boolean => {
    const format = formats.ofAddress(url);
    const promise = promiseOf(format);
    if (/\.(?:css|js|mjs|woff2?|ico|mp[34]|avi|webm)$/i.test(new URL(url).pathname)) return true;
    return (
      format !== null &&
      !isPageFormat(format) &&
      (promise === 'document' || promise === 'picture' || promise === 'archive')
    );
  };

  const learn = (url: string, text: string, depth: number, region: number): void => {
    if (!URL.canParse(url) || isLeft(url) || isAct(url, text)) return;
    const key = keyOf(url);
    const wanted = isWanted(text);
    const out = isOutside(url);
    if (out && !wanted) return;
    const before = known.get(key);
    const worth = (wanted ? 10 : 0) + region - depth * 4 - (out ? 1 : 0);
    if (before !== undefined && before.worth >= worth) return;
    known.set(key, {
      url: withoutFragment(url),
      depth,
      worth,
      isOutside: out,
    });
  };

  const learnFrom = (page: Page, depth: number): void => {
    for (const link of page.links) {
      // What a site asks programs not to follow is followed only where it says that it is what is looked for.
      const isClosed = /\bnofollow\b/i.test(link.rel ?? '') && !isWanted(textOf(link));
      if (!isClosed) learn(link.url, textOf(link), depth, regions[link.region]);
    }
    for (const url of page.iframes) if (URL.canParse(url) && !isOutside(url)) learn(url, '', depth, regions.main);
  };

  const open = async (url: string): Promise<Observation> => {
    asked += 1;
    opened.add(keyOf(url));
    const observation = await look({ url, maxBytes: bytesPerPage });
    opened.add(keyOf(observation.finalUrl));
    seen.push(observation);
    return observation;
  };

  const note = (observation: Observation): void => {
    const because = gapOf(observation);
    if (because !== null) gaps.push({ evidence: observation.evidence, url: observation.url, because });
  };

  /** A sitemap that is not there says nothing; one that could not be asked for leaves a gap. */
  const readSitemap = async (url: string): Promise<string | null> => {
    asked += 1;
    const { id, exchange } = await context.evidence.ask({ url, accept: 'application/xml, text/xml;q=0.9, */*;q=0.5' });
    const { reply } = exchange;
    if (reply.kind === 'lost' || reply.kind === 'refused') {
      gaps.push({ evidence: id, url, because: `${reply.reason}: ${reply.detail}` });
    } else if (reply.kind === 'arrived' && (reply.status >= 500 || reply.status === 403 || !reply.complete)) {
      gaps.push({
        evidence: id,
        url,
        because: `the server answered ${reply.status}${reply.complete ? '' : ', in part'}`,
      });
    }
    return textIn(exchange);
  };

  const learnSitemap = async (url: string): Promise<void> => {
    const top = await readSitemap(url);
    if (top === null || !/<(?:[a-z]+:)?(?:urlset|sitemapindex)\b/i.test(top.slice(0, 5_000))) return;
    const isIndex = /<(?:[a-z]+:)?sitemapindex\b/i.test(top.slice(0, 5_000));
    const parts = isIndex ? locationsOf(top).filter((one) => !isOutside(one)) : [];
    for (const more of parts.slice(mostSitemaps))
      gaps.push({ evidence: null, url: more, because: 'a sitemap that was not read' });
    const texts = isIndex ? await Promise.all(parts.slice(0, mostSitemaps).map(readSitemap)) : [top];
    for (const one of texts.flatMap((text) => (text === null ? [] : locationsOf(text)))) {
      if (!isOutside(one)) learn(one, wordsOfAddress(one), 1, 0);
    }
  };

  const isOpen = ({ url, depth, isOutside: out }: Waiting): boolean =>
    !opened.has(keyOf(url)) && depth <= limits.depth && (!out || outside < limits.outside);

  const next = (): Waiting | undefined => {
    let best: Waiting | undefined;
    for (const one of known.values()) if (isOpen(one) && (best === undefined || one.worth > best.worth)) best = one;
    return best;
  };

  const front = await open(start);
  note(front);
  if (front.outcome.kind === 'arrived') {
    if (!hosts.includes(siteOf(front.finalUrl))) hosts.push(siteOf(front.finalUrl));
    const page = front.inspection?.page ?? null;
    if (page !== null) learnFrom(page, 1);
    if (front.outcome.status < 400) await learnSitemap(new URL('/sitemap.xml', front.finalUrl).href);
  }
  for (let one = next(); one !== undefined && asked < limits.requests; one = next()) {
    const observation = await open(one.url);
    if (one.isOutside) {
      outside += 1;
      continue;
    }
    note(observation);
    const page = observation.inspection?.page ?? null;
    // A page that led to another site is none of this one.
    if (page !== null && !isOutside(observation.finalUrl)) learnFrom(page, one.depth + 1);
  }
  const unopened = [...known.values()].filter(({ url }) => !opened.has(keyOf(url)));
  const left = unopened.filter((one) => !one.isOutside);
  const why =
    asked >= limits.requests
      ? `not opened: ${limits.requests} requests are allowed a site`
      : 'not opened: it is further from the front page than is looked';
  return {
    ...{ url: start, hosts, seen },
    gaps: [...gaps, ...left.map(({ url }) => ({ evidence: null, url, because: why }))],
  };
};
