import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openCache } from '../../src/collect/cache.ts';
import { openCollector } from '../../src/collect/index.ts';
import type { Reply } from '../../src/model/exchange.ts';

const root = mkdtempSync(join(tmpdir(), 'odi-cache-'));
afterAll(() => rmSync(root, { recursive: true }));

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let base = '';
let serve: Serve;
let folder = '';
/** Statuses of all replies but those to robots.txt. */
let statuses: number[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/robots.txt') {
      response.writeHead(404).end();
      return;
    }
    response.on('finish', () => statuses.push(response.statusCode));
    serve(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(root, 'cache-'));
  statuses = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One run of its own: nothing is remembered but what lies in the folder. */
const ask = async (path: string, given: { readonly most?: number; readonly maxBytes?: number } = {}) => {
  const collector = openCollector({
    ...{ userAgent: 'odi/1', now: () => new Date(), allowPrivate: true, cache: openCache(folder) },
    ...(given.maxBytes === undefined ? {} : { maxBytes: given.maxBytes }),
  });
  const { reply } = await collector.fetch({
    url: `${base}${path}`,
    ...(given.most === undefined ? {} : { maxBytes: given.most }),
  });
  const usage = collector.usage();
  await collector.close();
  return { reply, usage };
};

const textOf = (reply: Reply): string => (reply.kind === 'arrived' ? Buffer.from(reply.body).toString() : reply.kind);

/** Without the headers that speak of the moment and of the connection. */
const steady = (reply: Reply): unknown =>
  reply.kind === 'arrived'
    ? { ...reply, body: textOf(reply), headers: reply.headers.filter(({ name }) => name !== 'Date') }
    : reply;

const tagged =
  (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Serve =>
  (request, response) => {
    const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 8)}"`;
    response.setHeader('ETag', tag);
    if (request.headers['if-none-match'] === tag) response.writeHead(304).end();
    else response.writeHead(200, { 'Content-Type': 'text/csv', ...headers }).end(body);
  };

describe('what has not changed', () => {
  test('is not sent again, and is the same reply', async () => {
    serve = tagged('a,b\n1,2\n');
    const [first, second] = [await ask('/x.csv'), await ask('/x.csv')];
    expect(statuses).toEqual([200, 304]);
    expect(textOf(second.reply)).toBe('a,b\n1,2\n');
    expect(steady(second.reply)).toEqual(steady(first.reply));
  });

  test('is asked about by its date where it has no tag', async () => {
    const date = 'Sun, 22 Nov 2015 10:00:00 GMT';
    serve = (request, response) => {
      if (request.headers['if-modified-since'] === date) response.writeHead(304).end();
      else response.writeHead(200, { 'Last-Modified': date }).end('old');
    };
    await ask('/x');
    expect(textOf((await ask('/x')).reply)).toBe('old');
    expect(statuses).toEqual([200, 304]);
  });

  test('is kept under its content coding', async () => {
    serve = tagged(gzipSync('a,b\n1,2\n'), { 'Content-Encoding': 'gzip' });
    await ask('/x');
    const { reply } = await ask('/x');
    expect([statuses, textOf(reply)]).toEqual([[200, 304], 'a,b\n1,2\n']);
  });

  test('counts for what a run may read as if it were sent', async () => {
    serve = tagged('x'.repeat(5000));
    const [first, second] = [await ask('/x'), await ask('/x')];
    expect(second.usage.bytes).toBe(first.usage.bytes);
  });

  test.each([2999, 3000, 5000])('ends where a run may read no more, as if it were sent: %i bytes', async (maxBytes) => {
    serve = tagged('x'.repeat(3000));
    const unheld = await ask('/x', { maxBytes });
    await ask('/x');
    const held = await ask('/x', { maxBytes });
    expect(statuses.at(-1)).toBe(304);
    expect([steady(held.reply), held.usage]).toEqual([steady(unheld.reply), unheld.usage]);
    expect(held.reply).toMatchObject({ complete: maxBytes > 3000 });
  });

  test('is cut where less is asked for', async () => {
    serve = tagged('0123456789');
    await ask('/x');
    const { reply } = await ask('/x', { most: 4 });
    expect(reply).toMatchObject({ complete: false });
    expect(textOf(reply)).toBe('0123');
  });

  test('is told with the headers of now', async () => {
    let price = 'free';
    serve = (request, response) => {
      response.setHeader('ETag', '"1"').setHeader('X-Price', price).setHeader('Content-Length', '0');
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.setHeader('Content-Length', '4').writeHead(200).end('data');
    };
    await ask('/x');
    price = 'dear';
    const { reply } = await ask('/x');
    if (reply.kind !== 'arrived') throw new Error(reply.kind);
    const values = (name: string) =>
      reply.headers.filter((one) => one.name.toLowerCase() === name).map(({ value }) => value);
    expect([values('x-price'), values('content-length'), reply.status]).toEqual([['dear'], ['4'], 200]);
  });
});

