import type { HostPace } from '../model/shared-run.ts';
import type { Wait } from './wait.ts';

/** How fast hosts are asked. */
export interface PaceOptions {
  /** Requests under way at once, in all and to one host. */
  readonly concurrency: number;
  readonly perHost: number;
  /** Milliseconds from the start of one request to a host to the start of the next. */
  readonly between: number;
  readonly wait: Wait;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
}

/** Hands out turns: so many at once, so many to a host, so long apart. */
export interface Pace {
  /** Waits for a turn with a host; call what it resolves to when the request is over. */
  readonly turn: (host: string) => Promise<() => void>;
  /** How fast a host may be asked at this moment. */
  readonly of: (host: string) => HostPace;
  /** Makes requests to a host start at least so far apart (`Crawl-delay`). */
  readonly slow: (host: string, between: number) => void;
  /** Asks nothing of a host for so long (`Retry-After`). */
  readonly rest: (host: string, milliseconds: number) => void;
}

interface Host {
  /** Requests under way at once. */
  readonly room: number;
  active: number;
  between: number;
  /** When the next request may start. */
  free: number;
  readonly queue: (() => void)[];
}

/** Hosts are named with their port. `unpaced` ones are held to the concurrency in all alone. */
export const openPace = (options: PaceOptions, unpaced: (host: string) => boolean): Pace => {
  const hosts = new Map<string, Host>();
  let active = 0;

  const hostOf = (name: string): Host => {
    const found = hosts.get(name);
    if (found !== undefined) return found;
    const { room, between } = unpaced(name)
      ? { room: options.concurrency, between: 0 }
      : { room: options.perHost, between: options.between };
    const made: Host = { room, active: 0, between, free: 0, queue: [] };
    hosts.set(name, made);
    return made;
  };

  const start = (name: string, host: Host): void => {
    host.active += 1;
    active += 1;
    host.free = Math.max(host.free, options.clock()) + host.between;
    host.queue.shift()?.();
    serve(name);
  };

  const serve = (name: string): void => {
    const host = hostOf(name);
    if (host.queue.length === 0 || host.active >= host.room || active >= options.concurrency) return;
    const early = host.free - options.clock();
    if (early <= 0) start(name, host);
    else void options.wait(early).then(() => serve(name));
  };

  const serveAll = (): void => {
    for (const name of hosts.keys()) serve(name);
  };

  return {
    turn: (name) =>
      new Promise((resolve) => {
        const host = hostOf(name);
        const over = (): void => {
          host.active -= 1;
          active -= 1;
          serveAll();
        };
        host.queue.push(() => resolve(over));
        serve(name);
      }),
    of: (name) => {
      const { room, between } = hostOf(name);
      return { room, between };
    },
    slow: (name, between) => {
      const host = hostOf(name);
      host.between = Math.max(host.between, between);
    },
    rest: (name, milliseconds) => {
      const host = hostOf(name);
      host.free = Math.max(host.free, options.clock() + milliseconds);
    },
  };
};
