import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { openArchive, openRecorder } from '../../src/archive/index.ts';
import { type CollectorOptions, openReplay, type Replay } from '../../src/collect/index.ts';
import type { Exchange, FetchRequest } from '../../src/model/exchange.ts';
import { collector, serveRaw, site } from './loopback.ts';

const folder = mkdtempSync(join(tmpdir(), 'odi-roundtrip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

/** With its body as text, since comparing bytes one by one takes long. */
const comparable = (exchange: Exchange): unknown => {
  const { reply } = exchange;
  if (reply.kind !== 'arrived') return exchange;
  return { ...exchange, reply: { ...reply, body: Buffer.from(reply.body).toString('base64') } };
};

/** What a run saw, and what a replay of its recording sees when it asks the same. */
const runAndReplay = async (
  requests: readonly FetchRequest[],
  options: Partial<CollectorOptions> = {},
): Promise<{ readonly live: readonly Exchange[]; readonly again: readonly Exchange[]; readonly replay: Replay }> => {
  count += 1;
  const path = join(folder, `${count}.warc.gz`);
  const recorder = await openRecorder(path, { software: 'odi/0.0.0', now: () => new Date() });
  const { fetch, close } = collector({ ...options, recorder });
  const live: Exchange[] = [];
  for (const request of requests) live.push(await fetch(request));
  await close();
  const replay = openReplay(await openArchive([path]));
  const again: Exchange[] = [];
  for (const request of requests.toReversed()) again.unshift(await replay.fetch(request));
  await replay.close();
  return { live, again, replay };
};

const long = 'Votes by polling station. '.repeat(5_000);
let base = '';

const pages = {
  '/robots.txt': 'User-agent: *\nDisallow: /private/',
  '/page': '<h1>Results</h1>',
  '/same': '<h1>Results</h1>',
  '/empty': '',
};

describe('a replay', () => {
  test('is equal to the run that it recorded, value for value', async () => {
    ({ base } = await site({
      ...pages,
      '/moved': (_, response) => response.writeHead(301, { location: '/page#top' }).end('moved'),
      '/away': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
      '/forbidden': (_, response) => response.writeHead(302, { location: '/private/x' }).end(),
      '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
      '/mail': (_, response) => response.writeHead(302, { location: 'mailto:a@b.example' }).end(),
      '/gzip': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(long)),
      '/brotli': (_, response) => response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(long)),
      '/broken': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'),
      '/long': (_, response) => response.writeHead(200, { 'content-length': long.length }).end(long),
      '/headers': (_, response) =>
        response
          .writeHead(203, 'Odd Words', [
            ['X-Twice', '1'],
            ['x-twice', '2'],
            ['X-Latin', 'caf\xe9'],
          ] as never)
          .end('headers'),
      '/api': async (request, response) => {
        let sent = '';
        for await (const part of request) sent += part;
        response.end(`answer to ${sent}`);
      },
    }));
    const raw = await serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort'));
    const post = (text: string) => ({ method: 'POST' as const, payload: { mediaType: 'application/json', text } });
    const { live, again, replay } = await runAndReplay([
      ...['/page', '/page#part', '/same', '/empty', '/none', '/moved', '/away', '/forbidden', '/private/x', '/loop']
        .concat(['/mail', '/gzip', '/brotli', '/broken', '/headers', '/robots.txt'])
        .map((path) => ({ url: base + path })),
      { url: `${base}/long`, maxBytes: 1_000 },
      { url: `${base}/gzip?part`, maxBytes: 1_000 },
      { url: `${base}/gzip`, maxBytes: 1_000 },
      { url: `${base}/brotli`, maxBytes: 99 },
      { url: `${base}/page`, accept: 'application/json' },
      { url: `${base}/api`, ...post('{"a":1}') },
      { url: `${base}/api`, ...post('{"a":2}') },
      { url: `${raw}/short` },
      { url: 'http://127.0.0.1:1/closed' },
      { url: 'http://169.254.169.254/' },
      { url: 'gopher://data.example/' },
      { url: 'nonsense' },
    ]);
    expect(again.map(comparable)).toEqual(live.map(comparable));
    expect(replay.warnings).toEqual([]);
    const kinds = live.map(({ reply }) =>
      reply.kind === 'arrived' ? reply.status : 'reason' in reply && reply.reason,
    );
    expect(kinds).toEqual([
      ...[200, 200, 200, 200, 404, 200, 'private-address', 'robots', 'robots', 'too-many-redirects'],
      ...['scheme', 200, 200, 'decoding', 203, 200],
      ...[200, 404, 200, 200, 200, 200, 200, 'protocol', 'connect', 'private-address', 'scheme', 'bad-url'],
    ]);
  });

  test('refuses a page that the run refused, though a robots.txt led to it and it was read as rules', async () => {
    ({ base } = await site({
      '/robots.txt': (_, response) => response.writeHead(302, { location: '/private/rules' }).end(),
      '/private/rules': 'User-agent: *\nDisallow: /private/',
    }));
    const { live, again } = await runAndReplay([{ url: `${base}/private/rules` }]);
    expect(live[0]?.reply).toMatchObject({ kind: 'refused', reason: 'robots' });
    expect(again.map(comparable)).toEqual(live.map(comparable));
  });

  test('refuses what the run refused when its budget was used up', async () => {
    ({ base } = await site(pages));
    const requests = ['/page', '/same', '/none'].map((path) => ({ url: base + path }));
    const { live, again } = await runAndReplay(requests, { maxRequests: 2 });
    expect(again.map(comparable)).toEqual(live.map(comparable));
    expect(live.at(-1)?.reply).toMatchObject({ kind: 'refused', reason: 'budget-requests' });
  });

  test('reads as far as the run read when its bytes were used up', async () => {
    ({ base } = await site({
      '/zip': (_, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(long, { level: 0 })),
    }));
    const { live, again } = await runAndReplay([{ url: `${base}/zip` }, { url: `${base}/next` }], { maxBytes: 70_000 });
    expect(again.map(comparable)).toEqual(live.map(comparable));
    expect(live[0]?.reply).toMatchObject({ kind: 'arrived', complete: false });
    expect(live[1]?.reply).toMatchObject({ kind: 'refused', reason: 'budget-bytes' });
  });

  test('answers what was never asked with not captured', async () => {
    ({ base } = await site(pages));
    const { replay } = await runAndReplay([{ url: `${base}/page` }]);
    expect((await replay.fetch({ url: `${base}/other` })).reply).toEqual({ kind: 'not-captured' });
  });

  test('keeps the date of its newest capture', async () => {
    ({ base } = await site(pages));
    const { live, replay } = await runAndReplay([{ url: `${base}/page` }], {
      now: () => new Date('2026-02-03T04:05:06.789Z'),
    });
    expect(replay.newest).toBe('2026-02-03T04:05:06.789Z');
    expect(live[0]?.fetchedAt).toBe('2026-02-03T04:05:06.789Z');
  });
});
