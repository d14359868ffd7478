import type { Archive } from '../model/archive.ts';
import type { Instant } from '../model/basics.ts';
import type { Fetch } from '../model/exchange.ts';
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

/** Answers every request from an archive, redirects included. What it does not hold is not captured. */
export const openReplay = (archive: Archive): Replay => ({
  fetch: (request) => follow(request, archive.find),
  newest: archive.newest,
  warnings: archive.warnings,
  close: archive.close,
});
