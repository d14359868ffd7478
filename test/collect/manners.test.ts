import { describe, expect, test } from 'vitest';
import { openPace } from '../../src/collect/pace.ts';
import { retryAfter, waitBeforeRetry } from '../../src/collect/retry.ts';
import type { Recorder } from '../../src/model/archive.ts';
import { collector, serveRaw, site, textOf } from './loopback.ts';

test('the next request is sent before anything is computed about a reply', async () => {
  const { base, asked } = await site({ '/first': 'first', '/next': 'next' });
  const askedWhen: Record<string, readonly string[]> = {};
  const recorder: Recorder = {
    keep: async ({ asked: { url } }) => {
      askedWhen[new URL(url).pathname] = [...asked];
      return { file: 'x', id: url };
    },
    close: async () => {},
  };
  const { fetch } = collector({ concurrency: 1, recorder });
  await fetch({ url: `${base}/robots.txt` });
  await Promise.all(['/first', '/next'].map((path) => fetch({ url: base + path })));
  expect(askedWhen['/first']?.filter((path) => path !== '/robots.txt')).toEqual(['/first', '/next']);
});

describe('a budget', () => {
  test('of requests refuses what goes beyond it; robots.txt and hops count', async () => {
    const { base } = await site({
      '/a': (_, response) => response.writeHead(302, { location: '/b' }).end(),
      '/b': 'b',
    });
    const { fetch, usage } = collector({ maxRequests: 4 });
    expect((await fetch({ url: `${base}/a` })).reply.kind).toBe('arrived');
    expect((await fetch({ url: `${base}/c` })).reply.kind).toBe('arrived');
    expect((await fetch({ url: `${base}/d` })).reply).toMatchObject({ kind: 'refused', reason: 'budget-requests' });
    expect((await fetch({ url: `${base}/b` })).reply.kind).toBe('arrived');
    expect(usage().requests).toBe(4);
  });

  test('of bytes cuts the reply under which it runs out, and refuses what comes after', async () => {
    const { base } = await site({ '/a': 'x'.repeat(5_000), '/b': 'y' });
    const { fetch, usage } = collector({ maxBytes: 1_000 });
    expect((await fetch({ url: `${base}/a` })).reply).toMatchObject({ kind: 'arrived', complete: false });
    expect((await fetch({ url: `${base}/b` })).reply).toMatchObject({ kind: 'refused', reason: 'budget-bytes' });
    expect(usage().bytes).toBeGreaterThanOrEqual(1_000);
  });
});

describe('asking again', () => {
  const now = new Date('2026-11-25T12:00:00Z');

  test.each([
    ['5', 5_000],
    ['0', 0],
    ['Wed, 25 Nov 2026 12:00:07 GMT', 7_000],
    ['Wed, 25 Nov 2026 11:00:00 GMT', 0],
    ['soon', null],
    [null, null],
  ])('Retry-After %s means %s milliseconds', (value, expected) => {
    expect(retryAfter(value, now)).toBe(expected);
  });

  test.each([
    ['429 that says when', 429, '3', 0, 3_000],
    ['503 that says nothing', 503, null, 1, 1_000],
    ['503 that asks for too much', 503, '3600', 0, null],
    ['503 for the third time', 503, '1', 2, null],
    ['500', 500, null, 0, null],
    ['200', 200, '5', 0, null],
  ])('after a %s', (_, status, retry, attempt, expected) => {
    const headers = retry === null ? [] : [{ name: 'retry-after', value: retry }];
    const reply = { status, statusText: '', headers, payload: Buffer.alloc(0), truncated: null, ip: null };
    expect(waitBeforeRetry({ came: { kind: 'replied', ...reply }, isReset: false }, attempt, now)).toBe(expected);
  });

  test('happens when the server says it may, and gives the better reply', async () => {
    let times = 0;
    const { base } = await site({
      '/busy': (_, response) => {
        times += 1;
        if (times < 3) response.writeHead(503, { 'retry-after': '2' }).end('busy');
        else response.end('ready');
      },
    });
    const waits: number[] = [];
    const { fetch } = collector({ wait: async (milliseconds) => void waits.push(milliseconds) });
    expect(textOf((await fetch({ url: `${base}/busy` })).reply)).toBe('ready');
    expect(waits.filter((wait) => wait === 2_000)).toHaveLength(2);
  });

  test('ends with the refusal as it was, when the server keeps refusing', async () => {
    const { base, asked } = await site({ '/busy': (_, response) => response.writeHead(429).end('busy') });
    expect((await collector().fetch({ url: `${base}/busy` })).reply).toMatchObject({ kind: 'arrived', status: 429 });
    expect(asked.filter((path) => path === '/busy')).toHaveLength(3);
  });

  test('happens after a connection was cut before a reply', async () => {
    let times = 0;
    const base = await serveRaw((socket) => {
      times += 1;
      if (times === 1) socket.resetAndDestroy();
      else socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
    });
    expect(textOf((await collector().fetch({ url: `${base}/x` })).reply)).toBe('ok');
  });

  test('never happens for a POST', async () => {
    const { base, asked } = await site({ '/busy': (_, response) => response.writeHead(503).end('busy') });
    const payload = { mediaType: 'application/json', text: '{}' };
    await collector().fetch({ url: `${base}/busy`, method: 'POST', payload });
    expect(asked.filter((path) => path === '/busy')).toHaveLength(1);
  });
});

