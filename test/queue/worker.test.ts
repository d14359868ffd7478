import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { run, type Transcript } from '../commands/in-process.ts';
import { type Cluster, openCluster, programs } from './cluster.ts';
import { makeMethod, openHost } from './made-run.ts';

/* Workers as processes: killed, stopped, begun while their database is away, and watched on a terminal. */

const bin = join(import.meta.dirname, '..', '..', 'bin', 'odi.js');

const until = async (what: string, isThere: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = performance.now() + 90_000; !(await isThere()); await sleep(20)) {
    if (performance.now() > end) throw new Error(`${what} did not come`);
  }
};

/** Milliseconds: each of them starts a few programs, which takes long where the machine has other work. */
const patience = 240_000;

describe.skipIf(programs === null)('a worker', { timeout: patience }, () => {
  const root = mkdtempSync(join(tmpdir(), 'odi-worker-'));
  let cluster: Cluster;
  let address = '';
  let host: Awaited<ReturnType<typeof openHost>>;
  const living = new Set<ChildProcess>();

  const start = (
    words: readonly string[],
  ): { child: ChildProcess; told: () => string; code: Promise<number | null> } => {
    const child = spawn(process.execPath, [bin, ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    living.add(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part) => {
        text += part;
      });
    }
    const code = new Promise<number | null>((resolve) => child.on('close', resolve));
    void code.then(() => living.delete(child));
    return { child, told: () => text, code };
  };
  const worker = (...more: readonly string[]) =>
    start(['worker', '--queue', address, '--criteria', 'method', '--allow-private', '--at-once', '1', ...more]);
  const odi = (...words: readonly string[]): Promise<Transcript> => run(words, root);
  const state = async () => JSON.parse((await odi('queue', '--queue', address, '--format', 'json')).out);

  beforeAll(async () => {
    cluster = await openCluster();
    host = await openHost(null);
    makeMethod(join(root, 'method'), [host.log.base], { places: 2, categories: 1 });
    writeFileSync(join(root, 'places.txt'), 'made-000\n');
  });
  afterAll(() => {
    host.server.close().closeAllConnections();
    cluster?.remove();
    rmSync(root, { recursive: true, force: true });
  });
  afterEach(() => {
    for (const child of living) child.kill('SIGKILL');
    host.log.held = null;
  });

  /** Puts the place into a new queue, with a store of its own. */
  const fill = async (): Promise<string> => {
    address = await cluster.create();
    const store = `store-${new URL(address).pathname.slice(1)}`;
    const words = ['--places', 'places.txt', '--criteria', 'method', '--edition', 'our-2026', '--as-of', '2026-06-01'];
    const { code, err } = await odi(
      ...['audit', ...words, '--allow-private', '--store', store, '--record', `${store}-evidence/{place}.warc.gz`],
      ...['--queue', address],
    );
    expect(code, err).toBe(0);
    return store;
  };

  const filesIn = (folder: string): readonly string[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'));

  test('that dies three times over a place has it set aside with its last words, which odi queue shows', async () => {
    await fill();
    const asked = `${host.log.base}/data/made-000/1.csv`;
    for (let death = 1; death <= 3; death += 1) {
      let isAsked = false;
      host.log.held = () => {
        isAsked = true;
      };
      const { child, code, told } = worker();
      await until('the request', () => isAsked);
      // Its last words are told with a sign of life, some seconds later.
      await until('last words', async () => {
        const [row] = await cluster.run(address, 'select doing from odi_queue.places');
        return death < 3 || String(row?.['doing']).endsWith(asked);
      });
      expect((await state()).workers).toMatchObject([{ process: child.pid, places: ['made-000'] }]);
      child.kill('SIGKILL');
      expect(await code, told()).toBe(null);
      // As if it had been silent for long: to wait for that is for the test of many kills.
      await cluster.run(
        address,
        "update odi_queue.workers set seen_at = now() - interval '1 hour'; select odi_queue.sweep(1000)",
      );
    }
    const says = `its worker ended 3 times while it did tree-register-a: ${asked}`;
    expect(await state()).toMatchObject({
      runs: [{ places: { failed: 1, waiting: 0, running: 0 }, failed: [{ place: 'made-000', says }] }],
      workers: [],
    });
    expect((await odi('queue', '--queue', address)).out).toContain(`  failed made-000: ${says}\n`);
    // Nothing is left to do: what kills workers is not given to the next one.
    host.log.held = null;
    const next = worker();
    expect(await next.code, next.told()).toBe(0);
    expect(next.told()).toContain('0 reviews kept');
  });

  test('gives back at once what it has on Ctrl-C and on SIGTERM, and another one ends it', async () => {
    const store = await fill();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      let isAsked = false;
      host.log.held = () => {
        isAsked = true;
      };
      const { child, code, told } = worker();
      await until('the request', () => isAsked);
      expect((await state()).runs).toMatchObject([{ places: { running: 1, waiting: 0 } }]);
      child.kill(signal);
      expect(await code, told()).toBe(130);
      expect(await state()).toMatchObject({ runs: [{ places: { running: 0, waiting: 1 }, failed: [] }], workers: [] });
      const [held] = await cluster.run(
        address,
        `select kills, attempts, locked_by, run_at <= now() as due, (select count(*)::int from odi_queue.turns) as turns
         from odi_queue.places, graphile_worker._private_jobs`,
      );
      expect(held).toEqual({ kills: 0, attempts: 0, locked_by: null, due: true, turns: 0 });
    }
    host.log.held = null;
    const next = worker();
    expect(await next.code, next.told()).toBe(0);
    expect(filesIn(store)).toEqual(['2026/made-000/tree-register-a.json']);
    expect((await odi('verify', `${store}-evidence/made-000.warc.gz`, '--store', store)).code).toBe(0);
  });

  test('that begins while its database is started again waits for it', async () => {
    await fill();
    cluster.stop();
    const { code, told } = worker();
    await until('a word about it', () => told().includes('Waiting for it, 10 s at most.'));
    cluster.start();
    expect(await code, told()).toBe(0);
    expect(told()).toContain('1 reviews kept');
    expect(told()).not.toContain('geheim');
  });

  test('is followed by a bar on a terminal and by lines elsewhere', async () => {
    await fill();
    const words = [process.execPath, bin, 'queue', '--queue', address, '--watch'];
    const terminal = spawn('script', ['-qec', words.join(' '), '/dev/null'], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    living.add(terminal);
    let shown = '';
    terminal.stdout.on('data', (part) => {
      shown += part;
    });
    const lines = start(words.slice(2));
    await until('the first bar', () => shown.includes('0 of 1 places done'));
    await until('the first line', () => lines.told().includes('0 of 1 places done'));
    expect(await worker().code).toBe(0);
    expect(await lines.code).toBe(0);
    await until('the last bar', () => shown.includes('1 of 1 places done'));
    expect(shown).toContain(`\r\u001b[2K${'░'.repeat(24)} our-2026 2026`);
    expect(shown).toContain(`${'█'.repeat(24)} our-2026 2026`);
    expect(lines.told()).toMatch(
      /^\[0\/1\] our-2026 2026 \S+: 0 of 1 places done, 0 running, 1 waiting, 0 failed; 0 reviews kept$/m,
    );
    expect(lines.told()).toMatch(/^\[1\/1\] .*: 1 of 1 places done, .*; 1 reviews kept, \d+ an hour$/m);
    expect(lines.told()).not.toContain('\u001b');
    expect(shown + lines.told()).not.toContain('geheim');
  });
});
