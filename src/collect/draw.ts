import { createHash } from 'node:crypto';
import type { Asked, Came, Capture } from '../model/archive.ts';
import type { Drawn, PageDrawer } from '../model/drawing.ts';
import type { Exchange, Fetch, FetchRequest } from '../model/exchange.ts';
import { addressKey } from '../web/address.ts';
import { defaultAccept, type Seen } from './follow.ts';
import { replyOf } from './reply.ts';

type Drawing = NonNullable<FetchRequest['draw']>;

/** Bytes of a drawn page that are read: all that a browser hands over. */
export const mostDrawn = 16 * 1024 * 1024;

/** What a drawn page is asked for as. */
export const askedDrawn = ({ page, record }: Drawing): Asked => ({
  ...{ url: page.finalUrl, method: 'GET', accept: defaultAccept, payload: null, drawnFrom: record },
});

const cameOf = (drawn: Drawn): Came => {
  if (drawn.kind === 'lost') return drawn;
  const { html, truncated, drawing } = drawn;
  const payload = Buffer.from(html);
  return {
    ...{ kind: 'replied', status: 200, statusText: 'OK', payload, truncated, ip: null, drawing },
    headers: [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }],
    sha256: createHash('sha256').update(payload).digest('hex'),
  };
};

/** A drawn page as the exchange that it stands in for. */
export const drawnExchange = async (url: string, seen: Seen | null): Promise<Exchange> => {
  if (seen === null) return { url, fetchedAt: null, hops: [], reply: { kind: 'not-captured' }, record: null };
  const { capture, record } = seen;
  return {
    url,
    fetchedAt: capture.at,
    hops: [],
    reply: await replyOf(capture.came, capture.asked.url, mostDrawn),
    record,
  };
};

/**
 * Draws pages, each address once: what its scripts ask for is asked by `fetch`, and what was drawn is kept as any other
 * capture is.
 */
export const drawing = (
  drawer: PageDrawer | undefined,
  fetch: Fetch,
  keep: (capture: Capture) => Promise<Seen>,
  now: () => Date,
): ((url: string, what: Drawing) => Promise<Exchange>) => {
  const known = new Map<string, Promise<Seen>>();
  const draw = async (what: Drawing, by: PageDrawer): Promise<Seen> => {
    const { finalUrl, headers, body } = what.page;
    const drawn = await by.draw({ url: finalUrl, headers, body, seconds: what.seconds }, fetch);
    return keep({ asked: askedDrawn(what), sent: [], at: now().toISOString(), came: cameOf(drawn) });
  };
  return async (url, what) => {
    if (drawer === undefined) return drawnExchange(url, null);
    const key = addressKey(what.page.finalUrl) ?? what.page.finalUrl;
    const seen = known.get(key) ?? draw(what, drawer);
    known.set(key, seen);
    return drawnExchange(url, await seen);
  };
};
