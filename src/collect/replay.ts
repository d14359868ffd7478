import type { Archive } from '../model/archive.ts';
import type { Instant } from '../model/basics.ts';
import type { Fetch } from '../model/exchange.ts';
import { askedDrawn, drawnExchange, mostDrawn } from './draw.ts';
import { follow } from './follow.ts';

/** Saved captures in place of the network. */
export interface Replay {
  readonly fetch: Fetch;
  /** Date of the newest capture, null where nothing is held. */
  readonly newest: Instant | null;
  /** What could not be read, and what was matched loosely; grows as the replay is asked. */
  readonly warnings: readonly string[];
  readonly close: () => Promise<void>;
}

/** Answers every request from an archive, redirects and drawn pages included. What it does not hold is not captured. */
export const openReplay = (archive: Archive): Replay => ({
  fetch: async (request) =>
    request.draw === undefined
      ? follow(request, archive.find)
      : drawnExchange(request.url, await archive.find(askedDrawn(request.draw), mostDrawn)),
  newest: archive.newest,
  warnings: archive.warnings,
  close: archive.close,
});
