import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cluster, openCluster, programs } from '../queue/cluster.ts';
import { makeMethod, openHost } from '../queue/made-run.ts';
import { years } from '../reviews/published-file.ts';
import { run } from './in-process.ts';

/* Every command that reads or keeps reviews, with a store in a folder and with one in a database. */

describe.skipIf(programs === null)('a store in a database', () => {
  let cluster: Cluster;
  let address = '';
  let shown = '';
  let root = '';
  let base = '';
  let close = (): void => {};

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'odi-database-'));
    cluster = await openCluster();
    address = await cluster.create('odi');
    shown = address.replace('odi:geheim@', '');
    writeFileSync(join(root, 'entries.csv'), years);
    const { log, server } = await openHost(null);
    base = log.base;
    close = () => server.close().closeAllConnections();
    makeMethod(join(root, 'method'), [base], { places: 2, categories: 1 });
  });
  afterAll(() => {
    close();
    cluster?.remove();
    rmSync(root, { recursive: true, force: true });
  });

  const inFolder = (...words: readonly string[]) => run([...words, '--store', 'reviews'], root);
  const inDatabase = (...words: readonly string[]) => run([...words, '--store', address], root);

  /** What was said, as the other store would have said it. */
  const alike = (text: string): string => text.replaceAll(shown, 'reviews');

  /** Runs a command on both. */
  const expectAlike = async (words: readonly string[]): Promise<void> => {
    const [folder, database] = [await inFolder(...words), await inDatabase(...words)];
    const stamped = (text: string): string => alike(text).replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'AT');
    expect(stamped(database.err)).toBe(stamped(folder.err));
    expect(stamped(database.out)).toBe(stamped(folder.out));
    expect(database.code).toBe(folder.code);
    expect(database.out + database.err).not.toContain('geheim');
  };

  test('is empty until somebody puts reviews there, and says how', async () => {
    const { code, err } = await inDatabase('scorecard');
    expect([code, err]).toEqual([2, expect.stringContaining(`${shown} holds no reviews. Put some there first`)]);
  });

  test('takes what is imported, and tells it as a folder does, byte for byte', async () => {
    const [folder, database] = [await inFolder('import', 'entries.csv'), await inDatabase('import', 'entries.csv')];
    expect({ ...database, out: alike(database.out) }).toEqual(folder);
    expect((await inDatabase('import', 'entries.csv')).out).toContain('5 were there already, word for word.');
  });

  test.each([
    ['show', 'morocco'],
    ['show', 'morocco', '--year', '2014', '--format', 'json'],
    ['scorecard', '--year', '2015', '--format', 'json'],
    ['scorecard', '--year', '2015', '--format', 'sarif'],
    ['scorecard', '--year', '2015', '--fail-on-regression', '2014'],
    ['diff', '2014', '2015', '--edition', 'godi-2015', '--format', 'json'],
    ['diff', '2014', '2015', '--edition', 'godi-2015', '--summary'],
    ['export', '--to', 'godi-csv'],
    ['export', '--to', 'dqv'],
    ['agreement', '2014', '2015'],
    ['sample', '--size', '2'],
  ])('says what a folder says: odi %s', async (...words) => {
    await expectAlike(words);
  });

  test.each([['tidy'], ['site']])('is published as a folder is: %s', async (what) => {
    for (const [name, given] of [
      ['from-folder', inFolder],
      ['from-database', inDatabase],
    ] as const) {
      const out = join(what, name);
      const words = what === 'tidy' ? ['export', '--to', 'tidy', '--out', out] : ['report', '--out', out];
      const { code, err } = await given(...words);
      expect([code, err.replace(/.* written to .*\n|odi: the licence .*\n/g, '')]).toEqual([0, '']);
    }
    const files = (name: string) =>
      readdirSync(join(root, what, name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.odi'))
        .map((entry) => [
          join(entry.parentPath, entry.name).slice(join(root, what, name).length),
          readFileSync(join(entry.parentPath, entry.name), 'utf8'),
        ])
        .sort();
    expect(files('from-database').length).toBeGreaterThan(3);
    expect(files('from-database')).toEqual(files('from-folder'));
  });

  test('takes the decision of a person', async () => {
    const decision = ['--set', 'bulk=No', '--because', 'It is not.', '--reviewer', 'A Reviewer'];
    await expectAlike(['review', 'morocco', '--year', '2015', ...decision]);
    await expectAlike(['show', 'morocco', '--year', '2015', '--verbose']);
  });

  test('is scored again into another one, and compared with it', async () => {
    const other = await cluster.create('again');
    const { code, out, err } = await inDatabase('rescore', '--edition', 'godi-2014', '--into', other);
    expect([code, err]).toEqual([0, '']);
    expect(out).not.toContain('geheim');
    expect((await run(['diff', other, address, '--year', '2015'], root)).code).toBe(0);
    expect((await run(['agreement', other, 'reviews', '--year', '2014'], root)).code).toBe(0);
  });

  test('holds reviews alone, and says so where something else is to be kept', async () => {
    for (const words of [
      ['show', 'https://portal.example/'],
      ['commitments', 'morocco', '--replay', 'none.warc.gz'],
    ]) {
      const { code, err } = await inDatabase(...words);
      expect([code, err]).toEqual([2, expect.stringContaining(`${shown} is a database, which holds reviews`)]);
    }
  });

  test('takes audits from a queue in the same database, and verify finds their archives', async () => {
    const settings = ['--criteria', 'method', '--edition', 'our-2026', '--as-of', '2026-06-01'];
    writeFileSync(join(root, 'places.txt'), 'made-000\nmade-001\n');
    mkdirSync(join(root, 'evidence'), { recursive: true });
    const words = [
      'audit',
      '--places',
      'places.txt',
      ...settings,
      '--record',
      'evidence/{place}.warc.gz',
      '--allow-private',
    ];
    const filled = await inDatabase(...words, '--queue', address);
    expect([filled.code, filled.err]).toEqual([0, '']);
    const [kept] = await cluster.run(address, 'select settings::text from odi_queue.runs');
    expect(kept?.['settings']).not.toContain('geheim');
    const worked = await run(['worker', '--queue', address, '--allow-private', '--criteria', 'method'], root);
    expect(worked.code).toBe(0);
    const rows = await cluster.run(
      address,
      "select place, archives, review ->> 'edition' as edition from odi_reviews.reviews where year = 2026 order by place",
    );
    expect(rows).toHaveLength(2);
    expect(rows.map((row) => row['archives'])).toEqual([join(root, 'evidence'), join(root, 'evidence')]);
    const capture = `${rows[0]?.['place']}.warc.gz`;
    const verified = await run(['verify', capture, '--store', address, '--criteria', 'method'], root);
    expect([verified.code, verified.out]).toEqual([0, expect.stringMatching(/1 review cites it.*Everything matches/s)]);
    const again = await inDatabase(...words.filter((word) => word !== '--queue'), '--format', 'json');
    expect(again.err).not.toContain('geheim');
  });
});
