import type { Asked, Capture } from '../model/archive.ts';
import type { Fetch, FetchUsage } from '../model/exchange.ts';
import { openBudget } from './budget.ts';
import { type Ask, follow, type Seen } from './follow.ts';
import { openGuard } from './guard.ts';
import { remembering } from './memory.ts';
import { openNetwork } from './network.ts';
import { type CollectorOptions, defaults } from './options.ts';
import { isRobots, mostOfRobots, openRobots } from './robots.ts';

export type { CollectorOptions } from './options.ts';
export { openReplay, type Replay } from './replay.ts';

/** The polite client: the live way to fetch. */
export interface Collector {
  readonly fetch: Fetch;
  readonly usage: () => FetchUsage;
  /** Lets go of all connections, and waits until what was recorded is on the disk. */
  readonly close: () => Promise<void>;
}

/** Longest wait between requests that a `Crawl-delay` can ask for, in milliseconds; longer ones are cut to this. */
const longestDelay = 5_000;

/**
 * Opens the client. It asks robots.txt first, refuses what is not public, keeps to its budgets and its pace, follows
 * redirects by hand, and has everything recorded that it asked for or refused to ask for.
 */
export const openCollector = (options: CollectorOptions): Collector => {
  const { recorder, maxRequests = defaults.maxRequests, maxBytes = defaults.maxBytes, allowPrivate = false } = options;
  const budget = openBudget({ requests: maxRequests, bytes: maxBytes });
  const guard = openGuard(allowPrivate);
  const network = openNetwork(options, budget, guard);
  const name = options.userAgent.split('/', 1)[0] ?? options.userAgent;

  const ofRobots = new Set<string>();

  const decline = (asked: Asked, came: Capture['came']): Capture => ({
    asked,
    sent: [],
    at: options.now().toISOString(),
    came,
  });

  const capture = async (asked: Asked, most: number): Promise<Capture> => {
    const url = new URL(asked.url);
    const why = guard.refusedHost(url.hostname);
    if (why !== null) return decline(asked, { kind: 'refused', reason: 'private-address', detail: why });
    if (isRobots(url) || ofRobots.has(asked.url)) return network.ask(asked, most, false);
    const permission = await robots.permission(url);
    if (permission.kind !== 'allowed') return decline(asked, permission);
    if (permission.crawlDelay !== null) {
      network.pace.slow(url.host, Math.min(permission.crawlDelay * 1000, longestDelay));
    }
    return network.ask(asked, most, true);
  };

  const ask: Ask = remembering(async (asked, most): Promise<Seen> => {
    const captured = await capture(asked, most);
    return { capture: captured, record: (await recorder?.keep(captured)) ?? null };
  });
  /** What a robots.txt redirects to is asked for without asking for leave first: there is none to be had yet. */
  const askForRules: Ask = (asked, most) => {
    ofRobots.add(asked.url);
    return ask(asked, most);
  };
  const robots = openRobots(name, (url) => follow({ url, maxBytes: mostOfRobots }, askForRules));

  return {
    fetch: (request) => follow(request, ask),
    usage: budget.usage,
    close: async () => {
      await network.close();
      await recorder?.close();
    },
  };
};
