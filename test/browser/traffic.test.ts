import { describe, expect, test } from 'vitest';
import { handed, type PageRequest, PageTraffic, type Treatment } from '../../src/browser/traffic.ts';
import type { Exchange, Reply } from '../../src/model/exchange.ts';
import { drawingLimits } from '../../src/model/limits.ts';

const page = 'https://data.example/';
const limits = { ...drawingLimits, requests: 4, ofOthers: 2 };
const traffic = (known = new Set<string>()): PageTraffic => new PageTraffic(page, known, limits, ['counter.example']);

const request = (path: string, more: Partial<PageRequest> = {}): PageRequest => ({
  ...{ url: new URL(path, page).href, method: 'GET', type: 'fetch', headers: {}, isMain: false },
  ...more,
});

describe('what a page asks for', () => {
  test.each<[string, PageRequest, Treatment]>([
    ['its script', request('/main.js', { type: 'script' }), { kind: 'ask' }],
    ['what fills it', request('/list.json'), { kind: 'ask' }],
    ['what a worker loads', request('/part.js', { type: 'other' }), { kind: 'ask' }],
    ['what fills it, of another site', request('https://api.other.example/list'), { kind: 'ask' }],
    ['a picture', request('/a.png', { type: 'image' }), { kind: 'nothing' }],
    ['a font', request('/a.woff', { type: 'font' }), { kind: 'nothing' }],
    ['a frame within it', request('/frame', { type: 'document' }), { kind: 'nothing' }],
    [
      'a style that scripts wait for',
      request('/a.css', { type: 'stylesheet' }),
      { kind: 'empty', mediaType: 'text/css' },
    ],
    [
      'something in advance',
      request('/next', { type: 'other', headers: { 'sec-purpose': 'prefetch' } }),
      { kind: 'nothing' },
    ],
    ['a counter of visitors', request('https://counter.example/c.js', { type: 'script' }), { kind: 'nothing' }],
    ['what is below one', request('https://eu.counter.example/c'), { kind: 'nothing' }],
    ['what only ends as one does', request('https://encounter.example/c'), { kind: 'ask' }],
    ['a search by POST', request('/search', { method: 'POST' }), { kind: 'gap', why: 'method' }],
    ['a deletion', request('/entry', { method: 'DELETE', type: 'xhr' }), { kind: 'gap', why: 'method' }],
    ['a stream', request('/events', { type: 'eventsource' }), { kind: 'gap', why: 'stream' }],
    [
      'another page in its place',
      request('/other', { type: 'document', isMain: true }),
      { kind: 'gap', why: 'navigation' },
    ],
  ])('%s', (_, asked, expected) => {
    expect(traffic().treat(asked)).toEqual(expected);
  });
});

describe('the allowance of a page', () => {
  test('ends, and the same address again costs nothing', () => {
    const own = traffic();
    const kinds = ['/1', '/2', '/3', '/1', '/4', '/5', '/2'].map((path) => own.treat(request(path)).kind);
    expect(kinds).toEqual(['ask', 'ask', 'ask', 'ask', 'ask', 'gap', 'ask']);
    expect(own.requests).toBe(4);
  });

  test('keeps most of it for the page’s own site and what fills it', () => {
    const own = traffic();
    const script = (host: string): string =>
      own.treat(request(`https://${host}.example/x.js`, { type: 'script' })).kind;
    expect([script('a'), script('b'), script('c')]).toEqual(['ask', 'ask', 'gap']);
    expect(own.treat(request('https://c.example/list')).kind).toBe('ask');
    expect(own.treat(request('/main.js', { type: 'script' })).kind).toBe('ask');
  });

  test('counts what a page before it asked for as nothing', () => {
    const known = new Set<string>();
    traffic(known).treat(request('/main.js', { type: 'script' }));
    const next = traffic(known);
    next.treat(request('/main.js', { type: 'script' }));
    next.treat(request('/list.json'));
    expect(next.requests).toBe(1);
  });
});

test('gaps are counted, in the order of the alphabet', () => {
  const own = traffic();
  for (const why of ['robots', 'method', 'robots'] as const) own.miss(why);
  expect(own.gaps).toEqual([
    { why: 'method', count: 1 },
    { why: 'robots', count: 2 },
  ]);
});

describe('what a script is handed', () => {
  const exchange = (reply: Reply): Exchange => ({ url: page, fetchedAt: null, hops: [], reply, record: null });
  const arrived = (status: number, more: Partial<Extract<Reply, { kind: 'arrived' }>> = {}): Exchange =>
    exchange({
      ...{ kind: 'arrived', status, headers: [], finalUrl: page, body: Buffer.from('{}'), complete: true },
      ...{ totalBytes: 2, sha256: '', ...more },
    });

  test.each<[string, Exchange, number | null, string | null]>([
    ['a reply', arrived(200), 200, null],
    ['a refusal, which it may show', arrived(404), 404, 'http-4xx'],
    ['a fault', arrived(503), 503, 'http-5xx'],
    ['the beginning of a reply, which is none', arrived(200, { complete: false }), null, 'length'],
    [
      'a private address',
      exchange({ kind: 'refused', reason: 'private-address', detail: '' }),
      null,
      'private-address',
    ],
    ['a loss', exchange({ kind: 'lost', reason: 'timeout', detail: '' }), null, 'timeout'],
    ['nothing, where the archive holds none', exchange({ kind: 'not-captured' }), null, 'connect'],
  ])('%s', (_, given, status, gap) => {
    const { handed: reply, gap: missing } = handed(given);
    expect([reply?.status ?? null, missing]).toEqual([status, gap]);
  });

  test('no cookie, no policy and no redirect come with it, and other sites may read it only where it says so', () => {
    const headers = [
      { name: 'Content-Type', value: 'application/json' },
      { name: 'Set-Cookie', value: 'a=b' },
      { name: 'Location', value: 'https://elsewhere.example/' },
    ];
    expect(handed(arrived(200, { headers })).handed?.headers).toEqual({
      'content-type': 'application/json',
      'access-control-allow-origin': 'https://nobody.invalid',
      'cache-control': 'no-store',
    });
    const open = [...headers, { name: 'Access-Control-Allow-Origin', value: '*' }];
    expect(handed(arrived(200, { headers: open })).handed?.headers['access-control-allow-origin']).toBe('*');
  });
});
