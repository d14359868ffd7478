import type { Came } from '../model/archive.ts';
import type { Exchange } from '../model/exchange.ts';
import { readRobots } from './robots-rules.ts';

/** What the rules of a site say of one address. */
export type Permission =
  | { readonly kind: 'allowed'; readonly crawlDelay: number | null }
  | Exclude<Came, { kind: 'replied' }>;

/** Bytes of a robots.txt that are read (RFC 9309, 2.5). */
export const mostOfRobots = 500 * 1024;

/**
 * What a robots.txt is asked for as. It differs from every other request, so that in an archive the rules that an
 * address served are never taken for the page that was refused there.
 */
export const robotsAccept = 'text/plain,*/*;q=0.1';

interface Rules {
  readonly of: (url: string) => Permission;
}

const everything: Rules = { of: () => ({ kind: 'allowed', crawlDelay: null }) };

const nothing = (came: Exclude<Came, { kind: 'replied' }>): Rules => ({ of: () => came });

const parse = (url: string, text: string, name: string): Rules => {
  const { forbiddenIn, crawlDelay } = readRobots(url, text, name);
  return {
    of: (asked) => {
      const line = forbiddenIn(asked);
      return line === null
        ? { kind: 'allowed', crawlDelay }
        : { kind: 'refused', reason: 'robots', detail: `${url} asks not to, in line ${line}` };
    },
  };
};

/**
 * What a reply to robots.txt means (RFC 9309, 2.3.1): rules where they came, everything allowed where there are none
 * (4xx, endless redirects), nothing where the server is in trouble (5xx). A host that cannot be reached at all is lost
 * for the same reason as its robots.txt.
 */
const rulesOf = (robotsUrl: string, { reply }: Exchange, name: string): Rules => {
  if (reply.kind === 'not-captured') return everything;
  if (reply.kind === 'refused') {
    const isOurs = reply.reason === 'stopped' || reply.reason.startsWith('budget');
    return isOurs ? nothing(reply) : everything;
  }
  if (reply.kind === 'lost') {
    if (reply.reason === 'too-many-redirects') return everything;
    return nothing({ ...reply, detail: `${robotsUrl}, which is asked first: ${reply.detail}` });
  }
  if (reply.status >= 500) {
    const detail = `${robotsUrl} answered ${reply.status}, so nothing is asked of the site`;
    return nothing({ kind: 'refused', reason: 'robots', detail });
  }
  const isThere = reply.status >= 200 && reply.status < 300;
  return isThere ? parse(robotsUrl, Buffer.from(reply.body).toString('utf8'), name) : everything;
};

/** Knows the rules of every site that was asked so far; each site's robots.txt is fetched once. */
export interface Robots {
  readonly permission: (url: URL) => Promise<Permission>;
}

/** `name` is the product token that sites address rules to. */
export const openRobots = (name: string, fetch: (url: string) => Promise<Exchange>): Robots => {
  const sites = new Map<string, Promise<Rules>>();
  const rulesFor = (origin: string): Promise<Rules> => {
    const robotsUrl = `${origin}/robots.txt`;
    const rules = sites.get(origin) ?? fetch(robotsUrl).then((exchange) => rulesOf(robotsUrl, exchange, name));
    sites.set(origin, rules);
    return rules;
  };
  return { permission: async (url) => (await rulesFor(url.origin)).of(url.href) };
};

/** robots.txt itself is always allowed (RFC 9309, 2.2.2). */
export const isRobots = (url: URL): boolean => url.pathname === '/robots.txt';
