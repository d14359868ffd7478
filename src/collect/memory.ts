import type { Asked } from '../model/archive.ts';
import { settledEscapes } from '../web/address.ts';
import type { Ask, Seen } from './follow.ts';

/** Bytes that are remembered in all; the oldest is forgotten beyond that. */
const mostRemembered = 24 * 1024 * 1024;

/**
 * About what a reply takes beside its payload, as measured with thousands of pages of 8 KiB: its parts, and what waits to be swept
 * away while it is kept. Many small ones would else take several times what is counted.
 */
const beside = 16 * 1024;

/** What is asked is spelt as `URL` spells it, without a fragment: escapes are all that may differ. */
const keyOf = ({ url, method, accept, payload }: Asked): string =>
  `${method} ${settledEscapes(url)} ${accept}${payload === null ? '' : `\n${payload.text}`}`;

const sizeOf = (seen: Seen | null): number =>
  beside + (seen?.capture.came.kind === 'replied' ? seen.capture.came.payload.length : 0);

interface Kept {
  readonly most: number;
  readonly seen: Promise<Seen | null>;
  size: number;
}

/** Was everything read that a bound of `most` lets through? */
const isEnough = (seen: Seen | null, read: number, most: number): boolean =>
  most <= read || seen?.capture.came.kind !== 'replied' || seen.capture.came.truncated === null;

/**
 * Asks once for what is asked several times within a run: a page that several redirects lead to, or the same address
 * for two reviews. This spares the server, and lets a replay, which knows one newest capture, answer as the run did.
 */
export const remembering = (ask: Ask, room: number = mostRemembered): Ask => {
  const kept = new Map<string, Kept>();
  let size = 0;

  const forgetOldest = (): void => {
    for (const [key, { size: freed }] of kept) {
      if (size <= room) return;
      kept.delete(key);
      size -= freed;
    }
  };

  return async (asked, most) => {
    const key = keyOf(asked);
    const before = kept.get(key);
    if (before !== undefined) {
      const seen = await before.seen;
      if (isEnough(seen, before.most, most)) return seen;
    }
    const entry: Kept = { most, seen: ask(asked, most), size: 0 };
    kept.set(key, entry);
    const seen = await entry.seen;
    if (kept.get(key) === entry) {
      size += sizeOf(seen) - (before?.size ?? 0);
      entry.size = sizeOf(seen);
      forgetOldest();
    }
    return seen;
  };
};
