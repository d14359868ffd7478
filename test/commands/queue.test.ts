import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cluster, openCluster, programs } from '../queue/cluster.ts';
import { makeMethod, openHost } from '../queue/made-run.ts';
import { run } from './in-process.ts';

const root = mkdtempSync(join(tmpdir(), 'odi-queue-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const nowhere = 'postgres://odi:geheim@127.0.0.1:1/none';

describe('a queue that cannot be used ends with 2 and says what to do', () => {
  test.each([
    [['audit', 'ma', '--queue', nowhere], '--queue is for many places: add --all, or --places with a list.'],
    [
      ['audit', '--all', '--queue', nowhere, '--fail-under', '50'],
      '--fail-under speaks of reviews that are not made yet.',
    ],
    [['audit', '--all', '--queue', nowhere, '--format', 'json'], '--format speaks of reviews that are not made yet.'],
    [['audit', '--all', '--queue', nowhere, '--cache', 'c'], '--cache and --queue exclude one another.'],
    [['audit', '--all', '--queue', nowhere, '--record', 'a.warc.gz'], 'Put {place} into its name.'],
    [['audit', '--all', '--queue', nowhere], 'No PostgreSQL answers at postgres://127.0.0.1:1/none.'],
    [['queue', '--queue', nowhere], 'No PostgreSQL answers at postgres://127.0.0.1:1/none.'],
    [['queue', '--queue', 'odi:geheim@host/none'], 'an address of a PostgreSQL database is expected'],
  ])('odi %s', async (words, says) => {
    const { code, out, err } = await run(words, root);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
    expect(err).not.toContain('geheim');
    expect(err).not.toMatch(/\n\s+at /);
  });
});

test('a worker waits a moment for a database that is away, says so once, and stops waiting when it is stopped', async () => {
  const { code, out, err } = await run(['worker', '--queue', nowhere], root, { interrupted: AbortSignal.timeout(700) });
  expect([code, out]).toEqual([130, '']);
  const [waiting, ended, ...more] = err.trimEnd().split('\n');
  const told = 'odi: No PostgreSQL answers at postgres://127.0.0.1:1/none. Is it running, and is --queue right?';
  expect([waiting, ended, more]).toEqual([`${told} Waiting for it, 10 s at most.`, told, []]);
});

describe.skipIf(programs === null)('a queue', () => {
  let cluster: Cluster;
  let address = '';
  let close = (): void => {};
  const folder = join(root, 'run');

  beforeAll(async () => {
    cluster = await openCluster();
    address = await cluster.create('odi');
    const { log, server } = await openHost(null);
    close = () => server.close().closeAllConnections();
    mkdirSync(folder);
    makeMethod(join(folder, 'method'), [log.base], { places: 2, categories: 1 });
  });
  afterAll(() => {
    close();
    cluster?.remove();
  });

  const method = ['--criteria', 'method'];
  const audit = (...words: readonly string[]) =>
    run(
      [
        ...['audit', '--places', 'places.txt', ...method, '--edition', 'our-2026', '--as-of', '2026-06-01'],
        ...['--allow-private', '--queue', address, ...words],
      ],
      folder,
    );

  test('is filled, done by a worker, and tells how far it is', async () => {
    writeFileSync(join(folder, 'places.txt'), 'made-000\nmade-001\n');
    const filled = await audit();
    expect(filled).toMatchObject({ code: 0, err: '' });
    expect(filled.out).toMatch(/^2 places put into postgres:\/\/127\.0\.0\.1:\d+\/odi, 2 reviews to do\.\n/);

    // What a worker would do differently it does not do at all.
    const others = await run(['worker', '--queue', address, '--allow-private'], folder);
    expect(others).toMatchObject({ code: 2, out: '' });
    expect(others.err).toContain('There is no edition our-2026');
    const careful = await run(['worker', '--queue', address, ...method], folder);
    expect(careful.code).toBe(2);
    expect(careful.err).toContain('Start the worker with --allow-private to let it.');

    // Where a place's data lies is a part of it, too.
    const made = join(folder, 'method', 'places', 'made-001.yaml');
    const text = readFileSync(made, 'utf8');
    writeFileSync(made, text.replace('/1.csv', '/other.csv'));
    const other = await run(['worker', '--queue', address, ...method, '--allow-private'], folder);
    writeFileSync(made, text);
    expect(other.code).toBe(2);
    expect(other.err).toContain('This run was planned with other criteria than this worker has.');
    const planned = 'select settings from odi_queue.runs';
    const [{ settings } = {}] = await cluster.run(address, planned);
    await cluster.run(address, `update odi_queue.runs set settings = settings || '{"version":"0.0.1"}'`);
    const newer = await run(['worker', '--queue', address, ...method, '--allow-private'], folder);
    expect(newer.code).toBe(2);
    expect(newer.err).toMatch(
      /This run was planned with odi 0\.0\.1, and this is odi .* Install that one, or fill the queue again\./,
    );
    // Filled again by this one it is its own.
    expect((await audit()).out).toMatch(/^2 places put into /);
    expect(await cluster.run(address, planned)).toEqual([{ settings }]);

    const before = await run(['queue', '--queue', address], folder);
    expect(before.out).toContain('0 of 2 places done, 0 running, 2 waiting, 0 failed; 0 reviews kept');
    const done = await run(['worker', '--queue', address, ...method, '--allow-private'], folder);
    expect(done.code, done.err).toBe(0);
    expect(done.err).toContain('2 reviews kept;');
    const review = JSON.parse(readFileSync(join(folder, 'reviews/2026/made-001/tree-register-a.json'), 'utf8'));
    expect(review).toMatchObject({
      edition: 'our-2026',
      place: { id: 'made-001' },
    });

    const after = await run(['queue', '--queue', address, '--watch', '--format', 'json'], folder);
    expect(JSON.parse(after.out)).toMatchObject({
      format: 'odi-queue/1',
      runs: [{ places: { all: 2, done: 2, running: 0, waiting: 0, failed: 0 }, reviews: 2, left: 0, failed: [] }],
      workers: [],
    });
    expect(after.err).toContain('[2/2] ');

    const again = `0 places put into ${address.replace('odi:geheim@', '')}, 0 reviews to do, 2 done already.\n`;
    expect((await audit()).out).toBe(again);
    for (const { out, err } of [filled, others, careful, other, newer, before, done, after])
      expect(out + err).not.toContain('geheim');
  });
});
