import { describe, expect, test } from 'vitest';
import { collector, site } from './loopback.ts';

const robotsWith = (text: string) => site({ '/robots.txt': text, '/open': 'open', '/private/x': 'x' });

describe('robots.txt', () => {
  test('is fetched once, and asked first, however many ask at once', async () => {
    const { base, asked } = await robotsWith('User-agent: *\nDisallow: /private/');
    const { fetch } = collector();
    await Promise.all([
      fetch({ url: `${base}/open` }),
      fetch({ url: `${base}/open?2` }),
      fetch({ url: `${base}/other` }),
    ]);
    expect(asked.filter((path) => path === '/robots.txt')).toHaveLength(1);
    expect(asked[0]).toBe('/robots.txt');
  });

  test('keeps us out of what it forbids, and the refusal is ours', async () => {
    const { base, asked } = await robotsWith('User-agent: *\nDisallow: /private/');
    const { reply } = await collector().fetch({ url: `${base}/private/x` });
    expect(reply).toEqual({ kind: 'refused', reason: 'robots', detail: `${base}/robots.txt asks not to, in line 2` });
    expect(asked).toEqual(['/robots.txt']);
  });

  test('that names us outweighs the rules for everyone', async () => {
    const { base } = await robotsWith('User-agent: *\nDisallow: /\n\nUser-agent: odi\nDisallow: /private/');
    expect((await collector().fetch({ url: `${base}/open` })).reply.kind).toBe('arrived');
    expect((await collector().fetch({ url: `${base}/private/x` })).reply.kind).toBe('refused');
  });

  test.each([
    [404, 'arrived'],
    [403, 'arrived'],
    [500, 'refused'],
    [502, 'refused'],
  ])('with status %i makes a page %s', async (status, kind) => {
    const { base } = await site({
      '/robots.txt': (_, response) => response.writeHead(status).end('User-agent: *\nDisallow: /'),
      '/open': 'open',
    });
    expect((await collector().fetch({ url: `${base}/open` })).reply.kind).toBe(kind);
  });

  test('is followed through redirects', async () => {
    const { base } = await site({
      '/robots.txt': (_, response) => response.writeHead(301, { location: '/rules' }).end(),
      '/rules': 'User-agent: *\nDisallow: /open',
      '/open': 'open',
    });
    expect((await collector().fetch({ url: `${base}/open` })).reply).toMatchObject({ reason: 'robots' });
  });

  test('beyond 500 KiB is not read', async () => {
    const padding = `# ${'x'.repeat(98)}\n`.repeat(5_100);
    const { base } = await robotsWith(`${padding}User-agent: *\nDisallow: /`);
    expect((await collector().fetch({ url: `${base}/open` })).reply.kind).toBe('arrived');
  });

  test('of a host that cannot be reached loses the page for the same reason', async () => {
    const { reply } = await collector().fetch({ url: 'http://127.0.0.1:1/page' });
    expect(reply).toMatchObject({ kind: 'lost', reason: 'connect' });
    expect(reply).toHaveProperty('detail', expect.stringContaining('robots.txt, which is asked first'));
  });

  test('of a site is asked for once, also where another site redirects to it', async () => {
    const rules = await robotsWith('User-agent: *\nDisallow: /private/');
    const other = await site({
      '/robots.txt': (_, response) => response.writeHead(301, { location: `${rules.base}/robots.txt` }).end(),
      '/open': 'open',
      '/private/x': 'x',
    });
    const { fetch } = collector();
    expect((await fetch({ url: `${other.base}/private/x` })).reply.kind).toBe('refused');
    expect((await fetch({ url: `${rules.base}/private/x` })).reply.kind).toBe('refused');
    expect((await fetch({ url: `${rules.base}/open` })).reply.kind).toBe('arrived');
    expect(rules.asked).toEqual(['/robots.txt', '/open']);
  });

  test('holds for each host that a redirect leads to', async () => {
    const other = await robotsWith('User-agent: *\nDisallow: /private/');
    const { base } = await site({
      '/away': (_, response) => response.writeHead(302, { location: `${other.base}/private/x` }).end(),
    });
    const exchange = await collector().fetch({ url: `${base}/away` });
    expect(exchange.reply).toMatchObject({ kind: 'refused', reason: 'robots' });
    expect(exchange.hops).toHaveLength(1);
  });

  test('itself may be asked for', async () => {
    const { base, asked } = await robotsWith('User-agent: *\nDisallow: /');
    expect((await collector().fetch({ url: `${base}/robots.txt` })).reply.kind).toBe('arrived');
    expect(asked).toEqual(['/robots.txt']);
  });

  test('asks for a letter however it is escaped', async () => {
    const { base } = await robotsWith('User-agent: *\nDisallow: /%70rivate/\nDisallow: /a%2fb');
    expect((await collector().fetch({ url: `${base}/private/x` })).reply.kind).toBe('refused');
    expect((await collector().fetch({ url: `${base}/p%72ivate/x` })).reply.kind).toBe('refused');
    expect((await collector().fetch({ url: `${base}/a%2Fb` })).reply.kind).toBe('refused');
    expect((await collector().fetch({ url: `${base}/a/b` })).reply.kind).toBe('arrived');
  });

  test('that serves an address as rules does not give leave to ask for it as a page', async () => {
    const { base, asked } = await site({
      '/robots.txt': (_, response) => response.writeHead(302, { location: '/private/rules' }).end(),
      '/private/rules': 'User-agent: *\nDisallow: /private/',
    });
    const { fetch } = collector();
    expect((await fetch({ url: `${base}/private/rules` })).reply).toMatchObject({ kind: 'refused', reason: 'robots' });
    expect(asked).toEqual(['/robots.txt', '/private/rules']);
  });

  test('counts with its redirects and retries against the requests that are allowed', async () => {
    let hop = 0;
    const { base, asked } = await site({
      '/robots.txt': (_, response) => response.writeHead(302, { location: '/hop' }).end(),
      '/hop': (_, response) => {
        hop += 1;
        response.writeHead(429, { 'retry-after': '0' }).end();
      },
      '/open': 'open',
    });
    const { fetch, usage } = collector({ maxRequests: 3 });
    expect((await fetch({ url: `${base}/open` })).reply).toMatchObject({ kind: 'refused', reason: 'budget-requests' });
    expect(asked).toEqual(['/robots.txt', '/hop', '/hop']);
    expect(hop).toBe(2);
    expect(usage().requests).toBe(3);
  });

  test('must come with all its redirects within the time of one reply', async () => {
    let now = 0;
    const { base, asked } = await site({
      '/robots.txt': (_, response) => {
        now += 900;
        response.writeHead(302, { location: '/second' }).end();
      },
      '/second': (_, response) => {
        now += 900;
        response.writeHead(302, { location: '/third' }).end();
      },
      '/third': 'User-agent: *\nAllow: /',
      '/open': 'open',
    });
    const { reply } = await collector({ timeoutMs: 1_000, clock: () => now }).fetch({ url: `${base}/open` });
    expect(reply).toMatchObject({ kind: 'lost', reason: 'timeout' });
    expect(asked).toEqual(['/robots.txt', '/second']);
  });

  test('of fifty thousand robots costs what binds us alone', async () => {
    const { base } = await robotsWith(`${'User-agent: x\n'.repeat(25_000)}${'Disallow: /\n'.repeat(10_000)}`);
    const before = process.memoryUsage().heapUsed;
    expect((await collector().fetch({ url: `${base}/open` })).reply.kind).toBe('arrived');
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 2 ** 20);
  });

  test.each([
    ['a group for several robots', 'User-agent: a\nUser-agent: odi\nUser-agent: b\nDisallow: /private/', 4],
    [
      'a second group for us',
      'User-agent: odi\nDisallow: /x\nUser-agent: b\nDisallow: /\nUser-agent: odi\nDisallow: /private/',
      6,
    ],
    ['a name in capitals with a version', 'User-agent: ODI/2.0\nDisallow: /private/', 2],
    ['a byte that is no field before it', 'hello\nUser-agent: *\n# note\nDisallow: /private/ # ours', 4],
  ])('holds us to %s', async (_, text, line) => {
    const { base } = await robotsWith(text);
    const { reply } = await collector().fetch({ url: `${base}/private/x` });
    expect(reply).toMatchObject({ detail: `${base}/robots.txt asks not to, in line ${line}` });
    expect((await collector().fetch({ url: `${base}/open` })).reply.kind).toBe('arrived');
  });

  test('sets the pace with Crawl-delay, up to a bound', async () => {
    const { base } = await robotsWith('User-agent: *\nCrawl-delay: 3600');
    const waits: number[] = [];
    const { fetch } = collector({
      concurrency: 1,
      wait: async (milliseconds) => void waits.push(milliseconds),
      clock: fakeClock(waits),
    });
    for (const page of ['/a', '/b', '/c']) await fetch({ url: `${base}${page}` });
    expect(Math.max(...waits)).toBeLessThanOrEqual(30_000);
    expect(Math.max(...waits)).toBeGreaterThan(29_000);
  });
});

/** A clock that stands still but for what was waited. */
const fakeClock = (waits: readonly number[]) => (): number => waits.reduce((sum, wait) => sum + wait, 0);
