import type { Drawing, DrawingGap, Exchange, Header } from '../model/exchange.ts';
import type { DrawingLimits } from '../model/limits.ts';
import { hostOf, siteOf } from '../web/address.ts';
import { firstHeader } from '../web/headers.ts';

/* What a page asks for while it is drawn, and what it gets. */

/** One request of a page. */
export interface PageRequest {
  readonly url: string;
  readonly method: string;
  /** What the page wants it for, in Chromium's words. */
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The page itself wants to be replaced by it. */
  readonly isMain: boolean;
}

/** What becomes of a request before anything is asked. */
export type Treatment =
  /** It is asked for. */
  | { readonly kind: 'ask' }
  /** Nothing that can be read depends on it: it gets nothing, or an empty reply where a script waits for one. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'empty'; readonly mediaType: string }
  /** It gets nothing, and the page may show less for it. */
  | { readonly kind: 'gap'; readonly why: DrawingGap };

/** What no text comes of: pictures, fonts, sounds, counters, what is fetched in advance, frames within the page. */
const textless: ReadonlySet<string> = new Set([
  ...['image', 'media', 'font', 'texttrack', 'manifest', 'ping', 'cspviolationreport', 'document'],
]);

const streams: ReadonlySet<string> = new Set(['eventsource', 'websocket']);

const isAhead = ({ type, headers }: PageRequest): boolean =>
  type === 'prefetch' || /prefetch/i.test(`${headers['sec-purpose'] ?? ''} ${headers['purpose'] ?? ''}`);

/** Is a host one of those that are listed, or below one? */
const isAmong = (url: string, hosts: readonly string[]): boolean => {
  const host = hostOf(url).replace(/:\d+$/, '');
  return hosts.some((name) => host === name || host.endsWith(`.${name}`));
};

const nothing: Treatment = { kind: 'nothing' };

/** The traffic of one page: what is let through, within its allowance, and what is missing for it. */
export class PageTraffic {
  readonly #site: string;
  readonly #limits: DrawingLimits;
  readonly #trackers: readonly string[];
  readonly #gaps = new Map<DrawingGap, number>();
  readonly #asked = new Set<string>();
  readonly #known: Set<string>;
  #ofOthers = 0;
  /** Requests that no page before it made. */
  requests = 0;
  /** Requests of any kind, and those of them that are under way. */
  seen = 0;
  pending = 0;

  /** `known`: what pages before it asked for, which is remembered and costs nothing. */
  constructor(page: string, known: Set<string>, limits: DrawingLimits, trackers: readonly string[]) {
    this.#site = siteOf(page);
    this.#known = known;
    this.#limits = limits;
    this.#trackers = trackers;
  }

  /** What becomes of a request. The same address again costs nothing: what was asked for is remembered. */
  treat(request: PageRequest): Treatment {
    const { url, method, type, isMain } = request;
    if (isMain) return { kind: 'gap', why: 'navigation' };
    if (textless.has(type) || isAhead(request) || isAmong(url, this.#trackers)) return nothing;
    if (type === 'stylesheet') return { kind: 'empty', mediaType: 'text/css' };
    if (streams.has(type)) return { kind: 'gap', why: 'stream' };
    if (method !== 'GET') return { kind: 'gap', why: 'method' };
    return this.#isAllowed(request) ? { kind: 'ask' } : { kind: 'gap', why: 'page-requests' };
  }

  /** Scripts of other sites have a share of the whole, so that the page's own and what it is filled with come first. */
  #isAllowed({ url, type }: PageRequest): boolean {
    if (this.#asked.has(url)) return true;
    const isOther = siteOf(url) !== this.#site && type !== 'fetch' && type !== 'xhr';
    if (this.#asked.size >= this.#limits.requests || (isOther && this.#ofOthers >= this.#limits.ofOthers)) return false;
    this.#asked.add(url);
    if (isOther) this.#ofOthers += 1;
    if (!this.#known.has(url)) this.requests += 1;
    this.#known.add(url);
    return true;
  }

  miss(why: DrawingGap): void {
    this.#gaps.set(why, (this.#gaps.get(why) ?? 0) + 1);
  }

  get gaps(): Drawing['gaps'] {
    return [...this.#gaps].map(([why, count]) => ({ why, count })).sort((a, b) => (a.why < b.why ? -1 : 1));
  }
}

/** What a script is handed of a reply. */
export interface Handed {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A value that no site has: without the header, the browser's driver lets every site read the reply. */
const nobody = 'https://nobody.invalid';

const headersFor = (headers: readonly Header[]): Readonly<Record<string, string>> => ({
  'content-type': firstHeader(headers, 'Content-Type') ?? 'application/octet-stream',
  'access-control-allow-origin': firstHeader(headers, 'Access-Control-Allow-Origin') ?? nobody,
  ...(firstHeader(headers, 'Access-Control-Allow-Credentials') === null
    ? {}
    : { 'access-control-allow-credentials': 'true' }),
  'cache-control': 'no-store',
});

const gapOfStatus = (status: number): DrawingGap | null =>
  status >= 500 ? 'http-5xx' : status >= 400 ? 'http-4xx' : null;

/** What came of a request, as it is handed on, and what is missing for it. */
export const handed = ({ reply }: Exchange): { readonly handed: Handed | null; readonly gap: DrawingGap | null } => {
  if (reply.kind === 'not-captured') return { handed: null, gap: 'connect' };
  if (reply.kind !== 'arrived') return { handed: null, gap: reply.reason };
  // The beginning of a script or of an answer is neither.
  if (!reply.complete) return { handed: null, gap: 'length' };
  const { status, headers, body } = reply;
  return {
    handed: { status, headers: headersFor(headers), body: Buffer.from(body) },
    gap: gapOfStatus(status),
  };
};
