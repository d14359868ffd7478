import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'odi-inspect-several-'));
let server: Server;
let base = '';
let asked = 0;

beforeAll(async () => {
  const votes = 'Party,Votes,Registered voters\nA,10,30\nB,12,30\n';
  writeFileSync(join(folder, 'votes.csv'), votes);
  writeFileSync(join(folder, 'list.json'), '[{"a":1},{"a":2},{"a":3}]');
  writeFileSync(join(folder, 'broken.xlsx'), Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(40, 7)]));
  mkdirSync(join(folder, 'sub'));
  server = createServer((_, response) => {
    asked += 1;
    response.setHeader('Content-Type', 'text/csv').end(votes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const inspect = (words: readonly string[], input?: string) =>
  run(['inspect', ...words], folder, input === undefined ? {} : { input });

const filesIn = (text: string): readonly Record<string, unknown>[] =>
  (JSON.parse(text) as { files: Record<string, unknown>[] }).files;

describe('several files', () => {
  test('stand in one table, in the order of the words', async () => {
    const { code, out, err } = await inspect(['votes.csv', 'list.json']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^2 files, 2 machine-readable$/m);
    expect(out).toMatch(/^ {2}votes\.csv +✓ csv +2 +3 +\d+ bytes$/m);
    expect(out).toMatch(/^ {2}list\.json +✓ json +3 +1 +\d+ bytes$/m);
    expect(out.indexOf('votes.csv')).toBeLessThan(out.indexOf('list.json'));
  });

  test('are JSON under `files`, each as it is alone', async () => {
    const { out } = await inspect(['votes.csv', 'list.json', '--format', 'json']);
    const alone = await Promise.all(
      ['votes.csv', 'list.json'].map(async (file) => (await inspect([file, '--format', 'json'])).out),
    );
    expect(filesIn(out)).toEqual(alone.map((text) => JSON.parse(text)));
  });

  test('are held against a category: which criteria each meets', async () => {
    const { out } = await inspect(['votes.csv', 'list.json', '--category', 'election-results']);
    expect(out).toMatch(/^2 files, 2 machine-readable +Election Results$/m);
    expect(out).toMatch(/votes\.csv.*\n {4}✓ registered · ✗ invalid /);
  });

  test.each([40, 80])('fit %i columns', async (columns) => {
    const { inspectionTable } = await import('../../src/commands/inspect-table.ts');
    const long = {
      name: `${'long-'.repeat(30)}.csv`,
      error: `${'x'.repeat(70)} cannot be read: there is no such file.`,
    };
    const text = await inspectionTable([long, long], { columns, colour: false });
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
  });
});

describe('one that cannot be opened', () => {
  test('stops no other, is named, and ends with 2 when the others are done', async () => {
    const { code, out, err } = await inspect(['none.csv', 'sub', 'votes.csv', '--format', 'json']);
    expect(code).toBe(2);
    expect(filesIn(out)).toMatchObject([
      { name: 'none.csv', error: 'none.csv cannot be read: there is no such file.' },
      { name: 'sub', error: 'sub is a folder; name the files in it: sub/*' },
      { name: 'votes.csv', format: 'csv' },
    ]);
    expect(err.trimEnd().split('\n')).toHaveLength(2);
  });

  test('is told apart from one that is broken, which is a result', async () => {
    const { code, out } = await inspect(['broken.xlsx', 'votes.csv', '--format', 'json']);
    expect(code).toBe(0);
    expect(filesIn(out)[0]).toMatchObject({ name: 'broken.xlsx', format: 'zip', tables: [] });
  });

  test('is a pattern that nothing fits', async () => {
    expect((await inspect(['*.ods'])).err).toBe('odi: *.ods cannot be read: no file fits this pattern.\n');
  });

  test('is standard input when it is named twice', async () => {
    expect(await inspect(['-', '-'], 'a,b\n1,2\n')).toMatchObject({ code: 2, out: '' });
    expect(filesIn((await inspect(['-', 'votes.csv', '--format', 'json'], 'a,b\n1,2\n')).out)).toMatchObject([
      { name: 'standard input', format: 'csv' },
      { name: 'votes.csv' },
    ]);
  });
});

describe('addresses', () => {
  test('share one archive, and are answered from it', async () => {
    const archive = join(folder, 'a.warc.gz');
    const words = [`${base}/a.csv`, `${base}/b.csv`, 'votes.csv', '--format', 'json', '--quiet'];
    const live = await inspect([...words, '--allow-private', '--record', archive]);
    expect([live.code, live.err]).toEqual([0, '']);
    const before = asked;
    const replayed = await inspect([...words, '--replay', archive]);
    expect(replayed).toEqual(live);
    expect(asked).toBe(before);
  });

  test('that are private are refused with what lets them in, beside files that are read', async () => {
    const { code, out, err } = await inspect([`${base}/a.csv`, 'votes.csv', '--format', 'json']);
    expect(code).toBe(2);
    expect(err).toMatch(/^odi: http:\S+ is a private address and is not asked; add --allow-private/);
    expect(filesIn(out)[1]).toMatchObject({ format: 'csv' });
  });

  test('of which none gave anything end with 3', async () => {
    const words = ['http://127.0.0.1:1/a', 'http://127.0.0.1:1/b', '--allow-private', '--timeout', '2', '--quiet'];
    expect((await inspect(words)).code).toBe(3);
    expect((await inspect([...words, 'votes.csv'])).code).toBe(0);
  });
});
