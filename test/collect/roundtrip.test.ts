import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openArchive, openRecorder } from '../../src/archive/index.ts';
import { openCollector, openReplay } from '../../src/collect/index.ts';

test('what was recorded replays to the same values', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/move') response.writeHead(302, { location: '/page?x=1' }).end();
    else if (request.url === '/zip')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('hello '.repeat(10000)));
    else if (request.url === '/robots.txt') response.writeHead(404).end('no');
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>hi</h1>');
  });
  await new Promise<void>((r) => server.listen(0, '127.0.0.1', r));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const path = join(mkdtempSync(join(tmpdir(), 'odi-')), 'a.warc.gz');
  const recorder = await openRecorder(path, { software: 'odi/test', now: () => new Date() });
  const collector = openCollector({ userAgent: 'odi/test', now: () => new Date(), allowPrivate: true, recorder });
  const requests = [
    { url: `${base}/move` },
    { url: `${base}/zip` },
    { url: `${base}/zip`, maxBytes: 100 },
    { url: `${base}/other`, maxBytes: 3 },
    { url: 'http://127.0.0.1:1/dead' },
    { url: 'ftp://x/' },
    { url: `${base}/post`, method: 'POST' as const, payload: { mediaType: 'application/json', text: '{}' } },
  ];
  const live = [];
  for (const request of requests) live.push(await collector.fetch(request));
  await collector.close();
  server.close();
  const replay = openReplay(await openArchive([path]));
  const again = [];
  for (const request of requests) again.push(await replay.fetch(request));
  await replay.close();
  expect(replay.warnings).toEqual([]);
  expect(again).toEqual(live);
});
