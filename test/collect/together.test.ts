import { describe, expect, test } from 'vitest';
import type { Capture } from '../../src/model/archive.ts';
import type { HostPace, SharedRun } from '../../src/model/shared-run.ts';
import { collector, site, textOf } from './loopback.ts';

/* A program that shares its run with others: what it asks them before it asks a host, and what it asks for all. */

interface SharedLog {
  readonly run: SharedRun;
  readonly turns: { readonly host: string; readonly pace: HostPace; isOver: boolean }[];
  readonly rests: [string, number][];
  /** Addresses that were asked for all. */
  readonly shared: string[];
}

/** What the database does for the programs of a run, in memory. */
const openShared = (turn: () => Promise<void> = async () => {}): SharedLog => {
  const kept = new Map<string, Promise<Capture>>();
  const log: Omit<SharedLog, 'run'> = { turns: [], rests: [], shared: [] };
  const run: SharedRun = {
    turn: async (host, pace) => {
      await turn();
      const taken = { host, pace, isOver: false };
      log.turns.push(taken);
      return async () => {
        taken.isOver = true;
      };
    },
    rest: async (host, milliseconds) => void log.rests.push([host, milliseconds]),
    once: (asked, ask) => {
      log.shared.push(new URL(asked.url).pathname);
      const capture = kept.get(asked.url) ?? ask();
      kept.set(asked.url, capture);
      return capture;
    },
  };
  return { ...log, run };
};

/** Time that passes where it is waited for. */
const ownTime = () => {
  let now = 0;
  return {
    clock: () => now,
    wait: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
};

describe('programs that share a run', () => {
  test('ask for robots.txt and for what a catalogue counts once together, and each for its own pages', async () => {
    const { base, asked } = await site({
      '/robots.txt': 'User-agent: *\nDisallow: /no\n',
      '/count': '12',
      '/page': 'page',
    });
    const { run, shared } = openShared();
    const programs = [collector({ together: run }), collector({ together: run })];
    for (const { fetch } of programs) {
      expect(textOf((await fetch({ url: `${base}/count`, forAll: true })).reply)).toBe('12');
      expect(textOf((await fetch({ url: `${base}/page` })).reply)).toBe('page');
      // The rules hold for the one that did not ask for them, too.
      expect((await fetch({ url: `${base}/no` })).reply).toMatchObject({ kind: 'refused', reason: 'robots' });
    }
    expect(asked).toEqual(['/robots.txt', '/count', '/page', '/page']);
    expect(shared).toEqual(['/robots.txt', '/count', '/robots.txt', '/count']);
  });

  test('take a turn of all for every request, at the pace of the host, and end it whatever came of it', async () => {
    const { base } = await site({
      '/robots.txt': 'User-agent: *\nCrawl-delay: 3\n',
      '/page': 'page',
      '/gone': (request) => request.socket.destroy(),
    });
    const { run, turns } = openShared();
    const { fetch } = collector({ together: run, concurrency: 2, ...ownTime() });
    await fetch({ url: `${base}/page` });
    expect((await fetch({ url: `${base}/gone` })).reply.kind).toBe('lost');
    const { host } = new URL(base);
    // robots.txt, the page, and what is cut off, which is asked for three times.
    expect(turns.map((one) => [one.host, one.isOver])).toEqual(Array.from({ length: 5 }, () => [host, true]));
    expect(turns.map(({ pace }) => pace)).toEqual([
      { room: 2, between: 0 },
      ...Array.from({ length: 4 }, () => ({ room: 2, between: 3_000 })),
    ]);
  });

  test('ask nothing before the turn is theirs', async () => {
    const { base, asked } = await site({ '/page': 'page' });
    let give = (): void => {};
    const given = new Promise<void>((resolve) => {
      give = resolve;
    });
    const { fetch } = collector({ together: openShared(() => given).run });
    const fetching = fetch({ url: `${base}/page` });
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(asked).toEqual([]);
    give();
    expect(textOf((await fetching).reply)).toBe('page');
  });

  test('tell one another that a host asks for rest', async () => {
    const { base } = await site({
      '/page': (_, response) => response.writeHead(429, { 'retry-after': '4' }).end(),
    });
    const { run, rests } = openShared();
    await collector({ together: run, ...ownTime() }).fetch({ url: `${base}/page` });
    const { host } = new URL(base);
    expect(rests).toEqual([
      [host, 4_000],
      [host, 4_000],
    ]);
  });
});
