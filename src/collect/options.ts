import type { Recorder } from '../model/archive.ts';
import type { PageDrawer } from '../model/drawing.ts';
import type { SharedRun } from '../model/shared-run.ts';
import type { HttpCache } from './cache.ts';
import type { HostLookup } from './guard.ts';
import type { Wait } from './wait.ts';

/** How the network is used. Everything but the name has a default fit for a guest on public servers. */
export interface CollectorOptions {
  /** Product token and version, `odi/1.2.3`; the token is what robots.txt is read for. */
  readonly userAgent: string;
  /** Where servers can reach the person who asks: an e-mail or web address, told to each of them. */
  readonly contact?: string;
  readonly now: () => Date;
  /** Requests at most: redirects, retries and robots.txt included. */
  readonly maxRequests?: number;
  /** Bytes of payload at most, as they are sent. */
  readonly maxBytes?: number;
  /** Milliseconds for one reply. */
  readonly timeoutMs?: number;
  /** Requests under way at once. */
  readonly concurrency?: number;
  /** Requests under way at once to one host; loopback hosts are held to `concurrency` alone. */
  readonly perHost?: number;
  /** Milliseconds between the starts of two requests to one host; none for loopback hosts. */
  readonly betweenMs?: number;
  /** Milliseconds between the starts of two requests to some hosts, by host with port; none for loopback hosts. */
  readonly slower?: Readonly<Record<string, number>>;
  /** Bytes of payload that are remembered, so that what is asked twice is fetched once. */
  readonly remembered?: number;
  /** Lets loopback and private addresses be asked; link-local ones, where clouds keep their secrets, stay refused. */
  readonly allowPrivate?: boolean;
  /** Stops the run: what is under way is refused as stopped. */
  readonly signal?: AbortSignal;
  /** The proxy variables are read from it. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Replies of earlier runs, which servers are asked about. */
  readonly cache?: HttpCache;
  /** Keeps everything that is asked. */
  readonly recorder?: Recorder;
  /** Draws the pages that only scripts draw; nothing is drawn when absent. */
  readonly drawer?: PageDrawer;
  /** Other programs of the same run, with which hosts and what is asked once are shared; none by default. */
  readonly together?: SharedRun;
  /** The resolver of the system when absent. */
  readonly lookup?: HostLookup;
  /** Waits by the clock when absent. */
  readonly wait?: Wait;
  /** Milliseconds of a clock that never goes back; that of the process when absent. */
  readonly clock?: () => number;
}

export const defaults = {
  maxRequests: 60,
  maxBytes: 50 * 1024 * 1024,
  timeoutMs: 30_000,
  concurrency: 8,
  perHost: 2,
  betweenMs: 250,
} as const;
