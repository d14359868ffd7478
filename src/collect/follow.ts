import type { Asked, Came, Capture } from '../model/archive.ts';
import type { Exchange, FetchRequest, Hop, RecordRef, Reply } from '../model/exchange.ts';
import { firstHeader } from '../web/headers.ts';
import { readAddress } from './address.ts';
import { replyOf } from './reply.ts';

/** One request and what came of it, and where that is kept. */
export interface Seen {
  readonly capture: Capture;
  readonly record: RecordRef | null;
}

/** Answers one request without following it anywhere: the network, or an archive (null: not held). */
export type Ask = (asked: Asked, most: number) => Promise<Seen | null>;

/** Redirects that are followed; browsers give up at 20, crawlers at 5 to 10. */
export const mostHops = 10;

/** Bytes of payload that are read where a request names no bound. */
export const defaultMost = 16 * 1024 * 1024;

/** What a browser sends, so that servers answer as they answer people. */
export const defaultAccept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Statuses after which a browser repeats the method and the payload. */
const repeating: ReadonlySet<number> = new Set([307, 308]);

/** Headers arrive as bytes; addresses in them are often UTF-8. */
const asUtf8 = (value: string): string => {
  const text = Buffer.from(value, 'latin1').toString('utf8');
  return text.includes('\uFFFD') ? value : text;
};

/** Where a reply redirects to; its body does not matter then, and may even be broken. */
const redirectOf = (came: Came): { readonly status: number; readonly location: string } | null => {
  if (came.kind !== 'replied' || !redirects.has(came.status)) return null;
  const location = firstHeader(came.headers, 'Location');
  return location === null ? null : { status: came.status, location: asUtf8(location) };
};

const afterRedirect = (asked: Asked, status: number, url: string): Asked =>
  repeating.has(status) ? { ...asked, url } : { ...asked, url, method: 'GET', payload: null };

const unheld = (url: string, hops: readonly Hop[], reply: Reply): Exchange => ({
  url,
  fetchedAt: null,
  hops,
  reply,
  record: null,
});

/** Asks for an address and follows its redirects by hand, each one a request of its own. */
export const follow = async (request: FetchRequest, ask: Ask): Promise<Exchange> => {
  const { url, accept = defaultAccept, maxBytes: most = defaultMost, method = 'GET', payload = null } = request;
  const start = readAddress(url);
  if (start.kind === 'refused') return unheld(url, [], start);
  const hops: Hop[] = [];
  let asked: Asked = { url: start.url, method, accept, payload, ...(request.forAll ? { forAll: true } : {}) };
  for (;;) {
    const seen = await ask(asked, most);
    if (seen === null) return unheld(url, hops, { kind: 'not-captured' });
    const { capture, record } = seen;
    const at = capture.asked.url;
    const exchange = (reply: Reply): Exchange => ({ url, fetchedAt: capture.at, hops, reply, record });
    const redirect = redirectOf(capture.came);
    if (redirect === null) return exchange(await replyOf(capture.came, at, most));
    hops.push({ url: at, status: redirect.status });
    const target = readAddress(redirect.location, at);
    if (target.kind === 'refused') return exchange(target);
    if (hops.length > mostHops) {
      return exchange({ kind: 'lost', reason: 'too-many-redirects', detail: `more than ${mostHops} redirects` });
    }
    asked = afterRedirect(asked, redirect.status, target.url);
  }
};
