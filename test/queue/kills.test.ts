import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, readDatabaseAddress, stateOf } from '../../src/queue/index.ts';
import { type Cluster, openCluster, programs } from './cluster.ts';
import { type HostLog, makeMethod, openHost } from './made-run.ts';

/* Workers that are killed and a database that is started again, against the same plan done in one process. */

const bin = join(import.meta.dirname, '..', '..', 'bin', 'odi.js');

/** `ODI_QUEUE_PLACES` sets its size: `.ci/long queue` takes 200, which is too long for every change. */
const size = { places: Number(process.env['ODI_QUEUE_PLACES'] ?? 16), categories: 5 };
const isSmall = size.places < 100;
const hosts = 10;
const workers = 4;

/** Requests under way at once that a loopback host may see, from all workers together. */
const most = 2;
const crawlDelay = 0.15;

/** Milliseconds between two kills, and until the database is started again. */
const between = isSmall ? 2_000 : 4_000;
const untilRestart = isSmall ? 3_500 : 9_000;

/** The same pseudo-random numbers every time (Park and Miller). */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

describe.skipIf(programs === null)('a run over a queue', () => {
  const root = mkdtempSync(join(tmpdir(), 'odi-kills-'));
  const temporary = join(root, 'tmp');
  const servers: Server[] = [];
  const living = new Set<ChildProcess>();
  let cluster: Cluster;
  let logs: readonly HostLog[] = [];
  let ids: readonly string[] = [];

  const odi = (words: readonly string[]): ChildProcess => {
    const child = spawn(process.execPath, [bin, ...words], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TMPDIR: temporary },
    });
    living.add(child);
    child.on('exit', () => living.delete(child));
    return child;
  };

  const ended = async (child: ChildProcess): Promise<{ code: number | null; text: string }> => {
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (part) => {
        text += part;
      });
    }
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { code, text };
  };

  const common = ['--criteria', 'method', '--edition', 'our-2026', '--as-of', '2026-06-01'];
  const audit = ['audit', '--all', ...common, '--allow-private', '--concurrency', String(most)];

  beforeAll(async () => {
    mkdirSync(temporary);
    const opened = await Promise.all(Array.from({ length: hosts }, (_, at) => openHost(at === 0 ? crawlDelay : null)));
    servers.push(...opened.map(({ server }) => server));
    logs = opened.map(({ log }) => log);
    ids = makeMethod(
      join(root, 'method'),
      logs.map(({ base }) => base),
      size,
    );
    writeFileSync(join(root, 'places.txt'), ids.join('\n'));
    audit.splice(1, 1, '--places', 'places.txt');
    cluster = await openCluster();
  }, 120_000);

  afterAll(() => {
    for (const child of living) child.kill('SIGKILL');
    for (const server of servers) server.close().closeAllConnections();
    cluster?.remove();
    rmSync(root, { recursive: true, force: true });
  });

  const files = (folder: string): readonly string[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /[^/]*\.[^/]*$/.test(name))
      .sort();

  /** A review without what no two runs have alike: times of fetching, and where its records lie. */
  const comparable = (file: string): unknown => {
    const review = JSON.parse(readFileSync(join(root, file), 'utf8'));
    return {
      ...review,
      evidence: review.evidence.map((one: object) => ({ ...one, fetchedAt: null, record: null })),
    };
  };

  const clear = (): void => {
    for (const log of logs) {
      log.most = 0;
      log.robots = 0;
      log.starts.length = 0;
    }
  };

  test(
    'is that of one process, whatever is killed',
    async () => {
      const alone = await ended(odi([...audit, '--store', 'alone', '--record', 'evidence-alone/{place}.warc.gz']));
      expect(alone.code, alone.text).toBe(0);
      expect(files('alone')).toHaveLength(size.places * size.categories);
      clear();

      const address = await cluster.create('queue');
      const filled = await ended(
        odi([...audit, '--store', 'together', '--record', 'evidence/{place}.warc.gz', '--queue', address]),
      );
      expect(filled.code, filled.text).toBe(0);
      expect(filled.text).toContain(`${size.places} places put into postgres://127.0.0.1:`);

      const database = openDatabase(readDatabaseAddress(address, '--queue'), {
        ...{ flag: '--queue', patience: 60_000, connections: 1 },
      });
      const told: string[] = [];
      const start = (): void => {
        const child = odi(['worker', '--queue', address, '--criteria', 'method', '--allow-private', '--at-once', '1']);
        void ended(child).then(({ code, text }) => code !== null && told.push(`${code}: ${text}`));
      };
      for (let at = 0; at < workers; at += 1) start();

      const next = numbersFrom(20_261_201);
      const begun = performance.now();
      let kills = 0;
      let restarts = 0;
      let reviewsAtKill = 0;
      for (;;) {
        await sleep(between);
        const [run] = (await stateOf(database)).runs;
        if (run === undefined || run.places.running + run.places.waiting === 0) break;
        if (restarts === 0 && performance.now() - begun > untilRestart) {
          restarts += 1;
          cluster.restart();
        }
        // Where the machine is slower than the killer, nothing would ever be done: who comes next lives until there is a review more.
        if (run.reviews === reviewsAtKill && kills > 0) continue;
        // Three kills over one place set it aside, as another test holds: nobody here dies over one a third time.
        const spared = await database.rows<{ process: number }>(
          'select process from odi_queue.workers where id in (select worker from odi_queue.places where kills >= 2)',
        );
        const mortal = [...living].filter(({ pid }) => !spared.some(({ process: other }) => other === pid));
        const victim = mortal[Math.floor(next() * mortal.length)];
        if (victim === undefined) continue;
        kills += 1;
        reviewsAtKill = run.reviews;
        victim.kill('SIGKILL');
        start();
      }
      const [run] = (await stateOf(database)).runs;
      await database.close();
      while (living.size > 0) await sleep(100);
      console.log(`${kills} kills, ${restarts} restarts, ${((performance.now() - begun) / 1000).toFixed(0)} s`);

      expect(run).toMatchObject({ failed: [], places: { done: size.places, failed: 0 } });
      expect(told.filter((one) => !one.startsWith('0: '))).toEqual([]);
      expect(restarts).toBe(1);
      expect(kills).toBeGreaterThan(isSmall ? 0 : 2);

      // Every review once, and nothing else in the store.
      expect(files('together')).toEqual(files('alone'));
      for (const file of files('alone')) expect(comparable(`together/${file}`)).toEqual(comparable(`alone/${file}`));

      // No host saw more than it may, nor its rules asked for by each worker; what was killed while it asked asks again.
      expect(Math.max(...logs.map((log) => log.most))).toBeLessThanOrEqual(most);
      expect(Math.max(...logs.map((log) => log.robots))).toBeLessThanOrEqual(1 + kills);
      expect(logs.reduce((sum, { robots }) => sum + robots, 0)).toBeLessThanOrEqual(hosts + kills);
      const slow = logs[0]?.starts ?? [];
      const gaps = slow.slice(1).map((start, at) => start - (slow[at] ?? 0));
      // Two that were sent in time may come closer together.
      expect(gaps.filter((gap) => gap < crawlDelay * 500).length).toBeLessThanOrEqual(gaps.length / 20);

      const archives = files('evidence');
      expect(archives).toEqual(ids.map((id) => `${id}.warc.gz`));
      const verified = await ended(odi(['verify', `evidence/${ids[0]}.warc.gz`, '--store', 'together']));
      expect(verified.code, verified.text).toBe(0);
      expect(files('tmp')).toEqual([]);
    },
    20 * 60_000,
  );
});
