import type { Asked, Capture, Recorder } from '../model/archive.ts';
import type { Exchange, Fetch, FetchRequest, FetchUsage } from '../model/exchange.ts';
import { openBudget } from './budget.ts';
import { drawing } from './draw.ts';
import { type Ask, follow, type Seen } from './follow.ts';
import { openGuard } from './guard.ts';
import { remembering } from './memory.ts';
import { openNetwork } from './network.ts';
import { type CollectorOptions, defaults } from './options.ts';
import { checkProxies } from './proxy.ts';
import { isRobots, mostOfRobots, openRobots, robotsAccept } from './robots.ts';

export type { CollectorOptions } from './options.ts';
export { openReplay, type Replay } from './replay.ts';

/** The polite client: the live way to fetch. */
export interface Collector {
  readonly fetch: Fetch;
  readonly usage: () => FetchUsage;
  /**
   * The same client with a recorder of its own: its connections, pace and allowance are shared, its memory is not. What was
   * asked elsewhere is asked again, so that the archive answers everything that was asked through it.
   */
  readonly recordingTo: (recorder: Recorder) => Pick<Collector, 'fetch' | 'close'>;
  /** Lets go of all connections, and waits until what was recorded is on the disk. */
  readonly close: () => Promise<void>;
}

/** Longest wait between requests that a `Crawl-delay` can ask for, in milliseconds; longer ones are cut to this. */
const longestDelay = 30_000;

const notCaptured = (url: string): Exchange => ({
  ...{ url, fetchedAt: null, hops: [], record: null },
  reply: { kind: 'not-captured' },
});

/**
 * Opens the client. It asks robots.txt first, refuses what is not public, keeps to its budgets and its pace, follows
 * redirects by hand, and has everything recorded that it asked for or refused to ask for.
 */
export const openCollector = (options: CollectorOptions): Collector => {
  const { maxRequests = defaults.maxRequests, maxBytes = defaults.maxBytes, allowPrivate = false } = options;
  const { timeoutMs = defaults.timeoutMs, clock = () => performance.now() } = options;
  checkProxies(options.environment ?? {});
  const budget = openBudget({ requests: maxRequests, bytes: maxBytes });
  const guard = openGuard(allowPrivate);
  const network = openNetwork(options, budget, guard);
  const name = options.userAgent.split('/', 1)[0] ?? options.userAgent;

  const decline = (asked: Asked, came: Capture['came']): Capture => ({
    asked,
    sent: [],
    at: options.now().toISOString(),
    came,
  });

  const refusedHost = (asked: Asked, { hostname }: URL): Capture | null => {
    const why = guard.refusedHost(hostname);
    return why === null ? null : decline(asked, { kind: 'refused', reason: 'private-address', detail: why });
  };

  /** Made-up addresses that hosts were asked for, and by which session, so that its archive answers for it. */
  const madeUp = new Map<string, { readonly url: string; readonly session: object }>();

  const session = (recorder: Recorder | undefined): Pick<Collector, 'fetch' | 'close'> => {
    const capture = async (asked: Asked, most: number): Promise<Capture> => {
      const url = new URL(asked.url);
      const refused = refusedHost(asked, url);
      if (refused !== null || isRobots(url)) return refused ?? askForAll(asked, most);
      const permission = await robots.permission(url);
      if (permission.kind !== 'allowed') return decline(asked, permission);
      if (permission.crawlDelay !== null) {
        network.pace.slow(url.host, Math.min(permission.crawlDelay * 1000, longestDelay));
      }
      return askForAll(asked, most);
    };

    /** Asks, or takes what another program of the run was answered. */
    const askForAll = (asked: Asked, most: number): Promise<Capture> => {
      const { together } = options;
      const send = (): Promise<Capture> => network.ask(asked, most);
      return together === undefined || asked.forAll !== true ? send() : together.once(asked, send);
    };

    const keep = async (captured: Capture): Promise<Seen> => ({
      capture: captured,
      record: (await recorder?.keep(captured)) ?? null,
    });

    const ask: Ask = remembering(async (asked, most) => keep(await capture(asked, most)), options.remembered);

    /** Nothing is remembered of it: with more time the same address may be asked. */
    const askNothing =
      (refusal: NonNullable<FetchRequest['refusal']>): Ask =>
      async (asked) =>
        keep(decline(asked, { kind: 'refused', ...refusal }));

    /** Replies to robots.txt: where one site redirects to that of another, it is asked for once. What did not come is asked for again. */
    const rulesSeen = new Map<string, Seen>();

    /**
     * Asks for a robots.txt and for what it redirects to: no permission is asked, since there is none to be had yet. What is
     * found there serves as rules alone; the same address as a page is asked again, with permission. All of it must be over
     * within the time of one reply.
     */
    const askForRules = (): Ask => {
      const end = clock() + timeoutMs;
      return async (asked, most) => {
        const known = rulesSeen.get(asked.url);
        if (known !== undefined) return known;
        const isLate = clock() > end;
        const detail = `its rules did not come within ${timeoutMs / 1000} s`;
        const captured = isLate
          ? decline(asked, { kind: 'lost', reason: 'timeout', detail })
          : (refusedHost(asked, new URL(asked.url)) ?? (await askForAll(asked, most)));
        const seen = await keep(captured);
        if (captured.came.kind === 'replied') rulesSeen.set(asked.url, seen);
        return seen;
      };
    };
    const robots = openRobots(name, (url) =>
      follow({ url, maxBytes: mostOfRobots, accept: robotsAccept, forAll: true }, askForRules()),
    );

    const self = {};
    const isFirstMadeUp = (url: string): boolean => {
      const host = URL.canParse(url) ? new URL(url).host : url;
      const before = madeUp.get(host);
      if (before === undefined) madeUp.set(host, { url, session: self });
      return before === undefined || (before.url === url && before.session === self);
    };

    const plain: Fetch = async (request) =>
      request.madeUp === true && !isFirstMadeUp(request.url)
        ? notCaptured(request.url)
        : follow(request, request.refusal === undefined ? ask : askNothing(request.refusal));
    const draw = drawing(options.drawer, plain, keep, options.now);

    return {
      fetch: (request) => (request.draw === undefined ? plain(request) : draw(request.url, request.draw)),
      close: async () => {
        await recorder?.close();
      },
    };
  };

  const own = session(options.recorder);
  return {
    fetch: own.fetch,
    usage: budget.usage,
    recordingTo: session,
    close: async () => {
      await network.close();
      await own.close();
    },
  };
};