describe('what may have changed is sent again', () => {
  test('where the server says so', async () => {
    serve = tagged('old');
    await ask('/x');
    serve = tagged('new');
    expect(textOf((await ask('/x')).reply)).toBe('new');
    expect(textOf((await ask('/x')).reply)).toBe('new');
    expect(statuses).toEqual([200, 200, 304]);
  });

  test.each([404, 410, 500, 403])('not even where it is gone, or refused: %i', async (status) => {
    serve = tagged('old');
    await ask('/x');
    serve = (_, response) => response.writeHead(status).end('no');
    const { reply } = await ask('/x');
    expect([reply.kind === 'arrived' && reply.status, textOf(reply)]).toEqual([status, 'no']);
  });

  test.each<readonly [string, Serve]>([
    ['has neither tag nor date', (_, response) => response.end('x')],
    ['must not be stored', tagged('x', { 'Cache-Control': 'private, no-store' })],
    ['varies with everything', tagged('x', { Vary: '*' })],
    ['is an error', (_, response) => response.setHeader('ETag', '"1"').writeHead(404).end('x')],
  ])('where it %s', async (_, own) => {
    serve = own;
    await ask('/x');
    await ask('/x');
    expect(new Set(statuses).size).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('where it was not read whole', async () => {
    serve = tagged('x'.repeat(300_000));
    await ask('/x', { most: 10 });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each<readonly [string, (bytes: Buffer) => Buffer | string]>([
    ['the payload was changed', (bytes) => bytes.toString().replace('data', 'date')],
    ['the head is none', (bytes) => bytes.toString().replace('{', '[')],
    ['it is of another address', (bytes) => bytes.toString().replace('/x', '/y')],
    ['its tag was changed', (bytes) => bytes.toString().replace(/\\"(\w+)\\"/, '\\"$1\\r\\nX: y\\"')],
    ['it is cut', (bytes) => bytes.subarray(0, -1)],
    ['it is empty', () => ''],
  ])('where the file is not what was written: %s', async (_, change) => {
    serve = tagged('some data');
    await ask('/x');
    const [name = ''] = readdirSync(folder);
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name))));
    expect(textOf((await ask('/x')).reply)).toBe('some data');
    expect(statuses).toEqual([200, 200]);
  });
});

/** Writes a file of the cache anew, under the digest of what it now holds. */
const forge = (change: (text: string) => string): void => {
  const [name = ''] = readdirSync(folder);
  const text = readFileSync(join(folder, name), 'utf8');
  const rest = change(text.slice(text.indexOf('\n') + 1));
  writeFileSync(join(folder, name), `${createHash('sha256').update(rest).digest('hex')}\n${rest}`);
};

test('a tag that no header may hold is never sent, even where the digest was made to fit', async () => {
  serve = tagged('some data');
  await ask('/x');
  forge((text) => text.replace(/\\"(\w+)\\"/, '\\"$1\\r\\nX: y\\"'));
  expect(textOf((await ask('/x')).reply)).toBe('some data');
  expect(statuses).toEqual([200, 200]);
});

describe('a 304 speaks of what is held', () => {
  const answering =
    (own: Readonly<Record<string, string>>, named: Readonly<Record<string, string>>): Serve =>
    (request, response) => {
      const isAsked = request.headers['if-none-match'] ?? request.headers['if-modified-since'];
      if (isAsked === undefined) response.writeHead(200, own).end('data');
      else response.writeHead(304, named).end();
    };
  const [then, now] = ['Sun, 22 Nov 2015 10:00:00 GMT', 'Mon, 23 Nov 2015 10:00:00 GMT'];

  test.each([
    ['by the same tag', { ETag: '"1"' }, { ETag: '"1"' }, [200, 304]],
    ['by the same tag, weakened', { ETag: '"1"' }, { ETag: 'W/"1"' }, [200, 304]],
    [
      'by its tag, whatever the date',
      { ETag: '"1"', 'Last-Modified': then },
      { ETag: '"1"', 'Last-Modified': now },
      [200, 304],
    ],
    ['where it names nothing', { ETag: '"1"' }, {}, [200, 304]],
    ['not by another tag', { ETag: '"1"' }, { ETag: '"2"' }, [200, 304, 200]],
    ['not by a tag where it has none', { 'Last-Modified': then }, { ETag: '"2"' }, [200, 304, 200]],
    ['not by another date', { 'Last-Modified': then }, { 'Last-Modified': now }, [200, 304, 200]],
  ])('%s', async (_, own, named, seen) => {
    serve = answering(own, named);
    await ask('/x');
    expect(textOf((await ask('/x')).reply)).toBe('data');
    expect(statuses).toEqual(seen);
  });
});

test('a 304 that nobody asked for is no reply to anything that is held', async () => {
  serve = (_, response) => response.writeHead(304).end();
  expect((await ask('/x')).reply).toMatchObject({ kind: 'arrived', status: 304 });
});

test('a folder that cannot be made is told', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => openCache(join(folder, 'file', 'deep'))).toThrow(/--cache: .* cannot be written/);
});
