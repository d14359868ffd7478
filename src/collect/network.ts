import type { Dispatcher } from 'undici';
import type { Asked, Came, Capture } from '../model/archive.ts';
import type { Header } from '../model/exchange.ts';
import type { Budget } from './budget.ts';
import type { HeldReply, Replied } from './cache.ts';
import { type Sent, send } from './client.ts';
import { acceptedCodings, codedRoom } from './coding.ts';
import { openConnections, systemLookup } from './connect.ts';
import { type Guard, isLoopback } from './guard.ts';
import { type CollectorOptions, defaults } from './options.ts';
import { openPace, type Pace } from './pace.ts';
import { proxyFor, refusedThroughProxy } from './proxy.ts';
import { keepable } from './reply.ts';
import { waitBeforeRetry } from './retry.ts';
import { waitUntil } from './wait.ts';

/** Sends requests one by one: paced, counted, asked again where that helps. */
export interface Network {
  /** Each attempt counts as one request of the budget. */
  readonly ask: (asked: Asked, most: number) => Promise<Capture>;
  readonly pace: Pace;
  readonly close: () => Promise<void>;
}

type Refused = Extract<Came, { kind: 'refused' }>;

const refused = (reason: Refused['reason'], detail: string): Refused => ({ kind: 'refused', reason, detail });

/** What identifies the program to servers; the form that well-behaved robots share. */
const agentOf = ({ userAgent, contact }: CollectorOptions): string =>
  `Mozilla/5.0 (compatible; ${userAgent}; ${contact === undefined ? '' : `+${contact}; `}auditor of open government data)`;

const headersFor = (url: URL, { accept, payload }: Asked, agent: string): readonly Header[] => [
  { name: 'Host', value: url.host },
  { name: 'User-Agent', value: agent },
  { name: 'Accept', value: accept },
  { name: 'Accept-Encoding', value: acceptedCodings },
  { name: 'Accept-Language', value: 'en, *;q=0.5' },
  ...(payload === null ? [] : [{ name: 'Content-Type', value: payload.mediaType }]),
];

/**
 * Waits until requests that the end of this one made room for are sent: a connection is used again one turn of the event loop later.
 * What is computed about a reply before that would keep servers and connections idle; afterwards it costs no time at all.
 */
const othersSent = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

const isUnchanged = (came: Came): came is Replied => came.kind === 'replied' && came.status === 304;

/** Opens the network with its guard, its proxies and its manners. */
export const openNetwork = (options: CollectorOptions, budget: Budget, guard: Guard): Network => {
  const { concurrency = defaults.concurrency, timeoutMs: timeout = defaults.timeoutMs, signal } = options;
  const { lookup = systemLookup, environment = {} } = options;
  const wait = options.wait ?? waitUntil(signal);
  const agent = agentOf(options);
  const direct = openConnections({ guard, timeout, connections: concurrency, lookup });
  const proxies = new Map<string, Promise<Dispatcher>>();
  const pace = openPace(
    {
      concurrency,
      perHost: options.perHost ?? defaults.perHost,
      between: options.betweenMs ?? defaults.betweenMs,
      wait,
      clock: options.clock ?? (() => performance.now()),
    },
    (host) => isLoopback(new URL(`http://${host}`).hostname),
  );

  for (const [host, between] of Object.entries(options.slower ?? {}))
    if (!isLoopback(new URL(`http://${host}`).hostname)) pace.slow(host, between);

  /** Most runs have no proxy, and do not load what goes through one. */
  const throughProxy = (proxy: string): Promise<Dispatcher> => {
    const client =
      proxies.get(proxy) ?? import('./proxy-client.ts').then(({ openProxy }) => openProxy(proxy, concurrency));
    proxies.set(proxy, client);
    return client;
  };

  const attempt = async (url: URL, asked: Asked, most: number, headers: readonly Header[]): Promise<Sent> => {
    const proxy = proxyFor(url, environment);
    const why = proxy === null ? null : await refusedThroughProxy(url.hostname, lookup, guard);
    if (why !== null) return { came: refused('private-address', why), isReset: false };
    const dispatcher = proxy === null ? direct.dispatcher : await throughProxy(proxy);
    const ip = (): string | null => (proxy === null ? direct.ipOf(url) : null);
    const body = asked.payload?.text ?? null;
    // Undici writes Host itself.
    const request = { url, method: asked.method, headers: headers.slice(1), body, most: codedRoom(most), timeout };
    return send(request, { dispatcher, ip, signal, spend: budget.spend, room: budget.room });
  };

  /** What the server need not send again counts all the same: a run sees as much with a cache as without one. */
  const counted = (reply: Replied): Replied => {
    const payload = reply.payload.subarray(0, budget.room());
    return budget.spend(payload.length) ? reply : { ...reply, payload, truncated: 'length' };
  };

  const refusal = (): Refused | null => {
    if (signal?.aborted) return refused('stopped', 'the run was stopped');
    if (budget.room() === 0) return refused('budget-bytes', 'the bytes allowed for the run are used up');
    if (!budget.take()) return refused('budget-requests', 'the requests allowed for the run are used up');
    return null;
  };

  /** A turn of this program, then one of all that share the run. */
  const turn = async (host: string): Promise<() => Promise<void>> => {
    const over = await pace.turn(host);
    if (options.together === undefined) return async () => over();
    try {
      const overForAll = await options.together.turn(host, pace.of(host));
      return () => overForAll().finally(over);
    } catch (error) {
      over();
      throw error;
    }
  };

  const ask = async (asked: Asked, most: number): Promise<Capture> => {
    const url = new URL(asked.url);
    let held: HeldReply | null = options.cache?.find(asked) ?? null;
    let last: Capture | null = null;
    for (let tried = 0; ; tried += 1) {
      const sent = [...headersFor(url, asked, agent), ...(held?.validators ?? [])];
      const over = await turn(url.host);
      const why = refusal();
      const at = options.now().toISOString();
      if (why !== null) {
        await over();
        return last ?? { asked, sent: [], at, came: why };
      }
      const result = await attempt(url, asked, most, sent).finally(over);
      await othersSent();
      const confirmed = held === null || !isUnchanged(result.came) ? null : held.confirmed(result.came);
      if (held !== null && isUnchanged(result.came) && confirmed === null) {
        // It speaks of another reply than the one that is held: the whole is asked for.
        held = null;
        tried -= 1;
        continue;
      }
      const whole = confirmed === null ? result.came : counted(confirmed);
      if (whole.kind === 'replied' && whole.status === 200) options.cache?.keep(asked, whole);
      const came = whole.kind === 'replied' ? await keepable(whole, most) : whole;
      last = { asked, sent, at, came };
      const pause = asked.method === 'GET' ? waitBeforeRetry(result, tried, options.now()) : null;
      if (pause === null) return last;
      pace.rest(url.host, pause);
      await options.together?.rest(url.host, pause);
      await wait(pause);
    }
  };

  return {
    ask,
    pace,
    close: async () => {
      const clients = [direct.dispatcher, ...(await Promise.all(proxies.values()))];
      await Promise.all(clients.map((client) => client.destroy()));
    },
  };
};
