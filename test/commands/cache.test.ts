import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { run } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'odi-audit-cache-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rows = Array.from({ length: 200 }, (_, at) => `S${at},0.${at},1.2,3.4,5.6,7.8`).join('\n');
const site: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/robots.txt': ['text/plain', 'User-agent: *\nAllow: /\n'],
  '/': [
    'text/html',
    '<title>Water quality</title><main><a href="/water.csv">Water quality, CSV</a> <a href="/about">About</a></main>',
  ],
  '/about': [
    'text/html',
    '<title>About</title><p>Licensed under <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>.',
  ],
  '/water.csv': ['text/csv', `station,fecal coliform,arsenic,fluoride,nitrates,total dissolved solids\n${rows}\n`],
};

let server: Server;
let base = '';
let sent: [status: number, bytes: number, path: string][] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const [type, body] = site[request.url ?? ''] ?? [null, null];
    if (type === null || body === null) {
      sent.push([404, 0, request.url ?? '']);
      response.writeHead(404).end();
      return;
    }
    const tag = `"${createHash('sha256').update(body).digest('hex')}"`;
    const isKnown = request.headers['if-none-match'] === tag;
    sent.push([isKnown ? 304 : 200, isKnown ? 0 : body.length, request.url ?? '']);
    response.setHeader('ETag', tag).setHeader('Content-Type', type);
    response.writeHead(isKnown ? 304 : 200).end(isKnown ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  sent = [];
});

const check = async (...words: readonly string[]) => {
  const asked = ['check', `${base}/`, '--category', 'water-quality', '--allow-private', '--as-of', '2026-12-01'];
  const { code, out, err } = await run([...asked, '--format', 'json', '--quiet', ...words], folder);
  expect([code, err]).toEqual([0, '']);
  return out.replace(/"fetchedAt": "[^"]+"/g, '"fetchedAt": "…"');
};

test('a second look at a site that has not changed moves no body twice, and finds the same', async () => {
  const first = await check('--cache', 'cache');
  const moved = sent.filter(([status]) => status === 200);
  expect(moved.map(([, , path]) => path)).toEqual(expect.arrayContaining(['/robots.txt', '/', '/water.csv']));
  sent = [];
  const second = await check('--cache', 'cache');
  expect(sent.reduce((sum, [, bytes]) => sum + bytes, 0)).toBe(0);
  expect(sent.filter(([status]) => status === 304)).toHaveLength(moved.length);
  expect(second).toBe(first);
  // Nor does it find anything else than without a cache.
  expect(await check()).toBe(first);
});

test('an archive holds what was sent: with --record everything is asked for in full, and the replay says the same', async () => {
  await check('--cache', 'cache');
  sent = [];
  const recorded = await check('--cache', 'cache', '--record', 'a.warc.gz');
  expect(sent.filter(([status]) => status === 304)).toEqual([]);
  const before = readdirSync(join(folder, 'cache')).map((name) => readFileSync(join(folder, 'cache', name), 'utf8'));
  sent = [];
  const replayed = await check('--cache', 'cache', '--replay', 'a.warc.gz');
  expect([sent, replayed]).toEqual([[], recorded]);
  expect(readdirSync(join(folder, 'cache')).map((name) => readFileSync(join(folder, 'cache', name), 'utf8'))).toEqual(
    before,
  );
});