describe('the pace', () => {
  /** A clock and a wait that moves it. */
  const time = () => {
    let now = 0;
    return {
      clock: () => now,
      wait: async (milliseconds: number) => {
        now += milliseconds;
      },
    };
  };

  test('keeps requests to one host apart, and to different hosts not', async () => {
    const { clock, wait } = time();
    const pace = openPace({ concurrency: 9, perHost: 9, between: 250, clock, wait }, () => false);
    const starts: string[] = [];
    const ask = async (host: string): Promise<void> => {
      const over = await pace.turn(host);
      starts.push(`${host} ${clock()}`);
      over();
    };
    await Promise.all([ask('a'), ask('b')]);
    await ask('a');
    await ask('a');
    expect(starts).toEqual(['a 0', 'b 0', 'a 250', 'a 500']);
  });

  test('holds to the number at once, per host and in all', async () => {
    const { clock, wait } = time();
    const pace = openPace({ concurrency: 3, perHost: 2, between: 0, clock, wait }, () => false);
    const running = new Map<string, number>();
    const peaks = new Map<string, number>();
    const count = (name: string, by: number): void => {
      const now = (running.get(name) ?? 0) + by;
      running.set(name, now);
      peaks.set(name, Math.max(peaks.get(name) ?? 0, now));
    };
    const ask = async (host: string): Promise<void> => {
      const over = await pace.turn(host);
      for (const name of [host, 'all']) count(name, 1);
      await new Promise((resolve) => setImmediate(resolve));
      for (const name of [host, 'all']) count(name, -1);
      over();
    };
    await Promise.all(['a', 'a', 'a', 'b', 'b', 'b', 'c'].map(ask));
    expect(Object.fromEntries(peaks)).toMatchObject({ a: 2, all: 3 });
  });

  test('lets a host rest that asked for it', async () => {
    const { clock, wait } = time();
    const pace = openPace({ concurrency: 1, perHost: 1, between: 0, clock, wait }, () => false);
    pace.rest('a', 4_000);
    const over = await pace.turn('a');
    expect(clock()).toBe(4_000);
    over();
  });
});

test('a run that is stopped refuses what is under way and what comes after', async () => {
  const stop = new AbortController();
  const base = await serveRaw(() => stop.abort());
  const { fetch } = collector({ signal: stop.signal });
  expect((await fetch({ url: `${base}/x` })).reply).toMatchObject({ kind: 'refused', reason: 'stopped' });
  expect((await fetch({ url: `${base}/y` })).reply).toMatchObject({ kind: 'refused', reason: 'stopped' });
});

describe('the same address', () => {
  test('is asked once in a run, whichever way it is spelt', async () => {
    const { base, asked } = await site({ '/~a': 'a' });
    const { fetch } = collector();
    await Promise.all([
      fetch({ url: `${base}/~a` }),
      fetch({ url: `${base}/~a#part` }),
      fetch({ url: `${base}/%7Ea` }),
    ]);
    expect(asked.filter((path) => path !== '/robots.txt')).toHaveLength(1);
  });

  test('is asked again for more than was read', async () => {
    const { base, asked } = await site({ '/a': '0123456789' });
    const { fetch } = collector();
    expect(textOf((await fetch({ url: `${base}/a`, maxBytes: 3 })).reply)).toBe('012');
    expect(textOf((await fetch({ url: `${base}/a` })).reply)).toBe('0123456789');
    expect(textOf((await fetch({ url: `${base}/a`, maxBytes: 5 })).reply)).toBe('01234');
    expect(asked.filter((path) => path === '/a')).toHaveLength(2);
  });

  test('is another question with another Accept or payload', async () => {
    const { base, asked } = await site({ '/a': 'a' });
    const { fetch } = collector();
    await fetch({ url: `${base}/a` });
    await fetch({ url: `${base}/a`, accept: 'text/turtle' });
    await fetch({ url: `${base}/a`, method: 'POST', payload: { mediaType: 'text/plain', text: '1' } });
    await fetch({ url: `${base}/a`, method: 'POST', payload: { mediaType: 'text/plain', text: '2' } });
    expect(asked.filter((path) => path === '/a')).toHaveLength(4);
  });
});

test('the request says who asks, and what it can read', async () => {
  let headers: Readonly<Record<string, unknown>> = {};
  const { base } = await site({
    '/a': (request, response) => {
      headers = request.headers;
      response.end();
    },
  });
  await collector({ userAgent: 'odi/9.9.9' }).fetch({ url: `${base}/a`, accept: 'application/json' });
  expect(headers['user-agent']).toContain('odi/9.9.9');
  expect(headers).toMatchObject({ accept: 'application/json', 'accept-encoding': 'gzip, deflate, br' });
});
